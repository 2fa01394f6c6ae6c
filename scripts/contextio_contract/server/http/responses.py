"""What the description says of an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from contextio_contract.server.mock.bodies import Body

if TYPE_CHECKING:
    from contextio_contract.server.http.parameters import Contract

JSON: Final = "application/json"


class Answer:
    """One answer of an operation.

    Attributes:
        kind: its media type; None for an answer without a body.
        headers: examples of its headers by name.
        examples: its named examples.
        links: its link objects.
        body: what its body may be.
        listed: what an element of the list in its body may be; None where there is no list.
        list_field: the field that has the list; None where the body itself is the list.
    """

    def __init__(self, contract: Contract, node: dict[str, Any]) -> None:
        """Take a response object of the bundle, or a reference to one."""
        node = contract.resolved(node)
        content: dict[str, Any] = node.get("content", {})
        self.kind = JSON if JSON in content else next(iter(content), None)
        media = content.get(str(self.kind), {})
        self.links = [contract.resolved(link) for link in node.get("links", {}).values()]
        self.headers = {
            name: str(each["example"])
            for name, header in node.get("headers", {}).items()
            if "example" in (each := contract.resolved(header))
        }
        self.examples: dict[str, Any] = {
            name: contract.resolved(example).get("value")
            for name, example in media.get("examples", {}).items()
        }
        examples = [media["example"]] if "example" in media else list(self.examples.values())
        self.body = Body(contract, media.get("schema", {}), *examples[:1])
        self.list_field, self.listed = _list_in(contract, self.body, examples)


def _list_in(contract: Contract, body: Body, examples: list[Any]) -> tuple[str | None, Body | None]:
    """Find the list in a body: the body itself, or its only field that is an array of objects."""
    schema = contract.resolved(body.schema)
    if schema.get("type") == "array":
        return None, _element(contract, schema, examples)
    arrays = {
        name: node
        for name, reference in contract.properties(schema).items()
        if (node := contract.resolved(reference)).get("type") == "array"
        and contract.properties(node.get("items", {}))
    }
    if len(arrays) != 1:
        return None, None
    ((name, node),) = arrays.items()
    return name, _element(contract, node, [each.get(name) for each in examples if isinstance(each, dict)])


def _element(contract: Contract, schema: dict[str, Any], examples: list[Any]) -> Body:
    elements = [element for each in examples if isinstance(each, list) for element in each]
    return Body(contract, schema.get("items", {}), *elements[:1])
