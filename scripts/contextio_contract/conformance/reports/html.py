"""The HTML report: one page without scripts, styles or images from elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import jinja2

from contextio_contract.conformance.reports.tree import counts, counts_by_page, description
from contextio_contract.conformance.results import Status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from contextio_contract.conformance.reports.tree import Tree

ORDER = [
    Status.FAIL,
    Status.ERROR,
    Status.UNEXPECTED_PASS,
    Status.KNOWN_FAILURE,
    Status.NOT_EXERCISED,
    Status.DISABLED,
    Status.PASS,
]
"""The order of the checks on the page: what needs attention comes first."""


def page(tree: Tree) -> str:
    """Return the page."""
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("contextio_contract.conformance.reports", "."),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )

    def rank(check: Mapping[str, Any]) -> int:
        return ORDER.index(Status(check["status"]))

    return environment.get_template("report.html.jinja").render(
        run=tree,
        counts=counts(tree),
        description=description(tree),
        checks=sorted(tree["checks"], key=rank),
        pages=counts_by_page(tree),
        statuses=[status.value for status in ORDER if tree["counts"][status.value]],
    )
