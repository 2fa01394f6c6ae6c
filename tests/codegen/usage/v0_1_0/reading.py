"""What programs do with answers and errors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from contextio_client import (
    APIConnectionError,
    APIError,
    AsyncContextIO,
    ContextIO,
    ContextIOError,
    NotFoundError,
)
from contextio_client.connect import connection, token_of_callback

if TYPE_CHECKING:
    from contextio_client import Answer
    from contextio_models import Account, ConnectToken, Source


def open_clients() -> tuple[ContextIO, AsyncContextIO]:
    """Open both clients with every option."""
    return (
        ContextIO(
            "key", "secret", base_url="https://a.example/2.0", timeout=5.0, max_retries=1, retry_writes=True
        ),
        AsyncContextIO(strict=False, transport=None),
    )


def read_account(account: Account) -> tuple[str, list[str], list[str], int]:
    """Read the fields of an account that programs need."""
    return (
        account.id,
        account.email_addresses,
        [read_source(each) for each in account.sources],
        account.created,
    )


def read_source(source: Source) -> str:
    """Read the fields of a source that programs need."""
    return f"{source.label} {source.status or 'unknown'}"


def read_token(token: ConnectToken) -> str | None:
    """Read the fields of a connect token that programs need."""
    made = connection(token)
    return (
        made.account_id if made else f"{token.token} {token.used} {token.email} {token.browser_redirect_url}"
    )


def page_on(client: ContextIO) -> list[str]:
    """List page by page, and all at once."""
    first = client.accounts.list(status="OK", status_ok=1, limit=10, offset=0)
    return [each.id for each in first] + [each.id for each in client.accounts.list_all(email="a@b.example")]


def read_raw(client: ContextIO) -> tuple[int, str, bytes, Account]:
    """Read an answer as it came."""
    answer: Answer[Account] = client.with_options(timeout=1).accounts.with_raw_response.get("id")
    return answer.status, answer.headers["Date"], answer.content, answer.parse()


async def page_on_later(client: AsyncContextIO, url: str) -> list[str]:
    """Await calls and pages."""
    token = await client.connect_tokens.get(token_of_callback(url, "expected"))
    return [token.token] + [each.id async for each in client.accounts.list_all(page_size=10)]


def handle_errors(client: ContextIO) -> str | None:
    """Tell errors apart."""
    try:
        client.sources.delete("id", "0")
    except NotFoundError as error:
        return error.body.value if error.body else None
    except APIError as error:
        return error.feedback_code or f"{error.status} {error.method} {error.url} {error.response.text}"
    except APIConnectionError as error:
        return str(error.request.url)
    except ContextIOError as error:
        return str(error)
    return None
