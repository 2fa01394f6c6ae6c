"""The description held against the documentation, fact by fact.

A page counts as described once one of its operations is in the description, and then nothing of it may be
missing, differ, or stand there without a source.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.contract import FORM, JSON
from contextio_contract.description.evidence.facts import CLIENT_ONLY, Fact, pages
from contextio_contract.description.lint.nodes import Description, Node
from contextio_contract.description.lint.phrases import one_of
from contextio_contract.description.source.finding import Edit, Finding

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from contextio_contract.description.source.bundler import Bundle
    from contextio_contract.description.source.yaml import Pointer

_ANY: Final = "<name>"
"""What fields of any name are called; documented ones are in angle brackets too."""

_SEVERAL: Final = "array of "
"""How the documented shape of a list begins."""

_MEANT: Final = {
    "number": {"number", "integer"},
    "integer (unix time)": {"integer"},
    "map": {"object"},
    "file": {"string"},
}


@dataclass
class Coverage:
    """How much of the documentation the description holds.

    Attributes:
        described: number of facts found in the description, by page and tier.
        documented: number of facts in the documentation, by page and tier.
        waiting: pages of which nothing is described yet.
    """

    described: Counter[tuple[str, str]] = field(default_factory=Counter)
    documented: Counter[tuple[str, str]] = field(default_factory=Counter)
    waiting: list[str] = field(default_factory=list)


def hold(spec: Path, bundle: Bundle, findings: list[Finding]) -> Coverage:
    """Hold a bundle against the documented facts.

    Args:
        spec: the folder with `documented/`.
        bundle: the description.
        findings: each missing, different or unsourced fact is added here, with the places on both sides.
    """
    documentation = pages(spec, findings)
    objects = {
        f"{name}.{thing}": list(Fact(page.file, ("objects",), page.data["objects"]).inner(thing))
        for name, page in documentation.items()
        for thing in page.data["objects"]
    }
    comparison = _Comparison(Description(bundle, spec), objects, findings)
    for name, page in documentation.items():
        comparison.page(name, page)
    comparison.refuse_unknown()
    comparison.refuse_unsourced()
    return comparison.coverage


class _Comparison:
    def __init__(
        self, description: Description, objects: dict[str, list[Fact]], findings: list[Finding]
    ) -> None:
        self.coverage = Coverage()
        self._objects = objects
        self._description = description
        self._findings = findings
        self._schemas: dict[str, list[Node]] = {}
        for schema in description.nodes["schema"]:
            for documented in map(str, schema.list("x-documents")):
                self._schemas.setdefault(documented, []).append(schema)
        self._known: set[Pointer] = set()

    def page(self, page: str, top: Fact) -> None:
        operations = list(top.inner("operations"))
        objects = list(top.data["objects"])
        if not any(self._operation(fact) for fact in operations if fact.tier != CLIENT_ONLY):
            # facts that pages share, and pages to come: what the description takes up already
            objects = [name for name in objects if f"{page}.{name}" in self._schemas]
            self.coverage.waiting.extend([page] if operations else [])
            operations = []
        for fact in operations:
            self._compare_operation(page, fact)
        for name in objects:
            self._compare_object(page, name, Fact(top.file, ("objects",), top.data["objects"]))

    def refuse_unknown(self) -> None:
        """Find names in `x-documents` that no page has."""
        for schema in self._description.nodes["schema"]:
            for index, name in enumerate(schema.list("x-documents")):
                if str(name) not in self._objects:
                    pointer = (*schema.pointer, "x-documents", index)
                    fix = f"write {one_of(str(name), self._objects)}"
                    self._find(pointer, f"no object {name} is documented", fix)

    def refuse_unsourced(self) -> None:
        """Find fields of documented objects that no documented object has and that name no source."""
        for schema in self._description.nodes["schema"]:
            documented = self._properties(schema) if schema.list("x-documents") else {}
            for name, place in documented.items():
                if place.pointer not in self._known and not place.data.get("x-source"):
                    fix = "name where it was learned in x-source, or leave it out"
                    self._find(place.pointer, f"no documented object has {name}", fix)

    def _operation(self, fact: Fact) -> Node | None:
        return self._description.at(("paths", fact.data["path"], fact.data["method"].lower()))

    def _compare_operation(self, page: str, fact: Fact) -> None:
        label = f"{fact.data['method']} {fact.data['path']}"
        operation = self._operation(fact)
        described = self._count(page, fact, operation, ("paths",), label)
        if operation is None and fact.tier != CLIENT_ONLY:
            self._miss(page, [*_parameters(fact), *_answers(fact)])
        if operation is None or not described:
            return
        self._compare_sources(operation, label, fact.place, [fact], [fact])
        parameters = self._parameters(operation)
        for parameter in _parameters(fact):
            name, location = parameter.data["name"], parameter.data["in"]
            found = parameters.get((location, name))
            what = f"{location} parameter {name} of {label}"
            if self._count(page, parameter, found, operation.pointer, what) and found is not None:
                self._compare_value(parameter, found, f"{name} of {label}")
                self._compare_required(parameter, found, f"{name} of {label}")
        for response in _answers(fact):
            self._compare_response(page, response, operation, label)

    def _parameters(self, operation: Node) -> dict[tuple[str, str], Node]:
        """Return what an operation takes by location and name; a value's schema is merged into its place."""
        found = {}
        for key, parameter in self._description.parameters(operation).items():
            schema = parameter.under("schema")
            found[key] = self._merged(
                parameter.pointer, {} if schema is None else schema.data, parameter.data
            )
        form = operation.under("requestBody", "content", FORM, "schema")
        for name, field_ in ({} if form is None else self._properties(form)).items():
            found["form", name] = field_
        return found

    def _compare_sources(
        self, place: Node, label: str, where: str, facts: list[Fact], known: list[Fact]
    ) -> None:
        """Find sources that all documented facts have and a place leaves out, and those that none has."""
        stated, pointer = place.list("x-source"), (*place.pointer, "x-source")
        codes = [set(map(str, fact.data.get("provenance", ()))) for fact in facts]
        missing = sorted(set.intersection(*codes) - set(map(str, stated)))
        if missing and (stated or place.kind == "schema"):  # an operation without any has a finding already
            message = f"{label} leaves out sources that {where} names"
            self._find(pointer, message, f"add {', '.join(missing)} to x-source")
        allowed = {str(code) for fact in known for code in fact.data.get("provenance", ())}
        for index, code in enumerate(stated):
            if allowed and str(code) not in allowed:
                message = f"{label} names the source {code}, which {where} does not"
                self._find((*pointer, index), message, "remove it, or tell there what it says")

    def _compare_response(self, page: str, fact: Fact, operation: Node, label: str) -> None:
        status = fact.data["status"]
        response = operation.under("responses", str(status))
        what = f"answer {status} of {label}"
        if not self._count(page, fact, response, operation.pointer, what) or response is None:
            return
        shape = fact.data["shape"]
        name = self._object_in(page, fact)
        if name is None:
            return
        schema = response.under("content", JSON, "schema")
        answered = [] if schema is None else list(_forms(schema, {}))
        if shape.startswith(_SEVERAL):
            elements = [items for form in answered if (items := form.under("items")) is not None]
            answered = [form for items in elements for form in _forms(items, {})]
        wanted = {candidate.pointer for candidate in self._schemas.get(name, [])}
        if wanted.isdisjoint(form.pointer for form in answered):
            self._find(
                (*operation.pointer, "responses", str(status)),
                f"{fact.place} documents {shape} as {what}",
                f"refer to a schema with {name} in its x-documents, in anyOf if there are other forms",
            )

    def _object_in(self, page: str, fact: Fact) -> str | None:
        """Return the documented object that an answer is or lists; None for other shapes, which are prose."""
        name = fact.data["shape"].removeprefix(_SEVERAL)
        home = PurePath(fact.data.get("see", f"{page}.yaml")).stem
        others = (known for known in self._objects if known.rpartition(".")[2] == name)
        return next((known for known in (f"{home}.{name}", *others) if known in self._objects), None)

    def _compare_object(self, page: str, name: str, objects: Fact) -> None:
        schemas = self._schemas.get(f"{page}.{name}", [])
        facts = [fact for fact in objects.inner(name) if schemas or fact.tier != CLIENT_ONLY]
        if facts and not schemas:
            self._miss(page, facts)
            home = objects.file.positions["objects", name]
            fix = f"write x-documents: [{page}.{name}] in the schema that does"
            self._findings.append(Finding(home, "documented", f"no schema transcribes {name}", fix))
            return
        properties: dict[str, list[Node]] = {}
        for schema in schemas:
            for key, place in self._properties(schema).items():
                properties.setdefault(key, []).append(place)
        several = [fact for fact in facts if fact.tier != CLIENT_ONLY]
        for schema in schemas if several else ():
            transcribed = map(str, schema.list("x-documents"))
            named = [field for known in transcribed for field in self._objects.get(known, ())]
            self._compare_sources(schema, schema.name, several[0].place, several, named)
        for fact in facts:
            found = properties.get(_ANY if fact.data["name"].startswith("<") else fact.data["name"], [])
            label = f"{fact.data['name']} of {name}"
            if self._count(page, fact, found[0] if found else None, schemas[0].pointer, label):
                for place in found:
                    self._compare_value(fact, place, label)
                    self._compare_presence(fact, place, label, self._common_names(page, objects, schemas))
                    self._known.add(place.pointer)

    def _common_names(self, page: str, objects: Fact, schemas: list[Node]) -> set[str]:
        """Return the fields that are in each of the page's objects that the schemas transcribe."""
        documented = {str(name) for schema in schemas for name in schema.list("x-documents")}
        names = [
            {field["name"] for field in fields}
            for name, fields in objects.data.items()
            if f"{page}.{name}" in documented
        ]
        return set.intersection(*names)

    def _compare_presence(self, fact: Fact, place: Node, label: str, common: set[str]) -> None:
        """Find a field that a page lists in each form of an answer, and that an answer may leave out."""
        owner = self._description.at(place.pointer[:-2])
        if owner is None or fact.tier != "seed" or fact.data["name"] not in common:
            return
        required = owner.list("required")
        may_be_empty = owner.data.get("x-disputed") and not required
        if place.name not in required and not may_be_empty and not place.data.get("x-disputed"):
            self._differs(
                place, f"{label} may be left out, but {fact.place} lists it always", "it in required"
            )

    def _miss(self, page: str, facts: list[Fact]) -> None:
        """Count facts that cannot be described, since what should hold them is missing."""
        self.coverage.documented.update((page, fact.tier) for fact in facts if fact.tier != CLIENT_ONLY)

    def _count(self, page: str, fact: Fact, place: Node | None, around: Pointer, label: str) -> bool:
        """Count a fact; return whether the description has what the documentation has."""
        if fact.tier == CLIENT_ONLY:
            if place is not None:
                self._find(place.pointer, f"{fact.place} has {label} from a single client", "leave it out")
            return False
        self.coverage.documented[page, fact.tier] += 1
        if place is None:
            self._find(around, f"{label} is missing, which {fact.place} documents", "describe it")
            return False
        self.coverage.described[page, fact.tier] += 1
        self._known.add(place.pointer)
        if fact.tier == "legacy" and place.data.get("deprecated") is not True:
            message = f"{label} is legacy according to {fact.place}"
            self._find(place.pointer, message, "write deprecated: true", self._deprecation(place))
        return True

    def _compare_value(self, fact: Fact, place: Node, label: str) -> None:
        if place.data.get("x-disputed"):
            return
        stated = fact.data["type"]
        if not _has_type(stated, place):
            kind = " or ".join(sorted(_types(place))) or "value without type"
            self._differs(place, f"{label} is a {kind}, but {fact.place} documents {stated}", stated)
        values = fact.data.get("enum")
        if values is not None and (found := _values(place)) != {str(value) for value in values}:
            shown, wanted = ", ".join(sorted(found)) or "no values", ", ".join(map(str, values))
            self._differs(place, f"{label} takes {shown}, but {fact.place} documents {wanted}", wanted)
        items = fact.data.get("items")
        if stated == "array" and items is not None and not _holds(place.under("items"), items):
            self._differs(place, f"{label} holds other elements than {fact.place} documents", f"of {items}")
        if fact.data.get("nullable") and "null" not in _types(place):
            message = f"{label} is never null, but {fact.place} documents that it may be"
            self._differs(place, message, '"null" among the types')

    def _compare_required(self, fact: Fact, place: Node, label: str) -> None:
        stated = fact.data.get("required")
        if not isinstance(stated, bool):
            return
        if place.pointer[-2] == "properties":
            owner = self._description.at(place.pointer[:-2])
            required = owner is not None and place.name in owner.list("required")
        else:
            required = place.data.get("required") is True
        if required != stated:
            words = {True: "required", False: "optional"}
            message = f"{label} is {words[required]}, but {words[stated]} in {fact.place}"
            self._differs(place, message, words[stated])

    def _properties(self, schema: Node) -> dict[str, Node]:
        """Return the properties of a schema by name, each at its own place, merged with what it refers to."""
        found: dict[str, Node] = {}
        for part in schema.each("allOf"):
            found |= self._properties(part)
        for name, value in schema.map("properties").items():
            pointer = (*schema.pointer, "properties", name)
            target = self._description.resolved(pointer, value)
            found[name] = self._merged(pointer, {} if target is None else target.data, value)
        further = schema.under("additionalProperties")
        if further is not None:
            found[_ANY] = self._merged((*schema.pointer, "additionalProperties"), further.data, further.data)
        return found

    def _merged(self, pointer: Pointer, referred: dict[str, Any], own: Any) -> Node:
        """Return an object at its place, with what it refers to where it does not say otherwise itself."""
        beside = own if isinstance(own, dict) else {}
        return Node("", pointer, {**referred, **beside}, self._description)

    def _differs(self, place: Node, message: str, stated: str) -> None:
        self._find(place.pointer, message, f"write {stated}, or say in x-disputed why it differs")

    def _deprecation(self, place: Node) -> Edit | None:
        """Return the edit that deprecates an object, before its first field."""
        positions = self._description.bundle.positions
        first = next((one for one in place.data if (*place.pointer, one) in positions), None)
        if first is None or "deprecated" in place.data:
            return None
        return Edit(positions[*place.pointer, first], "", "deprecated: true")

    def _find(self, pointer: Pointer, message: str, fix: str, edit: Edit | None = None) -> None:
        position = self._description.bundle.position(pointer)
        self._findings.append(Finding(position, "documented", message, fix, edit))


