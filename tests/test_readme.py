"""The README's commands exist, its samples run, its links lead somewhere."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click import Context, Group
from click.testing import CliRunner

from contextio_contract.cli import COMMANDS, main

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
DEPLOY = ROOT / "scripts" / "deploy"
RUNNING = (DEPLOY / "README.md").read_text("utf-8")
SAMPLES = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
MAKE = sorted(set(re.findall(r"(?:`|\$ )make ([a-z-]+)", README)))


def test_samples_run_against_the_server(
    new_server: Callable[..., Any], capsys: pytest.CaptureFixture[str]
) -> None:
    live = new_server(keys={"demo-key": "demo-secret"})
    assert SAMPLES
    for sample in SAMPLES:
        here = sample.replace("http://127.0.0.1:8080", live.origin)
        exec(compile(here, "README.md", "exec"), {"__name__": "readme"})  # noqa: S102 - our own text
    assert re.fullmatch(
        r"[0-9a-f]{24} Mary \[\]\n404 account [0-9a-f]{24} is invalid\n", capsys.readouterr().out
    )


@pytest.mark.parametrize("target", MAKE)
def test_make_targets_exist(target: str) -> None:
    dry_run = subprocess.run(
        ["make", "--dry-run", target], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert dry_run.returncode == 0, dry_run.stderr


def test_commands_exist() -> None:
    named = set(re.findall(r"contextio-contract ([a-z]+[a-z-]*)", README + RUNNING))
    assert named
    assert named <= COMMANDS.keys()


@pytest.mark.parametrize(
    "line", sorted(set(re.findall(r"contextio-contract (?:keys |jobs )?[a-z][^`\n)]*", RUNNING)))
)
def test_commands_have_the_options_that_running_it_names(line: str) -> None:
    words = re.sub(r"--(\S+).*?(?=--|$)", r"--\1 ", line).split()[1:]
    command = [word for word in words if not word.startswith("--")]
    shown = CliRunner().invoke(main, [*command[: 2 if command[0] in {"keys", "jobs"} else 1], "--help"])
    assert shown.exit_code == 0, shown.output
    assert all(word in shown.output for word in words if word.startswith("--"))


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\(([^)#]+)\)", README))))
def test_links_lead_to_files(link: str) -> None:
    assert (ROOT / link).exists()


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\(([^)#]+)\)", RUNNING))))
def test_links_of_running_it_lead_to_files(link: str) -> None:
    assert (DEPLOY / link).exists()


@pytest.mark.parametrize("anchor", sorted(set(re.findall(r"\]\(#([^)]+)\)", README))))
def test_links_within_lead_to_headings(anchor: str) -> None:
    headings = {
        heading.lower().replace(" ", "-") for heading in re.findall(r"^#+ (.+)$", README, re.MULTILINE)
    }
    assert anchor in headings


def test_continuous_integration_runs_the_test_command() -> None:
    assert "\nmake test\n" in (ROOT / ".ci" / "run").read_text("utf-8")


def test_every_direct_dependency_earns_its_line() -> None:
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    named = re.findall(r'^    "([a-z0-9-]+)(?:\[[a-z]+\])?[><=]', project, re.MULTILINE)
    told = README.lower().partition("## libraries")[2]
    assert len(named) > 20
    assert [name for name in named if name.removeprefix("types-").removeprefix("pytest-") not in told] == []


def test_every_command_says_what_it_does() -> None:
    listed = CliRunner().invoke(main, ["--help"]).output
    for name in COMMANDS:
        assert re.search(rf"^  {name} +\w", listed, re.MULTILINE)
        command = main.get_command(Context(main), name)
        within = command.commands if isinstance(command, Group) else []
        for words in ([name], *([name, each] for each in within)):
            assert "Examples:" in CliRunner().invoke(main, [*words, "--help"]).output, words
