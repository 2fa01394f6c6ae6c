"""The contract as openapi-python-client reads it: what is a part of a method, with references resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError
from openapi_python_client.strings import PythonIdentifier

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
        if reason := _obstacle(operation):
            message = f"{operation.id} cannot become a method: {reason}"
            raise CannotGenerateError(message)
        paths.setdefault(operation.path.text, {})[operation.method.lower()] = _operation(operation)
    return {
        "openapi": "3.1.0",
        "info": {"title": contract.title, "version": contract.version},
        "paths": paths,
        "components": {"schemas": {name: schema.node for name, schema in contract.schemas.items()}},
    }


def _obstacle(operation: Operation) -> str | None:
    """Return why an operation cannot become a method, as far as that needs no types."""
    if operation.page != PythonIdentifier(operation.page, "tag"):
        return f"its first tag must be a name such as connect_tokens; it is {operation.page!r}"
    for parameter in operation.parameters:
        if parameter.location not in {"path", "query"}:
            return f"the client sends no {parameter.location} parameter, as {parameter.name} is"
    if operation.body and operation.body.form is None:
        return f"its body is no object in {FORM}"
    for status, response in operation.responses.items():
        if status.endswith("XX"):
            return f"{status} is a range of statuses; name them one by one"
        if response.json is None and (response.is_success or response.content):
            return f"its response with status {status} has no JSON body"
    return None


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
