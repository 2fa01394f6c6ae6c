"""Recorded traffic, held against the contract."""

from __future__ import annotations

import base64
import gzip
import json
import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from tests.program import PROGRAM
from tests.proxy.archives import BASE, ERROR, archive, entry, form, recorded, run, write

from contextio_contract.cli import main
from contextio_contract.proxy.recorded.masks import MASK

if TYPE_CHECKING:
    from tests.conftest import LiveServer

_REFUSED = "not as described, which were answered with an error"


def test_traffic_of_a_conformant_deployment_keeps_the_contract(
    shared_server: LiveServer, tmp_path: Path
) -> None:
    client = shared_server.client()
    created = client.send("POST", "/accounts", data={"email": "ada@example.com"})
    path = f"/accounts/{created.json()['id']}"
    sent = [created, *(client.send(method, path) for method in ("GET", "HEAD", "DELETE", "GET"))]
    sent += [client.send("GET", "/accounts", params={"limit": "ten"}), client.send("GET", "/accounts")]
    done = run(write(tmp_path, *map(recorded, sent)))
    assert done.exit_code == 0, done.output
    assert f"\ntraffic: {shared_server.origin}/2.0: 7 requests, 0 violations; exercised 4 of " in done.output
    assert _REFUSED in done.output
    assert "400 request: limit must be a whole number (entry 6)" in done.output
    assert [line.split()[:4] for line in done.output.splitlines() if "accounts_get" in line] == [
        ["accounts_get", "3", "2/4", "200"]
    ]
    assert "violations:" not in done.output


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (entry(text='{"s3cret": 1}'), '200 answer /: the value is not of type "array"'),
        (entry(text='[{"id": "s3cret"}]'), '200 answer /*: "username" is a required property'),
        (entry(text="s3cret"), "200 answer: the body is no JSON"),
        (entry(text="[]", kind="text/html"), "200 answer: the content type must be application/json"),
        (entry(status=500, text="<p>s3cret", kind="text/html"), "500 answer: the content type must be"),
        (entry(f"{BASE}/accounts?limit=s3cret"), "200 request: limit must be a whole number"),
        (entry(method="PATCH"), "200 request: this address takes GET, HEAD, POST"),
        (
            entry(method="POST", request=form("first_name=s3cret"), status=201, text="{}"),
            "201 request: email is missing; send it as a form field",
        ),
    ],
)
def test_violations_are_named_without_values(tmp_path: Path, wrong: dict[str, Any], told: str) -> None:
    done = run(write(tmp_path, entry(), wrong, wrong))
    assert done.exit_code == 1, done.output
    assert f"{told}" in done.output
    assert "(2 times, first entry 2)" in done.output
    assert done.output.splitlines()[-1].endswith("; correct what is named above")


def test_names_that_only_an_answer_has_are_masked(tmp_path: Path) -> None:
    text = json.dumps({"message_id": "1", "person_info": {"s3cret@example.com": {"thumbnail": 1}}})
    done = run(write(tmp_path, entry(f"{BASE}/accounts/a/messages/m", text=text)))
    assert done.exit_code == 1
    assert f"200 answer /person_info/{MASK}/thumbnail: the value is not" in done.output


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("http://127.0.0.1:8080/2.0", "http://127.0.0.1:8080/2.0"),
        ("https://gate.example.com:443/mail/2.0", "https://gate.example.com/mail/2.0"),
        ("https://[2001:db8::1]:8443/mail/api", "https://[2001:db8::1]:8443/mail/api"),
        ("http://localhost", "http://localhost"),
    ],
)
def test_the_base_address_is_found_in_the_traffic(tmp_path: Path, address: str, found: str) -> None:
    others = [entry("https://shop.example.com/accounts", text="<p>", kind="text/html") for _ in range(3)]
    done = run(write(tmp_path, *others, entry(f"{address}/accounts"), entry(f"{address}/connect_tokens/")))
    assert done.exit_code == 0, done.output
    assert f"traffic: {found}: 2 requests, 0 violations; exercised 2 of " in done.output
    assert "not of this API: https://shop.example.com (3 entries)" in done.output


