"""Mailbox settings in forms: validation beyond the schema, and the source that comes of them."""

from __future__ import annotations

import math
from contextlib import contextmanager
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.server.http.responses import RefusedError, bad_request
from contextio_contract.server.jobs.synchronisation import source_columns
from contextio_contract.server.mail.mailbox import Login
from contextio_contract.server.mail.observation import OK
from contextio_contract.server.outbound.limits import BusyError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from contextio_contract.server.http.call import Call
    from contextio_contract.server.services import Services

_SETTINGS: Final = ("server", "username", "port", "use_ssl", "password")
_PROVIDER: Final = "provider_"


def asks_for_mailbox(form: Mapping[str, Any]) -> bool:
    """Return whether the form of a new account has any setting of a mailbox."""
    return any(name in _SETTINGS or name.startswith(_PROVIDER) for name in form)


def refuse_provider(form: Mapping[str, Any]) -> None:
    """Raise a 400 if a form has the OAuth token of a mail provider.

    It takes precedence over a password and needs a registered OAuth client (rules
    src-create-provider-beats-password and src-create-consumer-key-registered). None can be registered
    while the page oauth_providers is not served.
    """
    if any(name.startswith(_PROVIDER) for name in form):
        unregistered = "is not registered here; leave all provider_ fields out, send password"
        missing = "is missing; send it beside the provider's token"
        problem = unregistered if "provider_consumer_key" in form else missing
        raise bad_request(value=f"provider_consumer_key {problem}")


@contextmanager
def refuse_when_busy(services: Services) -> Iterator[None]:
    """Raise a 503 if a mailbox that is to be opened cannot be now; nothing has happened then."""
    try:
        yield
    except BusyError as error:
        seconds = math.ceil(services.settings.mailbox_timeout)
        sentence = f"too many mailboxes are being opened; try again in {seconds} s"
        headers = {"retry-after": str(seconds)}
        raise RefusedError(HTTPStatus.SERVICE_UNAVAILABLE, sentence, headers=headers) from error


def open_mailbox(services: Services, call: Call) -> dict[str, Any]:
    """Open the mailbox of a form, and return the columns of a source for it.

    Raises:
        RefusedError: 503 if the mail server is out of reach or too many mailboxes are being opened, 400 if it
            refuses or is not to be called.
    """
    form = call.form
    refuse_provider(form)
    login = Login(form["server"], form["port"], form["use_ssl"] == 1, form["username"], form["password"])
    with refuse_when_busy(services):
        observation = services.mailboxes.probe(login, {"key": call.consumer_key})
    if observation.status != OK:
        raise RefusedError(
            observation.http_status,
            observation.message or "the mailbox could not be opened",
            {"feedback_code": observation.status, "connectionLog": observation.log},
        )
    return source_columns(services, login, form)
