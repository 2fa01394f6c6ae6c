"""Generated from the description; not to be edited."""
