"""Changes to exchanges, of which faults are made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conformance.faulty_server import Change, Exchange


def put(**fields: Any) -> Change:
    """Set fields of the objects in a successful response."""

    def change(exchange: Exchange) -> None:
        if exchange.status < 400:
            for element in exchange.objects:
                element.update(fields)

    return change


def drop(*names: str) -> Change:
    """Keep fields of the query and the form from the server."""

    def change(exchange: Exchange) -> None:
        for name in names:
            exchange.query.pop(name, None)
            exchange.form.pop(name, None)

    return change


def hide(*names: str) -> Change:
    """Leave fields out of a response."""

    def change(exchange: Exchange) -> None:
        for element in exchange.objects:
            for name in names:
                element.pop(name, None)

    return change


def default(**fields: Any) -> Change:
    """Fill in fields that a form lacks."""

    def change(exchange: Exchange) -> None:
        exchange.form = {**fields, **exchange.form}

    return change


def text(name: str, to: Callable[[str], str]) -> Change:
    """Change a field of a form."""

    def change(exchange: Exchange) -> None:
        if name in exchange.form:
            exchange.form[name] = to(exchange.form[name])

    return change


def altered(name: str, to: Callable[[Any], Any]) -> Change:
    """Change a field of the objects in a successful response."""

    def change(exchange: Exchange) -> None:
        if exchange.status < 400:
            for element in exchange.objects:
                element[name] = to(element[name])

    return change


def pretend(exchange: Exchange) -> None:
    """Respond with success and do nothing."""
    exchange.answer(200, {"success": True})
