"""What no document forbids is no failure, nor is what other users of the same key do meanwhile."""

from __future__ import annotations

import unicodedata
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

import pytest
from tests.conformance.conftest import CONTRACT
from tests.conformance.deployment import Deployment, serving
from tests.conformance.independent import list_flaws
from tests.conformance.independent.accounts import Accounts
from tests.conformance.independent.flaw import FLAWS, Flaw
from tests.conformance.independent.pages import Pages
from tests.conformance.independent.requests import Refused, Seen
from tests.conformance.independent.tokens import Tokens
from tests.conformance.proving import independent_bench

from contextio_contract.conformance.checks import all_checks
from contextio_contract.conformance.checks.run import run_checks
from contextio_contract.conformance.fixtures.mail_addresses import is_plain
from contextio_contract.conformance.outcome import NotExercised
from contextio_contract.conformance.results import CheckResult, Status
from contextio_contract.conformance.rulebook import Rulebook
from contextio_contract.conformance.safety.guard import Guard, Mode
from contextio_contract.conformance.safety.survey import survey
from contextio_contract.conformance.wire.gateway import Gateway

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conformance.independent.store import Row
    from tests.conformance.proving import Bench

    from contextio_contract.conformance.fixtures.mailbox import Mailbox


class NamesAreTrimmed(Accounts):
    def set_names(self, account: Row, form: Row) -> None:
        super().set_names(account, {name: " ".join(str(text).split()) for name, text in form.items()})


class NamesAreDecomposed(Tokens):
    def columns(self, form: Row) -> Row:
        columns = super().columns(form)
        return columns | {"last_name": unicodedata.normalize("NFKD", columns["last_name"])}


class NamesAreComposed(Accounts):
    def set_names(self, account: Row, form: Row) -> None:
        composed = {name: unicodedata.normalize("NFKC", str(text)) for name, text in form.items()}
        super().set_names(account, composed)


class AddressesInSmallLetters(Accounts):
    def add(self, form: Row) -> Row:
        return super().add(form | {"email": form["email"].lower()})


class UnusualAddressesAreRefused(Accounts):
    def create(self, form: Row) -> Row:
        if not is_plain(form["email"]):
            raise Refused(HTTPStatus.BAD_REQUEST, "that is no mail address")
        return super().create(form)

    def search(self, query: Row) -> list[Row]:
        if not is_plain(query.get("email", "ada@example.com")):
            raise Refused(HTTPStatus.BAD_REQUEST, "that is no mail address")
        return super().search(query)


@pytest.fixture(scope="module")
def bench() -> Iterator[Bench]:
    with independent_bench() as opened:
        yield opened


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize(
    ("allowed", "checks"),
    [
        (NamesAreTrimmed, ("accounts_create.any-text", "accounts_create.reads-back")),
        (NamesAreDecomposed, ("connect_tokens_create.any-text", "connect_tokens_create.reads-back")),
        (NamesAreComposed, ("accounts_create.any-text", "accounts_create.reads-back")),
        (AddressesInSmallLetters, ("accounts_create.reads-back", "accounts_list.filter.email")),
        (UnusualAddressesAreRefused, ("accounts_create.reads-back", "accounts_list.filter.email")),
    ],
)
def test_what_no_document_forbids_passes(
    bench: Bench, allowed: type, checks: tuple[str, ...], seed: int
) -> None:
    for check in checks:
        result = bench.make(check, Flaw(check, allowed.__name__, (allowed,)), seed)
        assert result.status is Status.PASS, (check, result.reason, result.failures)


class Busy(Accounts):
    """Each time someone looks, somebody else does something: mail comes, accounts go and come."""

    turn = 0

    def live(self) -> None:
        store, Busy.turn = self.store, Busy.turn + 1
        for position, account in enumerate(store.accounts.values()):
            if (Busy.turn + position) % 3 == 0:
                account["nb_messages"] += 1
        if Busy.turn % 2:
            del store.accounts[next(iter(store.accounts))]
            self.add({"email": f"new{Busy.turn}@example.com"})
        for number, source in enumerate(store.sources):
            if (number + Busy.turn) % 4 == 0:
                source["status"] = "DISABLED" if source["status"] == "OK" else "OK"

    def search(self, query: Row) -> list[Row]:
        self.live()
        return super().search(query)


class BusyTokens(Tokens):
    turn = 0

    def show_all(self, owner: str | None) -> Any:
        shown, BusyTokens.turn = super().show_all(owner), BusyTokens.turn + 1
        if shown and BusyTokens.turn % 2:
            del self.store.tokens[shown[0]["token"]]
        return shown


class TokensComeAndGo(Pages):
    """Before each answer somebody creates a token, and the oldest one is removed."""

    def answer(self, request: Seen) -> tuple[int, Any]:
        self.tokens.add(None, {"callback_url": "https://app.example.com/"})
        del self.store.tokens[next(iter(self.store.tokens))]
        return super().answer(request)


def no_mailbox() -> Mailbox:
    reason = "it only reads"
    raise NotExercised(reason)


