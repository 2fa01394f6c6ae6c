"""The page accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from contextio_contract.conformance.checks import strategies
from contextio_contract.conformance.checks.registry import check
from contextio_contract.conformance.checks.steps import (
    NOT_FOUND,
    OK,
    PAGE,
    REFUSED,
    expect,
    expect_equal,
)
from contextio_contract.conformance.fixtures.mailbox import WRONG_PASSWORD
from contextio_contract.conformance.outcome import NotExercised

if TYPE_CHECKING:
    from contextio_contract.conformance.checks.steps import Deployment, Thing

UNREACHABLE: Final = 503
UNKNOWN: Final = "0123456789abcdef01234567"
BROKEN: Final = "INVALID_CREDENTIALS"
PAST_ANY_END: Final = 2**31 - 1


@check("accounts_list", rules=("accounts-list-bare-array", "res-bare-lists"), reads_only=True)
def accounts_list_bare_array(deployment: Deployment) -> None:
    """The list of accounts is a bare JSON array."""
    deployment.accounts.all(limit=1)


@check("accounts_list", rules=("accounts-list-offset-zero-based", "pag-offset-zero", "pag-no-total"))
def accounts_list_offset_zero_based(deployment: Deployment) -> None:
    """Windows by limit and offset are cut from one stable order, from zero on, with nothing past its end."""
    for _ in range(3):
        deployment.account()
    _expect_windows(deployment, [(0, 2), (1, 2), (2, 1), (0, PAGE), (PAST_ANY_END, 5)])


@check(
    "accounts_list",
    rules=("accounts-list-offset-zero-based",),
    reads_only=True,
    limit=strategies.COUNTS,
    offset=strategies.OFFSETS,
)
def accounts_list_any_window(deployment: Deployment, limit: int, offset: int) -> None:
    """Any limit and offset answer the window that they name, and at most limit accounts."""
    _expect_windows(deployment, [(offset, limit)])


def _expect_windows(deployment: Deployment, windows: list[tuple[int, int]]) -> None:
    before = [account.get("id") for account in deployment.every_account()]
    for offset, limit in windows:
        names = deployment.accounts.names(offset=offset, limit=limit)
        wanted = before[offset : offset + limit]
        if names != wanted:
            _expect_unchanged(deployment, before)
        expect_equal(names, wanted, f"the window offset={offset}, limit={limit}")


def _expect_unchanged(deployment: Deployment, before: list[object]) -> None:
    after = [account.get("id") for account in deployment.every_account()]
    if set(before) != set(after):
        message = "accounts came or went while the list was read"
        raise NotExercised(message)
    expect_equal(after, before, "the list, read again,")


@check("accounts_list", rules=("accounts-list-limit-cap", "pag-limit-max-100"), reads_only=True)
def accounts_list_limit_cap(deployment: Deployment) -> None:
    """A limit above 100 is refused or answers at most 100 accounts."""
    if len(deployment.accounts.all(limit=PAGE)) < PAGE or not deployment.accounts.all(limit=1, offset=PAGE):
        message = "there are no more than 100 accounts"
        raise NotExercised(message)
    answer = deployment.accounts.get(limit=1000).must_be(OK, REFUSED)
    expect(
        answer.status == REFUSED or len(answer.body) <= PAGE,
        "at most 100 accounts",
        f"{len(answer.body)} of them",
    )


@check("accounts_list")
def accounts_list_email_single(deployment: Deployment) -> None:
    """Email keeps the one account that has the address, and none where nobody has it."""
    email = deployment.email()
    account = deployment.account(email=email)
    deployment.account()
    expect_equal(deployment.accounts.names(email=email), [account.name], "the accounts with the address")
    expect_equal(deployment.accounts.names(email=deployment.email("nobody")), [], "the accounts of nobody")


@check("accounts_list")
def accounts_list_status_narrows_sources(deployment: Deployment) -> None:
    """Status keeps accounts that have a source in that state, and of their sources only those in it."""
    _expect_narrowed(deployment, {"status": "OK"}, {"status": BROKEN})


@check("accounts_list", rules=("accounts-list-status-ok-narrows-sources",))
def accounts_list_status_ok_narrows_sources(deployment: Deployment) -> None:
    """status_ok keeps of an account's sources only the working ones, or only the others."""
    _expect_narrowed(deployment, {"status_ok": 1}, {"status_ok": 0})


def _expect_narrowed(deployment: Deployment, working: dict[str, Any], broken: dict[str, Any]) -> None:
    both = mixed(deployment)
    read = both.read()
    labels = [str(source["label"]) for source in sorted(read["sources"], key=lambda it: it["status"] != "OK")]
    expect_equal(len(labels), 2, "the number of its sources")
    email = str(read["email_addresses"][0])
    for query, label in ((working, labels[0]), (broken, labels[1])):
        found = deployment.accounts.all(email=email, **query)
        expect_equal([account.get("id") for account in found], [both.name], f"the accounts with {query}")
        shown = [source.get("label") for source in found[0].get("sources", ())]
        expect_equal(shown, [label], f"the sources of that account with {query}")


