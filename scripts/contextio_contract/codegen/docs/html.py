"""Templates of the reference, with Markdown and highlighted code as HTML."""

from __future__ import annotations

import json
from functools import cache, lru_cache, partial
from http import HTTPStatus
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown_it import MarkdownIt
from markupsafe import Markup
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name

from contextio_contract.codegen.docs.sections import properties, type_words
from contextio_contract.codegen.facts import error_class
from contextio_contract.codegen.samples import as_text
from contextio_contract.contract.media_types import is_json

TEMPLATES: Final = Path(__file__).with_name("templates")
_MAX_KEPT: Final = 10_000
"""Texts and samples whose HTML is kept: most are the same the next time."""
_STATUSES: Final = frozenset(HTTPStatus)
# HTML in a description is shown as text, and links are http, https or mailto.
_MARKDOWN: Final = MarkdownIt("commonmark", {"html": False}).enable("table")


@cache
def environment() -> Environment:
    """Return the templates."""
    templates = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    templates.filters.update(
        markdown=_markdown,
        inline=_markdown_inline,
        highlight=_highlight,
        text=as_text,
        json=partial(json.dumps, indent=2, ensure_ascii=False),
        phrase=_phrase,
        error_class=_error_class,
        title=lambda name: name.replace("_", " ").capitalize(),
        type=type_words,
        properties=properties,
    )
    templates.tests["json"] = lambda media: is_json(media.name)
    return templates


@lru_cache(_MAX_KEPT)
def _markdown(text: str) -> Markup:
    return Markup(_MARKDOWN.render(text))  # noqa: S704 - HTML in it is switched off


@lru_cache(_MAX_KEPT)
def _markdown_inline(text: str) -> Markup:
    return Markup(_MARKDOWN.renderInline(text))  # noqa: S704 - as above


@lru_cache(_MAX_KEPT)
def _highlight(code: str, language: str) -> Markup:
    lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
    formatter = HtmlFormatter(nowrap=True, classprefix="k-")
    return Markup(highlight(code, lexer, formatter))  # noqa: S704 - escaped by Pygments


def _phrase(status: str) -> str:
    """Return the reason phrase of a status, or what a range or `default` stands for."""
    if status.isdecimal():
        return HTTPStatus(int(status)).phrase if int(status) in _STATUSES else ""
    return "any other status" if status == "default" else f"any other {status.lower()}"


def _error_class(status: str) -> str:
    """Return the class that the clients raise for an error status; empty for other statuses and ranges."""
    is_error = status.isdecimal() and int(status) in _STATUSES and int(status) >= HTTPStatus.BAD_REQUEST
    return error_class(int(status)) if is_error else ""
