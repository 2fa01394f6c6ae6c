"""Packages that a team generates under its own name, of some pages."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result
from tests.codegen.conftest import CONTRACT, ROOT, made_once
from tests.codegen.test_typescript import needs_node
from tests.conftest import running_mock

from contextio_contract.cli import main
from contextio_contract.contract import Contract
from contextio_contract.contract.reduction import reduce

if TYPE_CHECKING:
    from collections.abc import Callable

PAGES = "accounts,messages"
PROGRAM = """
import sys
from acme_mail_client import ContextIO, NotFoundError
from acme_mail_models import Account, Message

with ContextIO("key", "secret", base_url=sys.argv[1]) as client:
    created = client.accounts.create(email="ada@example.com")
    account: Account = client.accounts.get(created.id)
    messages: list[Message] = client.messages.list(created.id, limit=5)
    print(account.email_addresses, messages)
    try:
        client.messages.get(created.id, "none")
    except NotFoundError as error:
        print(error.status)
"""


def generate(
    folder: Path, *targets: str, command: str = "generate", package: str = "acme_mail", pages: str = PAGES
) -> Result:
    arguments = [command, *targets, "--spec", str(ROOT / "spec"), "--out", str(folder)]
    arguments += ["--package", package] if package else []
    result = CliRunner().invoke(main, arguments + (["--pages", pages] if pages else []))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    def make(folder: Path) -> None:
        done = generate(folder / "mail")
        assert done.stdout.splitlines()[-1] == (
            "generate: 3 of 3 outputs updated; "
            f"next: pip install {folder}/mail/acme_mail_models {folder}/mail/acme_mail_client"
        )

    return made_once(tmp_path_factory, "team", make) / "mail"


@pytest.fixture
def mail(made: Path, tmp_path: Path) -> Path:
    """A folder with packages, to be changed."""
    return Path(shutil.copytree(made, tmp_path / "mail"))


@pytest.mark.slow
def test_packages_call_the_mock_of_their_pages(made: Path, tmp_path: Path) -> None:
    bundle = json.loads((made / "openapi.json").read_bytes())
    assert [tag["name"] for tag in bundle["tags"]] == PAGES.split(",")
    (tmp_path / "program.py").write_text(PROGRAM)
    with running_mock(bundle, {"key": "secret"}) as mock:
        called = subprocess.run(
            [sys.executable, tmp_path / "program.py", f"{mock.origin}/2.0"],
            env={"PYTHONPATH": str(made)},
            capture_output=True,
            text=True,
            check=False,
        )
    assert called.stdout == "['ada@example.com'] []\n404\n", called.stderr


def test_packages_know_nothing_of_the_projects_own(made: Path) -> None:
    for path in (path for kind in ("py", "md", "toml") for path in made.rglob(f"*.{kind}")):
        assert not re.search("contextio[_-](models|client)", path.read_text("utf-8")), path


@pytest.mark.parametrize("name", ["acme_mail_models", "acme_mail_client"])
def test_packages_bring_licence_and_changelog(made: Path, name: str) -> None:
    assert (made / name / "LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()
    changelog = (ROOT / "generated" / "contextio_client" / "CHANGELOG.md").read_text()
    assert (made / name / "CHANGELOG.md").read_text() == changelog.replace(
        "contextio_client", "acme_mail_client"
    )
    assert "[CHANGELOG.md](CHANGELOG.md)" in (made / name / "README.md").read_text()


@pytest.mark.slow
@pytest.mark.timeout(300)  # mypy reads pydantic without a cache
def test_packages_have_strict_types(made: Path, tmp_path: Path) -> None:
    (tmp_path / "program.py").write_text(PROGRAM)
    checked = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--cache-dir", tmp_path / "cache", made, "program.py"],
        cwd=tmp_path,
        env={"MYPYPATH": str(made)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize("page", [page.name for page in CONTRACT.pages])
def test_every_page_stands_alone(page: str) -> None:
    reduced = reduce(CONTRACT.bundle, [page])
    contract = Contract(reduced)
    contract.read_behaviour()
    assert {operation.page for operation in contract.operations.values()} == {page}
    assert all(link.operation for each in contract.operations.values() for link in each.links)
    named = [each.asynchronous.observe for each in contract.operations.values() if each.asynchronous]
    named += [each.part.of for each in contract.operations.values() if each.part]
    assert set(named) <= contract.operations.keys()
    unused = {
        f"#/components/{section}/{name}"
        for section, entries in reduced["components"].items()
        for name in entries
        if section != "securitySchemes"
    } - contract.document.closure(reduced["paths"]).keys()
    assert not unused
    assert reduce(reduced, [page]) == reduced


def test_all_pages_are_the_whole() -> None:
    whole = CONTRACT.bundle
    assert reduce(whole, [page.name for page in CONTRACT.pages])["paths"] == whole["paths"]


@pytest.mark.slow
def test_a_later_run_brings_the_packages_up_to_date(mail: Path) -> None:
    (mail / "notes.txt").write_text("of the team")
    assert "generate: 0 of 3 outputs updated" in generate(mail).stdout
    assert generate(mail, command="check", pages="messages,accounts").stdout.endswith("3 outputs fresh\n")
    assert "generate: 3 of 3 outputs updated" in generate(mail, pages="accounts").stdout
    assert not (mail / "acme_mail_client" / "api" / "messages.py").exists()
    assert (mail / "notes.txt").read_text() == "of the team"


def test_one_target_of_other_pages_is_refused(mail: Path) -> None:
    before = {path: path.read_bytes() for path in mail.rglob("*") if path.is_file()}
    refused = generate(mail, "models", pages="")
    assert refused.exit_code == 2
    assert "has client of other pages; name the same --pages, or no targets" in refused.stderr
    assert {path: path.read_bytes() for path in mail.rglob("*") if path.is_file()} == before
    assert generate(mail, "models", pages="messages,accounts").exit_code == 0


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    refused = generate(tmp_path / "file" / "mail")
    assert refused.exit_code == 2
    assert refused.stderr.startswith(f"Error: {tmp_path}/file/mail cannot be written: ")
    assert refused.stderr.endswith("; name another folder with --out\n")


def foreign_file(mail: Path) -> dict[str, Any]:
    (mail / "manifest.json").unlink()
    return {}


def foreign_folder(mail: Path) -> dict[str, Any]:
    (mail / "typescript").mkdir()
    return {}


@pytest.mark.parametrize(
    ("prepare", "said"),
    [
        (foreign_file, "has files of something else, as acme_mail_client; name a new folder"),
        (foreign_folder, "has files of something else, as typescript; name a new folder"),
        (
            lambda _: {"package": "other"},
            "has files of something else, as acme_mail_client; name a new folder",
        ),
        (lambda _: {"package": "", "pages": ""}, "has files of something else, as acme_mail_client"),
        (lambda _: {"package": ""}, "--pages goes with --package, the name of the packages"),
        (
            lambda _: {"package": "Acme-Mail"},
            "--package Acme-Mail: write small letters, digits and underscores",
        ),
        (
            lambda _: {"pages": "accounts,mail"},
            "--pages mail: no page has this name; the pages are accounts, account_connect_tokens, ",
        ),
    ],
)
def test_nothing_else_is_overwritten(
    mail: Path, prepare: Callable[[Path], dict[str, Any]], said: str
) -> None:
    options = prepare(mail)
    before = {path: path.read_bytes() for path in mail.rglob("*") if path.is_file()}
    refused = generate(mail, **options)
    assert refused.exit_code == 2
    assert said in refused.stderr
    assert {path: path.read_bytes() for path in mail.rglob("*") if path.is_file()} == before


def test_what_is_about_the_whole_description_is_no_package(tmp_path: Path) -> None:
    refused = generate(tmp_path / "mail", "docs")
    assert refused.exit_code == 2
    assert "with --package, docs: the targets are openapi, models, client, typescript" in refused.stderr


@needs_node
@pytest.mark.slow
def test_the_npm_package_has_the_name_of_the_team(mail: Path) -> None:
    done = generate(mail, "typescript")
    assert done.exit_code == 0, done.output
    assert json.loads((mail / "typescript" / "package.json").read_text())["name"] == "acme-mail-client"
    assert [path.stem for path in sorted((mail / "typescript" / "src" / "pages").iterdir())] == PAGES.split(
        ","
    )
    assert "contextio-client" not in (mail / "typescript" / "README.md").read_text()
