"""Content of requests: forms, files that are uploaded, and JSON, in bounded space."""

from __future__ import annotations

from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING

from contextio_contract.contract import FORM, JSON, MULTIPART
from contextio_contract.contract.media_types import is_json
from contextio_contract.server.http.forms import (
    MAX_BODY,
    Pairs,
    bounded,
    media_type,
    parse_multipart,
    parse_urlencoded,
    too_long,
)
from contextio_contract.server.http.responses import OCTETS, RefusedError, bad_request

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping
    from typing import BinaryIO

    from starlette.datastructures import Headers, UploadFile

    from contextio_contract.contract import Operation


@dataclass(frozen=True)
class Upload:
    """A file in a multipart form.

    Attributes:
        name: the name that the client gave it.
        media_type: the media type that the client gave it.
        size: its length in bytes.
        file: its bytes, to be read once, until the call ends.
    """

    name: str
    media_type: str
    size: int
    file: BinaryIO


@dataclass(frozen=True)
class RequestContent:
    """What a request has in its body, as it was sent.

    Attributes:
        form: the names and values of its form.
        files: the files of its form by field.
        json: its JSON text; None if it sent something else.
    """

    form: Pairs = field(default_factory=list)
    files: Mapping[str, Upload] = field(default_factory=dict)
    json: bytes | None = None

    def close(self) -> None:
        """Remove its files from the disk."""
        for upload in self.files.values():
            upload.file.close()


async def read_content(
    operation: Operation, limits: Mapping[str, int], headers: Headers, stream: AsyncIterator[bytes]
) -> RequestContent:
    """Read the body of a request of an operation, which the caller closes.

    Args:
        operation: the operation.
        limits: by form field that takes a file, the bytes that the file may have.
        headers: the headers of the request.
        stream: the body.

    Raises:
        RefusedError: 400 if the body cannot be read, 413 if it or a file is too long, 501 if no server reads
            what is described.
    """
    described = operation.body
    if described is None:
        return RequestContent()
    kind = media_type(headers)
    if kind == MULTIPART and operation.form is not None:
        limited = bounded(stream, MAX_BODY + sum(limits.values()))
        pairs, files = await parse_multipart(headers, limited, len(limits))
        return RequestContent(pairs, _uploads(files, limits))
    body = b"".join([chunk async for chunk in bounded(stream, MAX_BODY)])
    if kind == FORM and described.form:
        return RequestContent(parse_urlencoded(body, "the form"))
    if is_json(kind) and described.json:
        return RequestContent(json=body)
    if not body and not described.required:
        return RequestContent()
    if operation.form is not None:
        if not body:
            return RequestContent()  # the sentence about a field that is missing says more
        wanted = FORM if described.form else MULTIPART
        raise bad_request(value=f"send the parameters as a form with the content type {wanted}")
    if described.json:
        raise bad_request(value=f"send the body as JSON with the content type {JSON}")
    names = ", ".join(described.content) or "this body"
    sentence = f"this server cannot read {names}; it reads forms and JSON only"
    raise RefusedError(HTTPStatus.NOT_IMPLEMENTED, sentence)


def _uploads(files: list[tuple[str, UploadFile]], limits: Mapping[str, int]) -> dict[str, Upload]:
    uploads: dict[str, Upload] = {}
    try:
        for name, sent in files:
            if name not in limits:
                raise bad_request(value=f"{name[:100]} is no file; send it as a plain field")
            if name in uploads:
                raise bad_request(value=f"{name} is there more than once; send it once")
            size = sent.size or 0
            if size > limits[name]:
                raise too_long(name=name, limit=limits[name])
            filename = (sent.filename or "").encode("latin-1", "replace").decode("utf-8", "replace")
            uploads[name] = Upload(filename, sent.content_type or OCTETS, size, sent.file)
    except RefusedError:
        for _, sent in files:
            sent.file.close()
        raise
    return uploads
