"""TBD server/connect."""
