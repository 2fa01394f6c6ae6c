"""Resources (`x-resource`): how elements are named and shown, and what they are after their creation."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Resource:
    """What `x-resource` says about the elements of a collection.

    Attributes:
        kind: what an element is called in sentences.
        key: the field of answers that names an element; None to look it up in links and schemas.
        created: the field with the time of creation, in seconds since 1970-01-01 UTC; None without one.
        url: the field with the absolute address; None without one.
        lifetime: the field with the time at which an unused element ends, and the seconds from its creation
            until then; None without such an end.
        initial: values of fields after a creation that did not set them.
        reads_back: the field of the read for a form field of another name; False for a form field that no
            read shows.
        mark: the form field in which a test run can mark what it creates; None without one.
        embedded_at: the field of the resource above that shows the elements; None without one.
        prefix: what stands before the key in the path of an element.
        also_named: further fields that name an element in its path, each with what stands before it there.
        headers: for a form field that takes a message as a file, the fields of the read that show header
            fields of it (RFC 5322), with the names of those.
    """

    kind: str
    key: str | None = None
    created: str | None = None
    url: str | None = None
    lifetime: tuple[str, int] | None = None
    initial: Mapping[str, Any] = field(default_factory=dict)
    reads_back: Mapping[str, str | Literal[False]] = field(default_factory=dict)
    mark: str | None = None
    embedded_at: str | None = None
    prefix: str = ""
    also_named: tuple[tuple[str, str], ...] = ()
    headers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def resource_of(node: Mapping[str, Any]) -> Resource | None:
    """Return what a Path Item Object says about the elements below it; None if it says nothing."""
    stated = node.get("x-resource")
    if stated is None:
        return None
    lifetime = stated.get("lifetime")
    return Resource(
        kind=stated["kind"],
        key=stated.get("key"),
        created=stated.get("created"),
        url=stated.get("url"),
        lifetime=(lifetime["field"], int(lifetime["seconds"])) if lifetime else None,
        initial=stated.get("initial", {}),
        reads_back=stated.get("reads-back", {}),
        mark=stated.get("mark"),
        embedded_at=stated.get("embedded-at"),
        prefix=stated.get("prefix", ""),
        also_named=tuple((each["field"], each.get("prefix", "")) for each in stated.get("also-named", ())),
        headers=stated.get("headers", {}),
    )


@dataclass(frozen=True)
class MailboxFields:
    """The form fields with which a mailbox is opened (`x-mailbox`).

    Attributes:
        host: the field with the host name of the mail server.
        port: the field with its TCP port.
        tls: the field that asks for TLS from the start with 1.
        username: the field with the user name.
        password: the field with the password.
        instead: the fields that open the mailbox in another way than with the password.
    """

    host: str
    port: str
    tls: str
    username: str
    password: str
    instead: tuple[str, ...] = ()


def mailbox_fields_of(node: Mapping[str, Any]) -> MailboxFields | None:
    """Return the form fields with which an operation opens a mailbox; None if it opens none."""
    stated = node.get("x-mailbox")
    if stated is None:
        return None
    names = {name: stated[name] for name in ("host", "port", "tls", "username", "password")}
    return MailboxFields(**names, instead=tuple(stated.get("instead", ())))
