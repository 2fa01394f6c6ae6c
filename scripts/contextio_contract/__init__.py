"""The Context.IO 2.0 API as a living contract."""

__version__ = "0.1.0"
