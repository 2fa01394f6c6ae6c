"""What is generated from the description, and whether it is up to date."""
