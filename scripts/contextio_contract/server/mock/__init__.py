"""Mock handlers: stored resources and examples, for operations that nobody wrote code for."""
