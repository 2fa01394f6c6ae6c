"""The vocabulary of behaviour: what `x-resource`, `x-list` and `x-mailbox` say that no schema can.

`spec/EXTENSIONS.md` explains the keys to authors. The server's lists, the mock, the clients, the reference
and the conformance suite read them here.
"""
