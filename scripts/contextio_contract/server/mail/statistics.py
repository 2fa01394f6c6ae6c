"""How many messages and files a mailbox holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from imapclient import IMAPClient

_MAX_MESSAGES: Final = 5000
_BATCH: Final = 200
_DISPOSITION: Final = 7
"""Where the optional parts of a body structure begin (RFC 3501, 7.4.2)."""
_UNSELECTABLE: Final = frozenset({b"\\noselect", b"\\nonexistent"})
_SPECIAL_FLAGS: Final = frozenset({b"\\trash", b"\\drafts", b"\\junk"})
_SPECIAL_NAMES: Final = frozenset(
    {"trash", "deleted items", "deleted messages", "drafts", "junk", "junk e-mail", "spam"}
)


@dataclass(frozen=True)
class Selection:
    """What of a mailbox counts.

    Attributes:
        all_folders: whether folders for deleted mail, drafts and the like count.
        folders: special-use folders that count all the same, such as `Trash`; commas between them.
        all_files: whether pictures inside of messages and winmail.dat count as files.
    """

    all_folders: bool
    folders: str
    all_files: bool


def counted(client: IMAPClient, selection: Selection) -> tuple[int, int]:
    """Return how many messages and files a mailbox holds.

    Files are counted in the first messages only, a few thousand, so that the work is bounded.

    Args:
        client: logged in.
        selection: what counts.
    """
    messages = files = looked_at = 0
    for folder in _folders(client, selection):
        in_folder = int(client.select_folder(folder, readonly=True).get(b"EXISTS", 0))
        messages += in_folder
        numbers = client.search()[: _MAX_MESSAGES - looked_at] if in_folder else []
        looked_at += len(numbers)
        for start in range(0, len(numbers), _BATCH):
            answers = client.fetch(numbers[start : start + _BATCH], ["BODYSTRUCTURE"])
            structures = [answer.get(b"BODYSTRUCTURE") for answer in answers.values()]
            files += sum(_files_in(structure, selection) for structure in structures if structure)
    return messages, files


def _folders(client: IMAPClient, selection: Selection) -> Iterator[str]:
    wanted = {name.strip().lower() for name in selection.folders.split(",")}
    wanted_flags = {f"\\{name}".encode() for name in wanted}
    for given, delimiter, name in client.list_folders():
        flags = {flag.lower() for flag in given}
        last = str(name).rsplit((delimiter or b"/").decode("ascii", "replace"), 1)[-1].lower()
        special = flags & _SPECIAL_FLAGS or last in _SPECIAL_NAMES
        asked_for = selection.all_folders or last in wanted or flags & wanted_flags
        if not flags & _UNSELECTABLE and (asked_for or not special):
            yield name


def _files_in(part: Any, selection: Selection) -> int:
    if part.is_multipart:
        return sum(_files_in(each, selection) for each in part[0])
    disposition, parameters = _disposition(part)
    names = _values(part[2]) | parameters
    if disposition != "attachment" and not names & {"name", "filename"}:
        return 0
    noise = "winmail.dat" in names or (_text(part[0]) == "image" and disposition != "attachment")
    return 1 if selection.all_files or not noise else 0


def _disposition(part: Any) -> tuple[str, set[str]]:
    for item in part[_DISPOSITION:]:
        if isinstance(item, tuple) and item and _text(item[0]) in {"attachment", "inline"}:
            return _text(item[0]), _values(item[1] if len(item) > 1 else None)
    return "", set()


def _values(parameters: Any) -> set[str]:
    """Return the names and the values of parameters, in small letters and in one set."""
    return {_text(each) for each in parameters} if isinstance(parameters, tuple) else set()


def _text(value: object) -> str:
    return value.decode("utf-8", "replace").lower() if isinstance(value, bytes) else str(value).lower()
