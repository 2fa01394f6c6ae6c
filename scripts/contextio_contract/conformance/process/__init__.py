"""The process of a run: signals, limits, and programs that end with it."""
