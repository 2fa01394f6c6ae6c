"""Rules on names that generated clients, or the languages that they are written in, use themselves."""

from __future__ import annotations

import builtins
import keyword
import re
from typing import Final

from contextio_contract.description.lint.rule import Node, Problems, rule

_PAGES: Final = (
    "aclose close request send base_url with_options constructor to_string has_own_property value_of"
)
"""Members of a client, as names of pages."""
_MEMBERS: Final = "constructor hasOwnProperty isPrototypeOf toLocaleString toString valueOf"
"""Members of every object in JavaScript."""
_CLASSES: Final = """
None True False Any Literal Final Self Annotated TypeAliasType AsyncIterator Iterator Mapping Sequence
BaseModel RootModel ConfigDict Field Model AlsoReads OpenEnumeration SecretText
Body Call CallOptions Client ClientOptions Connection Deadline FileInput Operation Options Pages Paging
Received RequestOptions Send AsyncSend SendForPage AsyncSendForPage Stream AsyncStream Tries Upload Value
Answer AsyncBaseClient AsyncByteStream AsyncContextIO Attempt BaseClient ByteStream ContextIO OAuth1
AsyncPage AsyncPaginator Fetch FetchInit FetchResponse Page Paginator
"""
"""Classes of Python and pydantic, and of the clients but for their errors."""


@rule("parameter", "property", bad="name: __proto__", good="name: proto")
def argument_name(value: Node) -> Problems:
    """A parameter or form field has no name of OAuth, no name that JavaScript's objects have, and no `__`."""
    is_sent = value.kind == "parameter" or value.pointer[:-2] in value.description.forms
    name = value.text("name") if value.kind == "parameter" else value.name
    if is_sent and (name.startswith(("__", "oauth_")) or name in _MEMBERS.split()):
        yield value.problem(f"clients take {name} for something else", "write another name")


@rule("tag", bad="name: import", good="name: things")
def page_name(tag: Node) -> Problems:
    """The name of a page is a name in snake_case that neither Python nor the clients use themselves."""
    name = tag.text("name")
    if not re.fullmatch("[a-z][a-z0-9]*(_[a-z0-9]+)*", name):
        yield tag.problem("the name of a page is in snake_case", "write it as in connect_tokens", "name")
    elif (
        name in {*_PAGES.split(), *dir(builtins), *keyword.kwlist}
        or name.title().replace("_", "") in _CLASSES.split()
    ):
        yield tag.problem(f"{name} is taken in the clients", "write another name, such as a plural", "name")


@rule(
    "components",
    bad="schemas: {APIError: {type: object, description: What went wrong.}}",
    good="schemas: {Fault: {type: object, description: What went wrong.}}",
)
def schema_name(components: Node) -> Problems:
    """The name of a schema is one that the clients do not use themselves."""
    for name in components.map("schemas"):
        if name in _CLASSES.split() or re.fullmatch(".+Error", name) or keyword.iskeyword(name.lower()):
            yield components.problem(f"{name} is taken in the clients", "write another name", "schemas", name)
