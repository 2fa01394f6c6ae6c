"""Access to everything that a contract says of its operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from contextio_contract.contract import Contract

if TYPE_CHECKING:
    from contextio_contract.contract import Operation, Parameter, RequestBody, Response


def everything(bundle: dict[str, Any]) -> dict[str, Any]:
    """Return what a contract says of a bundle, resolved, by operationId."""
    contract = Contract(bundle)
    pages = {"": [[page.name, page.description] for page in contract.pages]}
    return {**pages, **{name: _operation(operation) for name, operation in contract.operations.items()}}


def _operation(operation: Operation) -> list[Any]:
    return [
        [operation.method, operation.path.text, operation.page, operation.name, operation.summary],
        [operation.description, operation.impact, operation.paging, operation.success.status],
        [parameter.name for parameter in operation.path_parameters],
        [_parameter(parameter) for parameter in operation.parameters],
        _bodies(operation.body),
        sorted(operation.form.properties) if operation.form else None,
        [_response(response) for response in operation.responses.values()],
        [
            [callback.name, callback.expression, callback.method, _bodies(callback.body)]
            for callback in operation.callbacks
        ],
    ]


def _parameter(parameter: Parameter) -> list[Any]:
    is_valid = parameter.schema.is_valid(parameter.example)
    return [
        [parameter.name, parameter.location, parameter.required, parameter.example, is_valid],
        [parameter.description, parameter.explode],
    ]


def _response(response: Response) -> list[Any]:
    return [
        [response.status, response.kind, response.description, _bodies(response)],
        [[header.name, header.example] for header in response.headers.values()],
        [[link.name, link.operation, dict(link.parameters)] for link in response.links.values()],
    ]


def _bodies(message: RequestBody | Response | None) -> list[Any]:
    return [
        [
            [media.name, [[example.name, example.summary, example.value] for example in media.examples]],
            [media.schema.types, sorted(media.schema.properties), media.schema.required],
            media.schema.is_valid(media.example),
        ]
        for media in (message.content.values() if message else ())
    ]
