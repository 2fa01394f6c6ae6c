"""Recorded traffic, held against the contract: archives of browsers, of proxies and of conformance runs."""
