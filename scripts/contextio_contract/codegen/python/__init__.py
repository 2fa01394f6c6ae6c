"""Generators of the Python packages."""
