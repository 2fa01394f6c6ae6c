"""The scenario as a language model makes it: with the MCP tools that fastmcp makes of the description."""

from __future__ import annotations

import asyncio
import json
import re
from os import environ
from typing import Any

import httpx2
from fastmcp import Client, FastMCP
from fastmcp.exceptions import ToolError
from steps import WRONG, mailbox, run

with open("openapi.json", encoding="utf-8") as file:  # noqa: PTH123 - as its users do
    document = json.load(file)
ids: dict[str, str] = {}


def call(tool: str, address: str, **arguments: Any) -> Any:
    """Call a tool and return what it answers."""

    async def asked() -> Any:
        async with (
            httpx2.AsyncClient(base_url=environ[address]) as upstream,
            Client(FastMCP.from_openapi(document, client=upstream)) as client,
        ):
            answer = await client.call_tool(tool, arguments)
            content = answer.structured_content
            return answer.content[0].text if content is None else content.get("result", content)

    return asyncio.run(asked())


def refused(tool: str, address: str, **arguments: Any) -> list[Any]:
    try:
        call(tool, address, **arguments)
    except ToolError as error:
        told = re.search(r"HTTP error (\d+)[^{]*(.*)", str(error))
        if told is None:
            raise
        return [int(told[1]), json.loads(told[2])["value"]]
    return []


def create() -> bool:
    created = call("accounts_create", "API", email=environ["MARY"], first_name="Mary")
    ids["mary"] = created["id"]
    return created["success"]


def create_with_source() -> str:
    created = call("accounts_create", "API", **mailbox(first_name="Demo"))
    ids["demo"] = created["id"]
    return created["source"]["label"]


def list_() -> list[str]:
    query = {"email": environ["DEMO"], "status": "OK", "status_ok": 1, "limit": 5}
    return [account["first_name"] for account in call("accounts_list", "API", **query)]


def read() -> str:
    return call("accounts_get", "API", id=ids["mary"])["first_name"]


def update() -> str:
    call("accounts_update", "API", id=ids["mary"], first_name="Jane")
    return read()


def unused_token() -> list[Any]:
    created = call("connect_tokens_create", "API", callback_url=environ["CALLBACK_URL"])
    token = call("connect_tokens_get", "API", token=created["token"])
    return [token["used"], token["expires"] > token["created"]]


def used_token() -> bool:
    return call("connect_tokens_get", "API", token=environ["USED_TOKEN"])["expires"]


def list_messages() -> list[str]:
    found = call("messages_list", "MOCK", id=environ["ACCOUNT"], limit=2)
    return [message["subject"] for message in found]


def read_message() -> list[str]:
    message = call("messages_get", "MOCK", id=environ["ACCOUNT"], message_id=environ["MESSAGE"])
    return [message["subject"], message["addresses"]["from"]["email"]]


def file_content() -> str:
    return call("files_get_content", "MOCK", id=environ["ACCOUNT"], file_id=environ["FILE"])


def upload() -> bool:
    form = {"dst_folder": "INBOX", "message": environ["UPLOAD"]}
    return call("messages_create", "MOCK", id=environ["ACCOUNT"], **form)["success"]


def webhook() -> list[Any]:
    account = environ["ACCOUNT"]
    created = call("webhooks_create", "MOCK", id=account, callback_url=environ["CALLBACK_URL"])
    found = call("webhooks_get", "MOCK", id=account, webhook_id=created["webhook_id"])
    return [found["callback_url"], found["active"]]


def error_400() -> list[Any]:
    return refused("accounts_create", "API", **mailbox(**WRONG))


def error_401() -> list[Any]:
    return refused("accounts_list", "UNSIGNED")


def error_404() -> list[Any]:
    return refused("accounts_get", "API", id="nobody")


def error_429() -> list[Any]:
    return refused("accounts_list", "LIMITED")


def error_503() -> list[Any]:
    return refused("messages_list", "DOWN", id=environ["ACCOUNT"])


def delete() -> list[bool]:
    return [call("accounts_delete", "API", id=ids[name])["success"] for name in ("mary", "demo")]


run({**globals(), "list": list_})
