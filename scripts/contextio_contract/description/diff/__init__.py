"""Changes between two descriptions, and what they mean for those who rely on them.

The libraries for this on PyPI (`api-schema-diff`, `api-diff-sentinel` …) are young and small; none follows
conditions or callbacks, or knows what generated code takes its names from. oasdiff does more, and needs Go.
"""
