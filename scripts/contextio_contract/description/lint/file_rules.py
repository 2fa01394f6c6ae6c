"""What is demanded of files before rules look at single objects, with examples as the rules have them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT: Final = """\
openapi: 3.1.1
info: {title: Notes, version: 1.0.0, description: Keeps notes.}
paths: {}
"""
"""The description that the examples' files are added to, or take the place of."""

_PAGE: Final = """\
openapi: 3.1.1
info: {title: Notes, version: 1.0.0, description: Keeps notes.}
paths:
  /notes: {$ref: "resources/notes.yaml#/pathItems/collection"}
"""
_PAGES: Final = f"""\
{_PAGE}  /tasks: {{$ref: "resources/tasks.yaml#/pathItems/collection"}}
"""
_LANGUAGE: Final = """\
pathItems: {{collection: {{parameters: [{{$ref: "#/parameters/{name}"}}]}}}}
parameters:
  {name}:
    {{name: lang, in: query, description: Language of the {thing}., schema: {{type: string}}, example: en}}
"""
_SCHEMA: Final = """\
openapi: 3.1.1
info: {title: Notes, version: 1.0.0, description: Keeps notes.}
paths: {}
components:
  schemas:
    Note:
      type: object
      description: Something written down.
      x-documents: [notes.Note]
      x-source: [python]
"""
_TEXT: Final = """\
      properties:
        text: {type: string, description: What it says.}
"""
_DOCUMENTED: Final = """\
objects: {Note: [{name: text, type: string, provenance: [python]}]}
"""


@dataclass(frozen=True)
class Basic:
    """A demand on files.

    Attributes:
        sentence: what is demanded.
        bad: files, by their path below `spec/`, that do not meet it.
        good: the same, met.
    """

    sentence: str
    bad: Mapping[str, str]
    good: Mapping[str, str]


BASICS: Final[Mapping[str, Basic]] = {
    "component-unique": Basic(
        "Every component has a name of its own.",
        {
            "openapi.yaml": _PAGES,
            "resources/notes.yaml": _LANGUAGE.format(name="Language", thing="note"),
            "resources/tasks.yaml": _LANGUAGE.format(name="Language", thing="task"),
        },
        {
            "openapi.yaml": _PAGES,
            "resources/notes.yaml": _LANGUAGE.format(name="NoteLanguage", thing="note"),
            "resources/tasks.yaml": _LANGUAGE.format(name="TaskLanguage", thing="task"),
        },
    ),
    "documentation": Basic(
        "A documented page has the form that documented/README.md gives it.",
        {"documented/notes.yaml": "objects: {Note: [{type: string}]}\n"},
        {"documented/notes.yaml": "objects: {Note: [{name: text, type: string}]}\n"},
    ),
    "documented": Basic(
        "The description holds what the documentation says.",
        {"openapi.yaml": _SCHEMA, "documented/notes.yaml": _DOCUMENTED},
        {"openapi.yaml": _SCHEMA + _TEXT, "documented/notes.yaml": _DOCUMENTED},
    ),
    "file": Basic(
        "A file of the description can be read.",
        {"resources/notes.yaml/parameters.yaml": "parameters: {}\n"},
        {"resources/notes.yaml": "parameters: {}\n"},
    ),
    "openapi": Basic(
        "The bundle is an OpenAPI 3.1 document.",
        {"openapi.yaml": ROOT.replace("1.0.0", "1.0")},
        {"openapi.yaml": ROOT},
    ),
    "ref": Basic(
        "A reference leads to a component of the description.",
        {"openapi.yaml": _PAGE, "resources/notes.yaml": "pathItems: {colection: {}}\n"},
        {"openapi.yaml": _PAGE, "resources/notes.yaml": "pathItems: {collection: {}}\n"},
    ),
    "structure": Basic(
        "A file has the parts that its place asks for.",
        {"resources/notes.yaml": "parameter: {}\n"},
        {"resources/notes.yaml": "parameters: {}\n"},
    ),
    "unused-component": Basic(
        "Whatever is written is referred to.",
        {"openapi.yaml": ROOT, "resources/notes.yaml": "pathItems: {collection: {}}\n"},
        {"openapi.yaml": _PAGE, "resources/notes.yaml": "pathItems: {collection: {}}\n"},
    ),
    "yaml": Basic(
        "A file is YAML 1.2 that all readers read alike.",
        {"openapi.yaml": ROOT.replace("title: Notes", "title: No")},
        {"openapi.yaml": ROOT.replace("title: Notes", 'title: "No"')},
    ),
}
"""The demands by rule."""
