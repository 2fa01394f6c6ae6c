"""The contract as openapi-python-client reads it: what is a part of a method, with references resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError

from contextio_contract.codegen.facts import check_operation
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
        check_operation(operation)
        paths.setdefault(operation.path.text, {})[operation.method.lower()] = _operation(operation)
    return {
        "openapi": "3.1.0",
        "info": {"title": contract.title, "version": contract.version},
        "paths": paths,
        "components": {"schemas": {name: schema.node for name, schema in contract.schemas.items()}},
    }


def _operation(operation: Operation) -> dict[str, Any]:
    described: dict[str, Any] = {
        "operationId": operation.id,
        "tags": [operation.page],
        "parameters": [
            {
                "name": parameter.name,
                "in": parameter.location,
                "required": parameter.required,
                "schema": _node(parameter.schema),
            }
            for parameter in (*operation.path_parameters, *operation.query_parameters)
        ],
        "responses": {
            status: {"description": "", **_content(JSON, response.json.schema)}
            for status, response in operation.responses.items()
            if response.json
        },
    }
    if operation.body and operation.body.form:
        described["requestBody"] = _content(FORM, operation.body.form.schema)
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
