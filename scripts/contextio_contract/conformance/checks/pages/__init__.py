"""TBD conformance/checks/pages."""
