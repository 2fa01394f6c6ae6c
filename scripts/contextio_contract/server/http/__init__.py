"""TBD server/http."""
