"""Fields that the description leaves optional may be missing, always or while they have no value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.conformance.faulty_server import Exchange, Fault
from tests.conformance.proving import CONTRACT, Bench, server_bench

from contextio_contract.conformance.results import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CHECKS = ("sources_update.changes", "sources_delete.gone", "src-create-use-ssl-strict-one")
REQUIRED = CONTRACT.schemas["Source"].required


@pytest.fixture(scope="module")
def bench() -> Iterator[Bench]:
    with server_bench(accounts=1) as bench:
        yield bench


def leave_out(is_shown: Callable[[Any], bool]) -> Callable[[Exchange], None]:
    """Leave optional fields of sources out of answers, alone, in lists and in accounts."""

    def change(exchange: Exchange) -> None:
        for shown in exchange.objects:
            for source in (shown, *shown.get("sources", ())):
                if "label" in source and "status" in source:
                    for name in source.keys() - REQUIRED:
                        if not is_shown(source[name]):
                            del source[name]

    return change


@pytest.mark.parametrize("check", CHECKS)
@pytest.mark.parametrize("is_shown", [lambda _: False, bool], ids=["never", "if set"])
def test_optional_fields_of_sources_may_be_missing(
    bench: Bench, check: str, is_shown: Callable[[Any], bool]
) -> None:
    fault = Fault(check, "optional fields are missing", "GET", ".*/accounts.*", None, leave_out(is_shown))
    result = bench.make(check, fault)
    is_hidden = check == CHECKS[0] and not is_shown(1)
    expected = Status.NOT_EXERCISED if is_hidden else Status.PASS
    assert result.status is expected, (result.reason, result.failures)
