"""A stand-in for the part of OpenTelemetry that the sample of the client's README uses."""

from __future__ import annotations

from types import ModuleType
from typing import Any


class Span:
    """A span that keeps what it is told."""

    def __init__(self, name: str, kind: str, start_time: int) -> None:
        self.name, self.kind, self.start_time = name, kind, start_time
        self.end_time: int | None = None
        self.attributes: dict[str, object] = {}
        self.status: object = None

    def set_attribute(self, name: str, value: object) -> None:
        self.attributes[name] = value

    def set_status(self, status: object) -> None:
        self.status = status

    def end(self, end_time: int) -> None:
        self.end_time = end_time


def telemetry(spans: list[Span]) -> dict[str, ModuleType]:
    """Return the modules for `sys.modules`; spans that are started go to the list."""

    def start_span(name: str, *, kind: str, start_time: int) -> Span:
        spans.append(Span(name, kind, start_time))
        return spans[-1]

    tracer: Any = ModuleType("tracer")
    tracer.start_span = start_span
    trace: Any = ModuleType("opentelemetry.trace")
    trace.get_tracer = lambda _: tracer
    trace.SpanKind = type("SpanKind", (), {"CLIENT": "client"})
    trace.StatusCode = type("StatusCode", (), {"ERROR": "error"})
    trace.Status = lambda code: code
    package: Any = ModuleType("opentelemetry")
    package.trace = trace
    return {"opentelemetry": package, "opentelemetry.trace": trace}
