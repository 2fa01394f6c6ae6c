"""The scenario over plain HTTP, with openapi-core as judge of every request and answer."""

from __future__ import annotations

import json
from os import environ
from typing import Any

import requests
from openapi_core import OpenAPI
from openapi_core.contrib.requests import RequestsOpenAPIRequest, RequestsOpenAPIResponse
from steps import WRONG, mailbox, run

with open("openapi.json", encoding="utf-8") as file:  # noqa: PTH123 - as its users do
    document = json.load(file)
ids: dict[str, str] = {}
apis: dict[str, OpenAPI] = {}


def call(method: str, address: str, path: str, **options: Any) -> Any:
    """Send a request that openapi-core takes and return the data of the answer, which it takes as well."""
    if address not in apis:
        apis[address] = OpenAPI.from_dict({**document, "servers": [{"url": environ[address]}]})
    request = requests.Request(method, environ[address] + path, **options).prepare()
    asked = RequestsOpenAPIRequest(request)
    apis[address].unmarshal_request(asked)
    answer = requests.Session().send(request)
    found = apis[address].unmarshal_response(asked, RequestsOpenAPIResponse(answer))
    return found.data if answer.ok else [answer.status_code, found.data["value"]]


def create() -> bool:
    created = call("POST", "API", "/accounts", data={"email": environ["MARY"], "first_name": "Mary"})
    ids["mary"] = created["id"]
    return created["success"]


def create_with_source() -> str:
    created = call("POST", "API", "/accounts", data=mailbox(first_name="Demo"))
    ids["demo"] = created["id"]
    return created["source"]["label"]


def list_() -> list[str]:
    query = {"email": environ["DEMO"], "status": "OK", "status_ok": 1, "limit": 5}
    return [account["first_name"] for account in call("GET", "API", "/accounts", params=query)]


def read() -> str:
    return call("GET", "API", f"/accounts/{ids['mary']}")["first_name"]


def update() -> str:
    call("POST", "API", f"/accounts/{ids['mary']}", data={"first_name": "Jane"})
    return read()


def unused_token() -> list[Any]:
    created = call("POST", "API", "/connect_tokens", data={"callback_url": environ["CALLBACK_URL"]})
    token = call("GET", "API", f"/connect_tokens/{created['token']}")
    return [token["used"], token["expires"] > token["created"]]


def used_token() -> bool:
    return call("GET", "API", f"/connect_tokens/{environ['USED_TOKEN']}")["expires"]


def of_account(method: str, path: str, **options: Any) -> Any:
    return call(method, "MOCK", f"/accounts/{environ['ACCOUNT']}{path}", **options)


def list_messages() -> list[str]:
    return [message["subject"] for message in of_account("GET", "/messages", params={"limit": 2})]


def read_message() -> list[str]:
    message = of_account("GET", f"/messages/{environ['MESSAGE']}")
    return [message["subject"], message["addresses"]["from"]["email"]]


def file_content() -> str:
    return of_account("GET", f"/files/{environ['FILE']}/content").decode()


def upload() -> bool:
    files = {"message": ("notes.eml", environ["UPLOAD"].encode(), "message/rfc822")}
    return of_account("POST", "/messages", data={"dst_folder": "INBOX"}, files=files)["success"]


def webhook() -> list[Any]:
    created = of_account("POST", "/webhooks", data={"callback_url": environ["CALLBACK_URL"]})
    found = of_account("GET", f"/webhooks/{created['webhook_id']}")
    return [found["callback_url"], found["active"]]


def error_400() -> list[Any]:
    return call("POST", "API", "/accounts", data=mailbox(**WRONG))


def error_401() -> list[Any]:
    return call("GET", "UNSIGNED", "/accounts")


def error_404() -> list[Any]:
    return call("GET", "API", "/accounts/nobody")


def error_429() -> list[Any]:
    return call("GET", "LIMITED", "/accounts")


def error_503() -> list[Any]:
    return call("GET", "DOWN", f"/accounts/{environ['ACCOUNT']}/messages")


def delete() -> list[bool]:
    return [call("DELETE", "API", f"/accounts/{ids[name]}")["success"] for name in ("mary", "demo")]


run({**globals(), "list": list_})
