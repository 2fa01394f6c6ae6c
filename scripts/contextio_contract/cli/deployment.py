"""Options of the commands of a deployment."""

from __future__ import annotations

import re
from ipaddress import ip_network
from typing import TYPE_CHECKING, Any, Final, TypeVar
from urllib.parse import SplitResult, urlsplit

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from contextio_contract.server.outbound.policy import Networks

_Command = TypeVar("_Command", bound="Callable[..., Any]")
_ORIGIN: Final = re.compile(
    r"(?i:https?)://([A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(:[0-9]{1,5})?(/[A-Za-z0-9._~!$&'()*+,;=:@%-]+)*"
)
"""Scheme, host and port as a Host header has them, and a path of RFC 3986."""


def allow_private_option(command: _Command) -> _Command:
    """Give a command the option `--allow-private`, whose value is a tuple of networks."""

    def read(context: click.Context, parameter: click.Parameter, names: tuple[str, ...]) -> Networks:
        from contextio_contract.server.outbound.policy import DEVELOPMENT

        named = _read_networks(context, parameter, [name for name in names if name], "127.0.0.0/8")
        return named + (DEVELOPMENT if "" in names else ())

    return click.option(
        "--allow-private",
        multiple=True,
        is_flag=False,
        flag_value="",
        metavar="[RANGE]",
        callback=read,
        help="Call private addresses too, in a range such as 10.1.0.0/16, or in all; for development.",
    )(command)


def _read_networks(
    context: click.Context, parameter: click.Parameter, names: Iterable[str], example: str
) -> Networks:
    """Return the networks that the values of an option name; one that names none is refused."""
    try:
        return tuple(ip_network(name) for name in names)
    except ValueError as error:
        message = f"{error}; name a range such as {example}"
        raise click.BadParameter(message, context, parameter) from error


def retention_option(command: _Command) -> _Command:
    """Give a command the option `--retention`, in days."""
    return click.option(
        "--retention",
        type=click.IntRange(1, 3650),
        default=30,
        show_default=True,
        metavar="DAYS",
        help="How long jobs that were given up and the log of deliveries are kept.",
    )(command)


def rate_option(name: str, documented: str, text: str) -> Callable[[_Command], _Command]:
    """Give a command an option for a rate, with the number that the service documented for one."""
    number = click.IntRange(min=1)
    help_text = f"{text} The service allowed {documented}. Not limited by default."
    return click.option(name, type=number, metavar="N", help=help_text)


def public_url_option(command: _Command) -> _Command:
    """Give a command the option `--public-url`, whose value has no slash at the end and may be empty."""

    def read(context: click.Context, parameter: click.Parameter, text: str) -> str:
        parts = _split_origin(text.removesuffix("/"))
        if text and parts is None:
            message = (
                "name scheme and host, such as https://api.example.com, and a path if a proxy removes it"
            )
            raise click.BadParameter(message, context, parameter)
        return parts.geturl() if parts else ""

    return click.option(
        "--public-url",
        envvar="CONTEXTIO_PUBLIC_URL",
        show_envvar=True,
        default="",
        metavar="URL",
        callback=read,
        help="What clients call and sign, up to the path of the API, if a proxy stands before this server.",
    )(command)


def _split_origin(url: str) -> SplitResult | None:
    """Return the parts of a URL that requests can begin with, without a port that is the usual one."""
    if not _ORIGIN.fullmatch(url):
        return None
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    if port == 0:
        return None
    usual = {"http": 80, "https": 443}
    host = parts.netloc.lower()
    return parts._replace(netloc=host.rpartition(":")[0] if port == usual[parts.scheme] else host)


def trusted_proxy_option(command: _Command) -> _Command:
    """Give a command the option `--trusted-proxy`, whose value is a tuple of networks."""

    def read(context: click.Context, parameter: click.Parameter, names: tuple[str, ...]) -> Networks:
        return _read_networks(context, parameter, names, "10.0.0.0/8, or an address")

    return click.option(
        "--trusted-proxy",
        "trusted_proxies",
        multiple=True,
        metavar="RANGE",
        callback=read,
        help="Proxies whose X-Forwarded-Proto, -Host and -For are believed; may be repeated.",
    )(command)
