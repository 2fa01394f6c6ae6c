"""The description compared with the documentation, fact by fact.

Nothing of a described operation may be missing, differ, or stand there without a source. Missing operations
are counted, so that a page can grow one by one; once it has all, its objects must all be transcribed.
"""

from __future__ import annotations

from contextlib import contextmanager
from http import HTTPStatus
from itertools import product
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.contract import JSON
from contextio_contract.contract.document import MALFORMED
from contextio_contract.description.evidence import values
from contextio_contract.description.evidence.facts import ARRAY, CLIENT_ONLY, Coverage, fields, pages
from contextio_contract.description.evidence.shapes import Shape, fits, texts
from contextio_contract.description.evidence.values import Target, properties_of
from contextio_contract.description.source.finding import Edit, Finding, one_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from contextio_contract.contract import Contract, Operation, Schema
    from contextio_contract.description.evidence.facts import Fact
    from contextio_contract.description.source.bundler import Bundle
    from contextio_contract.description.source.yaml import Pointer

RULE: Final = "documented"
"""The rule that the findings are of."""
_ACCEPT: Final = ("header", "Accept")
"""A documented parameter that OpenAPI does not describe as one: `content` lists its media types."""


def compare(spec: Path, bundle: Bundle, findings: list[Finding]) -> Coverage:
    """Compare a description with the documented facts, and return how many of them it holds.

    Each missing, different or unsourced fact is added to the findings, with the places on both sides. What is
    not valid OpenAPI is left out.
    """
    if not (spec / "documented").is_dir() and any(key[-1:] == ("x-documents",) for key in bundle.positions):
        message, fix = "there is no documented/, which x-documents and x-source refer to", "restore it"
        findings[:] = [finding for finding in findings if finding.rule != "source-known"]
        findings.append(Finding(bundle.position(()), "documentation", message, fix))
        return Coverage()
    documentation = pages(spec, findings)
    is_malformed = bool(findings)
    comparison = _Comparison(bundle, documentation, findings)
    with comparison.leaving_out_malformed():
        contract = bundle.contract
        for page, top in documentation.items():
            comparison.compare_page(page, top, contract)
        for schema in contract.schemas.values():
            with comparison.leaving_out_malformed():
                comparison.compare_transcript(schema)
    if comparison.errors and not is_malformed:  # otherwise other rules say what is wrong
        message = f"the description cannot be compared with the documentation ({comparison.errors[0]})"
        findings.append(Finding(bundle.position(()), RULE, message, "write it as OpenAPI 3.1 asks for"))
    return comparison.coverage


