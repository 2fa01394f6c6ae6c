from __future__ import annotations

import asyncio
import json
import logging
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, cast
from urllib.parse import parse_qsl, quote, unquote

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oauthlib.common import Request
from oauthlib.oauth1.rfc5849 import signature
from pydantic import TypeAdapter
from tests.codegen.conftest import CONTRACT, ROOT, named, operations

import contextio_client
from contextio_client import APIError, AsyncByteStream, AsyncContextIO, ByteStream, ContextIO
from contextio_client.errors import BY_STATUS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.codegen.conftest import Operation

ANY: TypeAdapter[Any] = TypeAdapter(Any)
KEY, SECRET = "key-of-the-tests", "secret-of-the-tests"
BASE = "https://deployment.example/2.0"
EXAMPLES: dict[str, str] = dict(
    re.findall(
        r"^### (\S+)\n.*?```python\n(.*?)```",
        (ROOT / "generated" / "contextio_client" / "api.md").read_text("utf-8"),
        re.DOTALL | re.MULTILINE,
    )
)
Handler: TypeAlias = "Callable[[httpx.Request], httpx.Response]"


TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(
    lambda text: text not in {".", ".."}
)


def call_sync(answer: Handler, page: str, name: str, **arguments: Any) -> Any:
    transport = httpx.MockTransport(answer)
    with ContextIO(KEY, SECRET, base_url=BASE, max_retries=0, transport=transport) as client:
        answered = getattr(getattr(client, page), name)(**arguments)
        return answered.read() if isinstance(answered, ByteStream) else answered


def call_async(answer: Handler, page: str, name: str, **arguments: Any) -> Any:
    async def call() -> Any:
        transport = httpx.MockTransport(answer)
        async with AsyncContextIO(KEY, SECRET, base_url=BASE, max_retries=0, transport=transport) as client:
            answered = await getattr(getattr(client, page), name)(**arguments)
            return await answered.read() if isinstance(answered, AsyncByteStream) else answered

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


def assert_sent(request: httpx.Request, operation: Operation, query: dict[str, Any], body: Any) -> None:
    """Assert that a request is as described, with these values by their names on the wire."""
    path = operation.described.path.fill(operation.arguments("path"))
    assert (request.method, request.url.host) == (operation.method, "deployment.example")
    assert request.url.raw_path.decode().split("?")[0] == operation.described.base_path + path
    texts = {
        name: ",".join(value) if isinstance(value, list) else str(value) for name, value in query.items()
    }
    assert dict(request.url.params) == texts
    kind = request.headers.get("Content-Type", "")
    if kind == "application/json":
        assert json.loads(request.content) == body
    elif kind.startswith("multipart/"):
        assert all(str(value).encode() in request.content for value in body.values())
    else:
        pairs = [
            (name, str(each))
            for name, value in (body or {}).items()
            for each in (value if isinstance(value, list) else [value])
        ]
        assert sorted(parse_qsl(request.content.decode(), keep_blank_values=True)) == sorted(pairs)
    assert is_signed(request)


@pytest.mark.filterwarnings("ignore:.* is deprecated; :DeprecationWarning")  # examples have some
@pytest.mark.parametrize("call", CALLS)
def test_each_operation_sends_what_is_described_and_reads_its_examples(
    operation: Operation, call: Callable[..., Any]
) -> None:
    usual = {
        name: value
        for name, value in operation.arguments("query").items()
        if not any(each.answers or each.elements for each in operation.described.switches.get(name, ()))
    }
    for body in operation.bodies():
        for status, _, media, value in operation.answers():
            sent: list[httpx.Request] = []
            content = json.dumps(value) if media.kind == "json" else value

            def answer(
                request: httpx.Request,
                status: int = status,
                content: str = content,
                kind: str = media.name.replace("*/*", "application/octet-stream"),
                sent: list[httpx.Request] = sent,
            ) -> httpx.Response:
                sent.append(request)
                return httpx.Response(status, content=content.encode(), headers={"Content-Type": kind})

            query = usual | (operation.switch(media, value) if status < 300 else {})
            with_these = named(operation, query, body)
            if status >= 300:
                with pytest.raises(APIError) as refused:
                    call(answer, operation.page, operation.call, **with_these)
                assert isinstance(refused.value, BY_STATUS.get(status, APIError))
                assert refused.value.status == status
                assert refused.value.body
                assert refused.value.body.model_dump(mode="json", exclude_unset=True) == value
                assert value["value"] in str(refused.value)
            else:
                answered = call(answer, operation.page, operation.call, **with_these)
                if media.kind == "json":
                    answered = json.loads(ANY.dump_json(answered, exclude_unset=True))
                assert answered == (value.encode() if media.kind == "binary" else value)
            assert_sent(sent[0], operation, query, body)


@pytest.mark.parametrize("name", EXAMPLES)
def test_each_example_of_the_documentation_runs(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server answers with the first example of each operation, and files have any content."""
    monkeypatch.chdir(tmp_path)
    for file in re.findall(r'Path\("(.*?)"\)', EXAMPLES[name]):
        Path(file).write_bytes(b"Subject: Hello")
    called: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        segments = [unquote(each) for each in request.url.raw_path.decode().partition("?")[0].split("/")[1:]]
        route = CONTRACT.router.locate(segments)
        assert route
        operation = route[0][request.method]
        called.append(f"{operation.page}.{operation.name}")
        media, status = operation.success.media, operation.success_status
        if media is None:
            return httpx.Response(status)
        content = json.dumps(media.example) if media.kind == "json" else media.example
        return httpx.Response(status, content=content, headers={"Content-Type": media.name.replace("*", "a")})

    with ContextIO(KEY, SECRET, base_url=BASE, transport=httpx.MockTransport(answer)) as client:
        names: dict[str, Any] = {"client": client, "Path": Path, "print": lambda *_: None}
        exec(compile(EXAMPLES[name], name, "exec"), names)  # noqa: S102 - generated from the description
    assert set(called) == {name.removesuffix("_all")}


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
    assert repr(ContextIO(KEY, SECRET)) == f"ContextIO(base_url='{bundle['servers'][0]['url']}')"
    assert contextio_client.__version__ == bundle["info"]["version"]
    assert all(hasattr(contextio_client, name) for name in contextio_client.__all__)
