"""Whether a deployment keeps the contract."""
