"""A whole run finds each legitimate variant conformant. Run by `make variants`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.conformance.conftest import CONTRACT
from tests.conformance.legitimate import answers, network, requests  # noqa: F401 - they add to VARIANTS
from tests.conformance.legitimate.variant import VARIANTS, Variant, serving

if TYPE_CHECKING:
    from tests.conformance.conftest import Check

pytestmark = pytest.mark.timeout(900)  # whole runs, on a machine that may be busy


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.name)
def test_variant_is_conformant(variant: Variant, check: Check, core_spec: str) -> None:
    options = (core_spec, "--max-examples", "10" if variant.is_about_data else "1", *variant.options)
    with serving(variant, CONTRACT.bundle) as deployment:
        deployment.seen.clear()
        outcome = check(deployment.base_url, *options)
        assert deployment.seen, "it was asked"
    assert outcome.status == 0, outcome.out + outcome.err
