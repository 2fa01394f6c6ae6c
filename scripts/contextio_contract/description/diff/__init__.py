"""Changes between two descriptions, also in conditions, callbacks and names of generated code."""
