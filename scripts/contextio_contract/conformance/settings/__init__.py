"""Settings of a run: its options, where they come from, and what they select."""
