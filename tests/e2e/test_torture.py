"""A short run of each program of tests/torture that needs no quiet machine.

They stand here so that they begin early: kills wait for leases to end, and other tests go on meanwhile.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.databases import KINDS, migrate_at, new_database
from tests.torture import fuzz, kills, signatures
from tests.torture.deployment import running

from contextio_contract.cli.description import resolve

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow


def test_no_wrong_signature_is_accepted(tmp_path: Path) -> None:
    with running(tmp_path) as deployment:
        figures = signatures.ill_treat(deployment, 500)
    assert [figure for figure in figures if not figure.holds] == []


def test_no_fuzzed_request_ends_in_a_server_error(tmp_path: Path) -> None:
    with running(tmp_path) as deployment:
        figures = fuzz.ill_treat(deployment, resolve().contract, 2000)
    assert [figure for figure in figures if not figure.holds] == []


@pytest.mark.parametrize("kind", KINDS)
def test_killed_servers_and_workers_lose_nothing(kind: str, tmp_path: Path) -> None:
    with new_database(kind, tmp_path) as location:
        migrate_at(location)
        figures = kills.ill_treat(location, 4, tmp_path)
    assert [figure for figure in figures if not figure.holds] == []
