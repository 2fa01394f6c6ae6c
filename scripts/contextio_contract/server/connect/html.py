"""HTML responses of the connect page, which browsers neither store nor frame."""

from __future__ import annotations

import base64
import hashlib
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import jinja2
from starlette.responses import HTMLResponse, Response

from contextio_contract.server.connect.fields import names_person

if TYPE_CHECKING:
    from sqlalchemy.engine import RowMapping


_TEMPLATES: Final = Path(__file__).with_name("templates")
_STYLE: Final = (_TEMPLATES / "style.css").read_text(encoding="utf-8")
_STYLE_HASH: Final = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode("ascii")
HEADERS: Final = {
    # No form-action: browsers apply it to redirects after a form as well, and the last one leads away.
    "content-security-policy": (
        f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}
_ENVIRONMENT: Final = jinja2.Environment(
    loader=jinja2.FileSystemLoader(_TEMPLATES), autoescape=True, undefined=jinja2.StrictUndefined
)


def render_form(
    token: RowMapping, values: dict[str, str], problem: str = "", status: int = HTTPStatus.OK
) -> Response:
    """Return the page with the form, and a sentence on what to correct."""
    application = urlsplit(token["callback_url"]).netloc.rpartition("@")[2]
    return _render(
        "connect.html",
        status,
        asks_person=not names_person(token),
        values=values,
        problem=problem,
        application=application,
    )


def render_notice(status: int, title: str, text: str) -> Response:
    """Return a page without a form."""
    return _render("notice.html", status, title=title, text=text)


def _render(template: str, status: int, **values: object) -> Response:
    page = _ENVIRONMENT.get_template(template).render(style=_STYLE, **values)
    return HTMLResponse(page, status, HEADERS)
