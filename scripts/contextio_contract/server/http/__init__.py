"""HTTP of an API that a contract describes: routes, parameters, forms, OAuth 1.0a, errors, ASGI."""
