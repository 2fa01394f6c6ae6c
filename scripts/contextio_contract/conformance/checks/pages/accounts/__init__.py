"""Checks of the page accounts."""
