"""TBD server/mock."""
