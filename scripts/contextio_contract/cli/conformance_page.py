"""The page `generated/conformance.md` about the settings of the command `conformance`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from contextio_contract.cli.conformance import conformance
from contextio_contract.conformance.settings.configuration import settings_of

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

In the environment, spaces separate several values of one variable, and line breaks those of
`CONFORMANCE_HEADER`; in the file, they are a list.

`--proxy` counts for loopback, too. Without it, the variables of proxies count elsewhere, such as
`HTTPS_PROXY` and `NO_PROXY`. `--header` and `--proxy` may hold secrets, which are best given by
`CONFORMANCE_HEADER` and `CONFORMANCE_PROXY`. Each request has the headers `User-Agent:
contextio-contract/<version> (conformance)` and `X-Conformance-Run: <id of the run>`, by which logs and
firewalls of a deployment can tell it.

Only the environment holds secrets:

| Variable | What it is |
|---|---|
| `CONTEXTIO_CONSUMER_KEY` | the OAuth consumer key of the deployment |
| `CONTEXTIO_CONSUMER_SECRET` | its secret |
| `CONFORMANCE_SECOND_KEY` | a second consumer key, to which everything of the first is to be unknown |
| `CONFORMANCE_SECOND_SECRET` | its secret |
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

[[known-failures]]
rule = "schemathesis.response_schema_conformance"
operation = "accounts_get"
containing = '"username" is a required property'
reason = "ticket 9: mailboxes without a login have no user name"
```

A known failure does not turn a run red until the day after `until`, which is optional; `operation` limits
it to one operation, and `containing` to failures that show a text as expected or received; others of the same
check stay failures. Once the check passes, the run is red until the entry is removed. `contextio-contract
rules` lists the ids of the rules and of their checks. The id of a check of schemathesis is `schemathesis.`
and its name, as in the reports. `accounts_list.answers` is the check of all answers of that operation.

## The way to the deployment

A request is sent up to three times if a gateway answers it (502, 503 or 504 that is not JSON) or the
connection is closed, and twice if no answer is complete within `--timeout`. If nothing else is answered
either, the run ends with that as its one finding. The checks concerned are undecided, and what was seen to
be broken before stays so. The notes of the reports say what was flaky, limited (429) or slow, with numbers.
Of an answer, 64 MiB are read; a list that is longer, and that the contract does not divide into pages, is not
exercised.

## Output

Exit status 0 is conformant, 1 is not conformant, 2 is no verdict, as when no operation answers with success
(2xx). The headline counts the operations: those exercised, those not implemented (501, or 404 at all of a
base path other than the API's), those that the options leave out, and those not exercised, which never
succeeded. The folder `report-dir` gets `report.html`, `junit.xml`, `results.json`, `exchanges.har` and
`summary.md`. The format of `results.json` is described by `conformance/results.schema.json` in this
package. If `GITHUB_STEP_SUMMARY` names a file, the summary is appended to it.

However a run ends, it leaves these reports: also if it cannot start, is interrupted (SIGINT, SIGTERM,
SIGHUP), or nobody reads its output. A run that ends early has no verdict, unless a check has failed before;
then the deployment is not conformant. Without a verdict, `junit.xml` has an error. If nothing has changed
`--since` an earlier description, there is nothing to check, and the exit status is 0.

The headline of a conformant run says how many checks were not exercised that an option or variable would
exercise, such as `--mode sandbox`. `--compare` names the `results.json` of an earlier run, which may be the
one that this run replaces; every report then says what was mended, what broke, what is new and what is no
longer exercised. Checks that `--rule`, `--operation`, `--pages` or `--since` leave out of this run are
counted alone.

## What reports show of others

A deployment may hold the data of people. So in every report and in the terminal, texts that the run neither
sent nor created, and that the description does not name, are `‹masked›`: addresses, names, tokens, links and
subjects, also in paths, headers and errors. Numbers, booleans and the form of answers stay, as do all words
that the description or the suite use themselves. `--show-data` shows everything but keys and passwords; then
keep the reports to yourself.
"""


def write_settings(bundle: object, path: Path) -> None:
    """Write the page, which needs no bundle."""
    del bundle
    context = click.Context(conformance, show_default=True)
    rows = []
    for option in settings_of(conformance):
        usage, text = option.get_help_record(context) or ("", "")
        cells = [cell.replace("|", r"\|") for cell in (f"`{usage}`", " ".join(text.split()))]
        rows.append(f"| {' | '.join(cells)} |")
    path.write_text(_PAGE.replace("{rows}", "\n".join(rows)), encoding="utf-8")
