"""The description as written: load with positions, bundle, lint, hold against the documentation."""
