"""What programs wrote for earlier releases, held against the client of today by a type checker."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import contextio_client

ROOT = Path(__file__).parents[2]
USAGE = Path(__file__).with_name("usage")
PACKAGES = ("contextio_models", "contextio_client")


def mypy(folder: Path, cache: Path) -> subprocess.CompletedProcess[str]:
    """Check what every release has left, with the packages of a folder."""
    releases = sorted(path for path in USAGE.iterdir() if path.name.startswith("v"))
    arguments = ["--strict", "--no-error-summary", "--config-file", "", "--cache-dir", str(cache)]
    return subprocess.run(
        [sys.executable, "-m", "mypy", *arguments, *map(str, releases)],
        env={"MYPYPATH": str(folder)},
        cwd=cache.parent,
        capture_output=True,
        text=True,
        check=False,
    )


def test_this_release_has_left_its_usage() -> None:
    release = USAGE / f"v{contextio_client.__version__.replace('.', '_')}"
    assert {path.name for path in release.glob("*.py")} >= {"operations.py", "connect_app.py", "reading.py"}


def test_what_was_written_for_earlier_releases_is_still_right(tmp_path: Path) -> None:
    checked = mypy(ROOT / "generated", tmp_path / "cache")
    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize(
    ("file", "old", "new", "reason"),
    [
        ("contextio_client/api/sources.py", "password: str", "secret: str", "Unexpected keyword argument"),
        ("contextio_client/api/accounts.py", "def delete(", "def remove(", "has no attribute"),
        ("contextio_models/models.py", "    email_addresses: list[str]\n", "", "has no attribute"),
        ("contextio_client/errors.py", "class NotFoundError", "class LostError", "NotFoundError"),
    ],
    ids=["argument", "method", "field", "error"],
)
def test_a_change_that_breaks_programs_is_found(
    tmp_path: Path, file: str, old: str, new: str, reason: str
) -> None:
    for name in PACKAGES:
        shutil.copytree(ROOT / "generated" / name, tmp_path / name)
    text = (tmp_path / file).read_text(encoding="utf-8")
    assert old in text
    (tmp_path / file).write_text(text.replace(old, new), encoding="utf-8")
    checked = mypy(tmp_path, tmp_path / "cache")
    assert checked.returncode == 1
    assert reason in checked.stdout
