"""A deployment may have a part of the API: it is judged for that, and the headline says so."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from tests.conformance.conftest import CONTRACT, CORE
from tests.conformance.deployment import KEY, SECRET

from contextio_contract.conformance.safety.guard import Guard, Mode
from contextio_contract.conformance.safety.outgoing import Outgoing
from contextio_contract.conformance.safety.survey import survey
from contextio_contract.conformance.wire.gateway import Gateway
from contextio_contract.conformance.wire.target import Target

if TYPE_CHECKING:
    from tests.conformance.conftest import Check, Deploy, Outcome

PAGE = {name for name, operation in CONTRACT.operations.items() if operation.page == "connect_tokens"}
READ_ONLY = ("--mode=read-only", "--max-examples=1")


def read(outcome: Outcome) -> Any:
    return json.loads((outcome.reports / "results.json").read_text())


def statuses_of(result: Any, operation: str) -> set[str]:
    """The statuses of the checks of an operation."""
    return {each["status"] for each in result["checks"] if operation in each["operations"]}


@pytest.mark.slow
def test_what_answers_501_is_not_implemented(deploy: Deploy, check: Check) -> None:
    deployment = deploy("no connect tokens")
    deployment.populate(1)
    chosen = ("accounts_list", "accounts_create", "connect_tokens_list", "connect_tokens_get")
    outcome = check(deployment.base_url, *READ_ONLY, *(f"--operation={name}" for name in chosen))
    result = read(outcome)
    missing = {"connect_tokens_list", "connect_tokens_get"}
    assert set(result["operations"]["not implemented"]) == missing
    for name in missing:
        assert statuses_of(result, name) == {"not exercised"}
        assert f"{name} is not implemented (501)" in outcome.out
    assert result["operations"]["exercised"] == ["accounts_list"]
    assert result["operations"]["not exercised"] == ["accounts_create"], "nothing is written"
    assert sum(map(len, result["operations"].values())) == len(CONTRACT.operations)
    assert outcome.status == 0
    archive = json.loads((outcome.reports / "exchanges.har").read_text())
    asked = Counter(entry["comment"] for entry in archive["log"]["entries"])
    assert all(0 < asked[name] < 8 for name in missing), "it is asked no more once it is known to be missing"
    left_out = len(CONTRACT.operations) - len(chosen)
    for text in (outcome.out, outcome.verdict):
        assert text.startswith(
            f"CONFORMANT for 1 of {len(CONTRACT.operations)} operations, 2 not implemented, "
            f"{left_out} left out, 1 not exercised (read only, "
        )


@pytest.mark.slow
@pytest.mark.timeout(300)  # whole runs, on a machine that may be busy
@pytest.mark.parametrize("options", [(), ("--pages=accounts", "--pages=account_connect_tokens")])
def test_rest_is_checked_whole_without_a_page(
    deploy: Deploy, check: Check, core_spec: str, options: tuple[str, ...]
) -> None:
    deployment = deploy("no connect tokens")
    deployment.populate(1)
    before = deployment.store.snapshot()
    outcome = check(deployment.base_url, core_spec, "--max-examples=1", *options)
    assert outcome.status == 0, outcome.out + outcome.err
    result = read(outcome)
    assert result["mode"] == "sandbox"
    kind = "left out" if options else "not implemented"
    assert set(result["operations"][kind]) >= PAGE
    pages = {CONTRACT.operations[name].page for name in result["operations"]["not exercised"]}
    assert pages.isdisjoint({"accounts", "sources"}), "the pages that the deployment has whole"
    for name in PAGE:
        assert statuses_of(result, name) <= {"not exercised"}
    rest, other = (len(result["operations"][name]) for name in ("exercised", kind))
    said = f"CONFORMANT for {rest} of {len(CORE)} operations, {other} {kind}"
    assert outcome.out.startswith(said)
    assert "needs what connect_tokens_create makes" not in (outcome.reports / "results.json").read_text()
    of_all = [each for each in result["checks"] if not each["operations"]]
    not_made = {each["id"]: each["remedy"] for each in of_all if each["status"] != "pass"}
    assert set(not_made.values()) == {"CONFORMANCE_SECOND_KEY"}, "signatures and errors are checked"
    assert deployment.store.snapshot() == before


@pytest.mark.slow
@pytest.mark.parametrize(
    ("fault", "part", "status"),
    [("nothing beside the API", "not implemented", 0), ("logs missing", "not exercised", 1)],
)
def test_404_at_all_of_another_base_path_is_not_implemented(
    deploy: Deploy, check: Check, fault: str, part: str, status: int
) -> None:
    only = (
        "--operation=accounts_list",
        "--operation=app_list_call_logs",
        "--operation=app_get_status_callback_url",
    )
    outcome = check(deploy(fault).base_url, *READ_ONLY, *only)
    assert outcome.status == status, outcome.out
    assert "app_list_call_logs" in read(outcome)["operations"][part]
    assert ("app_list_call_logs is not implemented (404)" in outcome.out) == (status == 0)


@pytest.mark.slow
@pytest.mark.parametrize("options", [(), READ_ONLY])
def test_nothing_implemented_is_no_verdict(deploy: Deploy, check: Check, options: tuple[str, ...]) -> None:
    outcome = check(deploy("nothing at all").base_url, *options)
    assert outcome.status == 2
    assert (
        outcome.err.splitlines()[-1]
        == "Error: no operation answers with success (2xx), so there is nothing to judge"
    )
    result = read(outcome)
    assert outcome.out.startswith(f"NO VERDICT, 0 of {len(CONTRACT.operations)} operations exercised, ")
    assert {each["status"] for each in result["checks"]} == {"not exercised"}


def test_nothing_but_errors_is_no_verdict(deploy: Deploy, check: Check, core_spec: str) -> None:
    outcome = check(deploy("errors alone").base_url, core_spec, "--mode=read-only")
    assert outcome.status == 2
    assert (
        outcome.err.splitlines()[-1]
        == "Error: no operation answers with success (2xx), so there is nothing to judge"
    )


@pytest.mark.parametrize(
    ("fault", "option", "sentence"),
    [
        (
            "no connect tokens",
            "--pages=connect_tokens",
            "nothing could be checked at {}: connect_tokens_get is not implemented (501)",
        ),
        ("", "--operation=sources_get", "no operation answered with success (2xx) at {}: "),
    ],
)
def test_nothing_of_what_was_chosen_is_no_verdict(
    deploy: Deploy, check: Check, fault: str, option: str, sentence: str
) -> None:
    deployment = deploy(fault)
    outcome = check(deployment.base_url, *READ_ONLY, option)
    assert outcome.status == 2, outcome.out
    assert outcome.out.startswith(f"NO VERDICT, 0 of {len(CONTRACT.operations)} operations exercised, ")
    assert outcome.err.splitlines()[-1].startswith(f"Error: {sentence.format(deployment.base_url)}")


def test_what_was_implemented_once_has_failed(deploy: Deploy, check: Check) -> None:
    outcome = check(deploy("tokens at times").base_url, *READ_ONLY, "--operation=connect_tokens_list")
    assert outcome.status == 1
    result = read(outcome)
    assert result["operations"]["exercised"] == ["connect_tokens_list"]
    [answers] = [each for each in result["checks"] if each["id"] == "connect_tokens_list.answers"]
    assert answers["status"] == "fail"
    assert "not implemented, although" in answers["failures"][0]["received"]


@pytest.mark.slow
def test_pages_that_are_left_out_are_not_checked(deploy: Deploy, check: Check) -> None:
    deployment = deploy("no connect tokens")
    deployment.populate(1)
    outcome = check(deployment.base_url, *READ_ONLY, "--pages=accounts", "--pages=sources")
    result = read(outcome)
    pages = {name for name, each in CONTRACT.operations.items() if each.page in {"accounts", "sources"}}
    assert set(result["operations"]["left out"]) == CONTRACT.operations.keys() - pages
    assert {name for each in result["checks"] for name in each["operations"]} <= pages
    assert not result["operations"]["not implemented"]
    again = {each["again"] for each in result["checks"]}
    assert all("--pages accounts --pages sources" in command for command in again)
    assert re.search(rf"{len(CONTRACT.operations) - len(pages)} left out", outcome.out.partition("\n")[0])


def test_pages_may_come_from_the_configuration(
    deploy: Deploy, check: Check, environment: dict[str, str]
) -> None:
    env = {**environment, "CONFORMANCE_PAGES": "account_connect_tokens sources"}
    outcome = check(deploy().base_url, *READ_ONLY, env=env)
    pages = {"account_connect_tokens", "sources"}
    assert set(read(outcome)["operations"]["left out"]) == {
        name for name, each in CONTRACT.operations.items() if each.page not in pages
    }


@pytest.mark.parametrize("is_marked", [True, False])
def test_only_a_mark_makes_a_resource_the_runs_where_no_list_tells(
    deploy: Deploy, *, is_marked: bool
) -> None:
    deployment = deploy("no list of tokens")
    gateway = Gateway(
        Target(deployment.base_url, KEY, SECRET), Guard(CONTRACT, Mode.SANDBOX, "cio-000000000000")
    )
    assert survey(gateway, pages=1), "what has no list is no reason to write nothing"
    address = "https://app.example.com/" + ("?run=cio-000000000000" if is_marked else "")
    deployment.pages.tokens.add(None, {"callback_url": address})
    [token] = deployment.tokens
    gateway.guard.learn(Outgoing("POST", "/connect_tokens", ""), 201, {}, {"success": True, "token": token})
    gateway.ask("DELETE", f"/connect_tokens/{token}")
    assert bool(deployment.tokens) != is_marked


@pytest.mark.parametrize(("fault", "status"), [("no connect tokens", 0), ("broken list", 2)])
def test_clean_up_removes_what_the_lists_that_are_there_show(
    deploy: Deploy, check: Check, fault: str, status: int
) -> None:
    deployment = deploy(fault)
    deployment.populate(1)
    before = deployment.store.snapshot()
    deployment.pages.accounts.add({"email": "cio-0123456789ab.ada@example.com"})
    outcome = check(deployment.base_url, "--clean-up", "cio-0123456789ab")
    assert outcome.status == status
    assert deployment.store.snapshot() == before


def test_unknown_page_is_refused(check: Check) -> None:
    outcome = check("http://127.0.0.1:9/2.0", "--pages=nothing")
    assert outcome.status == 2
    assert outcome.err.startswith("Error: --pages nothing: no page has this name; the pages are accounts, ")


def test_page_that_is_left_out_may_answer_anything(deploy: Deploy, check: Check) -> None:
    deployment = deploy()
    deployment.populate(1)
    deployment.bodies["connect_tokens_list"] = b"null"
    before = deployment.store.snapshot()
    outcome = check(deployment.base_url, "--pages=accounts", "--rule=accounts_update.only-its-fields")
    assert outcome.status == 0, outcome.out
    assert read(outcome)["mode"] == "sandbox"
    assert deployment.store.snapshot() == before


def test_mock_and_address_exclude_each_other(check: Check) -> None:
    outcome = check("http://127.0.0.1:9/2.0", "--mock")
    assert outcome.status == 2
    assert (
        outcome.err
        == "Error: --mock starts the mock of the description and checks it; leave out --base-url\n"
    )
