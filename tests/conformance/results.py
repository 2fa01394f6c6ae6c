"""Fixed results of runs, from which reports are made in tests."""

from __future__ import annotations

from contextio_contract.conformance.results import (
    CheckResult,
    Exchange,
    Failure,
    Part,
    RunResult,
    Source,
    Status,
)

RULE, PLACE = "accounts-list-limit-cap", "spec/documented/accounts.yaml:26"
REFERENCE = "file:///suite/docs/index.html"
EXCHANGE = Exchange(
    method="GET",
    url="http://127.0.0.1:8080/2.0/accounts?limit=2&email=a%40example.com",
    request_headers={"Accept": "application/json", "User-Agent": "contextio-contract"},
    request_body="",
    status=200,
    response_headers={"content-type": "application/json"},
    response_body='[{"id": "a"}, {"id": "<b>&"}, {"id": "c"}]',
    started=1_700_000_000.25,
    seconds=0.0125,
    operation="accounts_list",
)


def check(
    name: str, status: Status, reason: str = "", failures: tuple[Failure, ...] = (), page: str = "accounts"
) -> CheckResult:
    return CheckResult(
        id=name,
        page=page,
        operations=("accounts_list",),
        sentence=f"The sentence of {name}.",
        documented=(Source(RULE, "Late documentation caps limit.", PLACE, f"{REFERENCE}#rule-{RULE}"),),
        described="spec/resources/accounts.yaml:12",
        status=status,
        reason=reason,
        failures=list(failures),
        requests=3,
        seconds=0.25,
    )


FAILURE = Failure(
    title="limit is not kept",
    expected="at most 2 accounts",
    received="3 accounts\nin one answer with ``` and <script>alert(1)</script>",
    exchanges=(EXCHANGE,),
    phase="rules",
)


def run(*checks: CheckResult) -> RunResult:
    return RunResult(
        base_url="http://127.0.0.1:8080/2.0",
        mode="sandbox",
        seed=42,
        run_id="cio-0123456789ab",
        description_version="1.2.0",
        description_source="spec",
        tool_version="0.9.0",
        started=1_700_000_000.0,
        seconds=12.34,
        requests=1234,
        checks=checks,
        leftovers=["/accounts/a"],
        clean_up="contextio-contract conformance --clean-up cio-0123456789ab",
        notes=["one request was not sent"],
        exchanges=[EXCHANGE],
        operations={
            Part.EXERCISED: ["accounts_list", "accounts_get"],
            Part.NOT_IMPLEMENTED: ["sources_list"],
            Part.LEFT_OUT: [],
            Part.NOT_EXERCISED: ["accounts_create"],
        },
    )


EVERY_STATUS = run(
    check("accounts.limit", Status.FAIL, failures=(FAILURE,)),
    check("accounts.order", Status.PASS),
    check("accounts.broken", Status.ERROR, "ValueError: our own"),
    check("sources.status", Status.NOT_EXERCISED, "no mailbox is named", page="sources"),
    check("sources.sync", Status.NOT_EXERCISED, "no mailbox is named", page="sources"),
    check("sources.label", Status.DISABLED, "disabled by the user", page="sources"),
    check("connect_tokens.used", Status.KNOWN_FAILURE, "ticket 7", (FAILURE,), page="connect_tokens"),
    check("connect_tokens.expires", Status.UNEXPECTED_PASS, "it passes, so remove it", page="connect_tokens"),
)
CONFORMANT = run(check("accounts.order", Status.PASS))


def again(result: CheckResult) -> list[str]:
    return ["contextio-contract", "conformance", "--rule", result.id]