def test_the_base_address_can_be_given(tmp_path: Path) -> None:
    entries = [
        entry(text="{}"),
        entry("https://b.example/mail/accounts"),
        entry("https://b.example/accounts"),
    ]
    done = run("--base-url", "https://b.example:443/mail/", write(tmp_path, *entries))
    assert done.exit_code == 0, done.output
    assert "traffic: https://b.example/mail: 1 request, 0 violations" in done.output
    assert "not of this API: https://mail.example.com (1 entry)" in done.output
    for wrong in ("nowhere", "ftp://b.example", "https://u:s3cret@b.example", "https://b.example/?s3cret"):
        done = CliRunner().invoke(main, ["traffic", "--base-url", wrong, write(tmp_path, *entries)])
        assert done.exit_code == 2
        assert "--base-url must be an address" in done.output
        assert "s3cret" not in done.output


def test_what_no_operation_describes_is_told_apart(tmp_path: Path) -> None:
    entries = [
        entry(),
        entry(f"{BASE}/accounts/a/s3cret", 404, ERROR),
        entry("https://mail.example.com/s3cret.png", text=None),
        *(entry(f"https://host{number}.example/s3cret") for number in range(40)),
        entry("wss://mail.example.com/2.0/accounts"),
    ]
    done = run(write(tmp_path, *entries))
    assert done.exit_code == 0, done.output
    assert f"not described: GET /2.0/accounts/{MASK}/{MASK} 404 (entry 2)" in done.output
    assert "not of this API: https://mail.example.com (1 entry)" in done.output
    assert done.output.count("not of this API: ") == 20
    assert "and 21 more lines, which --format json has" in done.output
    assert "not judged: the entry is not one of HTTP (entry 44)" in done.output


@pytest.mark.parametrize("status", [200, 404])
def test_traffic_of_other_services_alone_gives_no_verdict(tmp_path: Path, status: int) -> None:
    done = run(write(tmp_path, entry("https://www.example.com/accounts", status, "<p>", kind="text/html")))
    assert done.exit_code == 2
    assert "traffic: no verdict: none of 1 entries is of this API; if one should be, give its" in done.output


_MASKED = json.dumps([{"email": "a", "validated": 1, "primary": 1, "resource_url": MASK}])
_COMPRESSED = base64.b64encode(gzip.compress(b"[]", mtime=0)).decode()
_CODED = {"headers": [{"name": "content-encoding", "value": "gzip"}]}


@pytest.mark.parametrize(
    "known",
    [
        entry(text=base64.b64encode(b"[]").decode(), encoding="base64"),
        entry(text=_COMPRESSED, encoding="base64", response=_CODED),
        entry(response=_CODED),
        entry(response={"headers": []}),
        entry(size=-1),
        entry(f"{BASE}/accounts/a", 200, None, method="HEAD"),
        entry(f"{BASE}/accounts?email=a%40b.example&limit=1&oauth_signature=s3cret"),
        entry(method="PUT", url=f"{BASE}/accounts/a", text='{"success": true}', request=form("first_name=x")),
        entry(
            method="POST",
            status=400,
            text=ERROR.replace("{", '{"success": false, '),
            request={"postData": {"mimeType": "multipart/form-data; boundary=x", "text": "s3cret"}},
        ),
    ],
)
def test_what_a_recording_says_in_other_ways_is_read(tmp_path: Path, known: dict[str, Any]) -> None:
    done = run(write(tmp_path, entry(), known))
    assert done.exit_code == 0, done.output
    assert "2 requests, 0 violations" in done.output
    assert done.output.count("not judged:") == ("multipart" in str(known))


