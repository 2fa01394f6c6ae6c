"""The HTML report: one page without scripts, styles or images from elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import jinja2

from contextio_contract.conformance.reports.tree import counts, counts_by_page, description
from contextio_contract.conformance.results import Status

if TYPE_CHECKING:
    from contextio_contract.conformance.reports.tree import Tree


def page(tree: Tree) -> str:
    """Return the page."""
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("contextio_contract.conformance.reports", "."),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )

    def rank(status: str) -> tuple[bool, bool, int]:
        """Put what needs attention first, and what passes last."""
        return status not in tree["red"], status == Status.PASS, list(Status).index(Status(status))

    return environment.get_template("report.html.jinja").render(
        run=tree,
        counts=counts(tree),
        description=description(tree),
        checks=sorted(tree["checks"], key=lambda check: rank(check["status"])),
        pages=counts_by_page(tree),
        statuses=sorted((status for status, count in tree["counts"].items() if count), key=rank),
    )
