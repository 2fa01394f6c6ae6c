"""Generator of the API reference: one page that opens from disk, without a network."""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache, lru_cache
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urljoin

from markdown_it import MarkdownIt
from markupsafe import Markup

from contextio_contract.codegen.docs.changelog import changelog
from contextio_contract.codegen.docs.clients import client_topics
from contextio_contract.codegen.docs.excerpts import shortened, shown_examples
from contextio_contract.codegen.docs.objects import objects_of
from contextio_contract.codegen.docs.programs import signing
from contextio_contract.codegen.docs.sections import Section, properties
from contextio_contract.codegen.docs.trying import form_inputs
from contextio_contract.codegen.docs.types import objects_in, structure_words, type_words, without_texts
from contextio_contract.codegen.facts import PHRASES, error_class
from contextio_contract.codegen.package import environment
from contextio_contract.codegen.rulebook.rules import EVERYWHERE, documented_rules
from contextio_contract.codegen.samples import as_text
from contextio_contract.codegen.targets import CannotGenerateError
from contextio_contract.description.source.conventions import conventions

if TYPE_CHECKING:
    from jinja2 import Environment

    from contextio_contract.codegen.rulebook.rules import Rule
    from contextio_contract.contract import Contract, Operation, Response

_TEMPLATES: Final = Path(__file__).with_name("templates")
_STYLES: Final = ("base", "frame", "reading", "code", "try", "flow", "narrow")
_SCRIPTS: Final = (
    "dom",
    "oauth1",
    "deployment",
    "request",
    "forms",
    "try",
    "tabs",
    "code",
    "menu",
    "places",
    "index",
    "search",
    "page",
)
"""Styles and scripts of the page, in their order."""
_MAX_KEPT: Final = 10_000
"""Texts whose HTML is kept: most are the same the next time."""
# HTML in a description is shown as text, and links are http, https or mailto.
_MARKDOWN: Final = MarkdownIt("commonmark", {"html": False}).enable("table")


def write_docs(contract: Contract, folder: Path, spec: Path) -> None:
    """Write the page `index.html` into a new folder; `render` has the errors."""
    html = render(contract, spec)
    folder.mkdir()
    (folder / "index.html").write_text(html, encoding="utf-8")


def render(contract: Contract, spec: Path, *, script: str = "", style: str = "") -> str:
    """Return the page; `script` runs before the page's own, in the same module.

    Raises:
        CannotGenerateError: if the page cannot show a part of the description.
        ContractError: if the description has a reference that leads nowhere.
    """
    styles = "".join(_read(f"styles/{name}.css") for name in _STYLES) + style
    scripts = script + "".join(_read(f"scripts/{name}.js") for name in _SCRIPTS)
    flow = _flow(contract)
    rules = documented_rules(contract, spec)
    by_topic: dict[str, list[Rule]] = {}
    for rule in rules:
        by_topic.setdefault(rule.topic, []).append(rule)
    sections = {
        name: Section(
            operation,
            contract.collection_of(operation),
            contract.deployment_url,
            _address(contract, operation),
            by_topic.get(str(operation), []),
        )
        for name, operation in contract.operations.items()
    }
    if untagged := [name for name, operation in contract.operations.items() if not operation.page]:
        message = f"{untagged[0]} has no tag, which names its page"
        raise CannotGenerateError(message)
    shown = {rule.id for section in sections.values() for rule in section.rules}
    page = _templates().get_template("page.html.jinja")
    return page.render(
        contract=contract,
        flow=flow,
        shared=_shared_errors(contract),
        info=contract.bundle["info"],
        resolve=contract.document.resolve,
        sections=sections,
        objects=objects_of(contract, lambda name: sections[name].label),
        clients=client_topics(contract),
        changelog=changelog(spec),
        rules_of=lambda page: [rule for rule in rules if rule.page == page and rule.id not in shown],
        everywhere=EVERYWHERE,
        signing=signing(),
        codes=conventions(spec).sources,
        style=Markup(styles),  # noqa: S704 - our own files
        script=Markup(scripts),  # noqa: S704 - our own files
        style_hash=_hash(styles),
        script_hash=_hash(scripts),
    )


def _address(contract: Contract, operation: Operation) -> str:
    """Return the URL below which the path of an operation lies, at the deployment that samples call.

    An operation with a server of its own lies outside the base path, which is taken off the URL's end.
    """
    url = contract.deployment_url
    if operation.server_url == contract.server_url:
        return url
    is_based = contract.base_path and url.endswith(contract.base_path)
    outside = url.removesuffix(contract.base_path) if is_based else urljoin(url, "/").rstrip("/")
    return f"{outside}{operation.base_path}"


def _shared_errors(contract: Contract) -> dict[str, Response]:
    """Return the error responses that operations share, by their names in the description."""
    errors = [
        response
        for operation in contract.operations.values()
        for response in operation.responses.values()
        if response.name and not response.is_success
    ]
    return {str(response.name): response for response in sorted(errors, key=lambda each: each.status)}


def _flow(contract: Contract) -> dict[str, Any] | None:
    """Return the first flow that a page describes (`x-flow`); None without one.

    Raises:
        CannotGenerateError: if a step lacks a field, or names a party or an operation that is not there.
    """
    flows = (page.node["x-flow"] for page in contract.pages if "x-flow" in page.node)
    flow: dict[str, Any] | None = next(flows, None)
    if flow is None:
        return None
    for number, step in enumerate(flow["steps"], 1):
        if missing := {"from", "to", "sends", "told"} - step.keys():
            message = f"step {number} of x-flow has no {', '.join(sorted(missing))}"
            raise CannotGenerateError(message)
        unknown = {step["from"], step["to"]} - set(flow["parties"])
        unknown |= {step.get("calls")} - contract.operations.keys() - {None}
        if unknown:
            message = f"step {number} of x-flow names {', '.join(sorted(unknown))}, which there is not"
            raise CannotGenerateError(message)
    return flow


def _read(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """Return how a content security policy names an inline style or script."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode('ascii')}"


@cache
def _templates() -> Environment:
    templates = environment(
        _TEMPLATES,
        markdown=_markdown,
        inline=_markdown_inline,
        text=as_text,
        constraints=lambda node: json.dumps(without_texts(node), indent=2, ensure_ascii=False),
        examples=shown_examples,
        excerpt=shortened,
        objects=objects_in,
        structure=structure_words,
        phrase=_phrase,
        error_class=_error_class,
        form_inputs=form_inputs,
        title=lambda name: name.replace("_", " ").capitalize(),
        type=type_words,
        properties=properties,
    )
    templates.policies["json.dumps_kwargs"] = {"separators": (",", ":")}
    templates.tests["json"] = lambda media: media.kind == "json"
    return templates


@lru_cache(_MAX_KEPT)
def _markdown(text: str) -> Markup:
    return Markup(_MARKDOWN.render(text))  # noqa: S704 - HTML in it is switched off


@lru_cache(_MAX_KEPT)
def _markdown_inline(text: str) -> Markup:
    return Markup(_MARKDOWN.renderInline(text))  # noqa: S704 - as above


def _phrase(status: str) -> str:
    """Return the reason phrase of a status, or what a range or `default` stands for."""
    if status.isdecimal():
        return PHRASES.get(int(status), "")
    return "any other status" if status == "default" else f"any other {status.lower()}"


def _error_class(status: str) -> str:
    """Return the class that the clients raise for an error status; empty for other statuses and ranges."""
    is_error = status.isdecimal() and int(status) in PHRASES and int(status) >= HTTPStatus.BAD_REQUEST
    return error_class(int(status)) if is_error else ""
