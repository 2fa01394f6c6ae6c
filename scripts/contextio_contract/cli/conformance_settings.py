"""The settings page `generated/conformance.md`, written from the options of the command."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from contextio_contract.cli.conformance import conformance
from contextio_contract.conformance.configuration import settings_of

if TYPE_CHECKING:
    from pathlib import Path

_PAGE: Final = """\
# Settings of `contextio-contract conformance`

A setting is read from the command line, else from the environment, else from a file in TOML. The file is
the one that `--config` or `CONFORMANCE_CONFIG` names, or `conformance.toml` in the current folder. The
variable of `--max-time` is `CONFORMANCE_MAX_TIME`, and its key in the file is `max-time`. An unknown key,
or an unknown variable that begins with `CONFORMANCE_`, ends the run with status 2 before anything is sent.

| Option | What it is for |
|---|---|
{rows}

In the environment, spaces separate several values of one variable; in the file, they are a list.

Only the environment holds secrets:

| Variable | What it is |
|---|---|
| `CONTEXTIO_CONSUMER_KEY` | the OAuth consumer key of the deployment |
| `CONTEXTIO_CONSUMER_SECRET` | its secret |
| `CONFORMANCE_IMAP_PASSWORD` | the password of the mailbox that `imap-host` and `imap-username` name |

## The file

```toml
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
```

A known failure does not turn a run red until the day after `until`, which is optional; `operation` limits
it to one operation. Once the check passes, the run is red until the entry is removed. `contextio-contract
rules` lists the ids of the rules and of their checks. The id of a check of schemathesis is `schemathesis.`
and its name, as in the reports.

## Output

Exit status 0 is conformant, 1 is not conformant, 2 is no verdict. The folder `report-dir` gets
`report.html`, `junit.xml`, `results.json`, `exchanges.har` and `summary.md`. The format of `results.json`
is described by `conformance/results.schema.json` in this package. If `GITHUB_STEP_SUMMARY` names a file,
the summary is appended to it.
"""


def write_settings(bundle: object, path: Path) -> None:
    """Write the page.

    Args:
        bundle: what targets are written from; this one needs only the command.
        path: the file to write.
    """
    del bundle
    context = click.Context(conformance, show_default=True)
    rows = []
    for option in settings_of(conformance):
        usage, text = option.get_help_record(context) or ("", "")
        cells = [cell.replace("|", r"\|") for cell in (f"`{usage}`", " ".join(text.split()))]
        rows.append(f"| {' | '.join(cells)} |")
    path.write_text(_PAGE.replace("{rows}", "\n".join(rows)), encoding="utf-8")
