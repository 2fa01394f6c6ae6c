"""Requests that the server itself sends to other hosts."""