def read_only(deployment: Deployment, only: set[str] | None = None) -> dict[str, CheckResult]:
    """Make the checks of accounts, sources and tokens that only read, or only some of them."""
    gateway = Gateway(deployment.target, Guard(CONTRACT, Mode.READ_ONLY, "cio-000000000000"))
    survey(gateway, pages=1)
    pages = {"accounts", "account_connect_tokens", "connect_tokens", "sources"}
    checks = [
        check
        for check in all_checks(CONTRACT)
        if check.reads_only and check.operations and CONTRACT.operations[check.operations[0]].page in pages
        if only is None or check.id in only
    ]
    return {each.id: each for each in run_checks(checks, gateway, no_mailbox, Rulebook(), seed=1)}


BARE, FULL = 120, 123
"""How many accounts come first, without a source, and the first that has most."""
UNSEEN = {
    "accounts_list.order: Ordered by minute",  # all were created within hours
    "sources_list.order: Newest source first",  # nothing tells when a source was created
    "sources_list.order: Ordered by label",
}
"""Flaws of lists that show only to those who create something."""


def populated(accounts: int) -> Deployment:
    """A deployment with accounts, of which only the later ones have sources, and some have tokens."""
    deployment = Deployment(CONTRACT.bundle)
    pages = deployment.pages
    for number in range(accounts):
        account = pages.accounts.add({"email": f"person.{number}@example.com", "first_name": "Ada"})
        account["created"] += number
        for status in ("OK", "INVALID_CREDENTIALS", "OK")[: number % 4 if number > BARE else 0]:
            settings = {"server": "imap.example.com", "username": "ada", "port": 143, "use_ssl": False}
            address = account["email_addresses"][0]
            source = pages.sources.add(account, settings | pages.sources.options({}), address)
            source["status"] = status
        deployment.add_token(account["id"] if number % 2 else None)
        if number == FULL:
            deployment.add_token(account["id"])
            addresses = ["o'b&c=%41_d+e@example.com", "second@example.com"]
            account |= {"first_name": "<b>", "email_addresses": addresses}
    for number, token in enumerate(deployment.tokens.values()):
        token["created"] += 100 * number
        token |= {"email": "ada@example.com", "last_name": "CBA"[number % 3]}
        token["callback_url"] = f"https://app.example.com/{-number % 7}"
    return deployment


@pytest.mark.slow
@pytest.mark.parametrize("classes", [(Busy,), (BusyTokens,), (Busy, BusyTokens)])
def test_other_users_are_no_failure(classes: tuple[type, ...]) -> None:
    deployment = populated(40)
    deployment.pages = deployment.pages_with(classes)
    with serving(deployment):
        results = read_only(deployment)
    failed = {each.id: each.failures[0] for each in results.values() if each.status is Status.FAIL}
    assert not failed


@pytest.fixture
def restless() -> Iterator[Gateway]:
    """The way to a deployment of which others create and remove connect tokens all the time."""
    deployment = populated(5)
    deployment.pages = deployment.pages_with([TokensComeAndGo])
    with serving(deployment):
        yield Gateway(deployment.target, Guard(CONTRACT, Mode.READ_ONLY, "cio-000000000000"))


def test_what_others_remove_before_each_look_is_no_failure(restless: Gateway) -> None:
    ids = {"res-json", "req-accept-json", "req-trailing-slash"}
    checks = [check for check in all_checks(CONTRACT) if check.id in ids]
    chosen = {"connect_tokens_get", "connect_tokens_list"}
    results = run_checks(checks, restless, no_mailbox, Rulebook(), chosen=chosen, seed=1)
    reasons = {result.id: result.reason for result in results}
    assert reasons == dict.fromkeys(ids, "others removed what it looked at")


def test_a_list_without_pages_is_read_once_for_the_survey(restless: Gateway) -> None:
    assert survey(restless, pages=3), "what others create meanwhile is no reason to write nothing"


@pytest.mark.slow
def test_what_is_there_is_enough_for_filters_pages_and_orders() -> None:
    deployment = populated(240)
    with serving(deployment):
        results = read_only(deployment)
    lists = [each for each in results.values() if each.id.startswith(("accounts_list", "sources_list"))]
    missed = {each.id: (each.reason, each.remedy) for each in lists if each.status is not Status.PASS}
    assert missed == {"sources_list.order": ("nothing shows when a source was created", "--mode sandbox")}
    assert sum(each.requests for each in results.values()) < 400
    unpaged = [seen for seen in deployment.seen if seen.target.partition("?")[0] == "/2.0/connect_tokens"]
    assert len(unpaged) < 12


@pytest.mark.slow
@pytest.mark.timeout(900)  # a check for each of many flaws, on a machine that may be busy
def test_reading_alone_finds_the_flaws_of_lists() -> None:
    deployment = populated(240)
    flaws = [
        flaw
        for flaw in FLAWS
        if flaw.classes[0].__module__ == list_flaws.__name__ and not flaw.check.endswith(".bad-query")
    ]
    missed = set()
    with serving(deployment):
        for flaw in flaws:
            deployment.break_by(flaw)
            [result] = read_only(deployment, {flaw.check}).values()
            deployment.break_by(None)
            if result.status is not Status.FAIL:
                missed.add(f"{flaw.check}: {flaw.name}")
    assert missed == UNSEEN
