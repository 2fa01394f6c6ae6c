"""The preview: API server, reference and findings that follow the description as it is saved."""
