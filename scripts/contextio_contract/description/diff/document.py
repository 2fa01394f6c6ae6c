"""What belongs to no operation, side by side: texts, servers, pages, names of classes and ways to sign."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from contextio_contract.description.diff.schemas import items, mapping, tell_remarks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from contextio_contract.description.diff.schemas import Tell

_TOP: Final = ("openapi", "jsonSchemaDialect", "externalDocs")


def compare_rest(old: Mapping[str, Any], new: Mapping[str, Any], tell: Tell) -> None:
    """Tell the differences of two documents outside their operations.

    Args:
        old: the older OpenAPI document, in one piece.
        new: the newer one.
        tell: called for each difference.
    """
    _compare_texts(old, new, tell)
    compare_servers(old.get("servers"), new.get("servers"), tell)
    _compare_pages(old.get("tags"), new.get("tags"), tell)
    was, now = (mapping(document.get("components")) for document in (old, new))
    _compare_names(mapping(was.get("schemas")), mapping(now.get("schemas")), "schema", tell)
    _compare_schemes(mapping(was.get("securitySchemes")), mapping(now.get("securitySchemes")), tell)


def compare_servers(was_listed: Any, now_listed: Any, tell: Tell) -> None:
    """Tell the differences of two lists of servers.

    Args:
        was_listed: the older list.
        now_listed: the newer one.
        tell: called for each difference.
    """
    was, now = _by(was_listed, "url"), _by(now_listed, "url")
    _compare_names(was, now, "server", tell)
    for url in [url for url in was if url in now]:
        tell_remarks(was[url], now[url], url, tell)
        if was[url].get("variables") != now[url].get("variables"):
            tell("remark", url, "variables")


def _compare_texts(old: Mapping[str, Any], new: Mapping[str, Any], tell: Tell) -> None:
    """Tell of what stands at the top for readers; the version follows from all other changes."""
    was, now = (
        {key: document.get(key) for key in _TOP}
        | {key: one for key, one in mapping(document.get("info")).items() if key != "version"}
        for document in (old, new)
    )
    worded = [key for key in sorted({*was, *now}) if was.get(key) != now.get(key)]
    if worded:
        tell("wording", "the description", ", ".join(worded))


def _compare_pages(was_listed: Any, now_listed: Any, tell: Tell) -> None:
    was, now = _by(was_listed, "name"), _by(now_listed, "name")
    for name in [name for name in was if name in now]:
        tell_remarks(was[name], now[name], name, tell)
    if was.keys() != now.keys():
        tell("wording", "the list of pages", ", ".join(sorted(was.keys() ^ now.keys())))


def _compare_schemes(was: dict[str, Any], now: dict[str, Any], tell: Tell) -> None:
    _compare_names(was, now, "security-scheme", tell)
    for name in [name for name in was if name in now]:
        before, after = mapping(was[name]), mapping(now[name])
        tell_remarks(before, after, name, tell)
        if _plain(before) != _plain(after):
            tell("security-scheme-changed", name, "")


def _compare_names(was: Mapping[str, Any], now: Mapping[str, Any], kind: str, tell: Tell) -> None:
    for name in [name for name in was if name not in now]:
        tell(f"{kind}-removed", name, "")
    for name in [name for name in now if name not in was]:
        tell(f"{kind}-added", name, "")


def _by(listed: Any, key: str) -> dict[str, dict[str, Any]]:
    return {str(mapping(one).get(key)): mapping(one) for one in items(listed)}


def _plain(value: dict[str, Any]) -> dict[str, Any]:
    """Return a mapping without wording and extensions."""
    return {key: one for key, one in value.items() if not str(key).startswith(("description", "x-"))}
