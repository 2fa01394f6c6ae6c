"""The bundled OpenAPI document as data, read in one place and used by every other package.

`Contract` is the way in. It holds `Operation`s by operationId; an operation holds its `Parameter`s, its
`RequestBody`, its `Response`s and their `Link`s; all of them hold `Schema`s. A `$ref` may stand wherever
OpenAPI allows one: whatever is read here has been resolved.
"""

from contextio_contract.contract.behaviour.answers import Effect, Part
from contextio_contract.contract.behaviour.listing import Filter, Listing, Paging
from contextio_contract.contract.behaviour.resource import Resource
from contextio_contract.contract.behaviour.signature import Signature
from contextio_contract.contract.contract import Contract, Page
from contextio_contract.contract.document import ContractError, Document
from contextio_contract.contract.links import Exchange, Link
from contextio_contract.contract.media_types import FORM, JSON, MULTIPART
from contextio_contract.contract.messages import MediaType, RequestBody, Response
from contextio_contract.contract.operation import METHODS, Callback, Operation
from contextio_contract.contract.parameters import Example, Parameter
from contextio_contract.contract.paths import PathTemplate
from contextio_contract.contract.resources import Collection
from contextio_contract.contract.schema import Schema

__all__ = [
    "FORM",
    "JSON",
    "METHODS",
    "MULTIPART",
    "Callback",
    "Collection",
    "Contract",
    "ContractError",
    "Document",
    "Effect",
    "Example",
    "Exchange",
    "Filter",
    "Link",
    "Listing",
    "MediaType",
    "Operation",
    "Page",
    "Paging",
    "Parameter",
    "Part",
    "PathTemplate",
    "RequestBody",
    "Resource",
    "Response",
    "Schema",
    "Signature",
]
