"""Message and file counts of a mailbox."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from imaplib import IMAP4
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from imapclient import IMAPClient

_MAX_MESSAGES: Final = 5000
_BATCH: Final = 200
_MAX_COUNT: Final = 2**31 - 1
"""A mail server may claim any number; this one fits into every database."""
_DISPOSITION: Final = 7
"""Where the optional parts of a body structure begin (RFC 3501, 7.4.2)."""
_UNSELECTABLE: Final = frozenset({b"\\noselect", b"\\nonexistent"})
_SPECIAL_FLAGS: Final = frozenset({b"\\trash", b"\\drafts", b"\\junk"})
_SPECIAL_NAMES: Final = frozenset(
    {"trash", "deleted items", "deleted messages", "drafts", "junk", "junk e-mail", "spam"}
)
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Selection:
    """Folders and files to count.

    Without `all_folders`, folders for deleted mail, drafts and the like do not count, but those in `folders`,
    such as `All,Trash`. Without `all_files`, pictures inside of messages and winmail.dat do not count.
    """

    all_folders: bool
    folders: str
    all_files: bool


@dataclass
class _Tally:
    """What is counted so far, and in how many messages files were looked for."""

    messages: int = 0
    files: int = 0
    examined: int = 0


def count_messages_and_files(client: IMAPClient, selection: Selection) -> tuple[int, int]:
    """Return how many messages and files a mailbox holds.

    Files are counted in a few thousand messages at most, so that the work is bounded. A folder that cannot
    be read, as is usual with shared ones, is passed over.

    Raises:
        OSError: if the connection fails.
        IMAP4.abort: if the mail server ends the session.
        Exception: whatever imapclient raises about a list of folders that it cannot read.
    """
    tally = _Tally()
    passed_over = 0
    for folder in list(_folders(client, selection)):
        try:
            _count_folder(client, folder, selection, tally)
        except (OSError, IMAP4.abort):
            raise
        except Exception:  # noqa: BLE001 - an odd mail server can make imapclient raise anything
            passed_over += 1
    if passed_over:
        _log.info("%d folders of a mailbox could not be read and were passed over", passed_over)
    return min(tally.messages, _MAX_COUNT), tally.files


def _count_folder(client: IMAPClient, folder: str, selection: Selection, tally: _Tally) -> None:
    in_folder = int(client.select_folder(folder, readonly=True).get(b"EXISTS", 0))
    tally.messages += in_folder
    wanted = min(in_folder, _MAX_MESSAGES - tally.examined)
    uids = client.search([f"1:{wanted}"])[:wanted] if wanted else []  # all of a large folder exceed any line
    tally.examined += len(uids)
    for start in range(0, len(uids), _BATCH):
        responses = client.fetch(uids[start : start + _BATCH], ["BODYSTRUCTURE"])
        structures = [response.get(b"BODYSTRUCTURE") for response in responses.values()]
        tally.files += sum(_count_files(structure, selection) for structure in structures if structure)


def _folders(client: IMAPClient, selection: Selection) -> Iterator[str]:
    wanted = {name.strip().lower() for name in selection.folders.split(",")}
    wanted_flags = {f"\\{name}".encode() for name in wanted}
    for attributes, delimiter, name in client.list_folders():
        flags = {flag.lower() for flag in attributes}
        last = str(name).rsplit((delimiter or b"/").decode("ascii", "replace"), 1)[-1].lower()
        special = flags & _SPECIAL_FLAGS or last in _SPECIAL_NAMES
        selected = selection.all_folders or last in wanted or flags & wanted_flags
        if not flags & _UNSELECTABLE and (selected or not special):
            yield name


def _count_files(part: Any, selection: Selection) -> int:
    if part.is_multipart:
        return sum(_count_files(inner, selection) for inner in part[0])
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
    """Return the names and the values of parameters, folded, in one set."""
    return {_text(value) for value in parameters} if isinstance(parameters, tuple) else set()


def _text(value: object) -> str:
    return value.decode("utf-8", "replace").lower() if isinstance(value, bytes) else str(value).lower()
