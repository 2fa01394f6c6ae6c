"""Types of the generated packages, as the type checkers of other projects see them."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from tests.codegen.conftest import PACKAGES, ROOT, made_once

if TYPE_CHECKING:
    from pathlib import Path

USAGE = ROOT / "tests" / "codegen" / "usage"
RIGHT = """
import httpx

from contextio_client import (
    Answer,
    AsyncContextIO,
    AsyncPage,
    Attempt,
    ContextIO,
    NotFoundError,
    Page,
    Paginator,
    Upload,
)
from contextio_client.connect import Connection, connection
from contextio_models import Account, ContactMatch, Failure


def addresses(client: ContextIO) -> list[str]:
    accounts: list[Account] = client.accounts.list(status="OK", status_ok=1)
    return [address for account in accounts for address in account.email_addresses]


def connect(client: ContextIO, id: str) -> str:
    try:
        return client.account_connect_tokens.create(id, callback_url="https://app.example").browser_redirect_url
    except NotFoundError as error:
        return error.body.value if isinstance(error.body, Failure) else str(error)


async def label(client: AsyncContextIO) -> str:
    return (await client.with_options(timeout=5).sources.get("id", "0")).label


def raw(client: ContextIO) -> tuple[int, Account]:
    answer: Answer[Account] = client.accounts.with_raw_response.get("id")
    return answer.status, answer.parse()


async def every(client: AsyncContextIO) -> list[str]:
    first: Answer[list[Account]] = await client.accounts.with_raw_response.list(limit=1)
    rest = [each.id async for each in client.accounts.list_all(page_size=10)]
    return rest + [each.id for each in first.parse()]


def connected(client: ContextIO) -> Connection | None:
    return connection(client.connect_tokens.get("token"))


def follow(client: ContextIO) -> list[Account]:
    first: Page[Account] = client.accounts.list(limit=10)
    second: list[Account] = first.next_page() if first.has_next_page() else []
    raw: Answer[Page[Account]] = client.accounts.with_raw_response.list()
    contacts: Paginator[ContactMatch] = client.contacts.list_all("id")
    emails: list[str] = [contact.email for page in contacts.pages() for contact in page]
    print(emails, next(contacts).email, raw.parse().has_next_page())
    return [account for page in first.pages() for account in page] + second


async def follow_async(client: AsyncContextIO) -> list[str]:
    first: AsyncPage[Account] = await client.accounts.list(limit=10)
    ids = [account.id async for page in first.pages() for account in page]
    pages = [page async for page in client.contacts.list_all("id").pages()]
    return ids + [page[0].email for page in pages if page.has_next_page()] + [(await first.next_page())[0].id]


def traced(attempt: Attempt) -> None:
    print(attempt.operation, attempt.status or attempt.error, attempt.seconds + (attempt.wait or 0.0))


def configured() -> tuple[ContextIO, AsyncContextIO]:
    client = ContextIO(http_client=httpx.Client(), default_headers={"X-A": "b"}, on_attempt=traced)
    other = client.with_options(base_url="https://a.example", consumer_key="k", read_timeout=3)
    answer = other.request("POST", "/a", files={"a": Upload(b"", "text/csv"), "b": b""}, headers={"X-B": "c"})
    print(answer.text, answer.request_id, answer.json(), other.request("PUT", "/b", json=[None]).status)
    return client, AsyncContextIO(http_client=httpx.AsyncClient(), connect_timeout=1, default_query={"a": 1})
"""
SHAPES = """
from pathlib import Path
from typing import Literal

from shapes_client import Answer, AsyncByteStream, AsyncContextIO, ByteStream, ContextIO
from shapes_models import Label, Shape, ShapeGroup, Style, Tray


def switched(client: ContextIO, raw: Literal[0, 1]) -> tuple[dict[str, list[str]], str]:
    groups: list[ShapeGroup] = client.shapes.list_copies("s1", grouped=1)
    copies: list[Shape] = client.shapes.list_copies("s1")
    either: dict[str, list[str]] | str = client.shapes.get_headers("s1", raw=raw)
    print(groups, copies, either)
    return client.shapes.get_headers("s1"), client.shapes.get_headers("s1", raw=1)


