"""A run changes nothing that it did not create, whatever it is told and however it ends.

Whole runs are held against the data of others in test_descriptions, and on a large database by `make harm`.
"""

from __future__ import annotations

import copy
import signal
import subprocess
import time
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from tests.conformance.conftest import COMMAND
from tests.conformance.processes import kill

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conformance.conftest import Check, Deploy
    from tests.conformance.deployment import Deployment, Seen

pytestmark = pytest.mark.slow


def foreign_part(deployment: Deployment, accounts: set[str], tokens: set[str]) -> list[object]:
    """What is left of that which was there before."""
    return [
        {name: copy.deepcopy(deployment.accounts.get(name)) for name in sorted(accounts)},
        {name: copy.deepcopy(deployment.tokens.get(name)) for name in sorted(tokens)},
    ]


def writes(deployment: Deployment) -> list[Seen]:
    return [seen for seen in deployment.seen if seen.method not in {"GET", "HEAD", "OPTIONS"}]


@pytest.mark.timeout(300)  # a whole run, on a machine that may be busy
def test_nothing_is_changed_and_nothing_left(deploy: Deploy, check: Check) -> None:
    deployment = deploy()
    deployment.populate(20)
    before = deployment.store.snapshot()
    only = ("accounts_update", "accounts_delete", "account_connect_tokens_create", "connect_tokens_delete")
    outcome = check(deployment.base_url, "--max-examples", "1", *(f"--operation={name}" for name in only))
    assert outcome.status in {0, 1}, outcome.err  # it opens no mailboxes, so some rules are not kept
    assert deployment.store.snapshot() == before
    assert len(writes(deployment)) > 50, "the run did write"


@pytest.mark.timeout(300)  # a whole run, on a machine that may be busy
def test_existing_account_that_is_handed_out_as_new_is_not_touched(deploy: Deploy, check: Check) -> None:
    deployment = deploy("existing account handed out")
    deployment.populate(3)
    before = deployment.store.snapshot()
    account = next(iter(deployment.accounts))
    only = ("accounts_create", "accounts_update", "accounts_delete", "account_connect_tokens_create")
    check(deployment.base_url, "--max-examples", "1", *(f"--operation={name}" for name in only))
    assert deployment.store.snapshot() == before
    assert not [seen for seen in writes(deployment) if account in seen.target]


@pytest.mark.timeout(600)  # whole runs, on a machine that may be busy
def test_elsewhere_it_only_reads(
    deploy: Deploy, check: Check, core_spec: str, environment: dict[str, str]
) -> None:
    deployment = deploy()
    deployment.populate(3)
    proxy = deployment.base_url.removesuffix("/2.0")
    deployment.base_url = "http://contextio.test/2.0"  # reached through a proxy, as which it serves itself
    before = deployment.store.snapshot()
    outcome = check(
        deployment.base_url, core_spec, "--max-examples", "1", env=environment | {"HTTP_PROXY": proxy}
    )
    assert outcome.status in {0, 1}, outcome.out + outcome.err
    assert "the deployment was only read, since its address is not loopback" in outcome.out
    assert not writes(deployment)
    assert deployment.store.snapshot() == before


def test_lists_that_cannot_be_read_leave_it_at_reading(deploy: Deploy, check: Check, core_spec: str) -> None:
    deployment = deploy("broken list")
    outcome = check(deployment.base_url, core_spec, "--max-examples", "1")
    assert outcome.status == 1
    assert "only read, since what is there could not be listed" in outcome.out
    assert not writes(deployment)


@pytest.mark.timeout(300)  # a command is started, on a machine that may be busy
@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_stopped_half_way(
    deploy: Deploy, environment: dict[str, str], tmp_path: Path, stop: signal.Signals
) -> None:
    deployment = deploy()
    deployment.populate(20)
    accounts, tokens = set(deployment.accounts), set(deployment.tokens)
    before = foreign_part(deployment, accounts, tokens)
    command = [*COMMAND, "--base-url", deployment.base_url, "--max-examples", "500"]
    with subprocess.Popen(
        command, env=environment, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as run:
        deadline = time.monotonic() + 120
        while len(writes(deployment)) < 100:
            assert time.monotonic() < deadline
            assert run.poll() is None
            time.sleep(0.02)
        if stop is signal.SIGKILL:
            kill(run)
        else:
            run.send_signal(stop)
        _, err = run.communicate(timeout=120)
    assert foreign_part(deployment, accounts, tokens) == before
    if stop is not signal.SIGKILL:
        assert run.returncode == 2
        assert err.splitlines()[-1] == "Error: interrupted; there is no verdict"
        assert "Traceback" not in err
        assert (set(deployment.accounts), set(deployment.tokens)) == (accounts, tokens)


def test_what_cannot_be_removed_is_named(deploy: Deploy, check: Check) -> None:
    deployment = deploy("delete refused")
    outcome = check(deployment.base_url, "--operation", "accounts_list", "--max-examples", "1")
    left = [line for line in outcome.err.splitlines() if "left behind" in line]
    created = [
        *deployment.accounts,
        *deployment.tokens,
        *(each["label"] for each in deployment.store.sources),
    ]
    named = {unquote(line.rpartition("/")[2]) for line in left}
    # Of the addresses the run names those that it added itself, and others came with sources.
    addresses = {each for account in deployment.accounts.values() for each in account["email_addresses"]}
    assert named - addresses == set(created)
    assert len(named) == len(left)
    assert len(created) >= 3
