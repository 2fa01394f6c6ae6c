"""The operations by page. Generated from the description; not to be edited."""
