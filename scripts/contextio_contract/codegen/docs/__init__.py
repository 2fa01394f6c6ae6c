"""The API reference: one page of HTML, made from the bundle and the documented rules."""
