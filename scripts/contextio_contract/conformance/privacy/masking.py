"""Masking of texts: what is of others is taken out, and what helps to understand a failure stays.

Three kinds of text are masked in three ways. Of what a deployment answers, only what is known stays. Of what
the run sends and of what the suite says, only what is known to be of others goes. A value in JSON or in
quotation marks stays or goes as a whole.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from contextio_contract.conformance.privacy.words import TOKEN, decoded, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from contextio_contract.conformance.privacy.origins import Origins

MASK: Final = "‹masked›"
_MASKS: Final = re.compile(rf"{MASK}(?:[ +]+{MASK})+")
_LITERAL: Final = re.compile(r'"((?:[^"\\]|\\.)*+)("|$|\\$)', re.DOTALL)
"""A text in JSON; where the body is cut, without its end."""
_QUOTED: Final = re.compile(
    r"""(?<![\w"'])(?P<mark>["'])(?P<inner>(?:(?!(?P=mark))[^\\\n]|\\.)*+)(?P=mark)(?!\w)"""
)
"""A text between quotation marks, as JSON and Python have them."""
_PLAIN: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?|true|false|null|NaN|-?Infinity")
"""What may stand in JSON outside texts."""
_NUMBER: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_HARMLESS: Final = re.compile(r"-?[0-9]{1,4}|-?[0-9]\.[0-9]{1,2}|1[0-9]{9}")
"""A number that stays in every sentence: a short one, or a time of our days; others may be a telephone's."""


_REMEMBERED: Final = 2**14
"""How many values of answers are masked once for all, as the same ones come again and again."""


class Masking:
    """Masks texts by what is known of their origins."""

    def __init__(self, origins: Origins) -> None:
        self._origins = origins
        self._values: dict[str, str] = {}

    def mask_message(self, text: str) -> str:
        """Mask a text of the suite: what is of others goes."""
        parts, end = [], 0
        for match in _QUOTED.finditer(text):
            mark, inner = match["mark"], match["inner"]
            parts += [self._tokens(text[end : match.start()], self._may_be_said), mark]
            parts += [self._quoted(inner), mark]
            end = match.end()
        return "".join([*parts, self._tokens(text[end:], self._may_be_said)])

    def mask_request(self, text: str) -> str:
        """Mask the address or the body of a request: what is of others goes."""
        return self._tokens(text, self._may_be_sent)

    def mask_body(self, text: str, *, is_error: bool) -> str:
        """Mask the body of an answer, of which the end may be cut off: only what is known stays."""
        if text.lstrip()[:1] not in {"{", "[", '"'}:
            return self._tokens(text, self._may_be_read)
        parts, end = [], 0
        for match in _LITERAL.finditer(text):
            inner = match[1]
            is_sentence = is_error and " " in inner
            shown = self._tokens(inner, self._may_be_read) if is_sentence else self._value(inner)
            parts += [_structure(text[end : match.start()]), '"', shown, match[2]]
            end = match.end()
        return "".join([*parts, _structure(text[end:])])

    def mask_header(self, text: str) -> str:
        """Mask the value of a header of an answer: only what is known stays."""
        return self._tokens(text, self._may_be_in_address)

    def _value(self, text: str) -> str:
        """Mask a value of an answer as a whole, but of an address only what is not of the API itself."""
        if text not in self._values:
            if len(self._values) > _REMEMBERED:
                self._values.clear()
            self._values[text] = self._masked_value(text)
        return self._values[text]

    def _masked_value(self, text: str) -> str:
        plain = decoded(text)
        if self._origins.is_own(plain) or not plain.strip():
            return text
        return self._tokens(text, self._may_be_in_address) if "://" in plain else MASK

    def _tokens(self, text: str, may_stay: Callable[[str, str], bool]) -> str:
        """Mask the tokens that may not stay; several in a row become one."""

        def shown(match: re.Match[str]) -> str:
            before = text[match.start() - 1 : match.start()]
            return match[0] if may_stay(match[0], before) else MASK

        return _MASKS.sub(MASK, TOKEN.sub(shown, text))

    def _may_be_said(self, token: str, before: str) -> bool:
        return decoded(token).strip(".!") in self._origins.vocabulary.words or self._may_be_sent(
            token, before
        )

    def _may_be_sent(self, token: str, before: str) -> bool:
        plain, origins = decoded(token).strip(".!"), self._origins
        if before != "/" and _NUMBER.fullmatch(token):
            return bool(_HARMLESS.fullmatch(token)) or not origins.is_foreign_whole(token)
        return origins.is_own(plain) or not origins.is_foreign(plain)

    def _quoted(self, text: str) -> str:
        """Mask a value between quotation marks as a whole, but of an address only what is of others."""
        plain = decoded(text)
        if self._origins.is_own(plain):
            return text
        if "://" in plain:
            return self._tokens(text, self._may_be_sent)
        is_foreign = self._origins.is_foreign_whole(plain)
        may_stay = not is_foreign and all(self._may_be_said(token, "/") for token in TOKEN.findall(text))
        return text if may_stay else MASK

    def _may_be_read(self, token: str, before: str) -> bool:
        if self._may_be_in_address(token, before):
            return True
        origins = self._origins
        is_known = (word in origins.vocabulary.words or origins.is_own_word(word) for word in words(token))
        return before not in {"/", "="} and token == decoded(token) and all(is_known)

    def _may_be_in_address(self, token: str, before: str) -> bool:
        plain, origins = decoded(token), self._origins
        if origins.is_own(plain):
            return True
        if before not in {"/", "="} and _HARMLESS.fullmatch(token):
            return True
        return all(map(origins.is_own_word, words(plain)))


@lru_cache(_REMEMBERED)
def _structure(text: str) -> str:
    """Mask what is no structure of JSON."""
    return TOKEN.sub(lambda match: match[0] if _PLAIN.fullmatch(match[0]) else MASK, text)
