"""Checks of files beyond what the description says of every collection."""

from __future__ import annotations

from email.message import Message
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from contextio_contract.conformance.checks.derived.samples import sampled
from contextio_contract.conformance.checks.registry import check
from contextio_contract.conformance.checks.responses import expect_equal, need

if TYPE_CHECKING:
    from contextio_contract.conformance.checks.steps import Deployment

READ: Final = 3
"""How many files are downloaded."""


@check("files_get_content", reads_only=True)
def fil_content_disposition(deployment: Deployment) -> None:
    """The answer with the bytes of a file has its name in Content-Disposition."""
    files, elements = sampled(deployment, deployment["accounts"]["{id}"]["files"].described)
    # RFC 6266 allows several encodings of other names.
    named = [each for each in elements if each.get("file_name", "") and each["file_name"].isascii()]
    need(named, "no file has a name in ASCII")
    for each in named[:READ]:
        path, headers = (*files.path, files.name_of(each), "content"), {"Accept": "*/*"}
        response = deployment.send("GET", path, headers=headers).must_be(HTTPStatus.OK)
        header = Message()
        header["Content-Disposition"] = response.raw.headers.get("Content-Disposition", "")
        expect_equal(header.get_filename(), each["file_name"], "the name in Content-Disposition")
