"""Origins of the texts that a run meets: the description, the run itself, or others.

The run's own are what it sent, unless an answer had shown it before, and what the resources show that it
created. All other texts of answers are of others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from contextio_contract.conformance.privacy.traces import Traces
from contextio_contract.conformance.privacy.vocabulary import vocabulary_of
from contextio_contract.conformance.privacy.words import TOKEN, decoded, words

if TYPE_CHECKING:
    from contextio_contract.conformance.safety.guard import Guard
    from contextio_contract.conformance.safety.ledger import Resource
    from contextio_contract.conformance.safety.outgoing import Outgoing

_LIMIT: Final = 200_000
"""How many texts of its own a run remembers; more are masked."""
_LONGEST: Final = 300
"""Characters of the longest text that is remembered as the run's own; of longer ones, words are."""
_READ: Final = 10_000
"""Characters of a text in which words of the run's own are looked for."""
_DEPTH: Final = 200
"""Levels of JSON that are looked at; what lies deeper is never shown."""


class Origins:
    """What a run knows of where texts come from."""

    def __init__(self, guard: Guard, base_url: str) -> None:
        """Know the description, and the address of the deployment."""
        self.vocabulary = vocabulary_of(guard.contract)
        self._guard = guard
        self._own: set[str] = set()
        self._met: set[int] = set()
        self._traces = Traces()
        for text in (base_url, guard.run_id, "***"):
            self._add_own(text)

    def learn_request(self, request: Outgoing) -> None:
        """Learn what the run sends, if it does not repeat what is of others."""
        for value in (*request.path, *(part for pair in request.parameters for part in pair)):
            for text in {value, *value.split(",")}:
                if text not in self._own and (self._guard.run_id in text or not self.is_foreign(text)):
                    self._add_own(text)

    def learn_message(self, text: str) -> None:
        """Learn a text of an answer that is no resource, such as an error or a page of HTML."""
        if self._is_new(text):
            for token in TOKEN.findall(text):
                self._add_foreign(decoded(token))

    def learn(self, path: Resource, body: Any) -> None:
        """Learn what an answer in JSON says, once the ledger knows what it created.

        Args:
            path: the decoded segments of the path that was asked for.
            body: the parsed body.
        """
        self._learn(path, [body], self._guard.ledger.has_created(path), _DEPTH)

    def is_own(self, text: str) -> bool:
        """Return whether a whole text is the run's, or named by the description."""
        return text in self._own or text in self.vocabulary.texts

    def is_own_word(self, word: str) -> bool:
        """Return whether a word, in any letter case, stands in what is the run's, or in paths of the API."""
        return word.casefold() in self._own or word in self.vocabulary.segments

    def is_foreign(self, text: str) -> bool:
        """Return whether a text, or a part of it, is of others."""
        return self._traces.has(text) or any(
            self._traces.has_part_of(word)
            for word in words(text)
            if not self.is_own_word(word) and word not in self.vocabulary.words
        )

    def is_foreign_whole(self, text: str) -> bool:
        """Return whether a text as a whole is of others."""
        return self._traces.has(text)

    def _learn(self, path: Resource, value: Any, is_own: bool, depth: int) -> None:  # noqa: FBT001
        if depth == 0:
            return
        if isinstance(value, dict):
            is_own = is_own or self._is_created(path, value)
            for name in value.keys() - self.vocabulary.texts:
                self._learn_text(name, is_own=is_own)
        for inner in value.values() if isinstance(value, dict) else value:
            if isinstance(inner, str):
                self._learn_text(inner, is_own=is_own)
            elif isinstance(inner, (dict, list)):
                self._learn(path, inner, is_own, depth - 1)

    def _learn_text(self, text: str, *, is_own: bool) -> None:
        if hash(text) in self._met and not is_own:
            return
        if self.is_own(text):
            return
        if self._guard.run_id in text:
            self._add_own(text)
        elif is_own:
            if not self._is_met(text):
                self._add_own(text)
        elif self._is_new(text):
            self._add_foreign(text)

    def _is_created(self, path: Resource, element: dict[str, Any]) -> bool:
        """Return whether the run created what an object of an answer shows, by its name or its mark."""
        texts = (text for text in element.values() if isinstance(text, str) and hash(text) not in self._met)
        ledger = self._guard.ledger
        return any(self._guard.run_id in text or ledger.has_created((*path, text)) for text in texts)

    def _is_met(self, text: str) -> bool:
        """Return whether a text or a whole word of it is of others; identifiers may well share parts."""
        return self._traces.has(text) or any(
            self._traces.has(word)
            for word in words(text)
            if not self.is_own_word(word) and word not in self.vocabulary.words
        )

    def _is_new(self, text: str) -> bool:
        number = hash(text)
        if number in self._met:
            return False
        if len(self._met) > _LIMIT:
            self._met.clear()
        self._met.add(number)
        return True

    def _add_own(self, text: str) -> None:
        if len(self._own) < _LIMIT:
            self._own.update(word.casefold() for word in words(text[:_READ]))
            if len(text) <= _LONGEST:
                self._own.update((text, *TOKEN.findall(text)))

    def _add_foreign(self, text: str) -> None:
        if not self.is_own(text) and self._guard.run_id not in text:
            self._traces.add(text)
            for word in words(text):
                if not self.is_own_word(word) and word.casefold() not in self.vocabulary.words:
                    self._traces.add_word(word)
