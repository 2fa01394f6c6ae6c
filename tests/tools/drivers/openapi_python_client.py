"""The scenario with what openapi-python-client writes."""

from __future__ import annotations

import importlib
from io import BytesIO
from os import environ
from typing import Any

from context_io_api_client import Client, models, types
from steps import WRONG, mailbox, run

ids: dict[str, str] = {}


def answer(operation: str, address: str, *path: str, **options: Any) -> Any:
    """Call an operation, such as `accounts_get`, and return the answer with its status."""
    first = operation.partition("_")[0]
    page = "connect_tokens" if first == "connect" else first
    module = importlib.import_module(f"context_io_api_client.api.{page}.{operation}")
    return module.sync_detailed(*path, client=Client(base_url=environ[address]), **options)


def parsed(operation: str, address: str, *path: str, **options: Any) -> Any:
    return answer(operation, address, *path, **options).parsed


def refused(operation: str, address: str, *path: str, **options: Any) -> list[Any]:
    found = answer(operation, address, *path, **options)
    return [found.status_code, found.parsed.value]


def form(**changes: Any) -> models.AccountCreateForm:
    return models.AccountCreateForm.from_dict(mailbox(**changes))


def create() -> bool:
    wanted = models.AccountCreateForm(email=environ["MARY"], first_name="Mary")
    created = parsed("accounts_create", "API", body=wanted)
    ids["mary"] = created.id
    return created.success


def create_with_source() -> str:
    created = parsed("accounts_create", "API", body=form(first_name="Demo"))
    ids["demo"] = created.id
    return created.source.label


def list_() -> list[str]:
    found = parsed(
        "accounts_list",
        "API",
        email=environ["DEMO"],
        status=models.SourceStatus.OK,
        status_ok=models.AccountsListStatusOk.VALUE_1,
        limit=5,
    )
    return [account.first_name for account in found]


def read() -> str:
    return parsed("accounts_get", "API", ids["mary"]).first_name


def update() -> str:
    parsed("accounts_update", "API", ids["mary"], body=models.AccountUpdateForm(first_name="Jane"))
    return read()


def unused_token() -> list[Any]:
    wanted = models.ConnectTokenCreateForm(callback_url=environ["CALLBACK_URL"])
    created = parsed("connect_tokens_create", "API", body=wanted)
    token = parsed("connect_tokens_get", "API", created.token)
    return [token.used, token.expires > token.created]


def used_token() -> bool:
    return parsed("connect_tokens_get", "API", environ["USED_TOKEN"]).expires


def list_messages() -> list[str]:
    return [each.subject for each in parsed("messages_list", "MOCK", environ["ACCOUNT"], limit=2)]


def read_message() -> list[str]:
    message = parsed("messages_get", "MOCK", environ["ACCOUNT"], environ["MESSAGE"])
    return [message.subject, message.addresses.from_.email]


def file_content() -> str:
    return parsed("files_get_content", "MOCK", environ["ACCOUNT"], environ["FILE"])


def upload() -> bool:
    file = types.File(BytesIO(environ["UPLOAD"].encode()), "notes.eml", "message/rfc822")
    wanted = models.MessageCreateForm(dst_folder="INBOX", message=file)
    return parsed("messages_create", "MOCK", environ["ACCOUNT"], body=wanted).success


def webhook() -> list[Any]:
    wanted = models.WebhookCreateForm(callback_url=environ["CALLBACK_URL"])
    created = parsed("webhooks_create", "MOCK", environ["ACCOUNT"], body=wanted)
    found = parsed("webhooks_get", "MOCK", environ["ACCOUNT"], created.webhook_id)
    return [found.callback_url, found.active]


def error_400() -> list[Any]:
    return refused("accounts_create", "API", body=form(**WRONG))


def error_401() -> list[Any]:
    return refused("accounts_list", "UNSIGNED")


def error_404() -> list[Any]:
    return refused("accounts_get", "API", "nobody")


def error_429() -> list[Any]:
    return refused("accounts_list", "LIMITED")


def error_503() -> list[Any]:
    return refused("messages_list", "DOWN", environ["ACCOUNT"])


def delete() -> list[bool]:
    return [parsed("accounts_delete", "API", ids[name]).success for name in ("mary", "demo")]


if __name__ == "__main__":
    run({**globals(), "list": list_})
