from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import requests

from contextio_contract.cli.packaged import reference_path
from contextio_contract.server.settings import DEMO_KEY, DEMO_SECRET

if TYPE_CHECKING:
    from collections.abc import Callable


def test_the_reference_stands_at_the_root(new_server: Callable[..., Any]) -> None:
    generated = reference_path().read_text(encoding="utf-8")
    server = new_server(reference=lambda: generated)
    response = requests.get(f"{server.origin}/", timeout=20)
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert "connect-src 'self'" in response.headers["content-security-policy"]
    assert 'data-base="/2.0" data-key="" data-secret=""' in response.text
    assert response.text == generated.replace('data-base=""', 'data-base="/2.0"', 1)


@pytest.mark.parametrize(("secret", "shown"), [(DEMO_SECRET, True), ("a secret of my own", False)])
def test_only_the_demo_key_is_filled_in(new_server: Callable[..., Any], secret: str, *, shown: bool) -> None:
    server = new_server(keys={DEMO_KEY: secret}, reference=reference_path().read_text)
    page = requests.get(f"{server.origin}/", timeout=20).text
    assert (f'data-key="{DEMO_KEY}" data-secret="{DEMO_SECRET}"' in page) is shown
    assert "a secret of my own" not in page
