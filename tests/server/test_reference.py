"""The API reference at the root of the server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import requests

from contextio_contract.server.http.demo_key import DEMO_KEY, DEMO_SECRET

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Client

_PAGE = '<!doctype html><body data-base="" data-key="" data-secret="">Read</body>'


@pytest.mark.parametrize(
    ("secret", "shown"), [(DEMO_SECRET, (DEMO_KEY, DEMO_SECRET)), ("a secret of my own", ("", ""))]
)
def test_the_page_comes_with_the_base_path_and_the_demo_key_alone(
    new_server: Callable[..., Any], secret: str, shown: tuple[str, str]
) -> None:
    server = new_server(keys={DEMO_KEY: secret}, reference=lambda: _PAGE)
    response = requests.get(f"{server.origin}/", timeout=60)
    assert (response.status_code, response.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert "connect-src 'self'" in response.headers["content-security-policy"]
    filled = f'data-base="/2.0" data-key="{shown[0]}" data-secret="{shown[1]}"'
    assert response.text == _PAGE.replace('data-base="" data-key="" data-secret=""', filled)


def test_the_bundle_lies_beside_the_page(new_server: Callable[..., Any]) -> None:
    server = new_server(reference=lambda: _PAGE)
    response = requests.get(f"{server.origin}/openapi.json", timeout=60)
    assert response.headers["content-type"] == "application/json"
    assert response.json() == server.app.state.api.served.contract.bundle


def test_without_a_page_a_sentence_says_so(client: Client) -> None:
    response = requests.get(f"{client.origin}/", timeout=60)
    assert (response.status_code, response.headers["content-type"]) == (404, "text/plain; charset=utf-8")
    assert response.text.startswith("There is no API reference")
