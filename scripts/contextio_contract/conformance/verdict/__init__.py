"""Verdict of a run: what its results come to, beside known failures and an earlier run."""
