"""Checks of messages beyond what the description says of every collection."""

from __future__ import annotations

from email import message_from_bytes, policy
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.conformance.checks.derived.samples import sampled
from contextio_contract.conformance.checks.registry import check
from contextio_contract.conformance.checks.responses import expect_equal, need

if TYPE_CHECKING:
    from contextio_contract.conformance.checks.responses import Response
    from contextio_contract.conformance.checks.steps import Deployment

READ: Final = 5
"""How many messages are read alone."""


def _with_files(deployment: Deployment, part: str) -> list[tuple[list[dict[str, Any]], Response]]:
    """Return the files of some messages, each with what a part of the message answers."""
    messages, elements = sampled(deployment, deployment["accounts"]["{id}"]["messages"].described)
    holders = [each for each in elements if each.get("files")][:READ]
    need(holders, "no message has a file")
    paths = [(*messages.path, messages.name_of(each), part) for each in holders]
    responses = [deployment.send("GET", path).must_be(HTTPStatus.OK) for path in paths]
    return [(each["files"], response) for each, response in zip(holders, responses, strict=True)]


@check("messages_get_body", reads_only=True)
def msg_body_text_only(deployment: Deployment) -> None:
    """No part of the text of a message is one of its files."""
    for files, response in _with_files(deployment, "body"):
        sections = {str(file["body_section"]) for file in files if "body_section" in file}
        shown = [part for part in response.body if str(part.get("body_section")) in sections]
        expect_equal(shown, [], "files among the parts of the text")


@check("messages_get_source", reads_only=True)
def msg_source_includes_attachments(deployment: Deployment) -> None:
    """The source of a message contains its files."""
    for files, response in _with_files(deployment, "source"):
        source = message_from_bytes(response.raw.content, policy=policy.default)
        contained = [part.get_filename() for part in source.walk()]
        # Senders encode other names in different ways.
        names = [file["file_name"] for file in files if str(file.get("file_name", "\xe9")).isascii()]
        expect_equal([name for name in names if name not in contained], [], "files that the source lacks")
