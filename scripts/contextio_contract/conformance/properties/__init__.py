"""Property tests by schemathesis, driven through its engine and its stream of events."""
