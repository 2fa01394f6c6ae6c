"""The scenario with what openapi-generator writes for Python."""

from __future__ import annotations

import json
from os import environ
from typing import TYPE_CHECKING, Any

import openapi_client as generated
from steps import WRONG, mailbox, run

if TYPE_CHECKING:
    from collections.abc import Callable


def client(address: str) -> generated.ApiClient:
    return generated.ApiClient(generated.Configuration(host=environ[address]))


def refused(call: Callable[..., Any], *arguments: Any, **fields: Any) -> list[Any]:
    try:
        call(*arguments, **fields)
    except generated.ApiException as error:
        return [error.status, json.loads(error.body)["value"]]
    return []


accounts = generated.AccountsApi(client("API"))
tokens = generated.ConnectTokensApi(client("API"))
messages = generated.MessagesApi(client("MOCK"))
files = generated.FilesApi(client("MOCK"))
webhooks = generated.WebhooksApi(client("MOCK"))
ids: dict[str, str] = {}


def create() -> bool:
    created = accounts.accounts_create(email=environ["MARY"], first_name="Mary")
    ids["mary"] = created.id
    return created.success


def create_with_source() -> str:
    created = accounts.accounts_create(**mailbox(), first_name="Demo")
    ids["demo"] = created.id
    return created.source.label


def list_() -> list[str]:
    found = accounts.accounts_list(email=environ["DEMO"], status="OK", status_ok=1, limit=5)
    return [account.first_name for account in found]


def read() -> str:
    return accounts.accounts_get(ids["mary"]).first_name


def update() -> str:
    accounts.accounts_update(ids["mary"], first_name="Jane")
    return accounts.accounts_get(ids["mary"]).first_name


def unused_token() -> list[Any]:
    created = tokens.connect_tokens_create(callback_url=environ["CALLBACK_URL"])
    token = tokens.connect_tokens_get(created.token)
    return [token.used, token.expires.actual_instance > token.created]


def used_token() -> bool:
    return tokens.connect_tokens_get(environ["USED_TOKEN"]).expires.actual_instance


def list_messages() -> list[str]:
    return [message.subject for message in messages.messages_list(environ["ACCOUNT"], limit=2)]


def read_message() -> list[str]:
    message = messages.messages_get(environ["ACCOUNT"], environ["MESSAGE"])
    return [message.subject, message.addresses.var_from.email]


def file_content() -> str:
    return files.files_get_content(environ["ACCOUNT"], environ["FILE"]).decode()


def upload() -> bool:
    text = environ["UPLOAD"].encode()
    return messages.messages_create(environ["ACCOUNT"], dst_folder="INBOX", message=text).success


def webhook() -> list[Any]:
    created = webhooks.webhooks_create(environ["ACCOUNT"], callback_url=environ["CALLBACK_URL"])
    found = webhooks.webhooks_get(environ["ACCOUNT"], created.webhook_id)
    return [found.callback_url, found.active]


def error_400() -> list[Any]:
    return refused(accounts.accounts_create, **mailbox(**WRONG))


def error_401() -> list[Any]:
    return refused(generated.AccountsApi(client("UNSIGNED")).accounts_list)


def error_404() -> list[Any]:
    return refused(accounts.accounts_get, "nobody")


def error_429() -> list[Any]:
    return refused(generated.AccountsApi(client("LIMITED")).accounts_list)


def error_503() -> list[Any]:
    return refused(generated.MessagesApi(client("DOWN")).messages_list, environ["ACCOUNT"])


def delete() -> list[bool]:
    return [accounts.accounts_delete(ids[name]).success for name in ("mary", "demo")]


run({**globals(), "list": list_})
