"""TBD server/mail."""
