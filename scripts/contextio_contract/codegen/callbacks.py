"""What the service sends to addresses of an application, as both clients receive it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from contextio_contract.codegen.samples import attribute

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from contextio_contract.contract import Callback, Contract, Schema, Signature


@dataclass(frozen=True)
class SignedBody:
    """A signed body of callbacks.

    Attributes:
        schema: its schema, which is a component.
        signature: what is signed, and where the signature stands.
        summaries: what the callbacks that have it tell, in a sentence each.
    """

    schema: Schema
    signature: Signature
    summaries: tuple[str, ...]

    @property
    def name(self) -> str:
        """The name of its schema, which is that of its class."""
        return str(self.schema.name)

    @property
    def words(self) -> str:
        """The same in snake_case: `webhook_callback`."""
        return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", self.name).lower()

    @property
    def told(self) -> str:
        """The summaries as the end of a sentence about requests that do what they say."""
        return _told(self.summaries)

    @property
    def function(self) -> str:
        """The function of the Python client that receives it."""
        return f"receive_{self.words}"

    @property
    def path(self) -> str:
        """The path at which the examples receive it."""
        return f"/{self.words.replace('_', '-')}"

    @property
    def nonce(self) -> str:
        """The name of the attribute with the nonce in Python."""
        return attribute(self.signature.nonce)

    @property
    def whole_numbers(self) -> tuple[bool, ...]:
        """Whether each signed field is a whole number; the others are texts."""
        return tuple(self.schema.properties[name].types == ("integer",) for name in self.signature.over)


def signed_bodies(contract: Contract) -> list[SignedBody]:
    """Return the signed bodies of callbacks, by the names of their schemas."""
    found: dict[str, tuple[Schema, Signature, dict[str, None]]] = {}
    for callback in callbacks(contract):
        schema = body_of(callback)
        if schema and schema.name and schema.signature:
            *_, summaries = found.setdefault(schema.name, (schema, schema.signature, {}))
            summaries[summary_of(callback)] = None
    return [
        SignedBody(schema, signature, tuple(summaries))
        for _, (schema, signature, summaries) in sorted(found.items())
    ]


def told_unsigned(contract: Contract) -> str:
    """Return what the callbacks tell whose bodies carry no signature, as the end of a sentence about them."""
    bodies = ((callback, body_of(callback)) for callback in callbacks(contract))
    unsigned = (callback for callback, body in bodies if body and not body.signature)
    return _told(sorted({summary_of(callback) for callback in unsigned}))


def callbacks(contract: Contract) -> Iterator[Callback]:
    """Yield the requests that the service sends, because of an operation or of its own accord."""
    for operation in contract.operations.values():
        yield from operation.callbacks
    yield from contract.webhooks


def body_of(callback: Callback) -> Schema | None:
    """Return the schema of a body in JSON; None if the callback has none."""
    return callback.body.json.schema if callback.body and callback.body.json else None


def summary_of(callback: Callback) -> str:
    """Return what a callback tells, in a sentence; without one, its name."""
    return str(callback.node.get("summary", callback.name))


def _told(summaries: Iterable[str]) -> str:
    """Return summaries as the end of a sentence about requests that do what they say."""
    return ", or ".join(each[:1].lower() + each[1:].rstrip(".") for each in summaries)
