"""Agreement of the examples: threads, files, contacts and counts follow from the messages of the story."""

from __future__ import annotations

import email
import email.policy
import email.utils
import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeAlias, cast
from urllib.parse import unquote

import pytest
from tests.descriptions import resolve_once

from contextio_contract.contract.behaviour.listing import values_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from email.message import EmailMessage

    from contextio_contract.contract import Contract

    _Objects: TypeAlias = list[dict[str, Any]]

_OF_MESSAGE = ("subject", "date", "date_indexed", "date_received", "addresses", "person_info", "message_id")
_OPTIONAL = ("email_message_id", "gmail_message_id", "gmail_thread_id")
_RECIPIENTS = ("to", "cc", "bcc")


@pytest.fixture(scope="module")
def contract() -> Contract:
    return resolve_once().contract


@pytest.fixture(scope="module")
def messages(contract: Contract) -> _Objects:
    return cast("_Objects", _story(contract, "messages_list"))


@pytest.fixture(scope="module")
def own(contract: Contract) -> set[str]:
    return set(_account(contract)["email_addresses"])


def test_errors_name_what_their_operation_takes(contract: Contract) -> None:
    """Errors in examples are about parameters of their own operation, and mailboxes that it opens."""
    for operation in contract.operations.values():
        taken = {*operation.form_fields, *(each.name for each in operation.parameters)}
        body = operation.responses["400"].json if "400" in operation.responses else None
        for example in body.examples if body else ():
            text = example.value["value"]
            named = re.match(r"(\w+) (must be|is missing|does not fit)", text)
            assert not named or named[1] in taken, f"{operation.id}: {text}"
            assert "mail server refused" not in text or operation.mailbox, f"{operation.id}: {text}"


def _examples(contract: Contract, operation: str) -> dict[str, Any]:
    media = contract.operations[operation].success.json
    return {each.name: each.value for each in media.examples} if media else {}


def _story(contract: Contract, operation: str) -> Any:
    return _examples(contract, operation)["story"]


def _account(contract: Contract) -> dict[str, Any]:
    return cast("dict[str, Any]", _examples(contract, "accounts_get")["account"])


def _people(message: dict[str, Any], *kinds: str) -> list[str]:
    return list(
        dict.fromkeys(
            str(each) for kind in kinds for each in values_at(message, ("addresses", kind, "email"))
        )
    )


def _parsed(message: dict[str, Any]) -> EmailMessage:
    raw = message["source"].encode()
    return email.message_from_bytes(raw, policy=email.policy.default)


def _conversation(message: dict[str, Any], messages: _Objects) -> _Objects:
    """Return the messages that answer one another, oldest first."""
    found, ids = [message], _names_in(message)
    while linked := [each for each in messages if each not in found and ids & _names_in(each)]:
        found += linked
        ids = ids.union(*map(_names_in, linked))
    return sorted(found, key=lambda each: (each["date"], each["message_id"]))


def _names_in(message: dict[str, Any]) -> set[str]:
    return {message.get("email_message_id"), *message.get("references", ())} - {None}


def test_messages_are_listed_newest_first_and_named_by_the_time_of_indexing(messages: _Objects) -> None:
    ids = [each["message_id"] for each in messages]
    assert len(set(ids)) == len(ids)
    assert all(int(each["message_id"][:8], 16) == each["date_indexed"] for each in messages)
    assert all(newer["date"] >= older["date"] for newer, older in pairwise(messages))