@check("accounts_list")
def accounts_list_status_ok_zero(deployment: Deployment) -> None:
    """status_ok=0 keeps the accounts in which some source does not work."""
    healthy, broken = _healthy(deployment), _broken(deployment)
    found = _of_run(deployment, {"status_ok": 0}, healthy, broken)
    expect_equal(found, [broken.name], "the accounts with status_ok=0")


@check("accounts_list")
def accounts_list_status_ok_one(deployment: Deployment) -> None:
    """status_ok=1 keeps the accounts whose sources work."""
    healthy, broken = _healthy(deployment), _broken(deployment)
    found = _of_run(deployment, {"status_ok": 1}, healthy, broken)
    expect_equal(found, [healthy.name], "the accounts with status_ok=1")


@check("accounts_list", rules=("accounts-list-status-narrows-sources",))
def accounts_list_status(deployment: Deployment) -> None:
    """Status keeps the accounts that have a source in exactly that state."""
    healthy, broken = _healthy(deployment), _broken(deployment)
    for status, wanted in (("OK", [healthy.name]), (BROKEN, [broken.name]), ("DISABLED", [])):
        expect_equal(
            _of_run(deployment, {"status": status}, healthy, broken),
            wanted,
            f"the accounts with status={status}",
        )


@check(
    "accounts_list", rules=("accounts-list-status-narrows-sources", "accounts-list-status-ok-narrows-sources")
)
def accounts_list_filters_together(deployment: Deployment) -> None:
    """Filters that are given together must all hold."""
    healthy, broken = _healthy(deployment), _broken(deployment)
    found = _of_run(deployment, {"status": "OK", "status_ok": 0}, healthy, broken)
    expect_equal(found, [], "the accounts with status=OK and status_ok=0")
    address = broken.read()["email_addresses"][0]
    names = deployment.accounts.names(email=address, status="OK")
    expect_equal(names, [], "the accounts with the address of a broken one and status=OK")


def mixed(deployment: Deployment) -> Thing:
    """Return an account with a working and a broken source, which no check changes."""
    return deployment.shared("mixed", lambda: _with_sources(deployment, 1, 1))


def _healthy(deployment: Deployment) -> Thing:
    return deployment.shared("healthy", lambda: _with_sources(deployment, 1, 0))


def _broken(deployment: Deployment) -> Thing:
    return deployment.shared("broken", lambda: _with_sources(deployment, 0, 1))


def _with_sources(deployment: Deployment, working: int, broken: int) -> Thing:
    account = deployment.account()
    for _ in range(working):
        deployment.source(account)
    for _ in range(broken):
        _break(deployment.source(account))
    return account


def _break(source: Thing) -> None:
    source.update(password=WRONG_PASSWORD)
    status = source.update(force_status_check=1).get("status")
    if status != BROKEN:
        message = f"a source with a wrong password is in the state {status}, so no broken source can be had"
        raise NotExercised(message)


def _of_run(deployment: Deployment, query: dict[str, Any], *accounts: Thing) -> list[str]:
    """Return which of some accounts a filtered list holds, each page of it."""
    names: list[str] = []
    for _ in range(10):
        page = deployment.accounts.names(**query, limit=PAGE, offset=len(names))
        names += page
        if len(page) < PAGE:
            break
    return [account.name for account in accounts if account.name in names]


@check("accounts_create", rules=("accounts-create-success-iff-201", "res-mutations-success"))
def accounts_create_success_iff_201(deployment: Deployment) -> None:
    """Success is true in a 201, and false when the creation failed."""
    answer = deployment.account()
    expect_equal(answer.created.get("success"), True, "success of a 201")  # noqa: FBT003 - what is compared
    refused = deployment.accounts.post(first_name="Nobody").must_be_refused(REFUSED).thing
    expect_equal(refused.get("success"), False, "success of a failure")  # noqa: FBT003 - what is compared


@check(
    "accounts_create",
    "accounts_get",
    rules=(),
    first_name=strategies.TEXT,
    last_name=strategies.TEXT,
    local=strategies.LOCAL_PARTS,
)
def accounts_create_reads_back(deployment: Deployment, first_name: str, last_name: str, local: str) -> None:
    """An account reads back with the names and the address that its creation sent."""
    email = deployment.email(local)
    account = deployment.account(email=email, first_name=first_name, last_name=last_name)
    read = account.read()
    expect_equal(read.get("id"), account.name, "id")
    expect_equal(read.get("first_name"), first_name, "first_name")
    expect_equal(read.get("last_name"), last_name, "last_name")
    expect_equal(read.get("email_addresses"), [email], "email_addresses")


