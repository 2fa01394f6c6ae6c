"""The settings of schemathesis, and what its checks are called in reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from contextio_contract.conformance.results import PROPERTY
from contextio_contract.conformance.wire.addressing import NOWHERE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from contextio_contract.conformance.settings.options import Options
    from contextio_contract.contract import Contract, Operation

SENTENCES: Final = {
    "not_a_server_error": "The operation answers no 5xx but those that it documents.",
    "status_code_conformance": "The operation answers only statuses that it documents.",
    "content_type_conformance": "Answers have the media type that the operation documents.",
    "response_headers_conformance": "Documented headers of answers are as their schema says.",
    "response_schema_conformance": "Answers are as their schema says.",
    "negative_data_rejection": "What the schema does not allow is refused.",
    "positive_data_acceptance": "What the schema allows is not refused.",
    "use_after_free": "What was deleted is gone.",
    "ensure_resource_availability": "What was created is there.",
    "ignored_auth": "What is not signed is refused.",
    "answers": "The operation answers completely, in time and in bounds.",
    "engine": "The property tests of the operation can be made.",
}
"""The checks of schemathesis in one sentence each, and below them two of ours about its work."""
OURS: Final = frozenset({"answers", "engine"})
"""Those of them that schemathesis does not know."""
ABOUT_RESOURCE: Final = frozenset({"use_after_free", "ensure_resource_availability"})
"""Checks that are about operations on a single resource."""
_WITHOUT_OBJECT: Final = (
    "unsupported_method",  # the contract says nothing about methods that it does not describe
    "allow_header_conformance",
    "missing_required_header",  # it requires no headers
    "object_level_authorization",  # there is one identity
)
"""Checks of schemathesis that could not fail here, and so must not count as passed."""
_OF_DRAWN_DATA: Final = ("negative_data_rejection", "use_after_free", "ensure_resource_availability")
"""Checks of schemathesis that no example of the description could fail."""

_DRAWN: Final = {"extra-data-sources": {"responses": False}}
"""Data are drawn from schemas alone: with values of answers, strategies are built anew for each request."""
_ACCEPTING: Final = ("2xx", "3xx", "401", "403", "404", "409", "429")
"""Statuses that refuse no data, 5xx aside."""


def settings(contract: Contract, selected: Collection[str], options: Options) -> dict[str, Any]:
    """Return the settings of schemathesis for the operationIds selected, in its own file format."""
    operations = contract.operations.values()
    # Without a link from a selected operation to another there is no walk.
    chosen = [operation for operation in operations if operation.id in selected]
    is_linked = any(link.operation in selected for operation in chosen for link in operation.links)
    without = (*_WITHOUT_OBJECT, *disabled_properties(options), *(_OF_DRAWN_DATA if options.quick else ()))
    return {
        "seed": options.seed,
        "base-url": NOWHERE,
        # Threads that parse the source of strategies at once fail in CPython 3.11, with a SystemError.
        "workers": 1,
        "continue-on-failure": True,
        "max-redirects": 0,
        "request-timeout": options.timeout,
        "request-retries": 0,
        "suppress-health-check": ["all"],  # they judge the speed of this machine, not the deployment
        "cache": {"enabled": False},  # it would keep failing requests on disk
        "warnings": False,
        "generation": {"max-examples": options.max_examples, "database": "none"},
        "phases": {
            "examples": _DRAWN,
            # The contract says nothing about methods that it does not describe.
            "coverage": {"enabled": not options.quick, "unexpected-methods": [], **_DRAWN},
            "fuzzing": {"enabled": not options.quick, **_DRAWN},
            # Not along the addresses in answers, which break schemathesis where they are none: http://[a
            "stateful": {
                "enabled": is_linked and not options.quick,
                "inference": {"algorithms": ["dependency-analysis"]},
            },
        },
        "checks": _expected() | {name: {"enabled": False} for name in without},
        "operations": list(_of_operations(operations, selected)),
    }


def disabled_properties(options: Options) -> list[str]:
    """Return the checks of schemathesis that the user left out."""
    return [name.removeprefix(PROPERTY) for name in options.disable if name.startswith(PROPERTY)]


def _of_operations(operations: Iterable[Operation], selected: Collection[str]) -> Iterator[dict[str, Any]]:
    """Yield the settings of operations for which those of the run are not right.

    A documented 503 says that the mail server does not answer, and is an answer like any other. A documented
    400 to a request that has no data but its path is about the state of the resource. What has no settings of
    its own is drawn faster, as schemathesis puts them together for each request.
    """
    groups: dict[tuple[bool, bool, tuple[str, ...]], list[str]] = {}
    for operation in operations:
        documented = tuple(status for status in operation.responses if status.startswith("5"))
        has_data = operation.body or operation.query_parameters or "400" not in operation.responses
        groups.setdefault((operation.id in selected, bool(has_data), documented), []).append(str(operation))
    groups.pop((True, True, ()), None)
    for (is_selected, has_data, documented), names in groups.items():
        accepting = _ACCEPTING if has_data else ("2xx", "3xx", "4xx")
        yield {
            "include-name": names,
            "enabled": is_selected,
            "checks": _expected(accepting, documented),
        }


def _expected(
    accepting: tuple[str, ...] = _ACCEPTING, documented: tuple[str, ...] = ()
) -> dict[str, dict[str, Any]]:
    """Return the settings of the checks of statuses, given those that refuse no data, and documented 5xx."""
    return {
        "not_a_server_error": {"expected-statuses": ["2xx", "3xx", "4xx", *documented]},
        "positive_data_acceptance": {"expected-statuses": [*accepting, "5xx"]},
    }
