"""A whole run finds legitimate variants conformant. Run by `make variants`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.conformance.conftest import CONTRACT
from tests.conformance.legitimate import answers, network, requests  # noqa: F401 - they add to VARIANTS
from tests.conformance.legitimate.mixing import mix
from tests.conformance.legitimate.variant import VARIANTS, Variant, serving

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.conformance.conftest import Check, Outcome

pytestmark = pytest.mark.timeout(3600)  # whole runs, on a machine that may be busy


@pytest.mark.parametrize("variants", mix(VARIANTS), ids=lambda group: ", ".join(each.name for each in group))
def test_variants_are_conformant(
    variants: list[Variant],
    check: Check,
    core_spec: str,
    record_property: Callable[[str, object], None],
) -> None:
    record_property("variants", len(variants))
    outcome = run(variants, check, core_spec)
    culprits = find_culprits(variants, check, core_spec) if outcome.status else []
    record_property("conformant", len(variants) - len(culprits))
    assert not culprits, f"not conformant: {', '.join(culprits)}\n{outcome.out}{outcome.err}"


def find_culprits(variants: Sequence[Variant], check: Check, core_spec: str) -> list[str]:
    """Return which variants are not conformant by themselves, or all of them if it takes them together."""
    others = variants if len(variants) > 1 else ()
    alone = [each.name for each in others if run([each], check, core_spec).status]
    return alone or [each.name for each in variants]


def run(variants: Sequence[Variant], check: Check, core_spec: str) -> Outcome:
    """Make a whole run on a deployment that is several variants at once."""
    examples = "10" if any(variant.is_about_data for variant in variants) else "1"
    options = [option for variant in variants for option in variant.options]
    with serving(variants, CONTRACT.bundle) as deployment:
        deployment.seen.clear()
        outcome = check(deployment.base_url, core_spec, "--max-examples", examples, *options)
        assert deployment.seen, "it was asked"
    return outcome
