"""Legitimate variants of the independent deployment, all of which `make variants` must find conformant."""
