"""TBD description/evidence."""
