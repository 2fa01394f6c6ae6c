"""Path templates such as `/accounts/{id}/sources`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_PARAMETER: Final = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True)
class PathTemplate:
    """A path template, in which each parameter fills one segment."""

    text: str

    @cached_property
    def segments(self) -> tuple[str, ...]:
        """The segments; a parameter is in braces."""
        return tuple(self.text.strip("/").split("/"))

    @cached_property
    def parameters(self) -> tuple[str, ...]:
        """The names of the parameters, in their order."""
        return tuple(_PARAMETER.findall(self.text))

    @property
    def parent(self) -> PathTemplate:
        """The template without its last segment."""
        return PathTemplate(self.text.rpartition("/")[0])

    @property
    def names_resource(self) -> bool:
        """Whether the path ends with a parameter, and so names a single resource."""
        return self.text.endswith("}") and bool(self.parameters)

    def match(self, segments: Sequence[str]) -> dict[str, str] | None:
        """Return the values of the parameters in a path; None if the path does not fit.

        Args:
            segments: the decoded segments of the path. An empty segment is no value.
        """
        if len(segments) != len(self.segments):
            return None
        values = {}
        for expected, segment in zip(self.segments, segments, strict=True):
            if expected.startswith("{") and segment:
                values[expected[1:-1]] = segment
            elif expected != segment:
                return None
        return values

    def fill(self, values: Mapping[str, object]) -> str:
        """Return the path for these values; each becomes one percent-encoded segment.

        Raises:
            KeyError: if a parameter has no value.
        """
        return _PARAMETER.sub(
            lambda match: quote(str(values[match[1]]), safe="", errors="surrogatepass"), self.text
        )

    def __str__(self) -> str:
        """Return the template as written."""
        return self.text


def is_parameter(segment: str) -> bool:
    """Return whether a segment of a template stands for a value."""
    return segment.startswith("{")
