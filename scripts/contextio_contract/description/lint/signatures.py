"""Rules on signatures of what the service sends to applications."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from contextio_contract.contract import Schema
from contextio_contract.contract.document import MALFORMED
from contextio_contract.description.lint.rule import Node, Problems, rule
from contextio_contract.description.source.finding import one_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from contextio_contract.description.source.yaml import Pointer

_TEXT: Final = ("string",)
_WHOLE: Final = ("integer",)
_EXAMPLE: Final = """
schemas:
  Told:
    type: object
    description: What the service tells.
    required: [id, sent, mac]
    x-signature: {algorithm: HMAC-SHA256, over: [sent, id], field: mac, time: sent, nonce: id, max-age: 60}
    properties:
      id: {type: string, description: What it is about.}
      sent: {type: %s, description: Seconds since 1970-01-01 UTC.}
      mac: {type: string, description: The signature.}
"""


@rule("components", bad=_EXAMPLE % "number", good=_EXAMPLE % "integer")
def signature_fields(components: Node) -> Problems:
    """What x-signature names are required fields: a time, and texts or whole numbers."""
    for schema in components.each("schemas"):
        yield from _wrong_names(schema)


def _wrong_names(schema: Node) -> Problems:
    with suppress(*MALFORMED):
        described = Schema(schema.data, schema.description.contract.document)
        required = [name for name in described.required if name in described.properties]
        for keys, name, types, among in _names(described):
            if name not in required:
                fix = f"write {one_of(name, required)}" if required else "add it to required"
                yield schema.problem(f"no required field is called {name}", fix, "x-signature", *keys)
            elif described.properties[name].types not in types:
                fix = " or ".join(f"type: {kind}" for (kind,) in types)
                yield schema.problem(f"{name} has another type", f"write {fix} there", "x-signature", *keys)
            elif name not in among:
                message = f"the signature does not cover {name}"
                yield schema.problem(message, f"add {name} to over", "x-signature", *keys)


def _names(schema: Schema) -> Iterator[tuple[Pointer, str, tuple[tuple[str, ...], ...], tuple[str, ...]]]:
    """Yield where each name stands, the name, the types of its field, and the fields that it is one of."""
    signature = schema.signature
    if signature is not None:
        for index, name in enumerate(signature.over):
            yield ("over", index), name, (_TEXT, _WHOLE), signature.over
        yield ("time",), signature.time, (_WHOLE,), signature.over
        yield ("nonce",), signature.nonce, (_TEXT, _WHOLE), signature.over
        yield ("field",), signature.field, (_TEXT,), (signature.field,)
