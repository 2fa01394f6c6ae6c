"""What the server remembers: one module per kind of thing, each a set of functions on a connection."""
