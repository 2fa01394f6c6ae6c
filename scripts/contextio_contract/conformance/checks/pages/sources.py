"""Checks of sources beyond what the description says of every collection."""

from __future__ import annotations

from contextlib import suppress
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from contextio_contract.conformance.checks.derived.places import expect_shown
from contextio_contract.conformance.checks.derived.samples import arranges
from contextio_contract.conformance.checks.registry import check
from contextio_contract.conformance.checks.responses import (
    expect,
    expect_equal,
    expect_fields,
    expect_secret,
    need,
)
from contextio_contract.conformance.fixtures.mailbox import WRONG_PASSWORD
from contextio_contract.conformance.outcome import NotExercised

if TYPE_CHECKING:
    from contextio_contract.conformance.checks.steps import Collection, Deployment, Resource

OK: Final = "OK"
"""The status of a source that works."""
UNREGISTERED: Final = {"provider_consumer_key": "registered nowhere", "provider_refresh_token": "of nobody"}


@arranges("/accounts/{id}/sources")
def attach_sources(sources: Collection) -> None:
    """Attach two sources that work, and one that does not if a wrong password is noticed."""
    sources.new()
    sources.new()
    broken = sources.new()
    broken.update(password=WRONG_PASSWORD)
    broken.update(force_status_check=1)


def _sources(deployment: Deployment) -> Collection:
    """Return the sources of a new account."""
    return deployment["accounts"].new()["sources"]


def _source(deployment: Deployment) -> Resource:
    """Return a new source of an account that checks share."""
    return deployment["accounts"].any()["sources"].new()


@check("sources_create")
def src_create_validates_mailbox(deployment: Deployment) -> None:
    """Settings that open no mailbox are refused, no source is attached, and the account stays as it was."""
    account = deployment["accounts"].new()
    sources, before = account["sources"], account.read()
    for changes in ({"password": WRONG_PASSWORD}, {"server": "127.0.0.1", "port": 9}, {"port": 65_536}):
        response = sources.post(**sources.form(**changes))
        response.must_be_error(HTTPStatus.BAD_REQUEST, HTTPStatus.SERVICE_UNAVAILABLE)
    expect_equal(sources.all(), [], "the sources of the account")
    expect_equal(account.read(), before, "the account")


@check("sources_create")
def src_create_use_ssl_strict_one(deployment: Deployment) -> None:
    """With 1 the mailbox is opened with TLS; with any other value it is opened without."""
    sources, mailbox = _sources(deployment), deployment.mailbox()
    need(not mailbox.ssl, "the mailbox has TLS, so that nothing tells what other values do")
    response = sources.post(**sources.form(use_ssl=1))
    response.must_be_error(HTTPStatus.BAD_REQUEST, HTTPStatus.SERVICE_UNAVAILABLE)
    for value in ("true", "2", ""):
        # A mailbox without TLS was opened; the field, which is optional, may be left out.
        read = sources.new(use_ssl=value).read()
        expect_equal(read.get("use_ssl"), False if "use_ssl" in read else None, "use_ssl")


@check("sources_create", rules=("src-create-provider-beats-password", "src-create-consumer-key-registered"))
def src_create_provider_beats_password(deployment: Deployment) -> None:
    """Beside any field of a provider, no registered key is a 400, even if the password opens the mailbox."""
    sources = _sources(deployment)
    creates = sources.described.creates
    names = [name for name in (creates.form_fields if creates else ()) if name.startswith("provider_")]
    for fields in (UNREGISTERED, *({name: "of nobody"} for name in names)):
        sources.post(**sources.form(**fields)).must_be_error(HTTPStatus.BAD_REQUEST)
    expect_equal(sources.all(), [], "the sources of the account")


@check("sources_create")
def src_create_populates_addresses(deployment: Deployment) -> None:
    """Attaching a source adds its address to the account, which lists find by either address."""
    account = deployment["accounts"].new()
    before = account.read()
    email = f"second.{deployment.new_mark()}@example.com"
    account["sources"].new(email=email)
    after = account.read()
    expect_equal(after["email_addresses"], [*before["email_addresses"], email], "email_addresses")
    for address in after["email_addresses"]:
        listed = [each.get("email_addresses") for each in account.collection.all(email=address)]
        expect_equal(listed, [after["email_addresses"]], f"the addresses of the accounts with {address}")


