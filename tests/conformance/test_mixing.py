"""One deployment is several legitimate variants at once; all of them show, and a red verdict names one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import requests
from tests.conformance.conftest import CONTRACT, Outcome
from tests.conformance.independent.requests import Refused
from tests.conformance.legitimate import runs
from tests.conformance.legitimate.mixing import fits, mix
from tests.conformance.legitimate.variant import VARIANTS, serving

if TYPE_CHECKING:
    from pathlib import Path

NAMED = {variant.name: variant for variant in VARIANTS}
GROUPS = mix(VARIANTS)


def test_each_variant_is_in_one_deployment() -> None:
    assert sorted(each.name for group in GROUPS for each in group) == sorted(NAMED)
    assert len(GROUPS) < len(VARIANTS) / 4


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Long ids", "Ids with dashes"),
        ("Strict addresses", "Lower case addresses"),
        ("JSON is indented", "JSON has sorted keys"),
        ("Accounts leave out their url", "Urls end in a slash"),
        ("Put is post", "Other methods get 405"),
        ("Nothing is there", "Long ids"),
    ],
)
def test_what_one_would_hide_of_another_is_elsewhere(one: str, other: str) -> None:
    assert not fits(NAMED[one], [NAMED[other]])
    assert not fits(NAMED[other], [NAMED[one]])


def test_variants_of_one_part_all_show() -> None:
    group = [NAMED[name] for name in ("Long ids", "More fields than described", "Default limit of 5")]
    group += [NAMED[name] for name in ("Names are trimmed", "Lower case addresses", "Answers are zipped")]
    assert all(fits(variant, [other for other in group if other is not variant]) for variant in group)
    with serving(group, CONTRACT.bundle) as deployment:
        accounts, parameters = deployment.pages.accounts, deployment.pages.parameters
        form = {"email": "Ada@Example.com", "first_name": " Ada "}
        parameters.expect_form("AccountCreateForm", form)
        shown = accounts.show(accounts.add(form))
        assert (len(shown["id"]), shown["plan"], shown["first_name"]) == (120, "gold", "Ada")
        assert shown["email_addresses"] == ["ada@example.com"]
        assert len(accounts.window([*deployment.accounts.values()], {})) == 5
        answer = requests.get(deployment.base_url, timeout=60)
        assert answer.headers["Content-Encoding"] == "gzip"


def test_red_verdict_names_the_variant_that_causes_it(tmp_path: Path) -> None:
    def check(base_url: str | None, *_: str, env: dict[str, str] | None = None) -> Outcome:
        del env
        is_red = requests.get(f"{base_url}/accounts", timeout=60).text.endswith("\n")
        return Outcome(int(is_red), "", "", tmp_path)

    group = [NAMED["Connections are closed"], NAMED["JSON ends with a line break"]]
    with pytest.raises(AssertionError, match="not conformant: JSON ends with a line break\n"):
        runs.test_variants_are_conformant(group, check, "", lambda *_: None)
    runs.test_variants_are_conformant(group[:1], check, "", lambda *_: None)


@pytest.mark.parametrize("url", ["http://[a", "http://127.0.0.1/", "http://localhost/"])
def test_url_that_leads_to_no_public_host_is_refused_and_no_error_of_the_variant(url: str) -> None:
    refusing = [NAMED["No callbacks to private hosts"]]
    with serving(refusing, CONTRACT.bundle) as deployment, pytest.raises(Refused):
        deployment.pages.parameters.expect_form("ConnectTokenCreateForm", {"callback_url": url})