class _Comparison:
    def __init__(self, bundle: Bundle, documentation: Mapping[str, Fact], findings: list[Finding]) -> None:
        self.coverage = Coverage()
        self.errors: list[Exception] = []
        self._bundle = bundle
        self._documentation = documentation
        self._findings = findings
        self._objects = {
            f"{page}.{name}": {_key(fact): fact for fact in fields(top, name)}
            for page, top in documentation.items()
            for name in top.data["objects"]
        }
        self._documented: set[Pointer] = set()

    @contextmanager
    def leaving_out_malformed(self) -> Iterator[None]:
        try:
            yield
        except MALFORMED as error:
            self.errors.append(error)

    def compare_page(self, page: str, top: Fact, contract: Contract) -> None:
        operations = [
            (fact, contract.find(fact.data["method"], fact.data["path"])) for fact in top.inner("operations")
        ]
        wanted = [operation for fact, operation in operations if fact.tier != CLIENT_ONLY]
        described = [operation for operation in wanted if operation]
        if wanted and not described:
            self.coverage.waiting.append(page)
        elif len(described) < len(wanted):
            self.coverage.partial[page] = len(described), len(wanted)
        for fact, operation in operations if described else ():
            with self.leaving_out_malformed():
                self._compare_operation(page, fact, operation)
        creations = [each for each in described if each.success_status == HTTPStatus.CREATED]
        for fact, operation in product(top.inner("callbacks"), creations):
            for target in operation.form_fields.keys() & set(fact.data["target"]):
                self._compare_callback(page, fact, operation, target)
        for name in top.data["objects"]:
            with self.leaving_out_malformed():
                named, every = f"{page}.{name}", contract.schemas.values()
                schemas = [schema for schema in every if named in texts(schema.node, "x-documents")]
                if schemas or described:
                    self._compare_object(page, name, schemas, is_demanded=len(described) == len(wanted))

    def _compare_operation(self, page: str, fact: Fact, operation: Operation | None) -> None:
        method, path = fact.data["method"], fact.data["path"]
        label, pointer = f"{method} {path}", ("paths", path, method.lower())
        if operation is None:
            facts = [fact, *fact.parameters, *fact.encodings, *fact.responses]
            self._count(page, facts if fact.tier != CLIENT_ONLY else [])
            return
        self._present(page, fact, [Target(pointer, operation.node)], pointer, label)
        self._compare_sources(pointer, operation.node, label, [fact], [fact])
        inputs = values.inputs_of(operation)
        for parameter in fact.parameters:
            location, name = parameter.data["in"], parameter.data["name"]
            targets = [inputs[location, name]] if (location, name) in inputs else []
            if (location, name) == _ACCEPT and operation.success.content.keys() >= set(
                parameter.data.get("enum", ())
            ):
                targets = [Target(pointer, operation.node)]
            what = f"{location} parameter {name} of {label}"
            for target in self._present(page, parameter, targets, pointer, what):
                self._differ(target, *values.differences(parameter, target, f"{name} of {label}"))
        for encoding in fact.encodings:
            name, content = encoding.data["encoding"], operation.body.content if operation.body else {}
            targets = [Target(pointer, operation.node)] if name in content else []
            self._present(page, encoding, targets, pointer, f"a body as {name} of {label}")
        for response in fact.responses:
            self._compare_response(page, response, operation, pointer)

    def _compare_response(self, page: str, fact: Fact, operation: Operation, around: Pointer) -> None:
        status, shape, media_type = (fact.data.get(key) for key in ("status", "shape", "content_type"))
        response = operation.responses.get(str(status))
        label, pointer = f"response {status} of {operation}", (*around, "responses", str(status))
        if response is None:
            self._present(page, fact, [], around, label)
            return
        content = [each for name, each in response.content.items() if fits(name, media_type)]
        documented = self._shape(page, fact)
        is_there = any(documented.is_of(each.schema) for each in content)
        is_there |= not content and documented.is_prose
        targets = [Target(pointer, response.node)] if is_there else []
        name, written = documented.object, media_type or JSON
        fix = f"refer to a schema with {name} in its x-documents, in anyOf if there are other forms"
        fix = fix if name else f"describe {shape} in {written}"
        self._present(page, fact, targets, pointer, f"{shape} in {written} as {label}", fix)

    def _compare_callback(self, page: str, fact: Fact, operation: Operation, target: str) -> None:
        around = ("paths", str(operation.path), operation.method.lower())
        expression, documented = f"{{$request.body#/{target}}}", self._shape(page, fact)
        callbacks = [
            Target(operation.document.locate(each.node) or around, each.node)
            for each in operation.callbacks
            if (each.expression, each.method) == (expression, fact.data["method"])
            if each.body and each.body.json and documented.is_of(each.body.json.schema)
        ]
        what = f"the callback {fact.data['id']} with {fact.data['shape']} of {operation}"
        fix = f"describe {fact.data['method']} {expression} under callbacks"
        self._present(page, fact, callbacks, around, what, fix)

    def _shape(self, page: str, fact: Fact) -> Shape:
        """Return the shape of an answer or a callback; its object may be one of another page."""
        shape = str(fact.data["shape"])
        home = PurePath(fact.data.get("see", f"{page}.yaml")).stem
        name = shape.removeprefix(ARRAY)
        others = (documented for documented in self._objects if documented.endswith(f".{name}"))
        return Shape(shape, next(filter(self._objects.__contains__, (f"{home}.{name}", *others)), None))

    def _compare_object(self, page: str, name: str, schemas: list[Schema], *, is_demanded: bool) -> None:
        facts = self._objects[f"{page}.{name}"]
        if not schemas:
            self._count(page, facts.values())
            if is_demanded and any(fact.tier != CLIENT_ONLY for fact in facts.values()):
                position = self._documentation[page].file.positions["objects", name]
                fix = f"write x-documents: [{page}.{name}] in the schema that does"
                self._findings.append(Finding(position, RULE, f"no schema transcribes {name}", fix))
            return
        properties = [properties_of(schema) for schema in schemas]
        for key, fact in facts.items():
            targets = [targets[key] for targets in properties if key in targets]
            label = f"{fact.data['name']} of {name}"
            for target in self._present(page, fact, targets, _pointer(schemas[0]), label):
                self._differ(target, *values.differences(fact, target, label))

    def _count(self, page: str, facts: Iterable[Fact], *, described: bool = False) -> None:
        """Count facts, unless they are of a single client."""
        tiers = [(page, fact.tier) for fact in facts if fact.tier != CLIENT_ONLY]
        self.coverage.documented.update(tiers)
        self.coverage.described.update(tiers if described else ())

    def _present(  # noqa: PLR0913, PLR0917 - a fact and its counterpart, and the words for a finding
        self,
        page: str,
        fact: Fact,
        targets: list[Target],
        around: Pointer,
        label: str,
        fix: str = "describe it",
    ) -> list[Target]:
        """Count a fact and return what transcribes it; find a fact that is missing, or must not be there."""
        self._count(page, [fact], described=bool(targets))
        if fact.tier == CLIENT_ONLY:
            for target in targets:
                message = f"{fact.location} has {label} from a single client"
                self._find(target.pointer, message, "leave it out")
            return []
        if not targets:
            self._find(around, f"{label} is missing, which {fact.location} documents", fix)
        for target in targets:
            self._documented.add(target.pointer)
            is_field = fact.data.keys() & {"name", "method"}  # a status or a media type is not deprecated
            if fact.tier == "legacy" and is_field and target.get("deprecated") is not True:
                message = f"{label} is legacy according to {fact.location}"
                self._find(target.pointer, message, "write deprecated: true", self._deprecation(target))
        return targets

    def compare_transcript(self, schema: Schema) -> None:
        """Compare what a schema says of the objects that it transcribes, taken together."""
        pointer, names = _pointer(schema), texts(schema.node, "x-documents")
        objects = {name: self._objects.get(name, {}) for name in names}
        documented = [fact for facts in objects.values() for fact in facts.values()]
        for index, name in enumerate(names):
            facts = [fact for fact in objects[name].values() if fact.tier != CLIENT_ONLY]
            if name not in self._objects:
                message, fix = f"no object {name} is documented", f"write {one_of(name, self._objects)}"
                self._find((*pointer, "x-documents", index), message, fix)
            elif facts:
                self._compare_sources(pointer, schema.node, str(pointer[-1]), facts, documented)
        for key, target in properties_of(schema).items() if names else ():
            self._compare_requirement(key, target, schema, objects)
            if target.pointer not in self._documented and not target.get("x-source"):
                fix = "name where it was learned in x-source, such as x-source: [design] for your own"
                self._find(target.pointer, f"no documented object has {key}", fix)

    def _compare_requirement(
        self, key: str, target: Target, owner: Schema, objects: Mapping[str, Mapping[str, Fact]]
    ) -> None:
        """Find a property that may be left out, though a seed page lists it in each form of the answer."""
        is_disputed = target.get("x-disputed") or (owner.get("x-disputed") and not owner.required)
        if target.required or is_disputed:
            return
        for name, facts in objects.items():
            page, _, label = name.partition(".")
            alike = [others for other, others in objects.items() if other.startswith(f"{page}.")]
            fact = facts.get(key)
            if fact and fact.tier == "seed" and all(key in others for others in alike):
                message = f"{key} of {label} may be left out, but {fact.location} lists it always"
                self._differ(target, (message, "it in required"))

    def _compare_sources(
        self, pointer: Pointer, node: Mapping[str, Any], label: str, facts: list[Fact], known: list[Fact]
    ) -> None:
        """Find sources that all facts have and an object leaves out, and those that none of them has."""
        described, where = texts(node, "x-source"), facts[0].location
        found = [
            fact.sources for fact in facts if fact.sources != {"design"}
        ]  # what no source has is no one's
        missing = sorted(set.intersection(*found) - set(described)) if found else []
        if missing and (described or "type" in facts[0].data):  # another rule asks operations for sources
            message = f"{label} leaves out sources that {where} names"
            self._find((*pointer, "x-source"), message, f"add {', '.join(missing)} to x-source")
        allowed = {code for fact in known for code in fact.sources}
        for index, code in enumerate(described):
            if allowed and code not in allowed:
                message = f"{label} names the source {code}, which {where} does not"
                self._find((*pointer, "x-source", index), message, "remove it, or tell there what it says")

    def _differ(self, target: Target, *differences: tuple[str, str]) -> None:
        for message, stated in differences:
            self._find(target.pointer, message, f"write {stated}, or say in x-disputed why it differs")

    def _deprecation(self, target: Target) -> Edit | None:
        """Return the edit that deprecates an object, before its first field."""
        positions = self._bundle.positions
        first = next((key for key in target.node if (*target.pointer, key) in positions), None)
        if first is None or target.get("deprecated") is not None:
            return None
        return Edit(positions[*target.pointer, first], "", "deprecated: true")

    def _find(self, pointer: Pointer, message: str, fix: str, edit: Edit | None = None) -> None:
        self._findings.append(Finding(self._bundle.position(pointer), RULE, message, fix, edit))


def _key(field: Fact) -> str:
    name = str(field.data["name"])
    return values.ANY_NAME if name.startswith("<") else name


def _pointer(schema: Schema) -> Pointer:
    return schema.document.locate(schema.node) or ()
