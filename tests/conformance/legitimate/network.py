"""Variants of how a deployment is reached, who uses it beside the run, and how much is there."""

from __future__ import annotations

import asyncio
import gzip
import itertools
import json
from typing import TYPE_CHECKING, Any

from tests.conformance.legitimate.variant import FOREIGN, VARIANTS, Layer, Variant

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conformance.deployment import Deployment

    Rewrite = Callable[[bytes, list[tuple[bytes, bytes]]], tuple[bytes, list[tuple[bytes, bytes]]]]


def rewriting(rewrite: Rewrite) -> Layer:
    """Return a layer that changes body and headers of every answer."""

    def layer(app: Any) -> Any:
        async def answer(scope: Any, receive: Any, send: Any) -> None:
            parts: list[dict[str, Any]] = []

            async def keep(message: dict[str, Any]) -> None:
                parts.append(message)

            await app(scope, receive, keep)
            body, headers = rewrite(b"".join(part.get("body", b"") for part in parts), parts[0]["headers"])
            await send(parts[0] | {"headers": headers})
            await send({"type": "http.response.body", "body": body})

        return answer

    return layer


def adding(**headers: str) -> Layer:
    """Return a layer that adds headers to every answer."""
    more = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return rewriting(lambda body, own: (body, own + more))


def respelling(**options: Any) -> Layer:
    """Return a layer that writes JSON with options of `json.dumps`."""

    def rewrite(body: bytes, headers: Any) -> Any:
        try:
            return json.dumps(json.loads(body), **options).encode(), headers
        except ValueError:
            return body, headers

    return rewriting(rewrite)


def zipping(body: bytes, headers: list[tuple[bytes, bytes]]) -> Any:
    return gzip.compress(body), [*headers, (b"content-encoding", b"gzip"), (b"vary", b"accept-encoding")]


def slowly(app: Any) -> Any:
    async def answer(scope: Any, receive: Any, send: Any) -> None:
        await asyncio.sleep(0.03)
        await app(scope, receive, send)

    return answer


def in_pieces(app: Any) -> Any:
    async def answer(scope: Any, receive: Any, send: Any) -> None:
        async def split(message: dict[str, Any]) -> None:
            body = message.get("body", b"")
            if not body:
                await send(message)
                return
            for start in range(0, len(body), 100):
                more = start + 100 < len(body)
                await send({**message, "body": body[start : start + 100], "more_body": more})

        await app(scope, receive, split)

    return answer


def limiting(
    retry_after: str | None, answer_body: bytes = b'{"type": "error", "value": "slow down"}'
) -> Layer:
    """Return a layer that turns every fifteenth request away."""

    def layer(app: Any) -> Any:
        numbers = itertools.count(1)

        async def answer(scope: Any, receive: Any, send: Any) -> None:
            if next(numbers) % 15:
                await app(scope, receive, send)
                return
            while (await receive()).get("more_body"):
                pass
            is_read = scope["method"] in {"GET", "HEAD", "OPTIONS"}
            body = answer_body if is_read else answer_body.replace(b"}", b', "success": false}')
            headers = [(b"content-type", b"application/json")]
            headers += [(b"retry-after", retry_after.encode())] if retry_after is not None else []
            await send({"type": "http.response.start", "status": 429, "headers": headers})
            await send({"type": "http.response.body", "body": body})

        return answer

    return layer


def below(prefix: str) -> Layer:
    """Return a layer that is reached by paths that begin with a prefix."""

    def layer(app: Any) -> Any:
        async def answer(scope: Any, receive: Any, send: Any) -> None:
            raw = scope["raw_path"].removeprefix(prefix.encode())
            await app({**scope, "raw_path": raw}, receive, send)

        return answer

    return layer


