"""Proofs about parts of resources: they are fields of the whole, and change with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from contextio_contract.conformance.checks.derived.places import expect_shown
from contextio_contract.conformance.checks.derived.proof import proves
from contextio_contract.conformance.checks.derived.values import alternatives
from contextio_contract.conformance.checks.responses import Response, expect, expect_equal, need
from contextio_contract.conformance.checks.shared import path_to, requests_for
from contextio_contract.conformance.checks.steps import Resource
from contextio_contract.contract.values import answer_value

if TYPE_CHECKING:
    from contextio_contract.conformance.checks.steps import Deployment
    from contextio_contract.conformance.safety.ledger import Resource as ResourcePath
    from contextio_contract.contract import Operation
    from contextio_contract.contract.behaviour.answers import Part
    from contextio_contract.contract.behaviour.expectations import Expectation


class Whole:
    """A resource and a part of it, which is at a path."""

    def __init__(
        self, deployment: Deployment, operation: Operation, path: ResourcePath | None = None
    ) -> None:
        """Take the part at a path, or else that of a resource which the run may change."""
        self.deployment, self.operation = deployment, operation
        self.path = path or path_to(deployment, operation.path.segments, reads=False)
        self.part: Part = operation.part  # type: ignore[assignment] # an expectation of a part has one
        self.reads = deployment.contract.operations[self.part.of]
        self._inner = deployment.contract.find("GET", operation.path.text)

    def fields(self) -> dict[str, Any]:
        """Return what the whole reads, with the field that is the part."""
        path, query = self.path[: len(self.reads.path.segments)], self.reads.query_for((self.part.field,))
        return self.deployment.send("GET", path, params=query).must_be(200).object

    def field(self) -> Any:
        """Return the field of the whole."""
        return self.fields().get(self.part.field)

    def shown(self) -> Any:
        """Return what the part answers; without a GET of its own, the field of the whole."""
        if self._inner is None:
            return self.field()
        return self.value_of(self.deployment.send("GET", self.path).must_be(self._inner.success_status))

    def value_of(self, response: Response) -> Any:
        """Return an answer of the part as the field of the whole has it."""
        if self._inner and self._inner.success.kind in {"text", "binary"}:
            return response.raw.content.decode(errors="replace")
        body = response.body
        if not self.part.element:
            return body
        named = isinstance(body, list) and all(isinstance(each, dict) for each in body)
        expect(named, f"objects with {self.part.element}", body)
        return [each.get(self.part.element) for each in body]

    def others(self) -> dict[str, Any]:
        """Return the other fields of the whole."""
        return {name: value for name, value in self.fields().items() if name != self.part.field}

    def change(self, content: Any, wanted: Any) -> None:
        """Send the part content, and expect part, whole and lists of it to show what is wanted."""
        whole = Resource(self.deployment, self.path[: len(self.reads.path.segments)])
        before = whole.read()
        response = self.deployment.send(self.operation.method, self.path, form=content)
        response.must_be(self.operation.success_status)
        for value, where in ((self.shown(), "the part"), (self.field(), f"{self.part.field} of the whole")):
            expect_equal(_in_order(value), _in_order(wanted), f"{where} after {content}")
        expect_shown(whole, whole.read(), before, whole=False)


def _in_order(value: Any) -> Any:
    is_plain = isinstance(value, list) and all(isinstance(each, str) for each in value)
    return sorted(value) if is_plain else value


@proves("part", reads_only=True)
def is_part(deployment: Deployment, expectation: Expectation) -> None:
    """The part answers what the whole shows in its field."""
    operation, shown = expectation.operation, False
    for request in requests_for(deployment, operation):
        whole = Whole(deployment, operation, request.path)
        value = whole.value_of(request.send().must_be(operation.success_status))
        expect_equal(_in_order(value), _in_order(whole.field()), f"what {whole.part.of} reads")
        shown = shown or value not in (None, [], {}, "")
    need(shown, "nothing is there that has this part")


@proves("part-changes")
def changes_part(deployment: Deployment, expectation: Expectation) -> None:
    """Values that are added are there, removed ones are gone, and each field changes alone."""
    whole = Whole(deployment, expectation.operation)
    others = whole.others()
    if whole.part.adds or whole.part.removes:
        _changes_list(whole)
    else:
        _changes_fields(whole)
    expect_equal(whole.others(), others, "the other fields")


def _changes_fields(whole: Whole) -> None:
    wanted, answer = dict(whole.shown() or {}), whole.reads.success.schema
    shown = answer.properties[whole.part.field].properties if answer else {}
    fields = {name: schema for name, schema in whole.operation.form_fields.items() if name in shown}
    need(fields, "the part shows no field of the form")
    for name, schema in fields.items():
        for value in alternatives(schema):
            wanted[name] = answer_value(value, shown[name])
            whole.change({name: value}, wanted)


def _changes_list(whole: Whole) -> None:
    before = list(whole.shown())
    for number, (adds, removes) in enumerate(zip(whole.part.adds, whole.part.removes, strict=False)):
        several = whole.operation.form_fields[adds].items is not None
        new = [f"added {number}", f"added {number} as well"][: 1 + several]
        sent = new if several else new[0]
        whole.change({adds: sent}, [*before, *new])
        whole.change({removes: sent}, before)


@proves("part-replaced")
def replaces_part(deployment: Deployment, expectation: Expectation) -> None:
    """After the example was sent, and then another value, part and whole have nothing else."""
    whole, body = Whole(deployment, expectation.operation), expectation.operation.body
    examples = [example.value for example in body.json.examples] if body and body.json else []
    need(examples, "the body has no example")
    others, key = whole.others(), whole.part.element
    contents = [[{key: "one"}, {key: "another"}], [{key: "one"}]] if key else examples
    for content in contents:
        whole.change(content, [each[key] for each in content] if key else content)
    expect_equal(whole.others(), others, "the other fields")
