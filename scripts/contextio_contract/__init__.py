"""The Context.IO 2.0 API as a living contract."""