class LiveUsers:
    """Others with the same key: something of theirs comes, goes or changes between any two requests."""

    def __init__(self, app: Any) -> None:
        self.app = app
        self.numbers = itertools.count(1)
        self.made: list[str] = []

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        self.work(self.app.deployment, next(self.numbers))
        await self.app(scope, receive, send)

    def work(self, deployment: Deployment, number: int) -> None:
        accounts, tokens = deployment.pages.accounts, deployment.pages.tokens
        account = accounts.add({"email": f"live{number}@example.com", "first_name": "Live"})
        deployment.add_token(account["id"])
        deployment.add_token()
        self.made += [account["id"]]
        if len(self.made) > 3:
            accounts.delete(deployment.accounts[self.made.pop(0)])
            tokens.delete(next(token for token in tokens.of(None) if token["callback_url"].endswith(".com/")))
        for account in list(deployment.accounts.values())[:FOREIGN]:
            if account["email_addresses"][0].startswith("person"):
                account.update(nb_messages=account["nb_messages"] + 1, first_name=f"Ada {number}")


def nobody(deployment: Deployment) -> None:
    del deployment


def two_thousand(deployment: Deployment) -> None:
    deployment.populate(2000)


def many_tokens(deployment: Deployment) -> None:
    for _ in range(25_000):
        deployment.add_token()


def odd_names(deployment: Deployment) -> None:
    """Fill in names that only look odd, and a source in each state."""
    pages = deployment.pages
    for number, name in enumerate(("Ada", "", "Łukasz 🚀", 'O\'Brien "x"', "a%41+b c,d", "<b>&amp;</b>")):
        email = f"{'A' if number % 2 else 'a'}da+{number}@Example.com"
        account = pages.accounts.add({"email": email, "first_name": name})
        for status in ("OK", "INVALID_CREDENTIALS", "DISABLED")[: number % 4]:
            columns = {"server": f"imap{number}.example.com", "username": name or "ada", "port": 143}
            source = pages.sources.add(
                account, columns | {"use_ssl": False} | pages.sources.options({}), email
            )
            source["status"] = status


VARIANTS.extend(
    [
        Variant("JSON is indented", layer=respelling(indent=4), about="spelling"),
        Variant("JSON is not escaped", layer=respelling(ensure_ascii=False), about="spelling"),
        Variant("JSON has sorted keys", layer=respelling(sort_keys=True), about="spelling"),
        Variant("JSON ends with a line break", layer=rewriting(lambda body, own: (body + b"\n", own))),
        Variant("Answers are zipped", layer=rewriting(zipping)),
        Variant("Connections are closed", layer=adding(connection="close")),
        Variant("Answers come in pieces", layer=in_pieces),
        Variant(
            "More headers",
            layer=adding(
                set_cookie="session=1; Path=/; HttpOnly",
                etag='"1"',
                x_request_id="7f3a",
                cache_control="no-store",
                vary="Origin",
                strict_transport_security="max-age=31536000",
            ),
        ),
        Variant("Below a prefix", layer=below("/mail/api"), prefix="/mail/api"),
        # A deployment of its own for each of these three: a run that waits for two of them takes minutes.
        Variant("Answers take their time", layer=slowly, about="limits"),
        Variant("Every fifteenth request is turned away", layer=limiting("0"), about="limits"),
        Variant("Turned away without a time", layer=limiting(None), about="limits"),
        Variant("Others work beside the run", layer=LiveUsers, is_alone=True),
        Variant(
            "Others work beside a run that reads",
            layer=LiveUsers,
            options=("--mode", "read-only"),
            is_alone=True,
        ),
        Variant("Nothing is there", fill=nobody, options=("--quick",), is_alone=True),
        Variant("Nothing is there to read", fill=nobody, options=("--mode", "read-only"), is_alone=True),
        Variant(
            "Two thousand accounts are read",
            fill=two_thousand,
            options=("--mode", "read-only"),
            is_alone=True,
        ),
        Variant(
            "More tokens than 8 MiB hold",
            fill=many_tokens,
            options=("--quick", "--pages", "connect_tokens"),
            is_alone=True,
        ),
        Variant("Odd names and all states", fill=odd_names, options=("--quick",), is_alone=True),
        Variant(
            "Odd names and all states are read",
            fill=odd_names,
            options=("--mode", "read-only"),
            is_alone=True,
        ),
    ]
)
