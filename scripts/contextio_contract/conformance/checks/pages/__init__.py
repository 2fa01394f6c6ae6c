"""Checks by documentation page."""
