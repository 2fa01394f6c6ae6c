"""Requests that are signed wrongly in every way: none may be carried out.

    python -m tests.torture.signatures [REQUESTS]

One request in 50 is signed rightly, so that the server is known to accept some.
"""

from __future__ import annotations

import http.client
import random
import secrets
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from tests.torture.deployment import running
from tests.torture.report import Figure, end
from tests.torture.signing import Request

if TYPE_CHECKING:
    from tests.torture.deployment import Deployment

SEED: Final = 5849
RIGHT_ONE_IN: Final = 50
_OAUTH: Final = ("consumer_key", "nonce", "signature_method", "timestamp", "signature")
"""The parameters that must be there; `oauth_version` may be left out."""

Wrong = Callable[[Request], Request]


def now(shift: int = 0) -> str:
    return str(int(time.time()) + shift)


def damaged(request: Request) -> Request:
    """Change one character of the signature."""
    signature = list(request.sign().oauth[-1][1])
    place = random.randrange(len(signature) - 2)  # noqa: S311 - the last one has bits that say nothing
    signature[place] = "A" if signature[place] != "A" else "B"
    return request.set("oauth_signature", "".join(signature))


def after_signing(**changes: str) -> Wrong:
    """Return what changes the method, the path or the origin of a signed request."""

    def change(request: Request) -> Request:
        request.sign()
        for name, value in changes.items():
            setattr(request, name, value)
        return request

    return change


def with_pair(where: str, name: str, value: str) -> Wrong:
    """Return what adds a pair to the query or the form of a signed request."""

    def change(request: Request) -> Request:
        getattr(request.sign(), where).append((name, value))
        return request

    return change


def moved_to_query(name: str) -> Wrong:
    """Return what sends one parameter in the query and the others in the header."""

    def change(request: Request) -> Request:
        value = dict(request.sign().oauth)[name]
        request.query.append((name, value))
        return request.drop(name)

    return change


def twice(name: str) -> Wrong:
    """Return what sends one parameter two times."""

    def change(request: Request) -> Request:
        request.sign()
        request.oauth.append((name, dict(request.oauth)[name]))
        return request

    return change


def in_scheme(scheme: str) -> Wrong:
    """Return what names another scheme in the header field."""

    def change(request: Request) -> Request:
        ((_, value),) = [pair for pair in request.sign().fields if pair[0] == "Authorization"]
        request.oauth = []
        request.headers = [("Authorization", value.replace("OAuth", scheme, 1))]
        return request

    return change


def without_query(request: Request) -> Request:
    """Sign a query that is not sent."""
    request.query.append(("limit", "1"))
    request.sign().query.pop()
    return request


WRONG: Final[dict[str, Wrong]] = {
    "no signature": lambda request: request,
    "another secret": lambda request: request.sign(secret=secrets.token_hex(8)),
    "an empty secret": lambda request: request.sign(secret=""),
    "an unknown key": lambda request: request.sign(consumer_key="nobody"),
    "a key in other case": lambda request: request.sign(consumer_key="TORTURE"),
    "a damaged signature": damaged,
    "half a signature": lambda request: request.sign().set("oauth_signature", request.oauth[-1][1][:14]),
    "an empty signature": lambda request: request.sign().set("oauth_signature", ""),
    "no base64": lambda request: request.sign().set("oauth_signature", "\u00e4" * 14),
    "SHA-256": lambda request: request.sign(digest="sha256", signature_method="HMAC-SHA256"),
    "SHA-256 called SHA-1": lambda request: request.sign(digest="sha256"),
    "PLAINTEXT": lambda request: request.sign(signature_method="PLAINTEXT").set("oauth_signature", "x&"),
    "RSA-SHA1": lambda request: request.sign(signature_method="RSA-SHA1"),
    "a method in lower case": lambda request: request.sign(signature_method="hmac-sha1"),
    "version 2.0": lambda request: request.sign(version="2.0"),
    "an old timestamp": lambda request: request.sign(timestamp=now(-400)),
    "a timestamp to come": lambda request: request.sign(timestamp=now(400)),
    "a timestamp of 1970": lambda request: request.sign(timestamp="0"),
    "a negative timestamp": lambda request: request.sign(timestamp="-1"),
    "a timestamp that is no number": lambda request: request.sign(timestamp="now"),
    "a fractional timestamp": lambda request: request.sign(timestamp=now() + ".5"),
    "an endless timestamp": lambda request: request.sign(timestamp="9" * 400),
    "another method": after_signing(method="DELETE"),
    "another path": after_signing(path="/2.0/connect_tokens"),
    "a longer path": after_signing(path="/2.0/accounts/0"),
    "an added query": with_pair("query", "limit", "1"),
    "a query with the name of a form field": with_pair("query", "email", "eve@example.com"),
    "an added field": with_pair("form", "email", "eve@example.com"),
    "a query left out": without_query,
    "Bearer": in_scheme("Bearer"),
    "Basic": in_scheme("Basic"),
    "no scheme": in_scheme(""),
    **{
        f"no oauth_{name}": lambda request, name=name: request.sign().drop(f"oauth_{name}")  # type: ignore[misc]
        for name in _OAUTH
    },
    **{f"oauth_{name} twice": twice(f"oauth_{name}") for name in _OAUTH},
    **{f"oauth_{name} in the query": moved_to_query(f"oauth_{name}") for name in _OAUTH},
}


