"""Broken answers, what each client must make of them, and a server that gives them."""
