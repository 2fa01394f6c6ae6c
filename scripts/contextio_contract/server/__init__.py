"""A stateful server of the API: routes and validation from the bundle, behaviour from the handlers."""
