"""Changes between two descriptions.

The libraries for this on PyPI follow no conditions and callbacks, and oasdiff needs Go. None knows what
generated code takes its names from.
"""