@pytest.mark.parametrize(
    ("unknown", "reason"),
    [
        (entry(text=None, size=7), "the recording has no body"),
        (entry(text=None, size=-1), "the recording has no body"),
        (entry(text='[{"id": "s3c', size=4000), "the recording has a part of the body only"),
        (
            entry(text="s3cret!", encoding="base64"),
            "the encoding of the body in the recording cannot be read",
        ),
        (entry(text="s3cret", encoding="rot13"), "the encoding of the body in the recording cannot be read"),
        (
            entry(text=_COMPRESSED[:-8], encoding="base64", response=_CODED),
            "the compressed body in the recording is too long or broken",
        ),
        (
            entry(
                text="CwCAW10D",
                encoding="base64",
                response={"headers": [{"name": "content-encoding", "value": "br"}]},
            ),
            "the body in the recording is compressed",
        ),
        (entry(status=304, text=""), "the answer is in a cache (304)"),
        (entry(status=0, text=""), "there is no answer (status 0: aborted or blocked)"),
        (
            entry(
                method="OPTIONS",
                status=204,
                request={"headers": [{"name": "Access-Control-Request-Method", "value": "GET"}]},
            ),
            "the request is a preflight of a browser (CORS)",
        ),
        (entry(f"{BASE}/accounts?limit=***"), "the recording has masks in the request"),
        (
            entry(f"{BASE}/accounts/a/email_addresses", text=_MASKED),
            "the recording has masks in the answer",
        ),
        (
            entry(
                method="POST",
                status=201,
                text='{"success": true}',
                request={"headers": [{"name": "Content-Length", "value": "7"}]},
            ),
            "the recording does not have the body of the request as it was sent",
        ),
    ],
)
def test_what_cannot_be_judged_says_why(tmp_path: Path, unknown: dict[str, Any], reason: str) -> None:
    done = run(write(tmp_path, entry(), unknown))
    assert f"not judged: {reason} (entry 2)" in done.output
    alone = run(write(tmp_path, unknown))
    assert alone.exit_code == (1 if "violations:" in done.output else 2), alone.output


def test_several_files_are_judged_as_one(tmp_path: Path) -> None:
    packed = tmp_path / "packed.har.gz"
    packed.write_bytes(gzip.compress(b"\xef\xbb\xbf" + archive(entry(text="{}"))))
    first = write(tmp_path, entry())
    done = run(first, str(packed), write(tmp_path, entry(text="{}"), name="c.har"))
    assert done.exit_code == 1
    assert f'/: the value is not of type "array" (2 times, first entry 1 of {packed})' in done.output
    assert "3 requests, 2 violations" in done.output


def test_the_standard_input_is_read() -> None:
    for sent, status in ((archive(entry()), 0), (gzip.compress(archive(entry(text="{}"))), 1)):
        done = subprocess.run([PROGRAM, "traffic", "-"], input=sent, capture_output=True, check=False)
        assert done.returncode == status, done.stderr
        assert b": 1 request, " in done.stdout


def test_programs_get_json(tmp_path: Path) -> None:
    name = write(
        tmp_path,
        entry(),
        entry(f"{BASE}/accounts/a/messages/m", text='{"message_id": 1}'),
        entry(f"{BASE}/s3cret", 404, ERROR),
        entry(text=None, size=5),
        entry("https://x.example/"),
        entry("data:s3cret"),
        entry(f"{BASE}/accounts?limit=x", 400, ERROR),
    )
    done = run("--format", "json", name)
    assert done.exit_code == 1
    told = json.loads(done.stdout)
    (deployment,) = told["deployments"]
    assert deployment["violations"] == [
        {
            "operation": "messages_get",
            "method": "GET",
            "path": "/accounts/{id}/messages/{message_id}",
            "status": 200,
            "side": "answer",
            "place": "/message_id",
            "message": 'the value is not of type "string"',
            "first": {"file": name, "entry": 2},
            "entries": 1,
        }
    ]
    assert deployment["base_url"] == BASE
    assert deployment["exercised"] == {
        "accounts_list": {"200": 2, "400": 1},
        "messages_get": {"200": 1},
    }
    assert [each["path"] for each in deployment["not_described"]] == [f"/2.0/{MASK}"]
    assert [each["reason"] for each in deployment["not_judged"]] == ["the recording has no body"]
    assert [each["message"] for each in deployment["refused"]] == ["limit must be a whole number"]
    assert told["not_of_this_api"] == {"https://x.example": 1}
    assert [each["first"]["entry"] for each in told["not_judged"]] == [6]
    assert told["files"] == [{"name": name, "entries": 7, "problem": ""}]


def test_the_sample_of_the_readme_is_what_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    root = Path(__file__).parents[2]
    monkeypatch.chdir(root)
    readme = (root / "README.md").read_text("utf-8")
    sample = re.search(r"^\$ contextio-contract traffic (\S+)\n(.+?)^```", readme, re.MULTILINE | re.DOTALL)
    assert sample
    done = run(sample[1])
    assert (done.exit_code, done.output) == (1, sample[2])


def test_texts_of_a_recording_cannot_steer_a_terminal(tmp_path: Path) -> None:
    done = run(write(tmp_path, entry(), entry("https://\x1b[31mx.example/"), entry(method="\x1b[2J")))
    assert "\x1b" not in done.output
