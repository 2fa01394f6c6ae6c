"""What kind of body a request says it has, decided once for those who read it and those who verify it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from starlette.datastructures import Headers

FORM: Final = "application/x-www-form-urlencoded"
MULTIPART: Final = "multipart/form-data"


def media_type(headers: Headers) -> str:
    """Return the media type of a body in lower case, without parameters (RFC 9110, section 8.3.1).

    It is empty when there is no Content-Type, or more than one: which of them holds would be anyone's guess.
    """
    values = headers.getlist("content-type")
    return values[0].partition(";")[0].strip().lower() if len(values) == 1 else ""
