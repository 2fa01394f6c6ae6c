"""The page accounts/sources."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

from contextio_contract.conformance.checks.pages.accounts import mixed
from contextio_contract.conformance.checks.registry import check
from contextio_contract.conformance.checks.steps import (
    NOT_FOUND,
    OK,
    REFUSED,
    expect,
    expect_equal,
)
from contextio_contract.conformance.fixtures.mailbox import WRONG_PASSWORD
from contextio_contract.conformance.outcome import NotExercised

if TYPE_CHECKING:
    from contextio_contract.conformance.checks.steps import Deployment

UNREACHABLE: Final = 503
BROKEN: Final = "INVALID_CREDENTIALS"


@check("sources_list")
def src_list_bare_array(deployment: Deployment) -> None:
    """The list of sources is a bare array, empty for an account without any."""
    expect_equal(deployment.account().sources.all(), [], "the sources of a new account")


@check("sources_list", "sources_get", "accounts_get", rules=("src-list-bare-array", "src-multi-merge"))
def src_reads_as_listed(deployment: Deployment) -> None:
    """A source reads the same alone, in the list of its account and within the account."""
    account = mixed(deployment)
    listed = {str(source["label"]): source for source in account.sources.all()}
    within = {str(source["label"]): source for source in account.read()["sources"]}
    expect_equal(len(listed), 2, "the number of sources in the list")
    expect_equal(sorted(within), sorted(listed), "the labels of the account's sources")
    for label, source in listed.items():
        expect_equal(account.sources[label].read(), source, "the source")


@check("sources_list", rules=("src-list-status-enum-same",))
def src_list_filters(deployment: Deployment) -> None:
    """Status and status_ok keep the sources in that state, and both together those that both keep."""
    account = mixed(deployment)
    states = {str(source.get("label")): source.get("status") for source in account.sources.all()}
    expect_equal(sorted(map(str, states.values())), [BROKEN, "OK"], "the states")
    for status, status_ok in [*itertools.product((None, "OK", BROKEN), (None, 0, 1)), ("DISABLED", None)]:
        query = {"status": status, "status_ok": status_ok}
        query = {name: value for name, value in query.items() if value is not None}
        if not query:
            continue
        wanted = [
            label
            for label, state in states.items()
            if status in {None, state} and status_ok in {None, int(state == "OK")}
        ]
        expect_equal(sorted(account.sources.names(**query)), sorted(wanted), f"the sources with {query}")


@check("sources_create")
def src_create_validates_mailbox(deployment: Deployment) -> None:
    """Settings that do not open a mailbox are refused, and attach nothing."""
    account = deployment.account()
    for changes in ({"password": WRONG_PASSWORD}, {"server": "127.0.0.1", "port": 9}, {"port": 65_536}):
        form = deployment.mailbox().form(**{"email": deployment.email(), **changes})
        account.sources.post(**form).must_be_refused(REFUSED, UNREACHABLE)
    expect_equal(account.sources.all(), [], "the sources of the account")


@check("sources_create")
def src_create_credentials_required(deployment: Deployment) -> None:
    """A mailbox with neither password nor token is refused; so is one without any other of its settings."""
    account = deployment.account()
    form = {
        "email": deployment.email(),
        "server": "127.0.0.1",
        "port": 9,
        "use_ssl": 0,
        "type": "IMAP",
        "username": "ada",
        "password": "lovelace",
    }
    for missing in ("password", "email", "server", "port", "use_ssl", "type", "username"):
        part = {name: value for name, value in form.items() if name != missing}
        account.sources.post(**part).must_be_refused(REFUSED)
    expect_equal(account.sources.all(), [], "the sources of the account")


@check("sources_create", rules=("src-create-provider-beats-password", "src-create-consumer-key-registered"))
def src_create_provider_beats_password(deployment: Deployment) -> None:
    """With an unregistered provider_consumer_key no mailbox is attached, though the password opens it."""
    account = deployment.account()
    tokens = {"provider_consumer_key": "registered nowhere", "provider_refresh_token": "of nobody"}
    form = deployment.mailbox().form(email=deployment.email(), **tokens)
    account.sources.post(**form).must_be_refused(REFUSED)
    expect_equal(account.sources.all(), [], "the sources of the account")


@check("sources_create")
def src_create_populates_addresses(deployment: Deployment) -> None:
    """Attaching a source adds its address to those of the account."""
    account, email = deployment.account(), deployment.email("second")
    before = account.read()["email_addresses"]
    deployment.source(account, email=email)
    expect_equal(account.read()["email_addresses"], [*before, email], "email_addresses")


@check("sources_create", "sources_get", rules=("src-create-label-assigned", "src-create-use-ssl-strict-one"))
def src_create_label_assigned(deployment: Deployment) -> None:
    """A source gets a label of its own, under which it reads back with its settings."""
    account, mailbox = deployment.any_account(), deployment.mailbox()
    first, second = deployment.source(account), deployment.source(account)
    expect(first.name != second.name, "two different labels", first.name)
    read = first.read()
    settings = {
        "label": first.name,
        "server": mailbox.host,
        "port": mailbox.port,
        "username": mailbox.username,
        "use_ssl": mailbox.ssl,
        "status": "OK",
    }
    expect_equal({name: read.get(name) for name in settings}, settings, "the source")
    expect(mailbox.password not in str(read), "no password in the answer", read)


@check("sources_create")
def src_create_failure_diagnostics(deployment: Deployment) -> None:
    """A creation that fails at the mailbox answers success false, feedback_code and connectionLog."""
    form = deployment.mailbox().form(email=deployment.email(), password=WRONG_PASSWORD)
    answer = deployment.any_account().sources.post(**form).must_be_refused(REFUSED, UNREACHABLE).thing
    told = isinstance(answer.get("feedback_code"), str) and isinstance(answer.get("connectionLog"), str)
    expect(answer.get("success") is False and told, "success false, feedback_code and connectionLog", answer)
    expect(WRONG_PASSWORD not in str(answer), "no password in the answer", answer)


@check("sources_get")
def src_label_zero_alias(deployment: Deployment) -> None:
    """The label 0 stands for the first source of the account."""
    account = deployment.account()
    first = deployment.source(account)
    deployment.source(account)
    expect_equal(account.sources["0"].read(), first.read(), "source 0")


@check("sources_create", rules=("src-label-percent-encoding", "req-path-encoding", "res-resource-url"))
def src_label_percent_encoding(deployment: Deployment) -> None:
    """resource_url of a source is absolute, holds the label percent-encoded, and leads to the source."""
    source = deployment.source(deployment.any_account())
    url = str(source.created.get("resource_url"))
    expect("@" not in url and "::" not in url, "a percent-encoded label", url)
    read = deployment.follow(url).must_be(OK).thing
    expect_equal(read.get("label"), source.name, "label of what resource_url leads to")


@check("sources_update")
def src_update_reset_status(deployment: Deployment) -> None:
    """Status takes 1 alone, and does not choose a state."""
    source = deployment.source(deployment.any_account())
    for status in ("0", "2", "DISABLED"):
        source.post(status=status).must_be_refused(REFUSED)
    expect_equal(source.update(status=1).get("success"), True, "success")  # noqa: FBT003 - what is compared
    expect_equal(source.read().get("status"), "OK", "status")


@check("sources_update")
def src_update_force_alone(deployment: Deployment) -> None:
    """force_status_check beside another field is refused, and that field not set."""
    source = deployment.source(deployment.any_account())
    before = source.read()
    source.post(force_status_check=1, sync_all_folders=1).must_be_refused(REFUSED)
    expect_equal(source.read(), before, "the source")


@check("sources_update")
def src_update_force_different_reply(deployment: Deployment) -> None:
    """A forced check answers the state that it finds, which the source then has."""
    source = deployment.source(deployment.any_account())
    expect_equal(source.update(force_status_check=1).get("status"), "OK", "status of the answer")
    source.update(password=WRONG_PASSWORD)
    found = source.update(force_status_check=1).get("status")
    expect(found not in {"OK", None}, "a state other than OK, as the password is wrong", found)
    expect_equal(source.read().get("status"), found, "status of the source")
    source.update(password=source.deployment.mailbox().password)
    expect_equal(source.update(force_status_check=1).get("status"), "OK", "status with the right password")


@check("sources_update")
def src_update_provider_beats_password(deployment: Deployment) -> None:
    """A new password has no effect beside a provider's token."""
    source = deployment.source(deployment.any_account())
    source.post(
        password=WRONG_PASSWORD,
        provider_consumer_key="registered nowhere",
        provider_refresh_token="of nobody",  # noqa: S106 - it opens nothing
    )
    expect_equal(source.update(force_status_check=1).get("status"), "OK", "status with the old password")


