"""The result as one page of HTML that needs nothing else."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import jinja2

from contextio_contract.conformance.reports.tree import by_page, counts
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
"""What a reader wants to see first, first."""


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

    pages = {name: Counter(check["status"] for check in checks) for name, checks in by_page(tree).items()}
    return environment.get_template("report.html.jinja").render(
        run=tree,
        counts=counts(tree),
        checks=sorted(tree["checks"], key=rank),
        pages=pages,
        statuses=[status.value for status in ORDER if tree["counts"][status.value]],
    )
