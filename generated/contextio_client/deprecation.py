"""Warnings about arguments that are deprecated. Generated from the description; not to be edited."""

from __future__ import annotations

import warnings
from typing import Final

_LEVEL: Final = 3
"""Where the method was called, seen from the warning."""


def warn_of_deprecated(**arguments: object) -> None:
    """Warn whoever calls a method with one of its deprecated arguments."""
    for name, value in arguments.items():
        if value is not None:
            message = f"{name} is deprecated; the docstring of the method says why"
            warnings.warn(message, DeprecationWarning, stacklevel=_LEVEL)
