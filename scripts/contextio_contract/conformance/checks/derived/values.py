"""Values for form fields: drawn ones, ones that careless handling breaks, and ones that are not allowed."""

from __future__ import annotations

import unicodedata
from string import ascii_letters, ascii_lowercase, digits
from typing import TYPE_CHECKING, Any, Final

from hypothesis import strategies as st

from contextio_contract.contract.values import example_value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hypothesis.strategies import SearchStrategy

    from contextio_contract.contract import Collection, Schema

TEXTS: Final = (
    "Ada",
    "0",
    "",
    "O'Brien-Smith & Weiß, Ægir",
    "Σοφια",
    "Владимир",
    "محمد",
    "शिव",
    "王小明",
    "🙂👩‍👩‍👧",
    'a+b=c&d%41;?#/\\"',
    ("long " * 40).rstrip(),
    "..",
)
"""Texts that careless handling breaks, and that stay the same if they are trimmed or normalized."""
_NORMAL_FORMS: Final = ("NFC", "NFD", "NFKC", "NFKD")


def _stays_the_same(text: str) -> bool:
    """Return whether trimming and normalizing, of which no document says anything, leave a text as it is."""
    return text == " ".join(text.split()) and all(
        unicodedata.is_normalized(form, text) for form in _NORMAL_FORMS
    )


_VISIBLE: Final = st.characters(exclude_categories=("C", "M", "Z")).filter(_stays_the_same)
_WORDS: Final = st.lists(st.text(_VISIBLE, min_size=1, max_size=20), max_size=4).map(" ".join)
_TEXT: Final = st.sampled_from(TEXTS) | _WORDS.filter(_stays_the_same)
_WORD: Final = st.text(ascii_lowercase + digits, min_size=1, max_size=8)
_LOCAL_PART: Final = st.tuples(_WORD, st.sampled_from("+._-"), _WORD).map("".join)
_MAIL: Final = _LOCAL_PART.map("{}@example.com".format)
"""Mail addresses in small letters, of the form that strict deployments take as well."""
_URL: Final = st.text(ascii_letters + digits + "-_.~", max_size=20).map(
    "https://example.com/{}?a+b=%2B#c".format
)
_INVALID: Final = ("many", "no address", -1, 0, 2, 1.5, 2**31, 65_536, "")
"""Values of which a schema with any constraint allows some, but hardly all."""
_ADDRESSES: Final = [at.format(name) for at in ("{}@example.com", "https://example.com/{}") for name in "bc"]
_ENCODED: Final = (
    """a+b & c=%41; "d", 'é' 🙂 {}""",
    "o'b&c=%41_d+e.{}@example.com",
    "a+b.{}@example.com",
    "https://app.example.com/?a=%2B&b={}",
)
"""Texts that are different once they are decoded twice or not at all."""


def values_for(schema: Schema) -> SearchStrategy[Any]:
    """Return a strategy for values that the schema of a form field allows.

    The simplest, which are drawn first, are not empty: a form that has them shows what is forgotten.
    """
    if schema.enum:
        return st.sampled_from(sorted(schema.enum, key=bool, reverse=True))
    if schema.types == ("integer",):
        return st.integers(schema.get("minimum", 0), schema.get("maximum", 2**31 - 1))
    if schema.types == ("boolean",):
        return st.sampled_from((True, False))
    for strategy, plain in ((_TEXT, " "), (_MAIL, "ada@example.com"), (_URL, "https://app.example.com/")):
        if schema.is_valid(plain):
            return strategy.filter(schema.is_valid)
    return st.just(example_value(schema))


def alternatives(schema: Schema) -> list[Any]:
    """Return two values that the schema of a form field allows, if it allows two."""
    candidates = [*schema.enum, 1, 0, "Augusta", "", *_ADDRESSES, 2, 3]
    return [value for value in candidates if schema.is_valid(value)][:2]


def invalid_values(schema: Schema) -> Iterator[Any]:
    """Yield values of a parameter or form field that are refused; none if its schema allows all."""
    if schema.is_binary or schema.fallback is not None:
        return
    if schema.items is not None:  # each value is one of an array of one
        yield from invalid_values(schema.items)
        return
    for value in _INVALID:
        # What is sent is text, and an empty number may count as none.
        is_none = value == "" and "string" not in schema.types
        if not (is_none or schema.is_valid(value) or schema.is_valid(str(value))):
            yield value


def varied(collection: Collection, number: int) -> dict[str, Any]:
    """Return values of the optional form fields that read back; they differ by number."""
    creates = collection.creates
    required = creates.form.required if creates and creates.form else ()
    values = {
        name: alternatives(creates.form_fields[name])
        for name in readable(collection)
        if creates and name not in required
    }
    return {name: each[number % len(each)] for name, each in values.items() if each}


def distinct(collection: Collection, number: int = 0) -> dict[str, Any]:
    """Return a value for each optional form field that reads back, different ones for each number.

    No two texts are the same, and no two of four flags are in the values for 0 and 1.
    """
    creates = collection.creates
    fields = creates.form_fields if creates else {}
    kept = {collection.resource.mark, *(creates.form.required if creates and creates.form else ())}
    values: dict[str, Any] = {}
    for at, name in enumerate((each for each in readable(collection) if each not in kept), 1):
        text, schema = f"{name}{number or ''}", fields[name]
        texts = (text, f"{text}@example.com", f"https://example.com/{text}")
        candidates = (*schema.enum[2:], at >> number & 1, *schema.enum, *texts, 2)
        values.update([(name, value) for value in candidates if schema.is_valid(value)][:1])
    return values


def percent_encoded(collection: Collection, form: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return forms whose texts have characters to percent-encode, where they read back and may have such.

    The first has more of them than the second, and a deployment may refuse it.
    """
    fields = collection.creates.form_fields if collection.creates else {}
    first, second = dict(form), dict(form)
    for name in filter(form.__contains__, readable(collection)):
        own = f"{form[name]}".replace("@", ".").replace("/", "")
        texts = [text for each in _ENCODED if fields[name].is_valid(text := each.format(own))]
        first[name], second[name] = (texts[0], texts[-1]) if texts else (form[name], form[name])
    return [first, second]


def readable(collection: Collection) -> list[str]:
    """Return the form fields of a creation that read back and open no mailbox."""
    creates = collection.creates
    if creates is None:
        return []
    mailbox = creates.mailbox
    settings = (mailbox.host, mailbox.port, mailbox.tls, mailbox.username) if mailbox else ()
    return [name for name in collection.reads_back(creates) if name not in settings]
