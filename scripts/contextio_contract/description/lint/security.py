"""Rules on security schemes and the requirements that name them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from contextio_contract.description.lint.rule import Node, Problems, rule
from contextio_contract.description.source.finding import nearest, one_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_OF_SCHEME: Final[Mapping[str, tuple[str, ...]]] = {
    "apiKey": ("name", "in"),
    "http": ("scheme", "bearerFormat"),
    "mutualTLS": (),
    "oauth2": ("flows",),
    "openIdConnect": ("openIdConnectUrl",),
}
"""The fields of a security scheme by its type, all of which are demanded but `bearerFormat`."""
_SCHEMES: Final = (
    *("basic", "bearer", "concealed", "digest", "dpop", "gnap", "hoba", "mutual", "negotiate", "oauth"),
    *("privatetoken", "scram-sha-1", "scram-sha-256", "vapid"),
)
"""The authentication schemes of HTTP in small letters, as IANA registers them."""
_OF_FLOW: Final[Mapping[str, tuple[str, ...]]] = {
    "implicit": ("authorizationUrl",),
    "password": ("tokenUrl",),
    "clientCredentials": ("tokenUrl",),
    "authorizationCode": ("authorizationUrl", "tokenUrl"),
}
"""The addresses of an OAuth flow."""


@rule("security-requirement", bad="oauth: []", good="oauth1: []")
def security_scheme(requirement: Node) -> Problems:
    """A security requirement names a security scheme of the description."""
    components = requirement.description.root.under("components")
    names = components.map("securitySchemes") if components else {}
    for name in requirement.data:
        if name not in names:
            replace = requirement.rename(name, nearest(name, names))
            message, fix = f"there is no security scheme {name}", f"write {one_of(name, names)}"
            yield requirement.problem(message, fix, name, replace=replace)


@rule("security-scheme", bad="{type: apiKey, scheme: null}", good="{type: http, scheme: oauth}")
def scheme_fields(scheme: Node) -> Problems:
    """A security scheme has the fields of its type, an OAuth flow its addresses, and neither has others."""
    kind, name = scheme.text("type"), scheme.text("scheme")
    if kind == "http" and name and name.lower() not in _SCHEMES:
        fix = f"write scheme: {one_of(name.lower(), _SCHEMES)}"
        yield scheme.problem(f"HTTP has no authentication scheme {name}", fix, "scheme")
    demanded = _OF_SCHEME.get(kind)
    if demanded is not None:
        others = {field for fields in _OF_SCHEME.values() for field in fields} - {*demanded}
        bearer = "bearerFormat" if scheme.text("scheme").lower() not in {"", "bearer"} else ""
        yield from _fields(scheme, f"type: {kind}", demanded, others | {bearer}, optional="bearerFormat")
    flows = scheme.map("flows")
    for flow in flows.keys() & _OF_FLOW.keys():
        node = scheme.under("flows", flow)
        if node is not None:
            yield from _fields(
                node, f"the flow {flow}", _OF_FLOW[flow], {"authorizationUrl", "tokenUrl"} - {*_OF_FLOW[flow]}
            )


def _fields(
    node: Node, owner: str, demanded: Collection[str], others: Collection[str], optional: str = ""
) -> Problems:
    for key in demanded:
        if key not in node.data and key != optional:
            yield node.problem(f"{owner} needs {key}", f"add {key}: …")
    for key in node.data:
        if key in others:
            yield node.problem(f"{key} has no effect beside {owner}", "remove it", key)
