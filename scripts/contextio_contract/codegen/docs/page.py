"""Generator of the API reference: one page that opens from disk, without a network."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup

from contextio_contract.codegen.docs.html import TEMPLATES, environment
from contextio_contract.codegen.docs.sections import Section
from contextio_contract.codegen.rulebook.rules import EVERYWHERE, documented_rules
from contextio_contract.codegen.targets import CannotGenerateError
from contextio_contract.description.source.conventions import conventions

if TYPE_CHECKING:
    from pathlib import Path

    from contextio_contract.contract import Contract

_SCRIPTS: Final = ("oauth1.js", "search.js", "try.js", "page.js")


def write_docs(contract: Contract, folder: Path, spec: Path) -> None:
    """Write the page `index.html` into a new folder; `Renderer.render` has the errors."""
    html = render(contract, spec)
    folder.mkdir()
    (folder / "index.html").write_text(html, encoding="utf-8")


def render(contract: Contract, spec: Path) -> str:
    """Return the page; `Renderer.render` has the errors."""
    return Renderer(spec).render(contract)


class Renderer:
    """Renders the page again and again."""

    def __init__(self, spec: Path, *, script: str = "", style: str = "") -> None:
        """Read the style and the scripts; `script` runs before the page's own, in the same module."""
        self._spec = spec
        self._style = _read("style.css") + style
        self._script = script + "".join(map(_read, _SCRIPTS))

    def render(self, contract: Contract) -> str:
        """Return the page.

        Raises:
            CannotGenerateError: if the page cannot show a part of the description.
            ContractError: if the description has a reference that leads nowhere.
        """
        flow = _flow(contract)
        rules = documented_rules(contract, self._spec)
        url = contract.deployment_url
        sections = {
            name: Section(operation, url, [rule for rule in rules if rule.topic == str(operation)])
            for name, operation in contract.operations.items()
        }
        if untagged := [name for name, operation in contract.operations.items() if not operation.page]:
            message = f"{untagged[0]} has no tag, which names its page"
            raise CannotGenerateError(message)
        shown = {rule.id for section in sections.values() for rule in section.rules}
        forms = {
            section.body.schema.name
            for section in sections.values()
            if section.body and section.operation.form
        }
        page = environment().get_template("page.html.jinja")
        return page.render(
            contract=contract,
            flow=flow,
            info=contract.bundle["info"],
            resolve=contract.document.resolve,
            sections=sections,
            objects=sorted((name, schema) for name, schema in contract.schemas.items() if name not in forms),
            rules_of=lambda page: [rule for rule in rules if rule.page == page and rule.id not in shown],
            everywhere=EVERYWHERE,
            codes=conventions(self._spec).sources,
            signing=_read("sign.sh"),
            style=Markup(self._style),  # noqa: S704 - our own files
            script=Markup(self._script),  # noqa: S704 - our own files
            style_hash=_hash(self._style),
            script_hash=_hash(self._script),
        )


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
    return (TEMPLATES / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """Return how a content security policy names an inline style or script."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode('ascii')}"
