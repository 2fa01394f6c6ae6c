"""Checks of the page accounts/sources."""

from __future__ import annotations

import itertools
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from contextio_contract.conformance.checks.registry import check
from contextio_contract.conformance.checks.responses import expect, expect_equal, expect_fields, need
from contextio_contract.conformance.checks.shared import BROKEN, OK, account_with
from contextio_contract.conformance.fixtures.mailbox import NOBODY, WRONG_PASSWORD

if TYPE_CHECKING:
    from contextio_contract.conformance.checks.steps import Deployment

UNREGISTERED: Final = {"provider_consumer_key": "registered nowhere", "provider_refresh_token": "of nobody"}


@check("sources_list")
def src_list_bare_array(deployment: Deployment) -> None:
    """The list of sources is a bare array, which is empty for an account without sources."""
    expect_equal(deployment.account().sources.all(), [], "the sources of a new account")


@check("sources_list", "sources_get", "accounts_get", rules=("src-list-bare-array", "src-multi-merge"))
def src_reads_as_listed(deployment: Deployment) -> None:
    """A source reads the same alone, in the list of its account, and within the account."""
    account = account_with(deployment, OK, BROKEN)
    listed = {str(source["label"]): source for source in account.sources.all()}
    within = {str(source["label"]): source for source in account.read()["sources"]}
    expect_equal(len(listed), 2, "the number of sources in the list")
    expect_equal(sorted(within), sorted(listed), "the labels of the account's sources")
    for label, source in listed.items():
        expect_equal(account.sources[label].read(), source, "the source")


@check("sources_list", rules=("src-list-status-enum-same",))
def src_list_filters(deployment: Deployment) -> None:
    """The filters status and status_ok return the sources that satisfy each of them that is sent."""
    account = account_with(deployment, OK, BROKEN)
    statuses = {str(source.get("label")): source.get("status") for source in account.sources.all()}
    expect_equal(sorted(map(str, statuses.values())), [BROKEN, OK], "the statuses")
    for status, status_ok in [*itertools.product((None, OK, BROKEN), (None, 0, 1)), ("DISABLED", None)]:
        filters = {"status": status, "status_ok": status_ok}
        query = {name: value for name, value in filters.items() if value is not None}
        wanted = [
            label
            for label, current in statuses.items()
            if status in {None, current} and status_ok in {None, int(current == OK)}
        ]
        expect_equal(sorted(account.sources.names(**query)), sorted(wanted), f"the sources with {query}")


@check("sources_create")
def src_create_validates_mailbox(deployment: Deployment) -> None:
    """Settings that open no mailbox are refused, and no source is attached."""
    account = deployment.account()
    for changes in ({"password": WRONG_PASSWORD}, {"server": "127.0.0.1", "port": 9}, {"port": 65_536}):
        form = deployment.mailbox().form(**{"email": deployment.email(), **changes})
        account.sources.post(**form).must_be_error(HTTPStatus.BAD_REQUEST, HTTPStatus.SERVICE_UNAVAILABLE)
    expect_equal(account.sources.all(), [], "the sources of the account")


@check("sources_create")
def src_create_credentials_required(deployment: Deployment) -> None:
    """A mailbox without a password or token is refused, as is one without any other setting."""
    account = deployment.account()
    form = {"email": deployment.email(), **NOBODY.form()}
    for missing in form:
        part = {name: value for name, value in form.items() if name != missing}
        account.sources.post(**part).must_be_error(HTTPStatus.BAD_REQUEST)
    expect_equal(account.sources.all(), [], "the sources of the account")


@check("sources_create", rules=("src-create-provider-beats-password", "src-create-consumer-key-registered"))
def src_create_provider_beats_password(deployment: Deployment) -> None:
    """An unregistered provider_consumer_key is refused, even if the password opens the mailbox."""
    account = deployment.account()
    form = deployment.mailbox().form(email=deployment.email(), **UNREGISTERED)
    account.sources.post(**form).must_be_error(HTTPStatus.BAD_REQUEST)
    expect_equal(account.sources.all(), [], "the sources of the account")


@check("sources_create")
def src_create_populates_addresses(deployment: Deployment) -> None:
    """Attaching a source adds its address to the account."""
    account, email = deployment.account(), deployment.email("second")
    before = account.read()["email_addresses"]
    deployment.source(account, email=email)
    expect_equal(account.read()["email_addresses"], [*before, email], "email_addresses")


@check("sources_create", "sources_get", rules=("src-create-label-assigned", "src-create-use-ssl-strict-one"))
def src_create_label_assigned(deployment: Deployment) -> None:
    """A source gets its own label, under which it reads back with its settings."""
    account, mailbox = deployment.any_account(), deployment.mailbox()
    first, second = deployment.source(account), deployment.source(account)
    expect(first.name != second.name, "two different labels", first.name)
    read = first.read()
    settings = {"server": mailbox.host, "port": mailbox.port, "username": mailbox.username}
    expect_fields(read, label=first.name, **settings, use_ssl=mailbox.ssl, status=OK)
    expect(mailbox.password not in str(read), "no password in the response", read)


