"""Generator of the API reference: one page that opens from disk, without a network."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown_it import MarkdownIt
from markupsafe import Markup
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name

from contextio_contract.codegen import samples
from contextio_contract.codegen.docs.document import FORM, Document
from contextio_contract.codegen.docs.sequence_diagram import drawing
from contextio_contract.codegen.rulebook.rules import EVERYWHERE, documented_rules
from contextio_contract.codegen.targets import CannotGenerateError
from contextio_contract.contract import Contract
from contextio_contract.description.source.conventions import conventions

if TYPE_CHECKING:
    from contextio_contract.codegen.docs.document import Field
    from contextio_contract.codegen.rulebook.rules import Rule

_TEMPLATES: Final = Path(__file__).with_name("templates")
_SCRIPTS: Final = ("oauth1.js", "search.js", "try.js", "page.js")
# Texts and samples: most are what they were when the page was last made.
_KEPT: Final = 10_000
# Whatever stands between < and > in a description is text, and links are http, https or mailto.
_MARKDOWN: Final = MarkdownIt("commonmark", {"html": False}).enable("table")


@dataclass(frozen=True)
class Operation:
    """An operation as the page shows it."""

    document: Document
    method: str
    path: str
    described: dict[str, Any]
    parameters: list[Field]
    rules: list[Rule]

    @property
    def id(self) -> str:
        """The operationId, which is also its place on the page."""
        return str(self.described["operationId"])

    @property
    def made_of(self) -> tuple[str, ...]:
        """All that decides how it is shown, as text."""
        parameters = [field.described for field in self.parameters]
        base = deployment(self.document.bundle)
        return (
            self.method,
            self.path,
            base,
            str(self.rules),
            *self.document.made_of(self.described, parameters),
        )

    @property
    def page(self) -> str:
        """The name of its page."""
        return str(self.described["tags"][0])

    @property
    def name(self) -> str:
        """The operationId without the page, as the clients call it."""
        return self.id.removeprefix(f"{self.page}_")

    @property
    def body(self) -> dict[str, Any] | None:
        """Its request body, references followed."""
        node = self.described.get("requestBody")
        return self.document.resolved(node) if node else None

    @property
    def form(self) -> list[Field]:
        """The fields of its form, required ones first.

        Raises:
            CannotGenerateError: when it takes something else than a form.
        """
        if not self.body:
            return []
        if FORM not in self.body["content"]:
            message = f"{self.id} takes no urlencoded form, which is all that the reference shows"
            raise CannotGenerateError(message)
        fields = self.document.fields(self.body["content"][FORM]["schema"], "form")
        return sorted(fields, key=lambda field: (not field.required, "deprecated" in field.described))

    @property
    def fields(self) -> dict[str, list[Field]]:
        """Its parameters and fields by the heading under which they stand."""
        groups = {
            "Path": [field for field in self.parameters if field.place == "path"],
            "Query": [field for field in self.parameters if field.place == "query"],
            "Header": [field for field in self.parameters if field.place == "header"],
            "Form": self.form,
        }
        return {title: fields for title, fields in groups.items() if fields}

    @property
    def answers(self) -> list[tuple[str, dict[str, Any]]]:
        """Its answers by status, references followed."""
        return [
            (status, self.document.resolved(node)) for status, node in self.described["responses"].items()
        ]

    @property
    def success(self) -> dict[str, Any]:
        """Its answer to a success; empty where none is described."""
        return next((answer for status, answer in self.answers if status.startswith("2")), {})

    @property
    def callbacks(self) -> list[tuple[str, str, dict[str, Any]]]:
        """Address, method and description of each request that the service sends because of it."""
        return [
            (address, method.upper(), told)
            for node in self.described.get("callbacks", {}).values()
            for address, item in self.document.resolved(node).items()
            for method, told in item.items()
        ]

    @property
    def samples(self) -> list[samples.Sample]:
        """Calls of it in each language."""
        contract = Contract(self.document.bundle)
        return samples.samples(contract.operations[self.id], deployment(self.document.bundle))


def write_docs(contract: Contract, folder: Path, spec: Path) -> None:
    """Write the page `index.html`; `render` has the arguments and errors.

    Args:
        contract: the bundled OpenAPI document.
        folder: where the page goes; it is made.
        spec: the folder of the description.
    """
    html = render(contract, spec)
    folder.mkdir()
    (folder / "index.html").write_text(html, encoding="utf-8")


def render(
    contract: Contract,
    spec: Path,
    *,
    script: str = "",
    style: str = "",
    known: dict[tuple[str, ...], Markup] | None = None,
) -> str:
    """Return the page.

    Args:
        contract: the bundled OpenAPI document.
        spec: the folder of the description, for the documented rules.
        script: what goes before the page's own script, into the same module.
        style: what goes after the page's own style.
        known: how operations were shown before, by what they are made of; becomes what this page has of it.

    Raises:
        CannotGenerateError: when the page has no place for a part of the document.
    """
    bundle = contract.bundle
    document = Document(bundle)
    rules = documented_rules(contract, spec)
    operations = [
        Operation(
            document,
            method,
            path,
            described,
            [document.parameter(each) for each in parameters],
            [rule for rule in rules if rule.topic == f"{method} {path}"],
        )
        for method, path, described, parameters in document.operations()
    ]
    shown = {rule.id for operation in operations for rule in operation.rules}
    parts = _shown(operations, {} if known is None else known)
    style = (_TEMPLATES / "style.css").read_text(encoding="utf-8") + style
    script += "".join((_TEMPLATES / name).read_text(encoding="utf-8") for name in _SCRIPTS)
    return (
        _environment()
        .get_template("page.html.jinja")
        .render(
            bundle=bundle,
            document=document,
            operations=list(zip(operations, parts, strict=True)),
            objects=_objects(document, operations),
            rules_of=lambda page: [rule for rule in rules if rule.page == page and rule.id not in shown],
            everywhere=EVERYWHERE,
            codes=conventions(spec).sources,
            flow=drawing(bundle.get("tags", []), {operation.id for operation in operations}),
            base_url=deployment(bundle),
            signing=(_TEMPLATES / "sign.sh").read_text(encoding="utf-8"),
            style=Markup(style),  # noqa: S704 - our own files
            script=Markup(script),  # noqa: S704 - our own files
            style_hash=_hash(style),
            script_hash=_hash(script),
        )
    )


def _shown(operations: list[Operation], known: dict[tuple[str, ...], Markup]) -> list[Markup]:
    """Return the operations as HTML; what is known already is not made again."""
    template = _environment().get_template("operation.html.jinja")
    fresh: dict[tuple[str, ...], Markup] = {}
    parts = []
    for operation in operations:
        key = operation.made_of
        part = known.get(key)
        if part is None:
            part = Markup(template.render(operation=operation, document=operation.document))  # noqa: S704 - HTML by our own template
        fresh[key] = part
        parts.append(part)
    known.clear()
    known.update(fresh)
    return parts


def deployment(bundle: dict[str, Any]) -> str:
    """Return the address that samples call: where a server entry is a variable, its default."""
    for server in bundle["servers"]:
        for variable in server.get("variables", {}).values():
            return str(variable["default"])
    return str(bundle["servers"][0]["url"])


def json_content(answer: dict[str, Any]) -> dict[str, Any] | None:
    """Return what an answer holds in JSON."""
    content: dict[str, Any] | None = answer.get("content", {}).get("application/json")
    return content


def _objects(document: Document, operations: list[Operation]) -> list[tuple[str, dict[str, Any]]]:
    """Return the schemas that are shown on their own: those that are no operation's form."""
    forms = {
        operation.body["content"][FORM]["schema"].get("$ref", "").rpartition("/")[2]
        for operation in operations
        if operation.body and operation.form
    }
    return sorted((name, schema) for name, schema in document.schemas.items() if name not in forms)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(
        markdown=_rendered,
        inline=_rendered_inline,
        highlight=_highlighted,
        json=partial(json.dumps, indent=2, ensure_ascii=False),
        json_content=json_content,
        phrase=lambda status: HTTPStatus(int(status)).phrase if status.isdigit() else "any other status",
        title=lambda name: name.replace("_", " ").capitalize(),
    )
    return environment


@lru_cache(_KEPT)
def _rendered(text: str) -> Markup:
    return Markup(_MARKDOWN.render(text))  # noqa: S704 - HTML in it is switched off


@lru_cache(_KEPT)
def _rendered_inline(text: str) -> Markup:
    return Markup(_MARKDOWN.renderInline(text))  # noqa: S704 - as above


@lru_cache(_KEPT)
def _highlighted(code: str, language: str) -> Markup:
    """Return code as HTML; Pygments escapes it."""
    lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
    formatter = HtmlFormatter(nowrap=True, classprefix="k-")
    return Markup(highlight(code, lexer, formatter))  # noqa: S704 - escaped by Pygments


def _hash(text: str) -> str:
    """Return how a content security policy names an inline style or script."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode('ascii')}"
