"""IMAP mailboxes of other people's mail servers."""
