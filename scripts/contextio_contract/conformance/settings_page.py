"""The reference page of the settings of a conformance run, made from the options that declare them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from contextio_contract.cli.conformance import conformance
from contextio_contract.conformance.configuration import (
    KNOWN_FAILURES,
    NAME,
    PASSWORD,
    PREFIX,
    flag_of,
    settings_of,
    variable_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PAGE = """\
# Settings of `contextio-contract conformance`

A setting is read from the command line, else from the environment, else from a file in TOML: the one that
`--config` or `{prefix}_CONFIG` names, or `{name}` in the current folder. A key, or a variable that begins
with `{prefix}_`, that is no setting ends the run with status 2 before anything is sent.

| Option | Variable | Key in the file | Value | Without it | What it is for |
|---|---|---|---|---|---|
{rows}

Only the environment holds secrets:

| Variable | What it is |
|---|---|
| `CONTEXTIO_CONSUMER_KEY` | the OAuth consumer key of the deployment |
| `CONTEXTIO_CONSUMER_SECRET` | its secret |
| `{password}` | the password of the mailbox that `imap-host` and `imap-username` name |

Several values of one variable are separated by spaces.

## The file

```toml
{example}```

A known failure turns no run red until the day after `until`, which may be left out; `operation` limits it to
one operation. Once it passes, the run is red until the entry is removed. `contextio-contract rules` prints
the ids of the rules and of their checks; a check of schemathesis is called `schemathesis.` and its name, as
in the reports.

## What comes out

Exit status 0 is conformant, 1 is not conformant, 2 is no verdict. The folder `report-dir` gets `report.html`,
`junit.xml`, `results.json` (in the form of `results.schema.json`, which is beside this package's
`conformance/command.py`), `exchanges.har`, `summary.md` and `badge.json` (for a shields.io endpoint). Where
`GITHUB_STEP_SUMMARY` names a file, the summary is added to it too.
"""
EXAMPLE = """\
base-url = "https://api.example.com/2.0"
mode = "sandbox"
rate = 10.0
imap-host = "imap.example.com"
imap-username = "conformance@example.com"
disable = ["schemathesis.ignored_auth"]

[[known-failures]]
rule = "accounts-list-email-single"
reason = "ticket 7: the filter is taken for a prefix"
until = 2030-12-31
"""


def write_reference(contract: object, path: Path) -> None:
    """Write the page.

    Args:
        contract: the description, of which nothing is needed.
        path: where to.
    """
    del contract
    page = PAGE.format(prefix=PREFIX, name=NAME, password=PASSWORD, rows="\n".join(_rows()), example=EXAMPLE)
    path.write_text(page, encoding="utf-8")


def _rows() -> Iterator[str]:
    for option in settings_of(conformance):
        is_config = option.name == KNOWN_FAILURES.replace("-", "_")
        cells = (
            f"`{' / '.join([*option.opts, *option.secondary_opts])}`",
            f"`{PREFIX}_CONFIG`" if is_config else f"`{variable_of(option)}`",
            "" if is_config else f"`{flag_of(option)}`",
            _value(option),
            _default(option),
            option.help or "",
        )
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _value(option: click.Option) -> str:
    kind: Any = option.type
    if option.is_flag:
        text = "true or false"
    elif isinstance(kind, click.Choice):
        text = ", ".join(f"`{choice}`" for choice in kind.choices)
    elif isinstance(kind, (click.IntRange, click.FloatRange)):
        whole = "an integer" if isinstance(kind, click.IntRange) else "a number"
        text = f"{whole} from {kind.min}" + ("" if kind.max is None else f" to {kind.max}")
    elif isinstance(kind, click.Path):
        text = "a path"
    else:
        text = "a string"
    return "a list of strings" if option.multiple else text


def _default(option: click.Option) -> str:
    return f"`{option.default}`" if option.show_default else ""
