"""Validation in front of any deployment: requests pass through, and what breaks the contract is named."""
