"""A whole run finds legitimate variants conformant. Run by `make variants`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.conformance.conftest import CONTRACT
from tests.conformance.legitimate import answers, network, requests  # noqa: F401 - they add to VARIANTS
from tests.conformance.legitimate.mixing import mix
from tests.conformance.legitimate.variant import VARIANTS, Variant, serving

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conformance.conftest import Check

pytestmark = pytest.mark.timeout(900)  # whole runs, on a machine that may be busy


@pytest.mark.parametrize("variants", mix(VARIANTS), ids=lambda group: ", ".join(each.name for each in group))
def test_variants_are_conformant(
    variants: list[Variant],
    check: Check,
    core_spec: str,
    record_property: Callable[[str, object], None],
) -> None:
    record_property("variants", len(variants))
    examples = "10" if any(variant.is_about_data for variant in variants) else "1"
    options = [option for variant in variants for option in variant.options]
    with serving(variants, CONTRACT.bundle) as deployment:
        deployment.seen.clear()
        outcome = check(deployment.base_url, core_spec, "--max-examples", examples, *options)
        assert deployment.seen, "it was asked"
    assert outcome.status == 0, outcome.out + outcome.err
