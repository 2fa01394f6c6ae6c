"""Mocks of the real description, as it is and with pages of another designer."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from tests.conftest import running_mock
from tests.excerpt import SPEC, write_excerpt

from contextio_contract.cli import main
from contextio_contract.cli.description import resolve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Client, Contract, LiveServer

_PAGE = Path(__file__).with_name("described") / "friends.yaml"
_PATHS = {
    "/accounts/{id}/friends": "collection",
    "/accounts/{id}/friends/{friend}": "instance",
    "/accounts/{id}/friends/{friend}/notes": "notes",
    "/accounts/{id}/friends/{friend}/notes/{note_id}": "note",
    "/accounts/{id}/sources/{label}/drawers/{drawer}": "drawer",
    "/accounts/{id}/statistics": "statistics",
    "/motto": "motto",
    "/labels": "labels",
    "/labels/{name}": "label",
    "/portrait": "portrait",
    "/homepage": "homepage",
}
_NICKNAME = "      nickname:\n        type: string\n        description: What friends call the person.\n"
_LANGUAGE = "      language:\n        enum: [en, de]\n        description: Language of the person.\n"


def _bundle(spec: Path) -> dict[str, Any]:
    return resolve(spec).contract.bundle


@pytest.fixture(scope="session")
def mock_server(contract: Contract) -> Iterator[LiveServer]:
    with running_mock(contract.bundle) as live:
        yield live


@pytest.fixture
def client(mock_server: LiveServer) -> Client:
    """A client of the mock of the description as it is."""
    return mock_server.client()


@pytest.fixture(scope="session")
def designed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The bundle of the description after a designer has been at it."""
    spec = write_excerpt(tmp_path_factory.mktemp("designed") / "spec")
    shutil.copy(_PAGE, spec / "resources")
    root = spec / "openapi.yaml"
    paths = "".join(
        f'  {path}: {{$ref: "resources/friends.yaml#/pathItems/{item}"}}\n' for path, item in _PATHS.items()
    )
    root.write_text(root.read_text("utf-8").replace("\npaths:\n", f"\npaths:\n{paths}"), "utf-8")
    accounts = spec / "resources" / "accounts.yaml"
    text = accounts.read_text("utf-8")
    for schema in ("Account", "AccountCreateForm", "AccountUpdateForm"):
        head, mark, tail = text.partition(f"\n  {schema}:\n")
        text = head + mark + tail.replace("    properties:\n", f"    properties:\n{_NICKNAME}", 1)
    # A field that every account must have from now on, and that nothing gives a value.
    head, mark, tail = text.partition("\n  Account:\n")
    tail = tail.replace("    required:\n", "    required:\n      - language\n", 1)
    text = head + mark + tail.replace("    properties:\n", f"    properties:\n{_LANGUAGE}", 1)
    accounts.write_text(text, "utf-8")
    return _bundle(spec)


@pytest.fixture(scope="session")
def designed_server(designed: dict[str, Any]) -> Iterator[LiveServer]:
    with running_mock(designed) as live:
        yield live


@pytest.fixture(scope="session")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The bundle of the description with a page as `new-operation` drafts it."""
    spec = write_excerpt(tmp_path_factory.mktemp("drafted") / "spec")
    documented = (SPEC / "documented" / "email_addresses.yaml").read_text("utf-8")
    others = {"email_addresses": "addresses", "EmailAddress": "Address", "id: ea-": "id: ad-"}
    for name, other in others.items():
        documented = documented.replace(name, other)
    (spec / "documented" / "addresses.yaml").write_text(documented, "utf-8")
    done = CliRunner().invoke(main, ["new-operation", "addresses", "--spec", str(spec)])
    assert done.exit_code in {0, 1}, done.output  # 1: the draft has findings for its author to correct
    return _bundle(spec)


@pytest.fixture
def designer(designed_server: LiveServer) -> Client:
    """A client of that server, with a consumer key of its own."""
    return designed_server.client()