def streams(client: ContextIO) -> str:
    with client.shapes.get_content("s1", range="bytes=0-9") as stream:
        whole: bytes = stream.read()
    saved: Path = client.shapes.get_content("s1").save("here")
    each: ByteStream = client.shapes.get_content("s1", as_link=0)
    raw: Answer[ByteStream] = client.shapes.with_raw_response.get_content("s1")
    link: Answer[str] = client.shapes.with_raw_response.get_content("s1", as_link=1)
    print(whole, saved, each, raw.parse().read(), link.parse())
    return client.shapes.get_content("s1", as_link=1)


async def streamed(client: AsyncContextIO) -> str:
    raw: Answer[AsyncByteStream] = await client.shapes.with_raw_response.get_content("s1")
    print(await raw.parse().read())
    stream: AsyncByteStream = await client.shapes.get_content("s1")
    async with stream:
        print([chunk async for chunk in stream])
    return await client.shapes.get_content("s1", as_link=1)


def sent(client: ContextIO) -> None:
    with Path("a").open("rb") as file:
        client.shapes.create(message=file, class_="line")
    client.shapes.create(message=b"")
    client.shapes.create(message=Path("a"))
    client.shapes.list(from_=["a"], include_style="raw", async_=1)
    client.shapes.list(from_="a", include_style=1)
    client.shapes.update_labels("s1", add="a", remove=["b"])
    client.shapes.replace_labels("s1", body=[Label(name="a"), {"name": "b"}])
    client.shapes.replace_style("s1", body=Style(colour="red"))
    client.shapes.get_layer("s1", 3)


def read(client: ContextIO) -> list[str]:
    trays: dict[str, dict[str, Tray | None]] = client.shapes.get_printing("s1")
    answer: Answer[list[Label]] = client.shapes.with_raw_response.list_labels("s1")
    emails = [person.email for person in client.shapes.list_people_all()]
    names = [label.name for label in answer.parse()]
    return emails + names + list(client.shapes.list_albums_all()) + list(trays)
"""
SHAPES_MISTAKES = {
    'client.shapes.get_headers("s1", raw=1).items()': "attr-defined",
    'client.shapes.get_content("s1").strip()': "attr-defined",
    'client.shapes.create(message="a text")': "arg-type",
    'client.shapes.get_layer("s1", "3")': "arg-type",
    'client.shapes.replace_style("s1", body=[])': "arg-type",
    'client.shapes.list(include_style="xml")': "arg-type",
}
MISTAKES = {
    'client.accounts.list(status="NOPE")': "arg-type",
    'client.accounts.list(stauts="OK")': "call-arg",
    "client.accounts.create()": "call-arg",
    'client.accounts.get("id").nickname': "attr-defined",
    "client.accounts.with_raw_response.get(3)": "arg-type",
    'client.accounts.list_all(stauts="OK")': "call-arg",
    "client.with_options(timeuot=3)": "call-arg",
    "client.accounts.list().next_page().nxt": "attr-defined",
    "client.accounts.list_all().pages().id": "attr-defined",
    'client.request("GET", "/", content=5)': "arg-type",
}
WRONG = "from {package} import ContextIO\n\ndef wrong(client: ContextIO) -> None:\n    "
BREAKS = {
    "argument": (
        "contextio_client/api/sources.py",
        "password: str",
        "secret: str",
        "Unexpected keyword argument",
    ),
    "method": ("contextio_client/api/accounts.py", "def delete(", "def remove(", 'has no attribute "delete"'),
    "field": (
        "contextio_models/models/account.py",
        "    email_addresses: ",
        "    addresses: ",
        'no attribute "email_addr',
    ),
    "error": ("contextio_client/*.py", "NotFoundError", "LostError", 'has no attribute "NotFoundError"'),
}


@pytest.fixture(scope="session")
def project(installed: Path, shapes_packages: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project that uses the installed packages, and others that break what users wrote.

    The broken packages have names of their own, and so have the programs that use them.
    """

    def make(folder: Path) -> None:
        (folder / "right.py").write_text(RIGHT)
        (folder / "shapes_right.py").write_text(SHAPES)
        for name, package, mistakes in (
            ("wrong", "contextio_client", MISTAKES),
            ("shapes_wrong", "shapes_client", SHAPES_MISTAKES),
        ):
            (folder / f"{name}.py").write_text(WRONG.format(package=package) + "\n    ".join(mistakes))
        for path in shapes_packages.iterdir():
            (folder / path.name).symlink_to(path)
        shutil.copytree(USAGE, folder / "usage", ignore=shutil.ignore_patterns("__pycache__"))
        for package in PACKAGES:
            (folder / package).symlink_to(installed / package)
            shutil.copytree(installed / package, folder / f"broken_{package}")
        shutil.copytree(folder / "usage", folder / "broken_usage")
        for pattern, old, new, _ in BREAKS.values():
            paths = list(folder.glob(f"broken_{pattern}"))
            assert any(old in path.read_text(encoding="utf-8") for path in paths)
            for path in paths:
                path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
        for path in folder.glob("broken_*/**/*.py"):
            text = path.read_text(encoding="utf-8")
            path.write_text(re.sub(r"\bcontextio_(models|client)\b", r"broken_contextio_\1", text))

    return made_once(tmp_path_factory, "project", make)


