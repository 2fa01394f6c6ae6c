"""What every command raises when it cannot do its work."""

import click


class CannotRun(click.ClickException):
    """What kept a command from running at all, in one sentence; the exit status is 2."""

    exit_code = 2


def not_installed(library: str | None, extra: str) -> CannotRun:
    """Return the error for a library that is missing, and that an extra of this package brings."""
    return CannotRun(
        f"{library} is not installed; in a checkout of this program, run: pip install '.[{extra}]'"
    )