@check("sources_create")
def src_create_failure_diagnostics(deployment: Deployment) -> None:
    """If the mailbox cannot be opened, the error has success false, feedback_code and connectionLog."""
    form = deployment.mailbox().form(email=deployment.email(), password=WRONG_PASSWORD)
    response = deployment.any_account().sources.post(**form)
    response.must_be_error(HTTPStatus.BAD_REQUEST, HTTPStatus.SERVICE_UNAVAILABLE)
    expect_fields(response.must_explain(WRONG_PASSWORD).object, success=False)


@check("sources_get")
def src_label_zero_alias(deployment: Deployment) -> None:
    """The label 0 means the first source of the account."""
    account = deployment.account()
    first = deployment.source(account)
    deployment.source(account)
    expect_equal(account.sources["0"].read(), first.read(), "source 0")


@check("sources_create", rules=("src-label-percent-encoding", "req-path-encoding", "res-resource-url"))
def src_label_percent_encoding(deployment: Deployment) -> None:
    """The resource_url of a source is absolute, has its label percent-encoded, and leads to the source."""
    source = deployment.source(deployment.any_account())
    url = str(source.created.get("resource_url"))
    expect("@" not in url and "::" not in url, "a percent-encoded label", url)
    expect_fields(deployment.follow(url), label=source.name)


@check("sources_update")
def src_update_reset_status(deployment: Deployment) -> None:
    """The field status accepts only 1, and does not choose a status."""
    source = deployment.source(deployment.any_account())
    for status in ("0", "2", "DISABLED"):
        source.post(status=status).must_be_error(HTTPStatus.BAD_REQUEST)
    expect_fields(source.update(status=1), success=True)
    expect_fields(source.read(), status=OK)


@check("sources_update")
def src_update_force_alone(deployment: Deployment) -> None:
    """force_status_check beside another field is refused, and the other field is not set."""
    source = deployment.source(deployment.any_account())
    before = source.read()
    source.post(force_status_check=1, sync_all_folders=1).must_be_error(HTTPStatus.BAD_REQUEST)
    expect_equal(source.read(), before, "the source")


@check("sources_update")
def src_update_force_different_reply(deployment: Deployment) -> None:
    """A forced check returns the status that it finds, which the source then has."""
    source = deployment.source(deployment.any_account())
    expect_fields(source.update(force_status_check=1), status=OK)
    source.update(password=WRONG_PASSWORD)
    status = source.update(force_status_check=1).get("status")
    expect(status not in {OK, None}, "a status other than OK, as the password is wrong", status)
    expect_fields(source.read(), status=status)
    source.update(password=deployment.mailbox().password)
    expect_fields(source.update(force_status_check=1), status=OK)


@check("sources_update")
def src_update_provider_beats_password(deployment: Deployment) -> None:
    """A new password has no effect beside a token of a provider."""
    source = deployment.source(deployment.any_account())
    source.post(password=WRONG_PASSWORD, **UNREGISTERED)
    expect_fields(source.update(force_status_check=1), status=OK)


@check("sources_update")
def src_update_no_server_change(deployment: Deployment) -> None:
    """An update leaves server, port, user name and encryption as they were, and other sources untouched."""
    account = deployment.account()
    source, other = deployment.source(account), deployment.source(account)
    names = ("label", "server", "port", "username", "use_ssl", "type")
    before, other_before = source.read(), other.read()
    source.post(server="127.0.0.2", port=9, username="another", use_ssl=1, sync_all_folders=1)
    expect_fields(source.read(), **{name: before.get(name) for name in names})
    expect_equal(other.read(), other_before, "another source")


@check("sources_update", "sources_get", rules=("req-booleans-0-1",))
def src_update_reads_back(deployment: Deployment) -> None:
    """A flag that is sent as 1 or 0 reads back as true or false; other flags keep their value."""
    source = deployment.source(deployment.any_account(), sync_flags=1)
    wanted = source.read()
    flags = [name for name in ("sync_all_folders", "expunge_on_deleted_flag") if name in wanted]
    need(flags, "a source does not show its flags")
    for name, value in itertools.product(flags, (1, 0)):
        source.update(**{name: value})
        wanted[name] = value == 1
        expect_equal(source.read(), wanted, "the source")


@check("sources_delete", rules=("src-delete-then-404", "res-mutations-success"))
def src_delete_then_404(deployment: Deployment) -> None:
    """A deleted source cannot be read and is in no list, nor in its account; other sources stay."""
    account = deployment.account()
    source, other = deployment.source(account), deployment.source(account)
    before = other.read()
    expect_fields(source.remove(), success=True)
    source.get().must_be_error(HTTPStatus.NOT_FOUND)
    source.post(sync_all_folders=1).must_be_error(HTTPStatus.NOT_FOUND)
    source.delete().must_be_error(HTTPStatus.NOT_FOUND)
    expect_equal(account.sources.names(), [other.name], "the labels")
    within = [source["label"] for source in account.read()["sources"]]
    expect_equal(within, [other.name], "the account's sources")
    expect_equal(other.read(), before, "the other source")


@check("sources_get", "sources_delete", rules=())
def src_belongs_to_its_account(deployment: Deployment) -> None:
    """Through another account, a source cannot be read or deleted."""
    account, other = deployment.any_account(), deployment.account()
    source = deployment.source(account)
    astray = other.sources[source.name]
    astray.get().must_be_error(HTTPStatus.NOT_FOUND)
    astray.delete().must_be_error(HTTPStatus.NOT_FOUND)
    source.read()
