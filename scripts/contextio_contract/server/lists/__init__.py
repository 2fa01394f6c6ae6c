"""Lists: filters, narrowing and pages of the description as SQL."""