class Caller:
    """Sends requests over one connection, which it opens anew where the server has closed it."""

    def __init__(self, deployment: Deployment) -> None:
        self._connection = http.client.HTTPConnection(*deployment.address, timeout=60)

    def close(self) -> None:
        self._connection.close()

    def send(self, request: Request) -> int:
        """Return the status of the answer."""
        for attempt in range(2):
            try:
                connection = self._connection
                connection.putrequest(request.method, request.target)
                for name, value in request.fields:
                    connection.putheader(name, value)
                if request.form or request.method == "POST":
                    connection.putheader("Content-Length", str(len(request.body)))
                connection.endheaders(request.body or None)
                answer = connection.getresponse()
                answer.read()
            except (http.client.HTTPException, ConnectionError):
                self._connection.close()
                if attempt:
                    raise
            else:
                return answer.status
        raise AssertionError


def original(deployment: Deployment) -> Request:
    """Return a request that a right signature would have carried out."""
    if random.random() < 0.5:  # noqa: S311 - as many reads as writes
        return Request(
            "GET", deployment.origin, "/2.0/accounts", [("email", f"{secrets.token_hex(4)}@x.org")]
        )
    form = [("email", f"{secrets.token_hex(4)}@example.com"), ("first_name", "a b+c%20é")]
    return Request("POST", deployment.origin, "/2.0/accounts", form=form)


def ill_treat(deployment: Deployment, count: int) -> list[Figure]:
    """Send requests and return how they were answered."""
    random.seed(SEED)
    with closing(Caller(deployment)) as caller:
        return send_all(deployment, caller, count)


def send_all(deployment: Deployment, caller: Caller, count: int) -> list[Figure]:
    """Send requests over one connection."""
    answers, accepted = Counter[int](), Counter[str]()
    kinds, right, replayed = list(WRONG), 0, 0
    memory = deployment.memory()
    for number in range(count):
        request = original(deployment)
        if number % RIGHT_ONE_IN == 0:
            request.sign()
            right += caller.send(request) < 300
            status, kind = caller.send(request), "a nonce that was used"
            replayed += 1
        else:
            kind = kinds[number % len(kinds)]
            status = caller.send(WRONG[kind](request))
        answers[status] += 1
        if status < 400:
            accepted[kind] += 1
    server_errors = sum(number for status, number in answers.items() if status >= 500)
    return [
        Figure("right signatures accepted", f"{right} of {replayed}", right == replayed),
        Figure(
            "wrong signatures accepted",
            f"{sum(accepted.values())} of {count} {dict(accepted) or ''}",
            not accepted,
        ),
        Figure(
            "answers", ", ".join(f"{number} x {status}" for status, number in sorted(answers.items())), True
        ),
        Figure("server errors", str(server_errors), not server_errors),
        Figure(
            "memory",
            f"{memory:.0f} MB before, {deployment.memory():.0f} MB after",
            deployment.memory() < memory + 64,
        ),
    ]


def main() -> int:
    count = int(sys.argv[1]) if sys.argv[1:] else 10_000
    with TemporaryDirectory() as name, running(Path(name)) as deployment:
        return end("wrong signatures", ill_treat(deployment, count))


if __name__ == "__main__":
    sys.exit(main())
