"""TBD server/outbound."""
