"""TBD conformance/wire."""
