"""Mock of a description: answers and state in memory, for operations without code."""
