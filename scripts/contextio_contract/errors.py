"""What every command raises when it cannot do its work."""

import click


class CannotRun(click.ClickException):
    """What kept a command from running at all, in one sentence; the exit status is 2."""

    exit_code = 2
