"""Entries of recorded traffic, held against the contract and counted by the deployment that answered."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from contextio_contract.contract import conformity
from contextio_contract.proxy.recorded.addresses import Locator
from contextio_contract.proxy.recorded.deployment import Deployment, Finding
from contextio_contract.proxy.recorded.entry import UnreadableEntryError, read_entry
from contextio_contract.proxy.recorded.masks import MASK, may_come_of_mask
from contextio_contract.proxy.recorded.tally import Tally
from contextio_contract.proxy.violations import Checker, Coverage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from contextio_contract.contract import Contract, Operation
    from contextio_contract.contract.conformity import Violation
    from contextio_contract.proxy.recorded.addresses import Address
    from contextio_contract.proxy.recorded.deployment import Side
    from contextio_contract.proxy.recorded.entry import Exchange
    from contextio_contract.proxy.recorded.tally import Where
    from contextio_contract.proxy.violations import CheckedRequest

_MOST_DEPLOYMENTS: Final = 100
_ABOUT_NAMES: Final = frozenset({"additionalProperties", "propertyNames", "unevaluatedProperties"})
"""Keywords whose messages repeat names of properties."""


class Judge:
    """Holds entries of recorded traffic against a contract.

    Attributes:
        others: the entries of other addresses, by origin.
        unreadable: why entries could not be read.
    """

    def __init__(self, contract: Contract, base_url: str | None = None) -> None:
        """Judge what is below a base address; without one, wherever described paths are.

        Raises:
            CannotRun: if the base address is none.
            ContractError: if the contract has schemas that are not valid, or no server.
        """
        self.others: Tally[str] = Tally()
        self.unreadable: Tally[str] = Tally()
        self._contract = contract
        self._locator = Locator(contract, base_url)
        self._checker = Checker(contract)
        self._deployments: dict[str, Deployment] = {}
        self._names = {"*", *_property_names(contract.bundle)}

    @property
    def deployments(self) -> Sequence[Deployment]:
        """The deployments of the API: those that are certain, else the one whose traffic fits best."""
        seen = self._deployments.values()
        likely = [each for each in seen if each.kept]
        likely.sort(key=lambda each: (len(each.coverage.called), each.kept), reverse=True)
        return [each for each in seen if each.is_certain] or likely[:1]

    @property
    def unlikely(self) -> Sequence[Deployment]:
        """What looks like a deployment by some of its paths only."""
        return [each for each in self._deployments.values() if each not in self.deployments]

    async def judge(self, entry: Any, where: Where) -> None:
        """Judge and count an entry."""
        try:
            exchange = read_entry(entry)
        except UnreadableEntryError as error:
            self.unreadable.add(str(error), where)
            return
        method, path = exchange.request.method, exchange.request.path
        address = self._locator.locate(exchange.origin, path)
        deployment = self._deployment(exchange, address)
        if deployment is None:
            self.others.add(exchange.origin, where)
            return
        deployment.entries += 1
        unknown = _why_not_judged(exchange)
        if unknown:
            deployment.unknown.add(unknown, where)
        elif address is None or address.path is None:
            deployment.undescribed.add((method, self._locator.hide(path), exchange.status), where)
        else:
            deployment.is_certain |= address.is_certain
            await self._judge(exchange, address.path, deployment, where)

    def _deployment(self, exchange: Exchange, address: Address | None) -> Deployment | None:
        """Return the deployment that an exchange is with; None if that is none of the API."""
        if address is None:
            url = exchange.origin + exchange.request.path.decode("utf-8", "replace")
            bases = (base for base in self._deployments if url.startswith(f"{base}/"))
            return self._deployments.get(max(bases, key=len, default=""))
        if address.base not in self._deployments and len(self._deployments) < _MOST_DEPLOYMENTS:
            self._deployments[address.base] = Deployment(address.base, Coverage(self._contract))
        return self._deployments.get(address.base)

    async def _judge(self, exchange: Exchange, path: bytes, deployment: Deployment, where: Where) -> None:
        checked = await self._checker.check_request(exchange.request_at(path))
        is_refused = exchange.status >= HTTPStatus.BAD_REQUEST
        wrong, doubts = self._check_answer(exchange, checked.operation)
        findings = [self._finding(exchange, checked, "answer", *self._tell(each)) for each in wrong]
        if exchange.request.body is None:
            doubts.append("the recording does not have the body of the request as it was sent")
        for message in checked.violations:
            finding = self._finding(exchange, checked, "request", "", message)
            if is_refused:
                deployment.refused.add(finding, where)
            elif exchange.is_masked:
                doubts.append("the recording has masks in the request")
            else:
                findings.append(finding)
        for finding in findings:
            deployment.violations.add(finding, where)
        for doubt in dict.fromkeys(doubts):
            deployment.unknown.add(doubt, where)
        deployment.coverage.record(checked, exchange.status, len(findings))
        deployment.kept += not findings and not doubts and checked.operation is not None

    @staticmethod
    def _check_answer(exchange: Exchange, operation: Operation | None) -> tuple[list[Violation], list[str]]:
        """Return what is wrong with an answer, and why it is not judged in whole."""
        if operation is None:
            return [], []
        method, status, body = exchange.request.method, exchange.status, exchange.body
        violations, doubts = [], []
        for violation in conformity.find(operation, method, status, exchange.headers, body):
            if violation.rule == conformity.UNREADABLE and exchange.lack:
                doubts.append(exchange.lack)
            elif may_come_of_mask(violation):
                doubts.append("the recording has masks in the answer")
            else:
                violations.append(violation)
        if body is None and method != "HEAD" and _has_readable_body(operation, exchange):
            doubts.append(exchange.lack)
        return violations, doubts

    def _finding(
        self, exchange: Exchange, checked: CheckedRequest, side: Side, place: str, message: str
    ) -> Finding:
        operation, method = checked.operation, exchange.request.method
        path = operation.path.text if operation else self._locator.hide(exchange.request.path)
        return Finding(operation.id if operation else "", method, path, exchange.status, side, place, message)

    def _tell(self, violation: Violation) -> tuple[str, str]:
        """Return the place of a violation and what is wrong, without names that only the answer has."""
        names = ("*" if isinstance(part, int) else part for part in violation.place or ())
        shown = "/".join(name if name in self._names else MASK for name in names)
        place = "" if violation.place is None else f"/{shown}"
        if violation.rule in _ABOUT_NAMES:
            return place, f"it has properties that {violation.rule} does not allow"
        return place, violation.message


def _why_not_judged(exchange: Exchange) -> str:
    """Return why an exchange tells nothing of the deployment; empty if it does."""
    if exchange.request.method == "OPTIONS" and "access-control-request-method" in exchange.request_headers:
        return "the request is a preflight of a browser (CORS)"
    if exchange.status == 0:
        return "there is no answer (status 0: aborted or blocked)"
    if exchange.status == HTTPStatus.NOT_MODIFIED:
        return "the answer is in a cache (304)"
    return ""


def _has_readable_body(operation: Operation, exchange: Exchange) -> bool:
    """Return whether an operation describes the body of an answer as JSON or text."""
    described = operation.response(exchange.status)
    media = described.media_of(exchange.headers.get("content-type", "")) if described else None
    return media is not None and media.kind != "binary"


def _property_names(node: Any) -> set[str]:
    """Return the names that schemas anywhere in a document give to properties."""
    if isinstance(node, list):
        return {name for child in node for name in _property_names(child)}
    if not isinstance(node, dict):
        return set()
    properties = node.get("properties")
    own = set(properties) if isinstance(properties, dict) else set()
    return own.union(*map(_property_names, node.values()))
