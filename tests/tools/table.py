"""The table of tools, and how a run differs from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.tools.workbench import COMPILES, HERE, READS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tests.tools.workbench import Tool

_FILE: Final = HERE / "README.md"
HEADING: Final = (
    "| tool | version | reads it | compiles | calls right / all | what it gets wrong, remarks |\n"
    "| --- | --- | --- | --- | --- | --- |"
)


def row(tool: Tool, seen: Mapping[str, str | None]) -> str:
    """Return the line of a tool."""
    calls = [message for check, message in seen.items() if check not in {READS, COMPILES}]
    cells = [
        tool.name,
        tool.version,
        _yes_or_no(seen, READS, "-"),
        _yes_or_no(seen, COMPILES, tool.compiles),
        f"{calls.count(None)} / {len(calls)}" if calls else "-",
        tool.remark,
    ]
    return f"| {' | '.join(cells)} |"


def differences(tool: Tool, seen: Mapping[str, str | None]) -> list[str]:
    """Return how what was seen differs from the entry of a tool."""
    found = []
    for check in dict.fromkeys([*seen, *tool.known]):
        message, known = seen.get(check), tool.known.get(check)
        if check not in seen:
            found.append(f"{tool.name}: {check} was not tried, but is listed as known; take it out")
        elif message is None and known is not None:
            found.append(f"{tool.name}: {check} is right now; take it out of what is known")
        elif message is not None and known is None:
            found.append(f"{tool.name}: {check} is wrong: {message}")
        elif message is not None and known is not None and known not in message:
            found.append(f"{tool.name}: {check} is wrong in another way than {known!r}: {message}")
    return found


def update(rows: Mapping[str, str], names: Sequence[str]) -> None:
    """Write rows into the committed table, in place of those of the same tools.

    Args:
        rows: the row of each tool that was tried.
        names: all tools, in the order of the table.
    """
    text = _FILE.read_text(encoding="utf-8")
    before, _, rest = text.partition(HEADING)
    old, _, after = rest.partition("\n\n")
    lines = {line.split(" | ")[0].removeprefix("| "): line for line in old.strip().splitlines()}
    lines |= rows
    table = "\n".join([HEADING, *(lines[name] for name in names if name in lines)])
    _FILE.write_text(f"{before}{table}\n\n{after}", encoding="utf-8")


def _yes_or_no(seen: Mapping[str, str | None], check: str, otherwise: str) -> str:
    if check not in seen:
        return otherwise
    return "yes" if seen[check] is None else "no"
