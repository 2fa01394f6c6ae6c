"""What the matrix of kinds needs once: the description, the packages made from it, and their clients."""

from __future__ import annotations

import asyncio
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest

from contextio_contract.contract import Contract
from tests import kinds
from tests.codegen.conftest import made_once
from tests.conftest import running_mock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def accepted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return the description of every accepted kind as one document."""
    return kinds.document(tmp_path_factory.mktemp("kinds"), kinds.accepted())


@pytest.fixture(scope="session")
def described(accepted: dict[str, Any]) -> Contract:
    return Contract(accepted)


@pytest.fixture(scope="session")
def packages(tmp_path_factory: pytest.TempPathFactory, accepted: dict[str, Any]) -> Path:
    """Return a folder with both packages of every accepted kind, called kinds_models and kinds_client."""
    from contextio_contract.codegen.names import Names
    from contextio_contract.codegen.python.client import write_client
    from contextio_contract.codegen.python.models import write_models

    def make(folder: Path) -> None:
        for name, write in (("kinds_models", write_models), ("kinds_client", write_client)):
            write(Contract(accepted), folder / name, Names("kinds"))

    return made_once(tmp_path_factory, "kinds", make)


@pytest.fixture(scope="session")
def clients(packages: Path, accepted: dict[str, Any]) -> Iterator[tuple[Any, Any, asyncio.Runner]]:
    """Return both clients of a mock, and what runs calls of the second."""
    sys.path.insert(0, str(packages))
    package = import_module("kinds_client")
    with (
        pytest.MonkeyPatch.context() as patched,
        running_mock(accepted, {"key": "secret"}, has_story=True) as live,
    ):
        patched.setenv("NO_PROXY", "127.0.0.1")
        options: dict[str, Any] = {"base_url": f"{live.origin}/2.0", "max_retries": 0}
        with package.ContextIO("key", "secret", **options) as client, asyncio.Runner() as runner:
            asynchronous = package.AsyncContextIO("key", "secret", **options)
            yield client, asynchronous, runner
            runner.run(asynchronous.aclose())
