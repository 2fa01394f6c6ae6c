"""Proofs about parts of resources: they are fields of the whole, and change with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from contextio_contract.conformance.checks.derived.proof import proves
from contextio_contract.conformance.checks.derived.values import alternatives
from contextio_contract.conformance.checks.responses import Response, expect, expect_equal, need
from contextio_contract.conformance.checks.shared import path_to, requests_for
from contextio_contract.contract.values import answer_value

if TYPE_CHECKING:
    from contextio_contract.conformance.checks.steps import Deployment
    from contextio_contract.conformance.safety.ledger import Resource as ResourcePath
    from contextio_contract.contract import Operation
    from contextio_contract.contract.behaviour.answers import Part
    from contextio_contract.contract.behaviour.expectations import Expectation


class Whole:
    """A resource and a part of it, which is at a path."""

    def __init__(self, deployment: Deployment, operation: Operation, path: ResourcePath) -> None:
        self.deployment, self.path = deployment, path
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

    def expect(self, wanted: Any, when: str) -> None:
        """Expect part and whole to be the same thing."""
        for value, where in ((self.shown(), "the part"), (self.field(), f"{self.part.field} of the whole")):
            expect_equal(_in_order(value), _in_order(wanted), f"{where} {when}")


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
    operation = expectation.operation
    whole = Whole(deployment, operation, path_to(deployment, operation.path.segments, reads=False))
    if whole.part.adds or whole.part.removes:
        _changes_list(whole, operation)
        return
    wanted, others = dict(whole.shown() or {}), _without(whole)
    answer = whole.reads.success.schema
    shown = answer.properties[whole.part.field].properties if answer else {}
    fields = {name: schema for name, schema in operation.form_fields.items() if name in shown}
    need(fields, "the part shows no field of the form")
    for name, schema in fields.items():
        for value in alternatives(schema):
            _send(whole, operation, {name: value})
            wanted[name] = answer_value(value, shown[name])
            whole.expect(wanted, f"after {name}={value}")
    expect_equal(_without(whole), others, "the other fields")


def _changes_list(whole: Whole, operation: Operation) -> None:
    wanted, others = list(whole.shown()), _without(whole)
    for number, (adds, removes) in enumerate(zip(whole.part.adds, whole.part.removes, strict=False)):
        several = operation.form_fields[adds].items is not None
        new = [f"added {number}", f"added {number} as well"][: 1 + several]
        _send(whole, operation, {adds: new if several else new[0]})
        wanted = [*wanted, *new]
        whole.expect(wanted, f"after {adds}={new}")
        gone = wanted[-len(new) :]
        _send(whole, operation, {removes: gone if several else gone[0]})
        wanted = wanted[: -len(new)]
        whole.expect(wanted, f"after {removes}={gone}")
    expect_equal(_without(whole), others, "the other fields")


@proves("part-replaced")
def replaces_part(deployment: Deployment, expectation: Expectation) -> None:
    """After the example was sent, and then another value, part and whole have nothing else."""
    operation = expectation.operation
    whole = Whole(deployment, operation, path_to(deployment, operation.path.segments, reads=False))
    media = operation.body.json if operation.body else None
    examples = [example.value for example in media.examples] if media else []
    need(examples, "the body has no example")
    others, key = _without(whole), whole.part.element
    contents = [[{key: "one"}, {key: "another"}], [{key: "one"}]] if key else examples
    for content in contents:
        deployment.send(operation.method, whole.path, form=content).must_be(operation.success_status)
        whole.expect([each[key] for each in content] if key else content, f"after {content}")
    expect_equal(_without(whole), others, "the other fields")


def _send(whole: Whole, operation: Operation, form: dict[str, Any]) -> None:
    whole.deployment.send(operation.method, whole.path, form=form).must_be(operation.success_status)


def _without(whole: Whole) -> dict[str, Any]:
    return {name: value for name, value in whole.fields().items() if name != whole.part.field}
