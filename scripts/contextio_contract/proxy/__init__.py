"""A validating proxy: requests pass through to a deployment, and violations of the contract are named."""
