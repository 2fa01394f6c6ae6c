"""TBD conformance/safety."""
