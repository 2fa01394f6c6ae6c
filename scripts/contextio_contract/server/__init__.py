"""A stateful server that keeps the contract."""