@check("accounts_create", "accounts_get", rules=())
def accounts_create_takes_any_name(deployment: Deployment) -> None:
    """Names in every script, empty ones and long ones, read back as they were sent."""
    for first, last in zip(strategies.SAMPLES[::2], strategies.SAMPLES[1::2], strict=True):
        read = deployment.account(first_name=first, last_name=last).read()
        expect_equal((read.get("first_name"), read.get("last_name")), (first, last), "the name")


@check("accounts_create")
def accounts_create_email_only_ok(deployment: Deployment) -> None:
    """An address alone makes an account that has it and no source."""
    email = deployment.email()
    account = deployment.account(email=email)
    read = account.read()
    expect_equal(read.get("email_addresses"), [email], "email_addresses")
    expect_equal(read.get("sources"), [], "sources")
    expect_equal(account.sources.all(), [], "the list of its sources")


@check("accounts_create")
def accounts_create_email_or_migrate(deployment: Deployment) -> None:
    """A creation without an address is refused."""
    deployment.accounts.post(first_name="Nobody", last_name="At all").must_be_refused(REFUSED)


@check("accounts_create")
def accounts_create_resource_url_absolute(deployment: Deployment) -> None:
    """resource_url of a new account is an absolute address that leads to it."""
    account = deployment.account()
    read = deployment.follow(account.created.get("resource_url")).must_be(OK).thing
    expect_equal(read.get("id"), account.name, "id of what resource_url leads to")


@check("accounts_create")
def accounts_create_source_object_only_when_source(deployment: Deployment) -> None:
    """The answer to a creation without a mailbox holds no source."""
    expect("source" not in deployment.account().created, "no source", "source")


@check("accounts_create")
def accounts_create_accepts_source_params(deployment: Deployment) -> None:
    """One request creates an account and its first source, and answers where the source is."""
    account = deployment.account(**deployment.mailbox().form())
    source = account.created.get("source") or {}
    expect(bool(source.get("label")), "source, with label and resource_url", account.created)
    expect_equal(account.sources.names(), [source.get("label")], "the labels of its sources")
    read = deployment.follow(source.get("resource_url")).must_be(OK).thing
    expect_equal(read.get("label"), source.get("label"), "label of what resource_url leads to")


@check("accounts_create")
def accounts_create_with_source_atomic(deployment: Deployment) -> None:
    """Where the mailbox cannot be opened, no account is made."""
    form = deployment.mailbox().form(password=WRONG_PASSWORD)
    for changes in ({}, {"server": "127.0.0.1", "port": 9}, {"port": 0}):
        email = deployment.email("bad")
        answer = deployment.accounts.post(**{**form, **changes, "email": email})
        answer.must_be_refused(REFUSED, UNREACHABLE)
        expect_equal(deployment.accounts.names(email=email), [], "the accounts with the address")


@check("accounts_create")
def accounts_create_source_credentials(deployment: Deployment) -> None:
    """A creation with a mailbox but neither password nor token is refused, and makes no account."""
    email = deployment.email()
    form = {"server": "127.0.0.1", "port": 9, "use_ssl": 0, "type": "IMAP", "username": "ada"}
    deployment.accounts.post(**form, email=email).must_be_refused(REFUSED)
    expect_equal(deployment.accounts.names(email=email), [], "the accounts with the address")


@check("accounts_create")
def accounts_create_failure_diagnostics(deployment: Deployment) -> None:
    """Where the mailbox cannot be opened, feedback_code and connectionLog tell why."""
    form = deployment.mailbox().form(password=WRONG_PASSWORD)
    answer = deployment.accounts.post(**form, email=deployment.email()).must_be_refused(REFUSED).thing
    told = isinstance(answer.get("feedback_code"), str) and isinstance(answer.get("connectionLog"), str)
    expect(told, "feedback_code and connectionLog", answer)
    expect(WRONG_PASSWORD not in str(answer), "no password in the answer", answer)


@check("accounts_get", reads_only=True)
def accounts_get_404_message(deployment: Deployment) -> None:
    """An unknown account answers 404 with an error that names it."""
    value = deployment.accounts[UNKNOWN].get().must_be_refused(NOT_FOUND).thing["value"]
    expect(UNKNOWN in value, f"a value that names {UNKNOWN}", value)


@check("accounts_get", "accounts_list")
def accounts_get_same_shape_as_list(deployment: Deployment) -> None:
    """An account reads the same alone and in the list."""
    email = deployment.email()
    account = deployment.account(email=email, first_name="Ada", last_name="Lovelace")
    listed = [each for each in deployment.accounts.all(email=email) if each.get("id") == account.name]
    expect_equal(listed, [account.read()], "what the list holds of the account")


