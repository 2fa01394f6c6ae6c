"""The operations, page by page. Generated from the description; not to be edited."""