@pytest.fixture(scope="session")
def mypy(project: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return what mypy says about all of it."""

    def make(folder: Path) -> None:
        cache = ["--cache-dir", str(ROOT / ".cache" / "mypy-packages")]
        arguments = [
            "--strict",
            "--explicit-package-bases",
            "--no-error-summary",
            "--config-file",
            "",
            *cache,
        ]
        sources = [*PACKAGES, "right.py", "wrong.py", "usage", "broken_usage"]
        sources += [path.name for path in project.glob("shapes_*")]
        done = subprocess.run(
            [sys.executable, "-m", "mypy", *arguments, *sources],
            cwd=project,
            env={**os.environ, "MYPYPATH": str(project)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 1, done.stderr  # programs are wrong; 2 is a failure of mypy
        (folder / "output").write_text(done.stdout)

    return (made_once(tmp_path_factory, "mypy", make) / "output").read_text().splitlines()


def errors(mypy: list[str], file: str) -> list[str]:
    return [line for line in mypy if line.startswith(file) and ": error: " in line]


@pytest.mark.slow
def test_the_packages_and_a_right_program_are_typed_strictly(mypy: list[str]) -> None:
    assert errors(mypy, "contextio_") + errors(mypy, "right.py") == []
    programs = ("shapes_client", "shapes_models", "shapes_right.py")
    assert [line for program in programs for line in errors(mypy, program)] == []


@pytest.mark.slow
def test_each_mistake_in_a_program_is_found(mypy: list[str]) -> None:
    for program, mistakes in (("wrong.py", MISTAKES), ("shapes_wrong.py", SHAPES_MISTAKES)):
        codes = [line.rpartition("[")[2].rstrip("]") for line in errors(mypy, program)]
        assert codes == list(mistakes.values())


def test_the_newest_release_has_left_its_usage() -> None:
    released = json.loads((ROOT / "spec" / "released.json").read_bytes())["info"]["version"]
    release = USAGE / f"v{released.replace('.', '_')}"
    assert {path.name for path in release.glob("*.py")} >= {"operations.py", "connect_app.py", "reading.py"}


@pytest.mark.slow
def test_programs_for_earlier_releases_are_still_right(mypy: list[str]) -> None:
    assert errors(mypy, "usage/") == []


@pytest.mark.slow
@pytest.mark.parametrize("reason", [reason for *_, reason in BREAKS.values()], ids=BREAKS)
def test_a_change_that_breaks_programs_is_found(mypy: list[str], reason: str) -> None:
    assert [line for line in errors(mypy, "broken_usage/") if reason in line]


@pytest.mark.skipif(not shutil.which("pyright"), reason="pyright is a Node program, installed by npm")
def test_pyright_finds_the_same(project: Path) -> None:
    settings = {"strict": ["*.py"], "include": ["*.py", *PACKAGES], "pythonVersion": "3.11"}
    (project / "pyrightconfig.json").write_text(json.dumps(settings))
    done = subprocess.run(
        ["pyright", "--outputjson", "--pythonpath", sys.executable],
        cwd=project,
        capture_output=True,
        check=False,
    )
    diagnostics = json.loads(done.stdout)["generalDiagnostics"]
    assert not [each for each in diagnostics if not each["file"].endswith("wrong.py")]
    for program, mistakes in (("/wrong.py", MISTAKES), ("/shapes_wrong.py", SHAPES_MISTAKES)):
        found = [each["range"]["start"]["line"] for each in diagnostics if each["file"].endswith(program)]
        assert set(found) == set(range(3, 3 + len(mistakes)))