@check("sources_create", "sources_get", rules=())
def src_create_keeps_password(deployment: Deployment) -> None:
    """The password of a mailbox is in no response."""
    source, password = _source(deployment), deployment.mailbox().password
    for body in (source.created, source.read(), source.collection.all()):
        expect_secret(password, body)


@check("sources_create")
def src_create_failure_diagnostics(deployment: Deployment) -> None:
    """If the mailbox cannot be opened, the error has success false, feedback_code and connectionLog."""
    sources = _sources(deployment)
    response = sources.post(**sources.form(password=WRONG_PASSWORD))
    response.must_be_error(HTTPStatus.BAD_REQUEST, HTTPStatus.SERVICE_UNAVAILABLE)
    expect_fields(response.must_explain(WRONG_PASSWORD).object, success=False)


@check("sources_get")
def src_label_zero_alias(deployment: Deployment) -> None:
    """In every path, the label 0 means the first source of the account, also to change and delete it."""
    sources = _sources(deployment)
    first, second = sources.new(), sources.new()
    expect_equal(sources["0"].read(), first.read(), "source 0")
    for operation in deployment.operations:
        *above, last = operation.path.segments
        if operation.is_safe and above == ["accounts", "{id}", "sources", "{label}"]:
            with suppress(NotExercised):  # the deployment may not have the page
                zero, same = (deployment.send("GET", (*each.path, last)) for each in (sources["0"], first))
                expect_equal(zero.must_be(same.status).body, same.body, f"{last} of source 0")
    _change_and_delete_zero(sources, first, second)


def _change_and_delete_zero(sources: Collection, first: Resource, second: Resource) -> None:
    ledger, zero = sources.deployment.gateway.guard.ledger, sources["0"]
    ledger.add_created(zero.path)  # another name of what the run created
    before, untouched = first.read(), second.read()
    zero.update(sync_all_folders=1)
    wanted = {**before, "sync_all_folders": True} if "sync_all_folders" in before else before
    expect_equal(first.read(), wanted, "the first source, changed as source 0,")
    expect_equal(second.read(), untouched, "the second source")
    zero.remove()
    ledger.add_deleted(first.path)
    first.get().must_be_error(HTTPStatus.NOT_FOUND)
    expect_equal(sources["0"].read(), untouched, "source 0 after the first was deleted")


@check("sources_update")
def src_update_reset_status(deployment: Deployment) -> None:
    """The field status accepts only 1, and does not choose a status."""
    source = _source(deployment)
    for status in ("0", "2", "DISABLED"):
        source.post(status=status).must_be_error(HTTPStatus.BAD_REQUEST)
    expect_fields(source.update(status=1), success=True)
    expect_fields(source.read(), status=OK)


@check("sources_update")
def src_update_force_alone(deployment: Deployment) -> None:
    """force_status_check beside another field is refused, and the other field is not set."""
    source = _source(deployment)
    before = source.read()
    source.post(force_status_check=1, sync_all_folders=1).must_be_error(HTTPStatus.BAD_REQUEST)
    expect_equal(source.read(), before, "the source")


@check("sources_update")
def src_update_force_different_reply(deployment: Deployment) -> None:
    """A forced check returns the status that it finds, which the source then has."""
    source = _source(deployment)
    reply = source.update(force_status_check=1)
    expect_fields(reply, status=OK)
    expect("success" not in reply, "no success beside status", reply)
    source.update(password=WRONG_PASSWORD)
    status = source.update(force_status_check=1).get("status")
    expect(status not in {OK, None}, "a status other than OK, as the password is wrong", status)
    expect_fields(source.read(), status=status)
    source.update(password=deployment.mailbox().password)
    expect_fields(source.update(force_status_check=1), status=OK)


@check("sources_update", "sources_list", rules=())
def src_update_status_shows_everywhere(deployment: Deployment) -> None:
    """A status that changes shows in both lists and in the account, and filters find it by no other."""
    source = _source(deployment)
    shown = source.read()
    expect_shown(source, shown, whole=False)
    for password in (WRONG_PASSWORD, deployment.mailbox().password):
        source.update(password=password)
        source.update(force_status_check=1)
        before, shown = shown, source.read()
        need(shown["status"] != before["status"], "a wrong password is not noticed")
        expect_shown(source, shown, before, whole=False)


@check("sources_update")
def src_update_provider_beats_password(deployment: Deployment) -> None:
    """A new password has no effect beside a token of a provider."""
    source = _source(deployment)
    source.post(password=WRONG_PASSWORD, **UNREGISTERED)
    expect_fields(source.update(force_status_check=1), status=OK)
