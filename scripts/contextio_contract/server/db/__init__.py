"""Tables, and the queries on them: one module of functions for each table."""
