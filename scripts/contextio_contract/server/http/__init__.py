"""HTTP of the API: routes, parameters, forms, OAuth 1.0a, errors, `Prefer` and the ASGI application."""
