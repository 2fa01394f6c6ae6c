"""Rules on files, which hold before rules look at single objects."""

from __future__ import annotations

from typing import Final

from contextio_contract.description.lint.rule import file_rule

ROOT: Final = """\
# openapi.yaml
openapi: 3.1.1
info: {title: Notes, version: 1.0.0, description: Keeps notes.}
servers: [{url: "https://notes.example.com", description: The only deployment.}]
paths: {}
"""
"""The root of the examples that have none of their own."""

_PAGE: Final = ROOT.replace(
    "paths: {}\n", 'paths:\n  /notes: {$ref: "resources/notes.yaml#/pathItems/collection"}\n'
)
_NOTES: Final = "# resources/notes.yaml\n"
_TWO_PAGES: Final = """\
  /tasks: {{$ref: "resources/tasks.yaml#/pathItems/collection"}}
# resources/notes.yaml
pathItems: {{collection: {{parameters: [{{$ref: "#/parameters/{note}"}}]}}}}
parameters:
  {note}: {{name: lang, in: query, description: Language of it., schema: {{type: string}}, example: en}}
# resources/tasks.yaml
pathItems: {{collection: {{parameters: [{{$ref: "#/parameters/{task}"}}]}}}}
parameters:
  {task}: {{name: lang, in: query, description: Language of it., schema: {{type: string}}, example: en}}
"""
_SCHEMA: Final = f"""\
{ROOT}components:
  schemas:
    Note:
      type: object
      description: Something written down.
      x-documents: [notes.Note]
      x-source: [python]
"""
_TEXT: Final = "      properties: {text: {type: string, description: What it says.}}\n"
_DOCUMENTED: Final = """\
# documented/notes.yaml
objects: {Note: [{name: text, type: string, provenance: [python]}]}
"""

file_rule(
    "component-unique",
    "Every component has a name of its own.",
    bad=_PAGE + _TWO_PAGES.format(note="Language", task="Language"),
    good=_PAGE + _TWO_PAGES.format(note="NoteLanguage", task="TaskLanguage"),
)
file_rule(
    "documentation",
    "A documented page has the form that documented/README.md gives it.",
    bad="# documented/notes.yaml\nobjects: {Note: [{type: string}]}\n",
    good="# documented/notes.yaml\nobjects: {Note: [{name: text, type: string}]}\n",
)
file_rule(
    "documented",
    "The description holds what the documentation says.",
    bad=_SCHEMA + _DOCUMENTED,
    good=_SCHEMA + _TEXT + _DOCUMENTED,
)
file_rule(
    "enforcement",
    "The checks that enforce documented rules are those that the description promises.",
    bad="# documented/enforcement.yaml\ncheck: {notes-are-counted: notes_list.window}\n",
    good="# documented/enforcement.yaml\nunobservable: {notes-are-kept: It is advice to callers.}\n",
)
file_rule(
    "file",
    "A file of the description can be read.",
    bad="# resources/notes.yaml/parameters.yaml\nparameters: {}\n",
    good=f"{_NOTES}parameters: {{}}\n",
)
file_rule(
    "look-alike",
    "Names are in ASCII letters, with no character among them that only looks like one or cannot be seen.",
    bad=ROOT.replace("title", "t\u0456tle"),
    good=ROOT,
)
file_rule(
    "openapi",
    "The bundle is an OpenAPI 3.1 document.",
    bad=ROOT.replace("version", "contact: {url: our page}, version"),
    good=ROOT,
)
file_rule(
    "ref",
    "A reference leads to a component of the description.",
    bad=f"{_PAGE}{_NOTES}pathItems: {{colection: {{}}}}\n",
    good=f"{_PAGE}{_NOTES}pathItems: {{collection: {{}}}}\n",
)
file_rule(
    "structure",
    "A file has the parts that a file in its folder has.",
    bad=f"{_NOTES}parameter: {{}}\n",
    good=f"{_NOTES}parameters: {{}}\n",
)
file_rule(
    "unused-component",
    "Every component and path item is referred to.",
    bad=f"{ROOT}{_NOTES}pathItems: {{collection: {{}}}}\n",
    good=f"{_PAGE}{_NOTES}pathItems: {{collection: {{}}}}\n",
)
file_rule(
    "yaml",
    "A file is YAML 1.2 that all readers read alike.",
    bad=ROOT.replace("title: Notes", "title: No"),
    good=ROOT.replace("title: Notes", 'title: "No"'),
)