def _parameters(operation: Fact) -> list[Fact]:
    return [fact for fact in operation.inner("parameters") if not fact.is_ignored]


def _answers(operation: Fact) -> list[Fact]:
    """Return the answers whose status is known; other statuses are prose, such as a guess at a class."""
    return [fact for fact in operation.inner("responses") if isinstance(fact.data["status"], int)]


def _forms(schema: Node, found: dict[Pointer, Node]) -> Iterable[Node]:
    """Return a schema and all that it is put together from or lets choose from, each once."""
    if schema.pointer not in found:
        found[schema.pointer] = schema
        for key in ("allOf", "anyOf", "oneOf"):
            for form in schema.each(key):
                _forms(form, found)
    return found.values()


def _has_type(stated: str, place: Node) -> bool:
    if stated == "mixed":
        return True
    if stated == "string (url)":
        return "string" in _types(place) and (place.text("format") == "uri" or "pattern" in place.data)
    return bool(_types(place) & _MEANT.get(stated, {stated}))


def _types(place: Node) -> set[str]:
    stated = place.text("type") or place.list("type") or ("object" if "properties" in place.data else [])
    return {stated} if isinstance(stated, str) else set(map(str, stated))


def _values(place: Node) -> set[str]:
    constant = [place.data["const"]] if "const" in place.data else []
    return {str(value) for value in place.list("enum") or constant if value is not None}


def _holds(items: Node | None, stated: str) -> bool:
    """Return whether the elements of an array are of a type, or are a documented object."""
    if items is None:
        return False
    objects = (str(name).rpartition(".")[2] for name in items.list("x-documents"))
    return _has_type(stated, items) or stated in objects
