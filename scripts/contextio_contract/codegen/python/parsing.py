"""The contract as openapi-python-client reads it: what is a part of a method, with references resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError

from contextio_contract.codegen.arguments import arguments
from contextio_contract.codegen.samples import identifier
from contextio_contract.codegen.targets import CannotGenerateError
from contextio_contract.contract import FORM, JSON

if TYPE_CHECKING:
    from openapi_python_client.config import Config

    from contextio_contract.contract import Contract, Operation, Schema


def parse(contract: Contract, config: Config) -> GeneratorData:
    """Read the operations and schemas.

    Raises:
        CannotGenerateError: if the generator would leave something out, such as an operation.
    """
    data = GeneratorData.from_dict(_document(contract), config=config)
    if isinstance(data, GeneratorError):
        raise _refusal(data)
    pages = data.endpoint_collections_by_tag.values()
    for error in (*data.errors, *(error for page in pages for error in page.parse_errors)):
        raise _refusal(error)
    data.models, data.enums = [], []  # they are in the models package
    return data


def _document(contract: Contract) -> dict[str, Any]:
    paths: dict[str, dict[str, Any]] = {}
    for operation in contract.operations.values():
        path = operation.path.fill({name: f"{{{identifier(name)}}}" for name in operation.path.parameters})
        paths.setdefault(unquote(path), {})[operation.method.lower()] = _operation(operation)
    return {
        "openapi": "3.1.0",
        "info": {"title": contract.title, "version": contract.version},
        "paths": paths,
        # Objects are classes of the models package; the client needs no more of them than their names.
        "components": {
            "schemas": {
                name: {"type": "object"} if schema.types == ("object",) else schema.node
                for name, schema in contract.schemas.items()
            }
        },
    }


def _operation(operation: Operation) -> dict[str, Any]:
    """Return what decides types; parameters and fields have the names of arguments."""
    given = list(arguments(operation))
    described: dict[str, Any] = {
        "operationId": operation.id,
        "tags": [operation.page],
        "parameters": [
            {"name": each.name, "in": each.location, "required": each.required, "schema": _node(each.schema)}
            for each in given
            if each.location in {"path", "query", "header"}
        ],
        "responses": {
            status: {"description": "", **_content(JSON, response.json.schema)}
            for status, response in operation.responses.items()
            if response.json
        },
    }
    if operation.form:
        fields = {each.name: _node(each.schema) for each in given if each.location in {"form", "file"}}
        form = {"type": "object", "properties": fields}
        described["requestBody"] = {"content": {FORM: {"schema": form}}}
    elif operation.body and operation.body.json:
        described["requestBody"] = _content(JSON, operation.body.json.schema)
    return described


def _content(media_type: str, schema: Schema) -> dict[str, Any]:
    return {"content": {media_type: {"schema": _node(schema)}}}


def _node(schema: Schema) -> dict[str, Any]:
    """Return the schema, with a reference only to what is a class of the models package."""
    node: dict[str, Any] = schema.node if schema.name else schema.resolved
    return node


def _refusal(problem: GeneratorError) -> CannotGenerateError:
    """Turn a warning of the generator, which would go on, into the reason not to."""
    return CannotGenerateError(" ".join(f"{problem.header} {problem.detail or ''}".split()))
