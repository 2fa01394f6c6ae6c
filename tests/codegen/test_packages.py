"""The generated packages as somebody else's project sees them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib import metadata
from pathlib import Path

from tests.codegen.conftest import PACKAGES, ROOT


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
    (distribution,) = metadata.distributions(name="contextio-client", path=[str(installed)])
    assert str(distribution.metadata.json["description"]).strip() == readme.strip()


def test_the_client_needs_three_libraries(installed: Path) -> None:
    needed = {
        requirement
        for distribution in metadata.distributions(path=[str(installed)])
        for requirement in (re.split(r"[^\w-]", each)[0] for each in distribution.requires or [])
    }
    assert needed - {"contextio-models", "typing-extensions"} == {"httpx", "oauthlib", "pydantic"}


def test_a_wheel_is_imported_from_where_it_is_installed(installed: Path, tmp_path: Path) -> None:
    code = "import contextio_client.api.accounts as a, contextio_models as m; print(a.__file__, m.__file__)"
    imported = subprocess.check_output(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed)},
        text=True,
    )
    assert all(Path(path).is_relative_to(installed) for path in imported.split())
