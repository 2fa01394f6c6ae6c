"""Checks that follow from the description alone, whatever API it is of.

Each kind of expectation of the contract is proven by one function, which is decorated with `proves`. What
every operation must do is a `check`, like those of pages.
"""
