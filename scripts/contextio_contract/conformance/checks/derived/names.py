"""Proofs about further names of resources, and about messages that were uploaded."""

from __future__ import annotations

from email import message_from_bytes
from typing import TYPE_CHECKING

from contextio_contract.conformance.checks.derived.proof import proves
from contextio_contract.conformance.checks.derived.samples import sampled
from contextio_contract.conformance.checks.responses import Absent, expect_equal, need
from contextio_contract.conformance.checks.shared import within
from contextio_contract.conformance.safety.uploads import header_fields

if TYPE_CHECKING:
    from contextio_contract.conformance.checks.steps import Deployment
    from contextio_contract.contract.behaviour.expectations import Expectation


@proves("also-named", reads_only=True)
def has_further_names(deployment: Deployment, expectation: Expectation) -> None:
    """The key after its prefix, and each further field after its own, lead to the same resource."""
    collection, elements = sampled(deployment, expectation.described)
    resource = expectation.resource
    names = [*([(resource.key, resource.prefix)] if resource.key else []), *resource.also_named]
    for field, prefix in names:
        holders = [element for element in elements if element.get(field)]
        for element in holders[:3]:
            name = f"{prefix}{element[field]}"
            read = collection[name].read()
            expect_equal(
                read.get(resource.key or field), element.get(resource.key or field), f"what {name} leads to"
            )
    need(any(element.get(field) for element in elements for field, _ in names), "nothing has a further name")


@proves("upload")
def keeps_upload(deployment: Deployment, expectation: Expectation) -> None:
    """The header fields of a message show in the read, and its bytes where a part answers bytes."""
    described = expectation.described
    resource = within(deployment, described).new()
    field, shown = header_fields(described) or ("", {})
    sent = resource.sent[field]
    message, read = message_from_bytes(sent), resource.read()
    for name, header in shown.items():
        if message[header] is not None or name in read:
            expect_equal(read.get(name, Absent()), message[header], f"{name}, which shows {header}")
    for operation in deployment.contract.operations.values():
        is_source = operation.is_safe and operation.part and operation.success.kind == "binary"
        if is_source and operation.path.text.startswith(f"{described.element}/"):
            path = (*resource.path, operation.path.segments[-1])
            content = deployment.send("GET", path).must_be(operation.success_status).raw.content
            expect_equal(content, sent, "the bytes")
