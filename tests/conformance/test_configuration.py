"""Settings come from the command line, else from the environment, else from a file, and are validated."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.conformance.conftest import KEYS
from tests.descriptions import resolve_once

from contextio_contract.cli import main
from contextio_contract.cli.conformance import conformance
from contextio_contract.conformance.settings.configuration import key_of, settings_of
from contextio_contract.conformance.verdict.empty_run import without_checks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from click.testing import Result
    from tests.conformance.conftest import Deploy

    from contextio_contract.conformance.results import RunResult
    from contextio_contract.conformance.settings.options import Options

ROOT = Path(__file__).parents[2]
NAMES = [key_of(option) for option in settings_of(conformance)]


def nowhere(host: str) -> str:
    """An address that nobody listens at; messages name it."""
    return f"http://{host}.invalid/2.0"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def invoke(*options: str, env: Mapping[str, str] | None = None) -> Result:
    return CliRunner().invoke(main, ["conformance", *options], env=KEYS | dict(env or {}))


def message(*options: str, file: str = "", env: Mapping[str, str] | None = None) -> str:
    """The message of a run that cannot begin."""
    if file:
        Path("conformance.toml").write_text(file)
    result = invoke(*options, env=env)
    assert result.exit_code == 2, result.output
    assert isinstance(result.exception, SystemExit)
    return result.output.splitlines()[-1].removeprefix("Error: ")


def test_options_go_before_variables_and_these_before_the_file() -> None:
    file = f'base-url = "{nowhere("file")}"'
    env = {"CONFORMANCE_BASE_URL": nowhere("variable")}
    assert message(file=file).startswith(nowhere("file"))
    assert message(file=file, env=env).startswith(nowhere("variable"))
    assert message("--base-url", nowhere("option"), file=file, env=env).startswith(nowhere("option"))


def test_file_can_be_named() -> None:
    Path("other.toml").write_text(f'base-url = "{nowhere("other")}"')
    file = f'base-url = "{nowhere("file")}"'
    assert message("--config", "other.toml", file=file).startswith(nowhere("other"))
    assert message(file=file, env={"CONFORMANCE_CONFIG": "other.toml"}).startswith(nowhere("other"))


def test_file_sets_every_kind_of_option(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Options] = []

    def run(options: Options, *_: Any, **__: Any) -> RunResult:
        seen.append(options)
        return without_checks(options, unchanged="nothing is run here")

    monkeypatch.setattr("contextio_contract.conformance.run.run", run)
    Path("conformance.toml").write_text(
        f'base-url = "{nowhere("file")}"\n'
        'seed = 7\nrate = 2.5\nimap-ssl = false\nmode = "sandbox"\nrule = "one"\ndisable = ["two", "three"]\n'
        'report-dir = "out"\n[[known-failures]]\nrule = "x"\nreason = "y"\nuntil = 2030-01-31\n'
    )
    assert invoke().exit_code == 0
    [options] = seen
    assert (options.seed, options.rate, options.imap_ssl, options.mode) == (7, 2.5, False, "sandbox")
    assert (options.rule, options.disable, options.report_dir) == (("one",), ("two", "three"), Path("out"))
    assert [str(failure.until) for failure in options.known_failures] == ["2030-01-31"]


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ('base-ulr = "x"', "conformance.toml: base-ulr is not a setting; did you mean base-url?"),
        ('clean-up = "cio-0123456789ab"', "conformance.toml: clean-up is not a setting"),
        ("[conformance]\nseed = 1", "conformance.toml: conformance is not a setting"),
        ("seed = [1]", "conformance.toml: seed must be a single value"),
        ("seed = true", "Invalid value for '--seed': 'True' is not a valid integer range."),
        ("seed = 2030-01-01", "conformance.toml: seed must be a single value"),
        ("seed = 1.5", "Invalid value for '--seed': '1.5' is not a valid integer range."),
        ('report-dir = "a\\u0000b"', "conformance.toml: report-dir must be a single value"),
        ('seed = "many"', "Invalid value for '--seed': 'many' is not a valid integer range."),
        ("rule = [[1]]", "conformance.toml: rule must be a list of single values"),
        ("rule = [1]", "--rule 1: no check has this name; contextio-contract rules lists them"),
        ('imap-ssl = "perhaps"', "Invalid value for '--imap-ssl': 'perhaps' is not a"),
        ("seed = ", "conformance.toml is not TOML: "),
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
def test_invalid_file_is_refused(file: str, said: str) -> None:
    assert said in message("--base-url", nowhere("any"), file=file)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "CONFORMANCE_SEEED",
            "the variable CONFORMANCE_SEEED is not a setting; did you mean CONFORMANCE_SEED?",
        ),
        ("CONFORMANCE_CLEAN_UP", "the variable CONFORMANCE_CLEAN_UP is not a setting"),
    ],
)
def test_unknown_variable_is_refused(name: str, said: str) -> None:
    assert message(env={name: "1"}).startswith(said)


def test_missing_file_is_refused() -> None:
    assert message("--config", "none.toml") == "none.toml cannot be read (No such file or directory)"


def test_endless_file_is_refused() -> None:
    assert message("--config", "/dev/zero") == "/dev/zero is larger than 1 MiB"


def test_empty_address_does_not_mean_our_own_server() -> None:
    assert message("--base-url", "").startswith("--base-url must be an absolute http or https address")


TOML = st.recursive(
    st.integers(-(2**70), 2**70) | st.booleans() | st.text(max_size=8) | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=4,
)


@settings(deadline=None)
@given(content=st.dictionaries(st.sampled_from([*NAMES, "known-failures"]), TOML, max_size=4))
def test_any_file_leads_to_a_message(content: dict[str, object]) -> None:
    file = "\n".join(f"{name} = {json.dumps(value)}" for name, value in content.items())
    file = file.replace("Infinity", "inf")
    Path("conformance.toml").write_text(file, encoding="utf-8")
    try:
        tomllib.loads(file)
    except ValueError:
        return  # JSON spells some strings in a way that TOML does not take
    result = invoke("--base-url", nowhere("any"), "--report-dir", "reports")
    assert result.exit_code == 2, (result.output, result.exception)
    assert isinstance(result.exception, SystemExit)


def test_known_failures_do_not_turn_a_run_red_and_their_passes_do(deploy: Deploy) -> None:
    broken, whole = deploy("broken list").base_url, deploy().base_url
    rule = "connect_tokens_list.elements"
    only = [f"--rule={rule}", "--rule=accounts_list.window", "--disable=accounts_list.window"]
    failing = invoke("--base-url", broken, *only)
    assert failing.exit_code == 1, failing.output
    assert re.findall("^FAIL  ([^:]+):", failing.stdout, re.MULTILINE) == [rule]
    Path("conformance.toml").write_text(f'[[known-failures]]\nrule = "{rule}"\nreason = "ticket 7"')
    known = invoke("--base-url", broken, *only)
    assert known.exit_code == 0, known.output
    assert known.stdout.splitlines()[-1].startswith("CONFORMANT: ")
    assert "1 x ticket 7" in known.stdout
    results = json.loads(Path("reports/conformance/results.json").read_text())
    disabled = [each for each in results["checks"] if each["status"] == "disabled"]
    assert [each["id"] for each in disabled] == ["accounts_list.window"]
    mended = invoke("--base-url", whole, *only)
    assert mended.exit_code == 1
    assert "it passes, so remove it from known-failures (reason there: ticket 7)" in mended.stdout


def test_known_failures_of_the_page_about_settings_are_taken(deploy: Deploy) -> None:
    page = (ROOT / "generated" / "conformance.md").read_text(encoding="utf-8")
    entries = page.partition("[[known-failures]]")[2].partition("```")[0]
    Path("conformance.toml").write_text(f"[[known-failures]]{entries}", encoding="utf-8")
    result = invoke("--base-url", deploy().base_url, "--rule=accounts_list.filter.email")
    assert "it passes, so remove it from known-failures" in result.stdout, result.output


def test_help_has_every_option_in_a_section_of_its_own_kind() -> None:
    _, title, shown = invoke("--help").stdout.partition("The deployment:\n")
    assert title
    for option in conformance.params:
        assert len(re.findall(rf"^  {option.opts[0]}\b(?!-)", shown, re.MULTILINE)) == 1, option.opts
    assert re.search(r"^Other options:\n  -h, --help .*\n\n", shown, re.MULTILINE)
    assert shown.index("What is checked:") < shown.index("Reports:")


def test_run_without_checks_has_no_verdict(deploy: Deploy) -> None:
    result = invoke("--base-url", deploy().base_url, "--mode=read-only", "--rule=accounts-delete-then-404")
    assert result.exit_code == 2
    assert result.stdout.startswith("NO VERDICT: ")
    assert "nothing could be checked" in result.stderr.splitlines()[-1]


def test_reusable_workflow_sets_only_settings() -> None:
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "conformance.yml").read_text())
    steps = workflow["jobs"]["conformance"]["steps"]
    variables = {
        name: "" for step in steps for name in step.get("env", {}) if name.startswith("CONFORMANCE_")
    }
    assert len(variables) > 4
    said = message("--base-url", nowhere("option"), env=variables)
    assert said.startswith(nowhere("option")), "an empty variable is not a setting"


def test_rule_and_operation_must_both_fit(deploy: Deploy) -> None:
    url = deploy().base_url
    rule = ["--base-url", url, "--rule", "accounts_list.window"]
    both = invoke(*rule, "--operation", "accounts_list")
    assert both.stdout.splitlines()[-1].startswith("CONFORMANT: 1 pass (")
    neither = invoke(*rule, "--operation", "sources_list")
    assert neither.exit_code == 2
    assert "nothing is to be checked: no such check is about such an operation" in neither.stderr
    result = json.loads(Path("reports/conformance/results.json").read_text())
    assert not result["checks"], "the reports of the run before are gone"


def test_checks_of_operations_that_are_not_described_are_left_out(deploy: Deploy) -> None:
    bundle = resolve_once().contract.bundle
    paths = {path: item for path, item in bundle["paths"].items() if path.startswith("/accounts")}
    Path("accounts.json").write_text(json.dumps({**bundle, "paths": paths}))
    only = ["--base-url", deploy().base_url, "--spec=accounts.json", "--rule=accounts_list.window"]
    result = invoke(*only, "--rule=ct-redirect-user")
    assert result.stdout.splitlines()[-1].startswith("CONFORMANT: 1 pass ("), result.output
    assert f"description {bundle['info']['version']} (accounts.json)" in result.stdout
