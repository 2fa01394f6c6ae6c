"""Background work: jobs that workers claim, one module for each kind."""
