"""The rulebook: the documented rules, where they stand, and what enforces each of them."""
