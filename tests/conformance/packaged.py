"""The suite from a wheel, in an environment that has nothing else: what CI of others installs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import LiveServer

ROOT = Path(__file__).parents[2]
KEY, SECRET = "packaged-key", "packaged-secret"
UV = [str(Path(sys.executable).with_name("uv")), "--quiet"]


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an environment with the wheel and what its extra `conformance` needs."""
    folder = tmp_path_factory.mktemp("packaged")
    subprocess.run([*UV, "build", "--wheel", "--no-build-isolation", "--out-dir", folder, ROOT], check=True)
    subprocess.run([*UV, "venv", "--python", sys.executable, folder / "venv"], check=True)
    [wheel] = folder.glob("*.whl")
    subprocess.run(
        [*UV, "pip", "install", "--constraint", ROOT / "requirements.lock", f"{wheel}[conformance]"],
        env=os.environ | {"VIRTUAL_ENV": str(folder / "venv")},
        check=True,
    )
    return folder / "venv" / "bin"


def run(programs: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [programs / "contextio-contract", *arguments],
        cwd=folder,
        env={"PATH": os.defpath, "CONTEXTIO_CONSUMER_KEY": KEY, "CONTEXTIO_CONSUMER_SECRET": SECRET},
        capture_output=True,
        text=True,
        timeout=150,
        check=False,
    )


@pytest.mark.timeout(180)  # a whole run
def test_deployment_is_checked(new_server: Callable[..., LiveServer], programs: Path, tmp_path: Path) -> None:
    address = f"{new_server(keys={KEY: SECRET}).origin}/2.0"
    done = run(programs, tmp_path, "conformance", "--base-url", address, "--max-examples", "1")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.startswith("CONFORMANT for ")
    assert (tmp_path / "reports" / "conformance" / "report.html").is_file()


def test_rules_are_there(programs: Path, tmp_path: Path) -> None:
    assert run(programs, tmp_path, "rules").stdout.splitlines()[-1].startswith("rules: ")


def test_what_is_not_installed_is_named(programs: Path, tmp_path: Path) -> None:
    done = run(programs, tmp_path, "serve")
    assert done.returncode == 2
    assert "run: pip install '.[server]'" in done.stderr
    assert "Traceback" not in done.stderr
