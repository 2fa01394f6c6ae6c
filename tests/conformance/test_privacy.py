"""Reports show what a run created, and nothing of what others have, however answers write it."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, quote_plus

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.conformance.answering import running
from tests.conformance.conftest import CONTRACT, KEYS
from tests.conformance.results import again, check, run

from contextio_contract.conformance import reports
from contextio_contract.conformance.privacy.masking import MASK
from contextio_contract.conformance.reports.terminal import closing, text
from contextio_contract.conformance.reports.tree import tree
from contextio_contract.conformance.results import Failure, Status
from contextio_contract.conformance.safety.guard import Guard, Mode
from contextio_contract.conformance.wire.gateway import Gateway
from contextio_contract.conformance.wire.target import KEY, SECRET, Target

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.conformance.conftest import Check, Deploy, Outcome
    from tests.conformance.deployment import Deployment

SPELLINGS: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "JSON": lambda value: json.dumps(value)[1:-1],
    "JSON with its own letters": lambda value: json.dumps(value, ensure_ascii=False)[1:-1],
    "URL": lambda value: quote(value, safe=""),
    "URL in a URL": lambda value: quote(quote(value, safe=""), safe=""),
    "form": quote_plus,
    "HTML": html.escape,
    "HTML by numbers": lambda value: "".join(
        char if char.isascii() else f"&#{ord(char)};" for char in html.escape(value)
    ),
    "Python": lambda value: repr(value)[1:-1],
    "ASCII": lambda value: ascii(value)[1:-1],
}
# No report has words of these letters of itself.
WORDS = st.text(st.sampled_from("qxzjkwvyßéжя漢"), min_size=6, max_size=12)
VALUES = st.one_of(
    WORDS,
    st.builds("{}.{}@{}.example".format, WORDS, WORDS, WORDS),
    st.builds("{} {}".format, WORDS, WORDS),
    st.builds("{} 'the' \"{}\" \\ {}".format, WORDS, WORDS, WORDS),
    st.builds("https://{}.example.com/{}?token={}&of={}#{}".format, WORDS, WORDS, WORDS, WORDS, WORDS),
    st.builds("{}\n\t{}".format, WORDS, WORDS),
)


def as_elements(values: list[str]) -> str:
    return json.dumps([{"id": value, "first_name": value, "sources": [{"label": value}]} for value in values])


def as_keys(values: list[str]) -> str:
    return json.dumps({value: {value: [value, 7, None]} for value in values}, ensure_ascii=False)


ANSWERS: dict[str, Callable[[list[str]], str]] = {
    "list": as_elements,
    "keys": as_keys,
    "text in JSON": lambda values: json.dumps(" ".join(values)),
    "cut": lambda values: as_elements(values)[:-9],
    "broken": lambda values: as_elements(values).replace('": "', '": ', 1),
    "long": lambda values: as_elements([*values, "z" * 9_900, *values]),
    "error": lambda values: json.dumps({"type": "error", "value": f"no account {' or '.join(values)} here"}),
    "error in a text": lambda values: f"There is no account {' or '.join(values)}.",
    "page": lambda values: "<html>" + "".join(f"<p title={html.escape(v)!r}>{v}</p>" for v in values),
    "page of escapes": lambda values: "<html>" + "".join(map(SPELLINGS["HTML by numbers"], values)),
    "path in a text": lambda values: "\n".join(
        f"GET /2.0/accounts/{quote(v, safe='')} failed" for v in values
    ),
    "XML": lambda values: "".join(f"<{i}a>{html.escape(v)}</{i}a>" for i, v in enumerate(values)),
}


@dataclass
class Answering:
    """An application that answers everything alike."""

    status: int = 200
    body: bytes = b"[]"
    location: str = ""

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        del scope, receive
        headers = [(b"content-type", b"application/json"), (b"location", self.location.encode())]
        await send({"type": "http.response.start", "status": self.status, "headers": headers})
        await send({"type": "http.response.body", "body": self.body})


@pytest.fixture(scope="module")
def served() -> Iterator[tuple[Answering, str]]:
    app = Answering()
    with running(app) as origin:
        yield app, f"{origin}/2.0"


def said_of(values: list[str], body: str) -> Iterator[str]:
    """Texts of failures, in the ways in which checks make them."""
    yield f"email is {values[0]!r}"
    yield repr({"id": values, "created": 1_700_000_000})[:600]
    yield f"status 404: {body}"[:600]
    yield f"an element named {values[-1]}, and {', '.join(values)}"
    yield f"an address that begins with https://{quote(values[0], safe='')}/"
    yield json.dumps(values)


@pytest.mark.parametrize("shape", ANSWERS)
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    values=st.lists(VALUES, min_size=1, max_size=4),
    status=st.sampled_from([200, 404, 502]),
    start=st.integers(0, 3),
)
@example(values=["qxzjkw"], status=200, start=0)
def test_nothing_of_others_stands_in_a_report(  # noqa: PLR0913, PLR0917 - fixtures and what is drawn
    served: tuple[Answering, str],
    tmp_path_factory: pytest.TempPathFactory,
    shape: str,
    values: list[str],
    status: int,
    start: int,
) -> None:
    app, base_url = served
    body = ANSWERS[shape](values)
    app.status, app.body = status, body.encode()
    app.location = f"{base_url}/accounts/{quote(values[0], safe='')}?of={quote_plus(values[-1])}"
    gateway = Gateway(
        Target(base_url, KEYS[KEY], KEYS[SECRET]), Guard(CONTRACT, Mode.READ_ONLY, "cio-0123456789ab")
    )
    for path in ("/accounts", "/connect_tokens"):
        gateway.ask("GET", path)
    for value in values:
        gateway.ask("GET", f"/accounts/{quote(value, safe='')}/sources/{quote(value, safe='')}")
        gateway.ask("GET", "/accounts", params={"email": value.swapcase(), "limit": 7})
        gateway.ask("GET", "/accounts", params={"email": value[start:], "offset": 2000})
    exchanges = tuple(gateway.recorder.history)
    failures = [
        Failure("it is not as it should be", said, said, exchanges[-3:], "rules")
        for said in said_of(values, body)
    ]
    failures += [found for each in gateway.answers.failures.values() for found in each.values()]
    result = run(check("accounts.limit", Status.FAIL, failures=tuple(failures)))
    result = gateway.recorder.privacy.of_run(
        replace(result, base_url=base_url, exchanges=exchanges, gave_up=f"no account {values[0]}")
    )
    folder = tmp_path_factory.mktemp("reports")
    shown = tree(result, again)
    reports.write(shown, result.exchanges, folder)
    texts = {path.name: path.read_text() for path in folder.iterdir()}
    texts["terminal"] = f"{text(shown)}\n{closing(shown, 'report.html')}"
    parts = {word for value in values for word in re.findall(r"[qxzjkwvyßéжя漢]{6,}", value)}
    hidden = {spell(part).casefold() for part in parts for spell in SPELLINGS.values()}
    for name, content in texts.items():
        assert MASK in content, name
        small = content.casefold()
        assert not [each for each in hidden if each in small], name
    assert f"{base_url}/accounts?email={MASK}&limit=7" in texts["exchanges.har"]
    assert "1700000000" in texts["results.json"]


def populated(deploy: Deploy, fault: str = "") -> tuple[Deployment, set[str]]:
    """A deployment with the data of others, and the texts that tell them."""
    deployment = deploy(fault)
    texts: set[str] = set()
    for number in range(8):
        person, place = f"qxzjkw{number}vy", f"wyvkjz{number}xq"
        names = {"first_name": person.title(), "last_name": f"O'{place} Ж漢"}
        account = deployment.pages.accounts.add({"email": f"{person}@{place}.example", **names})
        deployment.pages.tokens.add(None, {"callback_url": f"https://{place}.example.com/{person}"})
        texts |= {person, place, account["id"]}
    return deployment, texts | {*deployment.tokens}


def texts_of(outcome: Outcome) -> dict[str, str]:
    files = {path.name: path.read_text() for path in outcome.reports.iterdir()}
    return {**files, "standard output": outcome.out, "standard error": outcome.err}


RULES = (
    "--rule=accounts-list-email-single",
    "--rule=accounts-get-same-shape-as-list",
    "--rule=accounts-update-partial",
)


@pytest.mark.timeout(300)  # a part of a run, on a machine that may be busy
@pytest.mark.parametrize("mode", ["read-only", "sandbox"])
@pytest.mark.parametrize(
    "fault", ["missing field", pytest.param("existing account handed out", marks=pytest.mark.slow)]
)
def test_a_run_shows_its_own_data_alone(deploy: Deploy, check: Check, mode: str, fault: str) -> None:
    deployment, foreign = populated(deploy, fault)
    outcome = check(deployment.base_url, f"--mode={mode}", *RULES)
    texts = texts_of(outcome)
    for name, content in texts.items():
        assert not [each for each in foreign if each in content.casefold()], name
    assert MASK in texts["exchanges.har"]
    if mode == "sandbox":
        log = json.loads(texts["exchanges.har"])["log"]["entries"]
        created = [
            entry["response"]["content"]["text"] for entry in log if entry["response"]["status"] == 201
        ]
        own = [json.loads(answer)["resource_url"] for answer in created if MASK not in answer]
        assert own or fault == "existing account handed out"
        assert {url.startswith(deployment.base_url) for url in own} <= {True}


@pytest.mark.timeout(300)  # a part of a run, on a machine that may be busy
def test_switch_shows_data_but_no_secrets(deploy: Deploy, check: Check) -> None:
    deployment, foreign = populated(deploy)
    outcome = check(deployment.base_url, "--mode=read-only", "--show-data", *RULES)
    texts = texts_of(outcome)
    assert {each for each in foreign if each in texts["exchanges.har"].casefold()}
    assert MASK not in texts["exchanges.har"]
    assert not [name for name, content in texts.items() if KEYS[SECRET] in content or KEYS[KEY] in content]


WORKFLOW = Path(__file__).parents[2] / ".github" / "workflows" / "conformance.yml"


@pytest.mark.slow
@pytest.mark.timeout(300)  # parts of two runs, on a machine that may be busy
def test_reports_of_the_workflow_are_masked_whatever_the_file_says(
    deploy: Deploy, check: Check, environment: dict[str, str], tmp_path: Path
) -> None:
    deployment, foreign = populated(deploy)
    steps = yaml.safe_load(WORKFLOW.read_text())["jobs"]["conformance"]["steps"]
    variables = next(step["env"] for step in steps if step.get("name") == "Check")
    kept = {name: text for name, text in variables.items() if name == "CONFORMANCE_SHOW_DATA"}
    (tmp_path / "conformance.toml").write_text("show-data = true\n")
    outcome = check(deployment.base_url, "--mode=read-only", RULES[0], env=environment | kept)
    assert not {each for each in foreign if each in texts_of(outcome)["exchanges.har"].casefold()}
    outcome = check(deployment.base_url, "--mode=read-only", RULES[0], env=environment)
    assert {each for each in foreign if each in texts_of(outcome)["exchanges.har"].casefold()}


def test_what_a_request_accepts_is_shown_whatever_answers_say(served: tuple[Answering, str]) -> None:
    app, base_url = served
    app.status, app.body, app.location = 404, b'{"type": "error", "value": "no * here"}', ""
    guard = Guard(CONTRACT, Mode.READ_ONLY, "cio-0123456789ab")
    gateway = Gateway(Target(base_url, KEYS[KEY], KEYS[SECRET]), guard)
    gateway.ask("GET", "/accounts", headers={"Accept": "*/*"})
    result = replace(run(), exchanges=tuple(gateway.recorder.history))
    [exchange] = gateway.recorder.privacy.of_run(result).exchanges
    assert exchange.request_headers["Accept"] == "*/*"


def test_what_lies_in_the_mailbox_of_an_own_account_is_of_others(served: tuple[Answering, str]) -> None:
    app, base_url = served
    gateway = Gateway(
        Target(base_url, KEYS[KEY], KEYS[SECRET]), Guard(CONTRACT, Mode.SANDBOX, "cio-0123456789ab")
    )

    def ask(method: str, path: str, status: int, answer: object, **options: Any) -> str:
        app.status, app.body, app.location = status, json.dumps(answer).encode(), ""
        gateway.ask(method, path, **options)
        result = replace(run(), exchanges=tuple(gateway.recorder.history)[-1:])
        [exchange] = gateway.recorder.privacy.of_run(result).exchanges
        return exchange.response_body

    address = f"{base_url}/accounts/4e6f0c"
    created = {"success": True, "id": "4e6f0c", "resource_url": address}
    form = {"email": "cio-0123456789ab.1@example.com", "first_name": "Qxzjkwyv"}
    assert ask("POST", "/accounts", 201, created, data=form) == json.dumps(created)
    account = created | {"username": "kept by the deployment", "first_name": "Qxzjkwyv"}
    assert ask("GET", "/accounts/4e6f0c", 200, account) == json.dumps(account)
    message = {"subject": "Wyvkjz for Qxzjkwyv", "message_id": "zjkvwy", "date": 1_700_000_000}
    masked = {"subject": MASK, "message_id": MASK, "date": 1_700_000_000}
    shown = ask("GET", "/accounts/4e6f0c/messages", 200, [message])
    assert shown == json.dumps([masked], ensure_ascii=False)
    both = [account, {"id": "7a7b", "resource_url": f"{base_url}/accounts/7a7b", "first_name": "Wyvkjz"}]
    others = {"id": MASK, "resource_url": f"{base_url}/accounts/{MASK}", "first_name": MASK}
    assert ask("GET", "/accounts", 200, both) == json.dumps([account, others], ensure_ascii=False)
    error = {"type": "error", "value": "the account of zjkvwy is not that of Qxzjkwyv", "success": False}
    said = error | {"value": f"the account of {MASK} is not that of Qxzjkwyv"}
    assert ask("GET", "/accounts/4e6f0c", 404, error) == json.dumps(said, ensure_ascii=False)