def test_messages_say_what_their_sources_say(messages: _Objects) -> None:
    for message in messages:
        mail = _parsed(message)
        for field, header in {
            "subject": "Subject",
            "email_message_id": "Message-ID",
            "in_reply_to": "In-Reply-To",
            "list-unsubscribe": "List-Unsubscribe",
            "list-help": "List-Help",
        }.items():
            assert message.get(field) == mail[header], (message["message_id"], field)
        assert message.get("references", []) == str(mail["References"] or "").split()
        assert message["headers"] == {name: [str(each) for each in mail.get_all(name, ())] for name in mail}
        received = mail.get_all("Received", ())
        times = [email.utils.parsedate_to_datetime(each.rpartition(";")[2]).timestamp() for each in received]
        assert message["date_received"] == (times[0] if times else None)
        sent = mail["Date"].datetime.timestamp() if mail["Date"] else message["date_received"]
        assert message["date"] == sent
        for kind in ("from", *_RECIPIENTS, "reply_to"):
            header = mail[kind.replace("_", "-")]
            stated = [
                {"email": each.addr_spec.lower()} | ({"name": each.display_name} if each.display_name else {})
                for each in (header.addresses if header else ())
            ]
            shown = message["addresses"].get(kind, [])
            assert stated == ([shown] if isinstance(shown, dict) else shown)
        assert list(message["person_info"]) == _people(message, "from", *_RECIPIENTS, "reply_to")


def test_bodies_and_files_of_messages_are_the_parts_of_their_sources(messages: _Objects) -> None:
    for message in messages:
        leaves = [part for part in _parsed(message).walk() if not part.is_multipart()]
        texts = [part for part in leaves if part.get_content_disposition() is None and part.get_payload()]
        assert [(each["type"], each["charset"], each["content"]) for each in message["body"]] == [
            (part.get_content_type(), part.get_content_charset(), part.get_payload(decode=True).decode())  # type: ignore[union-attr]
            for part in texts
        ]
        files = [part for part in leaves if part.get_content_disposition()]
        assert [(each["file_name"], each["type"], each["size"]) for each in message["files"]] == [
            (part.get_filename(), part.get_content_type(), len(cast("bytes", part.get_payload(decode=True))))
            for part in files
        ]


def test_threads_are_the_messages_that_answer_one_another(contract: Contract, messages: _Objects) -> None:
    for message in messages:
        assert message["thread_size"] == len(_conversation(message, messages)), message["message_id"]
    reads = _examples(contract, "threads_get") | {"": _story(contract, "messages_get_thread")}
    whole = [read for read in reads.values() if "flags" in read["messages"][0]]
    for read in whole:
        conversation = _conversation(read["messages"][0], messages)
        assert read["messages"] == conversation
        assert read["email_message_ids"] == [each["email_message_id"] for each in conversation]
        assert {each.get("gmail_thread_id") for each in conversation} == {read.get("gmail_thread_id")}
        assert read["subject"] == conversation[0]["subject"]
        for field in ("folders", "sources"):
            assert read[field] == _distinct(item for each in conversation for item in each[field])
        people = {name: info for each in conversation for name, info in each["person_info"].items()}
        assert read["person_info"] == people
    gmail = sorted(
        (read["messages"][-1]["date"], read["gmail_thread_id"]) for read in whole if "gmail_thread_id" in read
    )
    assert {name for _, name in gmail} == {
        each["gmail_thread_id"] for each in messages if "gmail_thread_id" in each
    }
    listed = [str(address).rpartition("/gm-")[2] for address in _story(contract, "threads_list")]
    assert listed == [name for _, name in reversed(gmail)]


def test_files_are_those_of_the_messages(contract: Contract, messages: _Objects) -> None:
    files = cast("_Objects", _story(contract, "files_list"))
    attached = {file["file_id"]: (message, file) for message in messages for file in message["files"]}
    assert [each["file_id"] for each in files] == sorted(
        attached, key=lambda name: (attached[name][0]["date"], name), reverse=True
    )
    for each in files:
        message, file = attached[each["file_id"]]
        assert int(each["file_id"][:8], 16) == message["date_indexed"]
        assert each.items() >= file.items()
        assert {name: each.get(name) for name in (*_OF_MESSAGE, *_OPTIONAL)} == {
            name: message.get(name) for name in (*_OF_MESSAGE, *_OPTIONAL)
        }
        assert "".join(text for text, _ in each["file_name_structure"]) == each["file_name"]


