"""The description as it is written: reference, server and findings follow each save."""
