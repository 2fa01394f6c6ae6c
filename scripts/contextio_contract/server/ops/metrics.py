"""Metrics of one process for Prometheus."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING, Final, TypeAlias

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.registry import Collector

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

Values: TypeAlias = "Mapping[tuple[str, ...], float]"
"""Numbers by the values of the labels."""
_Family = GaugeMetricFamily | CounterMetricFamily

_SECONDS: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)
_log = logging.getLogger(__name__)


class Metrics:
    """Counts what happens, and reads what is."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)  # memory, CPU time and descriptors, on Linux
        self._requests = Counter(
            "contextio_requests", "Requests.", ("operation", "status"), registry=self._registry
        )
        self._seconds = Histogram(
            "contextio_request_seconds",
            "Seconds until the response to a request began.",
            ("operation",),
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._by_request: dict[tuple[str, int], tuple[Counter, Histogram]] = {}
        self._mailboxes = Counter(
            "contextio_mailbox_probes", "Mailboxes opened for calls.", ("outcome",), registry=self._registry
        )
        self._attempts = Counter(
            "contextio_job_attempts", "Attempts at jobs.", ("kind", "outcome"), registry=self._registry
        )
        self._limited = Counter(
            "contextio_calls_over_rate", "Calls refused with 429.", ("limit",), registry=self._registry
        )

    def count_request(self, operation: str, status: int, seconds: float) -> None:
        """Count a request that was answered; the operation is empty if there is none."""
        known = self._by_request.get((operation, status))
        if known is None:  # kept, since the search for labels takes longer than the count
            known = self._requests.labels(operation, str(status)), self._seconds.labels(operation)
            self._by_request[operation, status] = known
        known[0].inc()
        known[1].observe(seconds)

    def count_probe(self, outcome: str) -> None:
        """Count a mailbox that was opened for a call: a status of the API, or `BUSY` without a free slot."""
        self._mailboxes.labels(outcome).inc()

    def count_attempt(self, kind: str, outcome: str) -> None:
        """Count an attempt at a job: done, failed or given up."""
        self._attempts.labels(kind, outcome).inc()

    def count_over_rate(self, limit: str) -> None:
        """Count a call that was refused because its key has made too many."""
        self._limited.labels(limit).inc()

    def add_gauge(self, name: str, text: str, labels: Iterable[str], read: Callable[[], Values]) -> None:
        """Add what is read whenever the metrics are; left out while it cannot be read."""
        self._registry.register(_Reading(partial(GaugeMetricFamily, name, text, labels=tuple(labels)), read))

    def add_counter(self, name: str, text: str, labels: Iterable[str], read: Callable[[], Values]) -> None:
        """Add what is counted elsewhere since the start, which is read whenever the metrics are."""
        self._registry.register(
            _Reading(partial(CounterMetricFamily, name, text, labels=tuple(labels)), read)
        )

    def render(self) -> bytes:
        """Return the metrics in the text format of Prometheus."""
        return generate_latest(self._registry)


class _Reading(Collector):
    def __init__(self, family: Callable[[], _Family], read: Callable[[], Values]) -> None:
        self._family, self._read = family, read

    def describe(self) -> Iterable[_Family]:
        """Return the metric without its values, which are not read at the start."""
        return [self._family()]

    def collect(self) -> Iterable[_Family]:
        """Return the metric with its values."""
        family = self._family()
        try:
            for labels, value in self._read().items():
                family.add_metric(labels, value)
        except Exception as error:  # noqa: BLE001 - the other metrics tell what is wrong
            _log.warning("metrics: %s cannot be read (%s)", family.name, type(error).__name__)
            return []
        return [family]
