"""Parsers of lists of objects, each with a function that reads every documented field of an object once."""

from __future__ import annotations

import gc
import json
import subprocess
import sys
import tracemalloc
from importlib import import_module
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import httpx
from pydantic import TypeAdapter
from pydantic_core import from_json
from tests.bench.fields import make_reader, msgspec_class, pydantic_class

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    from contextio_client.operation import Operation
    from contextio_contract.contract import Contract

ELEMENTS: Final = 100
_MSGSPEC: Final = "msgspec==0.22.0"
_PEERS: Final = Path(__file__).parents[2] / ".cache" / "bench-peers-python"
PAGES: Final = 5
"""How many parsed lists are held at once, to measure their memory."""


class Parser(NamedTuple):
    """A way to parse a list.

    Attributes:
        parse: returns the list.
        read: reads each documented field of an element once.
    """

    parse: Callable[[], Any]
    read: Callable[[Any], None]

    def parse_and_read(self) -> None:
        """Parse the list, and read it."""
        for each in self.parse():
            self.read(each)


def parsers(
    contract: Contract, name: str, example: str, ours: Operation[Any], theirs: Any
) -> dict[str, Parser]:
    """Return the ways to parse a list of objects.

    Args:
        contract: the contract.
        name: the schema of the objects.
        example: the example with the objects, which are repeated.
        ours: the operation that lists them.
        theirs: the class that openapi-python-client makes by itself.
    """
    values = contract.bundle["components"]["examples"][example]["value"]
    body = json.dumps(list(islice(cycle(values), ELEMENTS))).encode()
    response = httpx.Response(200, content=body)
    annotation: Any = list.__class_getitem__(pydantic_class(contract, name))
    plain: TypeAdapter[Any] = TypeAdapter(annotation)
    msgspec: Any = _msgspec()
    struct = msgspec.json.Decoder(list.__class_getitem__(msgspec_class(contract, name, msgspec)))
    old = getattr(import_module(f"contextio.lib.resources.{name.lower()}"), name)
    items, attributes = (make_reader(contract, name, style) for style in ("item", "attribute"))
    own = make_reader(contract, name, "attribute of the generator")
    return {
        "generator's own": Parser(lambda: [theirs.from_dict(each) for each in json.loads(body)], own),
        "json.loads, dicts": Parser(lambda: json.loads(body), items),
        "from_json, dicts": Parser(lambda: from_json(body), items),
        "ours": Parser(lambda: ours.read(response, strict=False)[0], attributes),
        "ours, strict": Parser(lambda: ours.read(response, strict=True)[0], attributes),
        "pydantic, plain types": Parser(lambda: plain.validate_json(body), attributes),
        "msgspec": Parser(lambda: struct.decode(body), attributes),
        "contextio 1.12.8": Parser(
            lambda: [old(_Parent, each) for each in json.loads(body)],
            make_reader(contract, name, "attribute or item"),
        ),
    }


class _Parent:
    """What objects of contextio 1.12.8 ask of the object that they belong to."""

    api_version = "2.0"


def _msgspec() -> ModuleType:
    """Return the library, which only the comparison needs, from the cache of this checkout."""
    if not (_PEERS / "msgspec").exists():
        install = ["uv", "pip", "install", "--quiet", "--target", str(_PEERS), _MSGSPEC]
        subprocess.run([sys.executable, "-m", *install], check=True)
    sys.path.append(str(_PEERS))
    return import_module("msgspec")


def memory_of(parser: Parser) -> float:
    """Return how many KiB an element takes."""
    parser.parse()
    gc.collect()
    tracemalloc.start()
    held = [parser.parse() for _ in range(PAGES)]
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return size / 1024 / sum(map(len, held))
