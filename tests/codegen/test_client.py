from __future__ import annotations

import asyncio
import json
import logging
import subprocess
import sys
from typing import TYPE_CHECKING, Any, TypeAlias, cast
from urllib.parse import parse_qsl, quote

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oauthlib.common import Request
from oauthlib.oauth1.rfc5849 import signature
from pydantic import TypeAdapter
from tests.codegen.conftest import operations

import contextio_client
from contextio_client import APIError, AsyncContextIO, ContextIO
from contextio_client.errors import BY_STATUS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.codegen.conftest import Operation

ANY: TypeAdapter[Any] = TypeAdapter(Any)
KEY, SECRET = "key-of-the-tests", "secret-of-the-tests"
BASE = "https://deployment.example/2.0"
Handler: TypeAlias = "Callable[[httpx.Request], httpx.Response]"


TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(
    lambda text: text not in {".", ".."}
)


def call_sync(answer: Handler, page: str, name: str, **arguments: Any) -> Any:
    transport = httpx.MockTransport(answer)
    with ContextIO(KEY, SECRET, base_url=BASE, max_retries=0, transport=transport) as client:
        return getattr(getattr(client, page), name)(**arguments)


def call_async(answer: Handler, page: str, name: str, **arguments: Any) -> Any:
    async def call() -> Any:
        transport = httpx.MockTransport(answer)
        async with AsyncContextIO(KEY, SECRET, base_url=BASE, max_retries=0, transport=transport) as client:
            return await getattr(getattr(client, page), name)(**arguments)

    return asyncio.run(call())


CALLS = [pytest.param(call_sync, id="sync"), pytest.param(call_async, id="async")]


def is_signed(request: httpx.Request) -> bool:
    """Verify the signature as a server does."""
    header = request.headers["Authorization"]
    is_form = request.headers.get("Content-Type") == "application/x-www-form-urlencoded"
    received: Any = Request(str(request.url), cast("Any", request.method))
    received.params = signature.collect_parameters(
        uri_query=request.url.query.decode(),
        body=parse_qsl(request.content.decode(), keep_blank_values=True) if is_form else [],
        headers={"Authorization": header},
        exclude_oauth_signature=False,
    )
    given_signature = dict(received.params).get("oauth_signature")
    received.params = [(name, value) for name, value in received.params if name != "oauth_signature"]
    received.signature = given_signature
    return (
        bool(signature.verify_hmac_sha1(received, SECRET, None))
        and ("oauth_consumer_key", KEY) in received.params
    )


@pytest.mark.parametrize("call", CALLS)
def test_each_operation_sends_what_is_described_and_reads_its_examples(
    operation: Operation, call: Callable[..., Any]
) -> None:
    path, query = operation.arguments("path"), operation.arguments("query")
    sent: list[httpx.Request] = []
    for form in operation.forms():
        for status, _, _, value in operation.answers():

            def answer(request: httpx.Request, status: int = status, value: object = value) -> httpx.Response:
                sent.append(request)
                return httpx.Response(status, json=value)

            arguments = path | query | form
            if status < 300:
                answered = call(answer, operation.page, operation.call, **arguments)
                assert json.loads(ANY.dump_json(answered, exclude_unset=True)) == value
            else:
                with pytest.raises(APIError) as refused:
                    call(answer, operation.page, operation.call, **arguments)
                assert isinstance(refused.value, BY_STATUS.get(status, APIError))
                assert refused.value.status == status
                assert refused.value.body
                assert refused.value.body.model_dump(mode="json", exclude_unset=True) == value
                assert value["value"] in str(refused.value)
        quoted = {name: quote(text, safe="") for name, text in path.items()}
        for request in sent:
            assert request.method == operation.method
            assert request.url.raw_path.decode().split("?")[0] == "/2.0" + operation.path.format_map(quoted)
            assert dict(request.url.params) == {name: str(value) for name, value in query.items()}
            assert dict(parse_qsl(request.content.decode(), keep_blank_values=True)) == {
                name: str(value) for name, value in form.items()
            }
            assert is_signed(request)
        sent.clear()


def test_every_operation_is_a_method_of_both_clients() -> None:
    described = {(operation.page, operation.call) for operation in operations()}
    for client in (ContextIO(KEY, SECRET), AsyncContextIO(KEY, SECRET)):
        methods = {
            (page, name)
            for page in {page for page, _ in described}
            for name in dir(getattr(client, page))
            if not name.startswith("_") and name != "with_raw_response" and not name.endswith("_all")
        }
        assert methods == described


@settings(deadline=None)  # on a machine with much else to do
@given(
    text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(
        lambda text: text not in {".", ".."}
    )
)
def test_any_text_is_sent_and_signed_right(text: str) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        assert is_signed(request)
        if request.method == "GET":
            assert dict(request.url.params) == {"email": text}
            return httpx.Response(200, content=b"[]")
        assert request.url.raw_path.decode() == f"/2.0/accounts/{quote(text, safe='')}"
        assert dict(parse_qsl(request.content.decode(), keep_blank_values=True)) == {"first_name": text}
        return httpx.Response(200, json={"success": True})

    with ContextIO(KEY, SECRET, base_url=BASE, transport=httpx.MockTransport(answer)) as client:
        assert client.accounts.list(email=text) == []
        assert client.accounts.update(text, first_name=text).success


@pytest.mark.parametrize("empty", ["", ".", ".."])
def test_a_name_that_leads_to_another_path_is_refused(empty: str) -> None:
    with pytest.raises(ValueError, match="id must name something"):
        call_sync(unreachable, "accounts", "delete", id=empty)


def unreachable(request: httpx.Request) -> httpx.Response:
    raise AssertionError(request.url)


def test_an_unknown_argument_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="nickname"):
        call_sync(unreachable, "accounts", "create", email="ada@example.com", nickname="ada")


def test_an_unknown_value_is_sent_as_it_is() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        assert request.url.params["status"] == "ON_HOLIDAY"
        return httpx.Response(200, content=b"[]")

    assert call_sync(answer, "accounts", "list", status="ON_HOLIDAY") == []


def test_secrets_are_not_told(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    refusal = {"type": "error", "value": "no", "success": False}
    with pytest.raises(APIError) as refused:
        call_sync(
            lambda _: httpx.Response(400, json=refusal),
            "accounts",
            "create",
            email="ada@example.com",
            password="open sesame",  # noqa: S106 - what must not be told
        )
    told = [caplog.text, *map(repr, (refused.value, ContextIO(KEY, SECRET), AsyncContextIO(KEY, SECRET)))]
    for secret in (SECRET, "open sesame", "open+sesame", "oauth_signature"):
        assert secret not in " ".join(told)


def test_importing_reads_no_page_before_it_is_used() -> None:
    code = "import sys, contextio_client; print(*[name for name in sys.modules if 'contextio' in name])"
    told = subprocess.check_output([sys.executable, "-c", code], text=True)
    assert "contextio_client.client" in told
    assert "contextio_client.api" not in told
    assert "contextio_models" not in told


def test_the_base_url_is_that_of_the_description(bundle: dict[str, Any]) -> None:
    assert repr(ContextIO(KEY, SECRET)) == f"ContextIO(base_url='{bundle['servers'][0]['url']}/')"
    assert contextio_client.__version__ == bundle["info"]["version"]
    assert all(hasattr(contextio_client, name) for name in contextio_client.__all__)
