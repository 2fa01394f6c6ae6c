"""TBD server/jobs."""
