"""Generator of the API reference: one page that opens from disk, without a network."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from contextio_contract.codegen.docs.html import TEMPLATES, environment
from contextio_contract.codegen.docs.operation import Section
from contextio_contract.codegen.docs.sequence_diagram import draw
from contextio_contract.codegen.rulebook.rules import EVERYWHERE, documented_rules
from contextio_contract.codegen.targets import CannotGenerateError
from contextio_contract.description.source.conventions import conventions

if TYPE_CHECKING:
    from pathlib import Path

    from contextio_contract.contract import Contract

_SCRIPTS: Final = ("oauth1.js", "search.js", "try.js", "page.js")


def write_docs(contract: Contract, folder: Path, spec: Path) -> None:
    """Write the page `index.html`; `Renderer.render` has the errors.

    Args:
        contract: the description.
        folder: where the page goes; it is made.
        spec: the folder of the description, for the documented rules.
    """
    html = render(contract, spec)
    folder.mkdir()
    (folder / "index.html").write_text(html, encoding="utf-8")


def render(contract: Contract, spec: Path) -> str:
    """Return the page; `Renderer` has the arguments and errors."""
    return Renderer(spec).render(contract)


class Renderer:
    """Renders the page again and again; operations that stay as they were are not rendered anew."""

    def __init__(self, spec: Path, *, script: str = "", style: str = "") -> None:
        """Read the style and the scripts.

        Args:
            spec: the folder of the description, for the documented rules.
            script: what goes before the page's own script, into the same module.
            style: what goes after the page's own style.
        """
        self._spec = spec
        self._style = _read("style.css") + style
        self._script = script + "".join(map(_read, _SCRIPTS))
        self._kept: dict[str, Markup] = {}

    def render(self, contract: Contract) -> str:
        """Return the page.

        Raises:
            CannotGenerateError: if the page cannot show a part of the description.
            ContractError: if the description has a reference that leads nowhere.
        """
        flow = draw(contract)
        rules = documented_rules(contract, self._spec)
        sections = [
            Section(
                operation, contract.deployment_url, [rule for rule in rules if rule.topic == str(operation)]
            )
            for operation in contract.operations.values()
        ]
        if untagged := [section.operation.id for section in sections if not section.operation.page]:
            message = f"{untagged[0]} has no tag, which names its page"
            raise CannotGenerateError(message)
        shown = {rule.id for section in sections for rule in section.rules}
        forms = {section.body.schema.name for section in sections if section.body and section.operation.form}
        page = environment().get_template("page.html.jinja")
        return page.render(
            contract=contract,
            flow=flow,
            info=contract.bundle["info"],
            resolve=contract.document.resolve,
            sections=self._render_sections(sections),
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

    def _render_sections(self, sections: list[Section]) -> dict[str, Markup]:
        """Return the operations as HTML, by operationId."""
        template = environment().get_template("operation.html.jinja")
        kept, self._kept = self._kept, {}
        rendered = {}
        for section in sections:
            inputs = section.inputs
            html = kept.get(inputs) or Markup(template.render(section=section))  # noqa: S704 - our own template
            self._kept[inputs] = rendered[section.operation.id] = html
        return rendered


def _read(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """Return how a content security policy names an inline style or script."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode('ascii')}"
