"""The connect flow: HTML pages on which people attach their own mailboxes."""
