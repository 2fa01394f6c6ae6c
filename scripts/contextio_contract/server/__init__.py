"""The server of the API: real mailboxes behind the operations of a contract."""