@check("sources_update")
def src_update_no_server_change(deployment: Deployment) -> None:
    """A change leaves server, port, user name and encryption as they were, and another source untouched."""
    account = deployment.account()
    source, other = deployment.source(account), deployment.source(account)
    names = ("label", "server", "port", "username", "use_ssl", "type")
    before, other_before = source.read(), other.read()
    source.post(server="127.0.0.2", port=9, username="another", use_ssl=1, sync_all_folders=1)
    after = source.read()
    expect_equal({name: after.get(name) for name in names}, {name: before.get(name) for name in names}, "it")
    expect_equal(other.read(), other_before, "another source")


@check("sources_update", "sources_get", rules=("req-booleans-0-1",))
def src_update_reads_back(deployment: Deployment) -> None:
    """A flag that is sent as 1 or 0 reads back as true or false; others keep their value."""
    source = deployment.source(deployment.any_account(), sync_flags=1)
    wanted = source.read()
    flags = [name for name in ("sync_all_folders", "expunge_on_deleted_flag") if name in wanted]
    if not flags:
        message = "a source does not tell its flags"
        raise NotExercised(message)
    for name, value in itertools.product(flags, (1, 0)):
        source.update(**{name: value})
        wanted[name] = value == 1
        expect_equal(source.read(), wanted, "the source")


@check("sources_delete", rules=("src-delete-then-404", "res-mutations-success"))
def src_delete_then_404(deployment: Deployment) -> None:
    """A detached source is gone from reading, from the list and from the account; others stay."""
    account = deployment.account()
    source, other = deployment.source(account), deployment.source(account)
    before = other.read()
    expect_equal(source.delete().get("success"), True, "success")  # noqa: FBT003 - what is compared
    source.get().must_be_refused(NOT_FOUND)
    source.post(sync_all_folders=1).must_be_refused(NOT_FOUND)
    deployment.send("DELETE", source.path).must_be_refused(NOT_FOUND)
    expect_equal(account.sources.names(), [other.name], "the labels")
    expect_equal(
        [each.get("label") for each in account.read()["sources"]], [other.name], "the account's sources"
    )
    expect_equal(other.read(), before, "the other source")


@check("sources_get", "sources_delete", rules=())
def src_belongs_to_its_account(deployment: Deployment) -> None:
    """A source is out of reach through another account, and stays where it is."""
    account, other = deployment.any_account(), deployment.account()
    source = deployment.source(account)
    astray = other.sources[source.name]
    astray.get().must_be_refused(NOT_FOUND)
    deployment.send("DELETE", astray.path).must_be_refused(NOT_FOUND)
    source.get().must_be(OK)
