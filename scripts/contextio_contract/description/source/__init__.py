"""TBD description/source."""
