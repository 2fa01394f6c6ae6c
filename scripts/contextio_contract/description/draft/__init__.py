"""Drafts of operations: what `new-operation` writes, with the documented facts where there are any."""
