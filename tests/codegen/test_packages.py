"""The generated packages as somebody else's project sees them."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("contextio_models", "contextio_client")
PROJECT = """
from contextio_client import Answer, AsyncContextIO, ContextIO, NotFoundError
from contextio_client.connect import Connection, connection
from contextio_models import Account, Failure


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
"""
MISTAKES = {
    'client.accounts.list(status="NOPE")': "arg-type",
    'client.accounts.list(stauts="OK")': "call-arg",
    "client.accounts.create()": "call-arg",
    'client.accounts.get("id").nickname': "attr-defined",
    "client.accounts.with_raw_response.get(3)": "arg-type",
    'client.accounts.list_all(stauts="OK")': "call-arg",
    "client.with_options(timeuot=3)": "call-arg",
}


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that both wheels are installed in, far from this checkout."""
    folder = tmp_path_factory.mktemp("packages")
    for name in PACKAGES:
        source = folder / "source" / name
        shutil.copytree(ROOT / "generated" / name, source, ignore=shutil.ignore_patterns("__pycache__"))
        run(source, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder / "wheels"))
    site = folder / "site"
    wheels = map(str, (folder / "wheels").iterdir())
    run(folder, "-m", "uv", "pip", "install", "--offline", "--no-deps", "--target", str(site), *wheels)
    return site


def run(folder: Path, *arguments: str, site: Path | None = None, status: int = 0) -> str:
    environment = {**os.environ, "PYTHONPATH": str(site or ""), "MYPYPATH": str(site or "")}
    done = subprocess.run(
        [sys.executable, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout


def test_a_wheel_holds_the_package_and_nothing_else(installed: Path) -> None:
    for name in PACKAGES:
        written = {path.relative_to(installed).as_posix() for path in (installed / name).rglob("*.*")}
        generated = {
            path.relative_to(ROOT / "generated").as_posix()
            for path in (ROOT / "generated" / name).rglob("*.*")
            if path.suffix != ".pyc" and "examples" not in path.parts
        }
        assert written == generated - {f"{name}/{each}" for each in ("pyproject.toml", "README.md", "api.md")}


def test_the_client_brings_its_readme(installed: Path) -> None:
    readme = (ROOT / "generated" / "contextio_client" / "README.md").read_text(encoding="utf-8")
    (told,) = metadata.distributions(name="contextio-client", path=[str(installed)])
    assert str(told.metadata.json["description"]).strip() == readme.strip()


def test_the_client_needs_three_libraries(installed: Path) -> None:
    needed = {
        requirement
        for distribution in metadata.distributions(path=[str(installed)])
        for requirement in (re.split(r"[^\w-]", each)[0] for each in distribution.requires or [])
    }
    assert needed - {"contextio-models", "typing-extensions"} == {"httpx", "oauthlib", "pydantic"}


def test_a_wheel_is_imported_from_where_it_is_installed(installed: Path, tmp_path: Path) -> None:
    code = "import contextio_client.api.accounts as a, contextio_models as m; print(a.__file__, m.__file__)"
    places = run(tmp_path, "-c", code, site=installed).split()
    assert all(Path(place).is_relative_to(installed) for place in places)


def test_a_users_project_and_the_packages_are_typed_strictly(installed: Path, tmp_path: Path) -> None:
    mistakes = "\n".join(f"    {mistake}" for mistake in MISTAKES)
    (tmp_path / "right.py").write_text(PROJECT)
    (tmp_path / "wrong.py").write_text(
        f"from contextio_client import ContextIO\n\ndef wrong(client: ContextIO) -> None:\n{mistakes}\n"
    )
    packages = [str(installed / name) for name in PACKAGES]
    cache = ROOT / ".cache" / "mypy-packages"
    mypy = ("-m", "mypy", "--strict", "--no-error-summary", "--cache-dir", str(cache))
    told = run(tmp_path, *mypy, *packages, "right.py", "wrong.py", site=installed, status=1).splitlines()
    found = [(line.split(":")[0], line.rpartition("[")[2].rstrip("]")) for line in told if " error: " in line]
    assert found == [("wrong.py", code) for code in MISTAKES.values()]


@pytest.mark.skipif(not shutil.which("pyright"), reason="pyright is a Node program, installed by npm")
def test_a_users_project_is_typed_strictly_for_pyright_too(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "right.py").write_text(PROJECT)
    (tmp_path / "wrong.py").write_text(
        "from contextio_client import ContextIO\n\ndef wrong(client: ContextIO) -> None:\n"
        + "\n".join(f"    {mistake}" for mistake in MISTAKES)
    )
    settings = {"strict": ["*.py"], "include": ["*.py", *PACKAGES], "pythonVersion": "3.11"}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(settings))
    for name in PACKAGES:
        (tmp_path / name).symlink_to(installed / name)
    done = subprocess.run(
        ["pyright", "--outputjson", "--pythonpath", sys.executable],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    found = json.loads(done.stdout)["generalDiagnostics"]
    assert not [each for each in found if not each["file"].endswith("/wrong.py")]
    lines = {each["range"]["start"]["line"] for each in found}
    assert lines == set(range(3, 3 + len(MISTAKES)))
