"""Samples of the API reference: they run as they are shown."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode

import httpx
import oauthlib.oauth1
import pytest
from tests.codegen.conftest import operations

from contextio_client import ContextIO
from contextio_contract.codegen import samples
from contextio_contract.codegen.docs.programs import KEYS, signing
from contextio_contract.contract import FORM, JSON

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.codegen.conftest import Operation
    from tests.codegen.page_reader import Reader

ROOT = Path(__file__).parents[2]
AWKWARD = "s=cr&t é"
needs_openssl = pytest.mark.skipif(not shutil.which("openssl"), reason="openssl signs for curl")


HEADER = re.compile(r'(\w+)="([^"]*)"')


def in_shell(command: str, *arguments: str) -> str:
    """Run a command in a POSIX shell, and return what it prints."""
    return subprocess.run(
        ["sh", "-euc", command, "sh", *arguments],
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def as_copied(code: str) -> str:
    """Return a sample for curl as the page copies it: the function that signs follows the keys."""
    assert code.startswith(KEYS)
    return f"{KEYS}{signing()}{code.removeprefix(KEYS)}"


def answer_to(operation: Operation) -> httpx.Response:
    """Return a success of an operation."""
    described = operation.described
    media, status = described.success.media, described.success_status
    if media is None:
        return httpx.Response(status)
    if media.kind == "json":
        return httpx.Response(status, json=media.example)
    return httpx.Response(status, text=media.example, headers={"Content-Type": media.name})


def test_the_python_sample_is_the_call(
    reader: Reader, operation: Operation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[httpx.Request] = []

    def respond(request: httpx.Request) -> httpx.Response:
        request.read()
        sent.append(request)
        return answer_to(operation)

    def client(*arguments: Any, **options: Any) -> ContextIO:
        return ContextIO(*arguments, **options, transport=httpx.MockTransport(respond))

    monkeypatch.chdir(tmp_path)
    Path("message.eml").write_bytes(b"Subject: a\r\n\r\n")
    code = reader.codes[f"{operation.name}-sample-2"].replace("from contextio_client import ContextIO\n", "")
    exec(code, {"ContextIO": client, "print": lambda _: None})  # noqa: S102 - our own sample
    calls = samples.examples(operation.described)
    assert [request.method for request in sent] == [operation.method] * len(calls)
    for request, call in zip(sent, calls, strict=True):
        assert (
            request.url.raw_path.decode().partition("?")[0].endswith(operation.described.path.fill(call.path))
        )
        kind = request.headers.get("Content-Type", "").partition(";")[0]
        if kind == FORM:
            pairs = {name.removesuffix("[]"): value for name, value in parse_qsl(request.content.decode())}
            assert pairs.keys() == {name.removesuffix("[]") for name in call.form}
        elif kind == JSON:
            assert json.loads(request.content) == call.body
        elif call.form:
            assert b"Subject: a\r\n\r\n" in request.content
    assert f"client.{operation.page}.{operation.call}(" in code


def test_the_clients_and_the_reference_show_one_call(reader: Reader, operation: Operation) -> None:
    """What tests run from the clients' documentation is what the reference shows first."""
    pages = {"python": ROOT / "generated" / "contextio_client", "ts": ROOT / "generated" / "typescript"}
    for number, (language, folder) in enumerate(pages.items(), 2):
        texts = re.findall(rf"```{language}\n(.*?)\n```", (folder / "api.md").read_text("utf-8"), re.DOTALL)
        calls = {squeezed(text.removeprefix("with ").partition(" as stream:")[0]) for text in texts}
        shown = squeezed(reader.codes[f"{operation.name}-sample-{number}"])
        assert len([call for call in calls if call in shown]) == 1


def squeezed(code: str) -> str:
    """Return code without what depends on the width of the page."""
    return re.sub(r",([)}])", r"\1", re.sub(r"\s+", "", code))


@pytest.fixture(scope="module")
def server(run_server: Callable[..., Any]) -> Iterator[Any]:
    with run_server(keys={"your-key": "your-secret"}, mock=True) as server:
        yield server


def each_operation() -> Iterator[Any]:
    """Yield each operation; those of a kind of request and answer that came before are slow."""
    seen = set()
    for operation in operations():
        described = operation.described
        body = tuple(described.body.content) if described.body else ()
        kind = (described.method, body, described.success.kind, described.base_path)
        yield pytest.param(operation, id=operation.name, marks=[pytest.mark.slow] if kind in seen else [])
        seen.add(kind)


@needs_openssl
@pytest.mark.parametrize("called", list(each_operation()))
def test_the_curl_sample_calls_the_server(
    reader: Reader, called: Operation, server: Any, tmp_path: Path
) -> None:
    (tmp_path / "message.eml").write_bytes(b"Subject: a\r\n\r\n")
    code = reader.codes[f"{called.name}-sample-1"].replace("http://127.0.0.1:8080", server.origin)
    code = as_copied(code).replace("curl ", r"curl -sw '\n%{http_code}\n' ")
    printed = in_shell(f"cd {tmp_path}; {code}")
    statuses = set(re.findall(r"^\d{3}$", printed, re.MULTILINE))
    assert statuses <= {"200", "201", "202", "204", "400", "404", "409", "501", "503"}, printed
    assert statuses
    if "{" not in called.path:
        assert statuses <= {"200", "201", "409", "501"}


@needs_openssl
def test_the_helper_for_curl_signs_as_oauthlib_does() -> None:
    url = "http://127.0.0.1/2.0/accounts/a%40b"
    form = [("b", "a+b & c=%20"), ("a", "Zoë 日本 ~'\"*!()"), ("b", "A"), ("a_1", ""), ("b", "a")]
    pairs = [f"{name}={value}" for name, value in form]
    helper = f"{KEYS}{signing()}".replace("your-key", "k&y").replace("your-secret", AWKWARD)
    sent = dict(HEADER.findall(in_shell(f'{helper}sign "$@"', "POST", url, *pairs)))
    signer = oauthlib.oauth1.Client(
        "k&y", client_secret=AWKWARD, nonce=sent["oauth_nonce"], timestamp=sent["oauth_timestamp"]
    )
    _, headers, _ = signer.sign(url, "POST", urlencode(form), {"Content-Type": FORM})
    assert sent == dict(HEADER.findall(headers["Authorization"]))


@pytest.mark.slow
def test_programs_of_the_clients_run(reader: Reader, server: Any, tmp_path: Path) -> None:
    """Those in TypeScript are compiled by `make test-typescript`, like all of the page."""
    programs = {
        name: code.replace("http://127.0.0.1:8080", server.origin)
        for name, code in reader.codes.items()
        if name.startswith("clients-") and "from contextio_client" in code
    }
    assert len(programs) >= 9
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generated")}
    for name, code in programs.items():
        finished = subprocess.run(
            [sys.executable, "-c", code],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert finished.returncode == 0, f"{name}: {finished.stderr}"


def test_the_packages_to_install_are_there(reader: Reader) -> None:
    (line,) = re.findall(r"^pip install (.+)$", reader.codes["clients-install-sample-1"], re.MULTILINE)
    for folder in line.split():
        assert (ROOT / "generated" / folder / "pyproject.toml").is_file()
    for link in (attributes.get("href") or "" for _, attributes in reader.tags):
        assert not link.startswith("../") or (ROOT / "generated" / "docs" / link).resolve().is_file(), link
