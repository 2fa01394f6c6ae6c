"""Settings come from the command line, else from the environment, else from a file, and are what they say."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from contextio_contract.cli import main
from contextio_contract.cli.conformance import conformance
from contextio_contract.conformance.configuration import flag_of, settings_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.conformance.conftest import Check, Deploy

ROOT = Path(__file__).parents[2]
KEYS = {"CONTEXTIO_CONSUMER_KEY": "k", "CONTEXTIO_CONSUMER_SECRET": "s"}
NAMES = [flag_of(option) for option in settings_of(conformance)]


def nowhere(host: str) -> str:
    """An address where nothing is, by which a message tells whose it was."""
    return f"http://{host}.invalid/2.0"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def sentence(*options: str, file: str = "", env: Mapping[str, str] | None = None) -> str:
    """What a run that cannot begin says at its end."""
    if file:
        Path("conformance.toml").write_text(file)
    result = CliRunner().invoke(main, ["conformance", *options], env=KEYS | dict(env or {}))
    assert result.exit_code == 2, result.output
    assert isinstance(result.exception, SystemExit)
    return result.output.splitlines()[-1].removeprefix("Error: ")


def test_options_go_before_variables_and_these_before_the_file() -> None:
    file = f'base-url = "{nowhere("file")}"'
    env = {"CONFORMANCE_BASE_URL": nowhere("variable")}
    assert sentence(file=file).startswith(nowhere("file"))
    assert sentence(file=file, env=env).startswith(nowhere("variable"))
    assert sentence("--base-url", nowhere("option"), file=file, env=env).startswith(nowhere("option"))


def test_file_can_be_named() -> None:
    Path("other.toml").write_text(f'base-url = "{nowhere("other")}"')
    file = f'base-url = "{nowhere("file")}"'
    assert sentence("--config", "other.toml", file=file).startswith(nowhere("other"))
    assert sentence(file=file, env={"CONFORMANCE_CONFIG": "other.toml"}).startswith(nowhere("other"))


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ('base-ulr = "x"', "conformance.toml: base-ulr is no setting; did you mean base-url?"),
        ('clean-up = "cio-0123456789ab"', "conformance.toml: clean-up is no setting"),
        ("[conformance]\nseed = 1", "conformance.toml: conformance is no setting"),
        ("seed = [1]", "conformance.toml: seed must be a single value"),
        ("seed = true", "conformance.toml: seed must be a single value"),
        ("seed = 2030-01-01", "conformance.toml: seed must be a single value"),
        ("seed = 1.5", "conformance.toml: seed must be an integer"),
        ('report-dir = "a\\u0000b"', "conformance.toml: report-dir must be a single value without NUL"),
        ('seed = "many"', "Invalid value for '--seed': 'many' is not a valid integer range."),
        ('rule = "x"', "conformance.toml: rule must be a list of strings"),
        ("rule = [1]", "conformance.toml: rule must be a list of strings"),
        ('imap-ssl = "yes"', "conformance.toml: imap-ssl must be true or false"),
        ("seed = ", "conformance.toml is no TOML: "),
        ("known-failures = 3", "conformance.toml: known-failures must be a list of tables"),
        (
            '[[known-failures]]\nrule = "x"',
            "conformance.toml: known-failures 1 must have a rule and a reason",
        ),
        (
            'rule = ["accounts-list-emial-single"]',
            "--rule accounts-list-emial-single: no check has this name;",
        ),
        ('disable = ["schemathesis.ignored_aut"]', "did you mean schemathesis.ignored_auth?"),
        ('[[known-failures]]\nrule = "x"\nreason = "y"', "known-failures: x: no check has this name"),
        ('imap-host = "imap.example.com"', "--imap-username and CONFORMANCE_IMAP_PASSWORD must be set"),
        (f"x = '{'a' * 2**20}'", "conformance.toml is larger than 1 MiB"),
    ],
)
def test_file_that_says_what_is_no_setting(deploy: Deploy, file: str, said: str) -> None:
    assert said in sentence("--base-url", deploy().base_url, file=file)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("CONFORMANCE_SEEED", "the variable CONFORMANCE_SEEED is no setting; did you mean CONFORMANCE_SEED?"),
        ("CONFORMANCE_CLEAN_UP", "the variable CONFORMANCE_CLEAN_UP is no setting"),
    ],
)
def test_variable_that_is_no_setting(name: str, said: str) -> None:
    assert sentence(env={name: "1"}).startswith(said)


def test_file_that_is_not_there() -> None:
    assert sentence("--config", "none.toml") == "none.toml cannot be read (No such file or directory)"


def test_file_without_end() -> None:
    assert sentence("--config", "/dev/zero") == "/dev/zero is larger than 1 MiB"


def test_empty_address_is_not_taken_for_our_own_server() -> None:
    assert sentence("--base-url", "").startswith("--base-url must be an absolute http or https address")


TOML = st.recursive(
    st.integers(-(2**70), 2**70) | st.booleans() | st.text(max_size=8) | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=4,
)


@settings(max_examples=150, deadline=None)
@given(content=st.dictionaries(st.sampled_from([*NAMES, "known-failures"]), TOML, max_size=4))
def test_no_file_leads_to_more_than_a_sentence(content: dict[str, object]) -> None:
    file = "\n".join(f"{name} = {json.dumps(value)}" for name, value in content.items())
    file = file.replace("Infinity", "inf")
    Path("conformance.toml").write_text(file, encoding="utf-8")
    try:
        tomllib.loads(file)
    except ValueError:
        return  # JSON spells some strings in a way that TOML does not take
    result = CliRunner().invoke(
        main, ["conformance", "--base-url", nowhere("any"), "--report-dir", "reports"], env=KEYS
    )
    assert result.exit_code == 2, (result.output, result.exception)
    assert isinstance(result.exception, SystemExit)


def test_known_failure_turns_no_run_red_and_a_pass_does(deploy: Deploy, check: Check) -> None:
    only = ["--operation", "accounts_get", "--max-examples", "2", "--disable", "schemathesis.ignored_auth"]
    found = check(deploy("missing field").base_url, *only)
    assert found.status == 1
    red = set(re.findall("^FAIL  ([^:]+):", found.out, re.MULTILINE))
    assert "schemathesis.response_schema_conformance" in red
    entries = [f'[[known-failures]]\nrule = "{name}"\nreason = "ticket 7"' for name in sorted(red)]
    Path("conformance.toml").write_text("\n".join(entries))
    known = check(deploy("missing field").base_url, *only)
    assert known.status == 0, known.out
    assert known.verdict.startswith("CONFORMANT: ")
    assert f"{len(red)} x ticket 7" in known.out
    results = json.loads((known.reports / "results.json").read_text())
    disabled = [each for each in results["checks"] if each["status"] == "disabled"]
    assert [each["id"] for each in disabled] == ["schemathesis.ignored_auth"]
    mended = check(deploy().base_url, *only)
    assert mended.status == 1
    assert "it passes, so remove it from known-failures (reason there: ticket 7)" in mended.out


def test_nothing_checked_is_no_verdict(deploy: Deploy, check: Check) -> None:
    outcome = check(
        deploy().base_url,
        "--mode=read-only",
        "--rule=accounts-delete-then-404",
        "--max-examples=1",
    )
    assert outcome.status == 2
    assert outcome.out.startswith("NO VERDICT  ")
    assert "nothing could be checked" in outcome.err.splitlines()[-1]


def test_reusable_workflow_sets_what_is_a_setting() -> None:
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "conformance.yml").read_text())
    steps = workflow["jobs"]["conformance"]["steps"]
    variables = {
        name: "" for step in steps for name in step.get("env", {}) if name.startswith("CONFORMANCE_")
    }
    assert len(variables) > 4
    said = sentence("--base-url", nowhere("option"), env=variables)
    assert said.startswith(nowhere("option")), "and an empty one is none"


def test_rule_and_operation_must_both_fit(deploy: Deploy, check: Check) -> None:
    url = deploy().base_url
    rule = ["--rule", "accounts-list-bare-array"]
    both = check(url, *rule, "--operation", "accounts_list")
    assert both.verdict.startswith("CONFORMANT: 1 pass (")
    neither = check(url, *rule, "--operation", "sources_list")
    assert neither.status == 2
    assert "nothing is to be checked: no such check is about such an operation" in neither.err
    assert not [*neither.reports.iterdir()], "nor are the reports of the run before taken for its own"
