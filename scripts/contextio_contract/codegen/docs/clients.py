"""The clients in the reference: how they are installed and used, with programs that run as they are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.codegen import samples
from contextio_contract.codegen.callbacks import signed_bodies
from contextio_contract.codegen.docs.programs import Program
from contextio_contract.codegen.facts import error_class, error_statuses
from contextio_contract.codegen.names import OWN
from contextio_contract.codegen.package import environment, shared_variables
from contextio_contract.contract.resources import list_in

if TYPE_CHECKING:
    from jinja2 import Environment

    from contextio_contract.contract import Contract, Operation

_TEMPLATES: Final = Path(__file__).with_name("templates") / "clients"
_TOPICS: Final = {
    "install": "Install the clients",
    "first": "A first program",
    "pages": "Pages of a list",
    "errors": "Error classes",
    "retries": "Retries and time limits",
    "raw": "Raw responses",
    "callbacks": "Callbacks",
}
_LANGUAGES: Final = {".py": "Python", ".async.py": "Python, async", ".ts": "TypeScript"}
"""Languages by the end of a template's name."""
_WIDTH: Final = 60


@dataclass(frozen=True)
class Topic:
    """What is told about the clients under one heading.

    Attributes:
        name: the end of its anchor.
        title: its heading.
        text: what it says, in Markdown.
        programs: programs that show it.
    """

    name: str
    title: str
    text: str
    programs: list[Program]


def client_topics(contract: Contract) -> list[Topic]:
    """Return what the reference tells about the clients; topics that fit no operation are left out."""
    listing = next((each for each in contract.operations.values() if _is_read_in_pages(each)), None)
    reading = next((each for each in contract.operations.values() if _may_be_missing(each)), None)
    variables = {
        **shared_variables(contract, OWN),
        "signed": signed_bodies(contract),
        "deployment": contract.deployment_url,
        "listing": _calls(listing) if listing else None,
        "reading": _calls(reading) if reading else None,
        "missing": error_class(_status_of_missing(reading)) if reading else "",
        "first": _calls(listing or reading or next(iter(contract.operations.values()))),
    }
    topics = [
        Topic(name, title, _rendered(f"{name}.md", variables), _programs(name, variables))
        for name, title in _TOPICS.items()
    ]
    return [topic for topic in topics if topic.text and topic.programs]


def _is_read_in_pages(operation: Operation) -> bool:
    """Return whether the clients read all pages of a list by themselves, as objects."""
    found = list_in(operation.success.schema)
    return operation.paging is not None and found is not None and bool(found[1].properties)


def _may_be_missing(operation: Operation) -> bool:
    """Return whether an operation reads one object by its name, and has an error for a wrong one."""
    return (
        operation.method == "GET"
        and operation.success.kind == "json"
        and len(operation.path_parameters) == 1
        and bool(_status_of_missing(operation))
    )


def _status_of_missing(operation: Operation) -> int:
    return next((status for status in error_statuses(operation) if status in {404, 410}), 0)


def _calls(operation: Operation) -> dict[str, Any]:
    """Return the call that shows an operation in each language, with names for what it returns."""
    example = samples.examples(operation)[0]
    path = samples.Example("", example.path)
    python = f"client.{operation.page}.{operation.name}"
    typescript = f"client.{samples.camel(operation.page)}.{samples.camel(operation.name)}"
    found = list_in(operation.success.schema)
    row = found[1] if found else None
    row_name = "_".join(samples.words_of(row.name)) if row and row.name else "row"
    return {
        "operation": operation,
        "result": samples.result_name(operation),
        "row": row_name,
        "field": next(iter(row.required or row.properties), "") if row else "",
        "python": samples.python_call(python, example, _WIDTH),
        "python_all": samples.python_call(f"{python}_all", path, _WIDTH),
        "python_raw": samples.python_call(
            f"client.{operation.page}.with_raw_response.{operation.name}", example, _WIDTH
        ),
        "typescript": samples.typescript_call(typescript, example, _WIDTH).removesuffix(";"),
        "typescript_all": samples.typescript_call(f"{typescript}All", path, _WIDTH).removesuffix(";"),
    }


def _programs(name: str, variables: dict[str, Any]) -> list[Program]:
    programs = (
        Program(language, _rendered(f"{name}{ending}", variables)) for ending, language in _LANGUAGES.items()
    )
    return [program for program in programs if program.code]


def _rendered(name: str, variables: dict[str, Any]) -> str:
    """Return a text made from the template of that name; empty without one."""
    templates = _environment()
    file = f"{name}.jinja"
    if file not in templates.list_templates():
        return ""
    return templates.get_template(file).render(variables).strip()


@cache
def _environment() -> Environment:
    return environment(_TEMPLATES, camel=samples.camel)
