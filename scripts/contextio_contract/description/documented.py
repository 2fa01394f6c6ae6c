"""The description held against the documentation, fact by fact.

`documented/` holds what the pages and clients say, one file per page; its README explains the format. A page
counts as described once one of its operations is in the description, and then nothing of it may be missing,
differ, or stand there without a source.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.description.findings import Finding
from contextio_contract.description.loader import Pointer, SourceFile, load

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from contextio_contract.description.bundle import Bundle

TIERS: Final = ("seed", "current", "legacy")
"""What the description must hold; facts of the tier `client_only` must not be in it."""

CLIENT_ONLY: Final = "client_only"
FORM: Final = "application/x-www-form-urlencoded"
_NUMBERS: Final = {"number": {"number", "integer"}, "integer": {"integer"}}


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


@dataclass(frozen=True)
class _Place:
    """A node of the bundle, with what it refers to."""

    pointer: Pointer
    node: dict[str, Any]


@dataclass(frozen=True)
class _Fact:
    """An entry of the documentation."""

    file: SourceFile
    pointer: Pointer
    data: dict[str, Any]

    @property
    def tier(self) -> str:
        stated = self.data.get("tier")
        return str(stated) if stated else "seed" if "seed" in self.data.get("provenance", ()) else "current"

    @property
    def place(self) -> str:
        position = self.file.positions[self.pointer]
        return f"{position.file}:{position.line}"

    def inner(self, key: str) -> Iterator[_Fact]:
        for index, entry in enumerate(self.data.get(key) or ()):
            yield _Fact(self.file, (*self.pointer, key, index), entry)


def hold(spec: Path, bundle: Bundle, findings: list[Finding]) -> Coverage:
    """Hold a bundle against the documented facts.

    Args:
        spec: the folder with `documented/`.
        bundle: the description.
        findings: each missing, different or unsourced fact is added here, with the places on both sides.
    """
    coverage = Coverage()
    comparison = _Comparison(bundle, findings, coverage)
    for path in sorted(spec.glob("documented/*.yaml")):
        file = load(path, f"{spec.name}/documented/{path.name}", findings)
        if file is not None and isinstance(file.data, dict):
            comparison.page(path.stem, file)
    comparison.refuse_unsourced()
    return coverage


class _Comparison:
    def __init__(self, bundle: Bundle, findings: list[Finding], coverage: Coverage) -> None:
        self._bundle = bundle
        self._findings = findings
        self._coverage = coverage
        self._schemas: dict[str, list[_Place]] = {}
        for name, schema in bundle.document.get("components", {}).get("schemas", {}).items():
            place = _Place(("components", "schemas", name), schema)
            for documented in schema.get("x-documents", ()) if isinstance(schema, dict) else ():
                self._schemas.setdefault(documented, []).append(place)
        self._known: set[Pointer] = set()

    def page(self, page: str, file: SourceFile) -> None:
        top = _Fact(file, (), file.data)
        operations = list(top.inner("operations"))
        objects = list(file.data.get("objects") or {})
        if not operations:  # facts that pages share: those that the description takes up
            objects = [name for name in objects if f"{page}.{name}" in self._schemas]
        elif not any(self._operation(fact) for fact in operations if fact.tier != CLIENT_ONLY):
            self._coverage.waiting.append(page)
            return
        for fact in operations:
            self._compare_operation(page, fact)
        for name in objects:
            self._compare_object(page, name, _Fact(file, ("objects",), file.data["objects"]))

    def _operation(self, fact: _Fact) -> _Place | None:
        path, method = fact.data["path"], fact.data["method"].lower()
        node = self._bundle.document.get("paths", {}).get(path, {}).get(method)
        return None if node is None else _Place(("paths", path, method), node)

    def _compare_operation(self, page: str, fact: _Fact) -> None:
        label = f"{fact.data['method']} {fact.data['path']}"
        place = self._operation(fact)
        if not self._count(page, fact, place, ("paths",), label) or place is None:
            return
        parameters = self._parameters(place)
        for parameter in fact.inner("parameters"):
            name, location = parameter.data["name"], parameter.data["in"]
            found = parameters.get((location, name))
            if self._count(page, parameter, found, place.pointer, f"{location} parameter {name} of {label}"):
                self._compare_value(parameter, found, f"{name} of {label}")
                self._compare_required(parameter, found, f"{name} of {label}")
        for response in fact.inner("responses"):
            self._compare_response(page, response, place, label)

    def _parameters(self, place: _Place) -> dict[tuple[str, str], _Place]:
        """Return what an operation takes by location and name; a value's schema is merged into its place."""
        found = {}
        path_item = place.pointer[:-1]
        for owner in (path_item, place.pointer):
            for index, node in enumerate(self._at(owner).get("parameters", ())):
                parameter = self._resolved(node)
                merged = parameter | self._resolved(parameter.get("schema", {})) | _own(parameter)
                found[parameter["in"], parameter["name"]] = _Place((*owner, "parameters", index), merged)
        schema = place.node.get("requestBody", {}).get("content", {}).get(FORM, {}).get("schema", {})
        pointer = self._home(schema, (*place.pointer, "requestBody"))
        for name, property_place in self._properties(_Place(pointer, self._resolved(schema))).items():
            found["form", name] = property_place
        return found

    def _compare_response(self, page: str, fact: _Fact, place: _Place, label: str) -> None:
        status = fact.data["status"]
        if not isinstance(status, int):
            return  # prose, such as a guess at the class of a failure
        response = place.node.get("responses", {}).get(str(status))
        found = None if response is None else _Place((*place.pointer, "responses", str(status)), response)
        if (
            not self._count(page, fact, found, place.pointer, f"answer {status} of {label}")
            or response is None
        ):
            return
        shape = str(fact.data["shape"])
        content = self._resolved(response).get("content", {}).get("application/json", {})
        schema = self._resolved(content.get("schema", {}))
        if shape.startswith("array of "):
            schema = self._resolved(schema.get("items", {})) if schema.get("type") == "array" else {}
        name = shape.removeprefix("array of ")
        home = PurePath(fact.data.get("see", "common.yaml" if name == "Error" else f"{page}.yaml")).stem
        wanted = self._schemas.get(f"{home}.{name}", [])
        if not any(candidate.node is schema or self._includes(schema, candidate) for candidate in wanted):
            self._find(
                place.pointer,
                f"{fact.place} documents {shape} as answer {status} of {label}",
                f"refer to a schema with {home}.{name} in its x-documents",
            )

    def _includes(self, schema: dict[str, Any], place: _Place) -> bool:
        return any(self._resolved(part) is place.node for part in schema.get("allOf", ()))

    def _compare_object(self, page: str, name: str, objects: _Fact) -> None:
        schemas = self._schemas.get(f"{page}.{name}", [])
        around = schemas[0].pointer if schemas else ("components",)
        properties: dict[str, list[_Place]] = {}
        for schema in schemas:
            for key, place in self._properties(schema).items():
                properties.setdefault(key, []).append(place)
        for fact in objects.inner(name):
            key = fact.data["name"]
            label = f"{key} of {name}"
            found = properties.get(key, [])
            if self._count(page, fact, found[0] if found else None, around, label):
                for place in found:
                    self._compare_value(fact, place, label)

    def _count(self, page: str, fact: _Fact, place: _Place | None, around: Pointer, label: str) -> bool:
        """Count a fact; return whether the description has what the documentation has."""
        if fact.tier == CLIENT_ONLY:
            if place is not None:
                self._find(place.pointer, f"{fact.place} has {label} from a single client", "leave it out")
            return False
        self._coverage.documented[page, fact.tier] += 1
        if place is None:
            self._find(around, f"{label} is missing, which {fact.place} documents", "describe it")
            return False
        self._coverage.described[page, fact.tier] += 1
        self._known.add(place.pointer)
        if fact.tier == "legacy" and place.node.get("deprecated") is not True:
            self._find(
                place.pointer, f"{label} is legacy according to {fact.place}", "write deprecated: true"
            )
        return True

    def _compare_value(self, fact: _Fact, place: _Place | None, label: str) -> None:
        if place is None or place.node.get("x-disputed"):
            return
        stated, node = str(fact.data["type"]), place.node
        if not self._has_type(stated, node):
            self._differs(
                place,
                f"{label} is a {' or '.join(sorted(_types(node)))}, but {fact.place} documents {stated}",
                stated,
            )
        values = fact.data.get("enum")
        if values is not None and (found := self._values(node)) != {str(value) for value in values}:
            shown, wanted = ", ".join(sorted(found)) or "no values", ", ".join(map(str, values))
            self._differs(place, f"{label} takes {shown}, but {fact.place} documents {wanted}", wanted)
        items = fact.data.get("items")
        if stated == "array" and items is not None:
            item = node.get("items", {})
            if not (self._has_type(items, self._resolved(item)) or self._documents(item, items)):
                self._differs(
                    place, f"{label} holds other elements than {fact.place} documents", f"of {items}"
                )
        if fact.data.get("nullable") and "null" not in _types(node):
            self._differs(
                place, f"{label} is never null, but {fact.place} documents that it may be", '"null"'
            )

    def _has_type(self, stated: str, node: dict[str, Any]) -> bool:
        if stated == "mixed":
            return True
        if stated == "string (url)":
            return "string" in _types(node) and (node.get("format") == "uri" or "pattern" in node)
        return bool(_types(node) & _NUMBERS.get(stated, {stated}))

    def _documents(self, item: dict[str, Any], name: str) -> bool:
        documented = self._resolved(item).get("x-documents", ())
        return any(entry.rpartition(".")[2] == name for entry in documented)

    def _values(self, node: dict[str, Any]) -> set[str]:
        constant = [node["const"]] if "const" in node else []
        return {str(value) for value in node.get("enum", constant) if value is not None}

    def _compare_required(self, fact: _Fact, place: _Place | None, label: str) -> None:
        stated = fact.data.get("required")
        if place is None or not isinstance(stated, bool) or place.node.get("x-disputed"):
            return
        if place.pointer[-2] == "properties":
            required = place.pointer[-1] in self._at(place.pointer[:-2]).get("required", ())
        else:
            required = place.node.get("required") is True
        if required != stated:
            words = {True: "required", False: "optional"}
            self._differs(
                place, f"{label} is {words[required]}, but {words[stated]} in {fact.place}", words[stated]
            )

    def refuse_unsourced(self) -> None:
        """Find fields of documented objects that no documented object has and that name no source."""
        for places in self._schemas.values():
            for schema in places:
                for name, place in self._properties(schema).items():
                    if place.pointer not in self._known and not place.node.get("x-source"):
                        self._known.add(place.pointer)
                        self._find(
                            place.pointer,
                            f"no documented object has {name}",
                            "name where it was learned in x-source, or leave it out",
                        )

    def _properties(self, place: _Place) -> dict[str, _Place]:
        found = {}
        for index, part in enumerate(place.node.get("allOf", ())):
            pointer = self._home(part, (*place.pointer, "allOf", index))
            found.update(self._properties(_Place(pointer, self._resolved(part))))
        for name, node in place.node.get("properties", {}).items():
            merged = self._resolved(node) | _own(node)
            found[name] = _Place((*place.pointer, "properties", name), merged)
        return found

    def _home(self, node: dict[str, Any], pointer: Pointer) -> Pointer:
        reference = node.get("$ref")
        return tuple(reference.removeprefix("#/").split("/")) if isinstance(reference, str) else pointer

    def _resolved(self, node: dict[str, Any]) -> dict[str, Any]:
        while isinstance(node.get("$ref"), str):
            node = self._at(self._home(node, ()))
        return node

    def _at(self, pointer: Iterable[str | int]) -> dict[str, Any]:
        node: Any = self._bundle.document
        for part in pointer:
            node = node[part]
        return node if isinstance(node, dict) else {}

    def _differs(self, place: _Place, message: str, stated: str) -> None:
        self._find(place.pointer, message, f"write {stated}, or say in x-disputed why it differs")

    def _find(self, pointer: Pointer, message: str, fix: str) -> None:
        self._findings.append(Finding(self._bundle.position(pointer), "documented", message, fix))


def _own(node: dict[str, Any]) -> dict[str, Any]:
    """Return what stands beside a reference or schema and goes before what is referred to."""
    return {key: value for key, value in node.items() if key not in {"$ref", "schema"}}


def _types(node: dict[str, Any]) -> set[str]:
    stated = node.get("type", "object" if "properties" in node else ())
    return {stated} if isinstance(stated, str) else set(stated)