def test_contacts_are_counted_from_the_messages(
    contract: Contract, messages: _Objects, own: set[str]
) -> None:
    people = _distinct(name for each in messages for name in _people(each, "from", *_RECIPIENTS))
    counted = []
    for name in [each for each in people if each not in own]:
        received = [each for each in messages if _people(each, "from") == [name]]
        sent = [each for each in messages if name in _people(each, *_RECIPIENTS)]
        spelled = [
            person.get("name")
            for each in messages
            for kind in ("from", *_RECIPIENTS)
            for person in values_at(each, ("addresses", kind))
            if person["email"] == name
        ]
        counted.append(
            {
                "email": name,
                "name": next(filter(None, spelled), None),
                "count": len(sent) + len(received),
                "sent_count": len(sent),
                "received_count": len(received),
                "sent_from_account_count": len([each for each in sent if own & {*_people(each, "from")}]),
                "last_sent": max((each["date"] for each in sent), default=None),
                "last_received": max((each["date"] for each in received), default=None),
            }
        )
    counted.sort(key=lambda each: (-each["count"], each["email"]))
    shown = [each | {"name": each.get("name")} for each in _story(contract, "contacts_list")["matches"]]
    assert [{key: each[key] for key in counted[0]} for each in shown] == counted
    for read in _examples(contract, "contacts_get").values():
        match = next(each for each in shown if read["emails"] == [each["email"]])
        assert match.items() >= {key: value for key, value in read.items() if key != "emails"}.items()


def test_account_counts_and_names_what_the_messages_lie_in(contract: Contract, messages: _Objects) -> None:
    account = _account(contract)
    assert account["nb_messages"] == len(messages)
    assert account["nb_files"] == len(_story(contract, "files_list"))
    labels = {each["label"] for each in account["sources"]}
    assert {name for each in messages for name in values_at(each, ("sources", "label"))} <= labels


def test_folders_count_the_messages_of_their_source(contract: Contract, messages: _Objects) -> None:
    for folder in _story(contract, "source_folders_list"):
        label, _, name = folder["resource_url"].partition("/sources/")[2].partition("/folders/")
        inside = [each for each in _of_source(messages, unquote(label)) if unquote(name) in each["folders"]]
        assert folder["name"] == unquote(name)
        assert folder["nb_messages"] == len(inside), name
        assert folder["nb_unseen_messages"] == len([each for each in inside if not each["flags"]["seen"]])


def test_what_is_synchronised_is_a_folder_with_messages(contract: Contract, messages: _Objects) -> None:
    for example in _examples(contract, "sync_get").values():
        for label, folders in example.items():
            known = {name for each in _of_source(messages, label) for name in each["folders"]}
            assert {*(folders or ())} <= known


def _of_source(messages: _Objects, label: str) -> _Objects:
    return [each for each in messages if label in values_at(each, ("sources", "label"))]


def test_every_example_of_a_message_or_a_file_is_one_of_the_story(
    contract: Contract, messages: _Objects
) -> None:
    story = {each["resource_url"]: each for each in (*messages, *_story(contract, "files_list"))}
    shown = [
        each
        for operation in contract.operations.values()
        for response in operation.responses.values()
        for media in response.content.values()
        for example in media.examples
        for each in _objects(example.value)
        if each.get("resource_url", "").partition("/messages/")[1]
        or each.get("resource_url", "").partition("/files/")[1]
    ]
    assert shown
    for each in shown:
        told = story[each["resource_url"]]
        assert told.items() >= {name: value for name, value in each.items() if name != "similarity"}.items()


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _objects(each)


def _distinct(values: Iterable[Any]) -> list[Any]:
    distinct: list[Any] = []
    for each in values:
        if each not in distinct:
            distinct.append(each)
    return distinct
