"""Documented facts, and the description compared with them."""