@check("accounts_get", "accounts_list", rules=("accounts-get-same-shape-as-list",), reads_only=True)
def accounts_that_are_there_read_as_listed(deployment: Deployment) -> None:
    """The first account of the list reads the same alone."""
    for element in deployment.accounts.all(limit=1):
        expect_equal(deployment.accounts[str(element.get("id"))].read(), element, "the account")


@check("accounts_update", rules=("accounts-update-success-iff-200", "res-mutations-success"))
def accounts_update_success_iff_200(deployment: Deployment) -> None:
    """Success is true in a 200, and false when the change failed."""
    expect_equal(deployment.account().update(first_name="Ada").get("success"), True, "success of a 200")  # noqa: FBT003 - what is compared
    refused = deployment.accounts[deployment.nothing()].post(first_name="Ada").must_be_refused(NOT_FOUND)
    expect_equal(refused.thing.get("success"), False, "success of a failure")  # noqa: FBT003 - what is compared


@check(
    "accounts_update",
    "accounts_get",
    rules=("accounts-update-partial",),
    names=strategies.NAMES,
)
def accounts_update_reads_back(deployment: Deployment, names: dict[str, str]) -> None:
    """A name that is sent reads back as it was sent; one that is left out keeps its value."""
    account = deployment.account(first_name="Ada", last_name="Lovelace")
    account.update(**names)
    wanted = {"first_name": "Ada", "last_name": "Lovelace", **names}
    after = account.read()
    expect_equal({name: after.get(name) for name in wanted}, wanted, "the name")


@check("accounts_update")
def accounts_update_partial(deployment: Deployment) -> None:
    """A name that is left out keeps its value."""
    account = deployment.account(first_name="Ada", last_name="Lovelace")
    account.update(first_name="Augusta")
    expect_equal(account.read().get("last_name"), "Lovelace", "last_name")
    account.update(last_name="King")
    expect_equal(account.read().get("first_name"), "Augusta", "first_name")


@check("accounts_update")
def accounts_update_only_names(deployment: Deployment) -> None:
    """A change alters the names alone, and those of one account alone."""
    account, other = deployment.account(), deployment.account(first_name="Ada")
    before, other_before = account.read(), other.read()
    account.update(
        first_name="Augusta", email=deployment.email(), username="someone", suspended=1, id="another"
    )
    expect_equal(account.read(), {**before, "first_name": "Augusta"}, "the account")
    expect_equal(other.read(), other_before, "another account")


@check("accounts_delete", rules=("accounts-delete-body-undocumented", "res-mutations-success"))
def accounts_delete_body_undocumented(deployment: Deployment) -> None:
    """A deletion answers success."""
    expect_equal(deployment.account().delete().get("success"), True, "success")  # noqa: FBT003 - what is compared


@check("accounts_delete")
def accounts_delete_then_404(deployment: Deployment) -> None:
    """A deleted account answers 404, to a second deletion and a change too, and is in no list."""
    email = deployment.email()
    account = deployment.account(email=email)
    account.delete()
    account.get().must_be_refused(NOT_FOUND)
    account.post(first_name="Ada").must_be_refused(NOT_FOUND)
    deployment.send("DELETE", account.path).must_be_refused(NOT_FOUND)
    expect_equal(deployment.accounts.names(email=email), [], "the accounts with the address")


@check("accounts_delete", rules=("accounts-delete-then-404",))
def accounts_delete_takes_children(deployment: Deployment) -> None:
    """What belonged to a deleted account is gone with it: its tokens, and the lists of tokens and sources."""
    account = deployment.account()
    token = deployment.token(account)
    account.delete()
    token.get().must_be_refused(NOT_FOUND)
    account.connect_tokens.get().must_be_refused(NOT_FOUND)
    account.sources.get().must_be_refused(NOT_FOUND)


@check("accounts_delete", rules=("accounts-delete-then-404",))
def accounts_delete_nothing_else(deployment: Deployment) -> None:
    """The deletion of an account leaves other accounts and tokens as they were."""
    account, other = deployment.account(), deployment.any_account()
    theirs, top = deployment.token(other), deployment.token()
    before = [each.read() for each in (other, theirs, top)]
    account.delete()
    after = [each.get().must_be(OK).thing for each in (other, theirs, top)]
    expect_equal(after, before, "what else there is")


@check("accounts_create", rules=())
def accounts_create_each_its_own(deployment: Deployment) -> None:
    """Accounts that are created one after another have ids of their own."""
    ids = [deployment.account(first_name="Ada", last_name="Lovelace").name for _ in range(3)]
    expect_equal(len(set(ids)), len(ids), "the number of different ids")
