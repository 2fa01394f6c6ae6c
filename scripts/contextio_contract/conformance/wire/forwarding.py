"""Requests as they leave for the deployment: with its address, and with the headers that are forwarded."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import requests
from requests.structures import CaseInsensitiveDict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from contextio_contract.contract import Operation

FORWARDED: Final = ("Accept", "Authorization", "Content-Type")
"""The headers that leave, beside those of an operation. Others could change what a request means."""


def forward(
    request: requests.PreparedRequest,
    address: str,
    target: str,
    operation: Operation | None = None,
    own: Mapping[str, str] | None = None,
) -> requests.PreparedRequest:
    """Return a request as it leaves.

    Args:
        request: the request of a tool.
        address: the address of the deployment.
        target: the path and the query that follow it, as requests has written them.
        operation: its operation, whose headers leave as well.
        own: further headers, which the suite sends itself.
    """
    described = operation.parameters if operation else ()
    names = (*FORWARDED, *(each.name for each in described if each.location == "header"))
    headers = {name: request.headers[name] for name in names if name in request.headers}
    headers |= {"Accept-Encoding": "identity", **(own or {})}
    if "/." in target or "\\" in target:  # the path may lead elsewhere once it is written anew
        return requests.Request(request.method, address + target, headers, data=request.body).prepare()
    prepared = requests.PreparedRequest()
    prepared.method, prepared.url, prepared.body = request.method, _written(address) + target, request.body
    prepared.headers = CaseInsensitiveDict(headers)
    prepared.prepare_content_length(request.body)
    return prepared


@cache
def _written(address: str) -> str:
    """Return an address as requests writes it, with no slash at its end."""
    return str(requests.Request("GET", address).prepare().url).rstrip("/")
