"""The vocabulary of behaviour: what extensions such as `x-resource` and `x-list` say that no schema can.

`spec/EXTENSIONS.md` explains the keys to authors. The server's lists, the mock, the clients, the reference
and the conformance suite read them here.
"""
