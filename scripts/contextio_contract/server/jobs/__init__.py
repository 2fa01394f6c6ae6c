"""Background work: the queue, and the jobs on mailboxes that go through it."""
