"""How fast the Python client is, against httpx alone, the generator's own client and the service's old one.

    python -m tests.bench.client

All are timed in turn, in one run; what counts is the ratio of the medians.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
import warnings
from importlib import import_module
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

import httpx
from tests.bench.generate import _without_callbacks
from tests.program import serving

from contextio_client import ContextIO
from contextio_client.api.accounts import _LIST as LIST_ACCOUNTS
from contextio_client.api.messages import _LIST as LIST_MESSAGES
from contextio_client.auth import OAuth1

if TYPE_CHECKING:
    from collections.abc import Callable

    from contextio_client.operation import Operation

ELEMENTS: Final = 100
LISTS: Final = 200
PARSES: Final = 500
ROUNDS: Final = 10
_BUNDLE: Final = Path(__file__).parents[2] / "generated" / "openapi.json"
_KEY, _SECRET = "key", "secret"
# Pydantic imports half of itself when the first class is made.
_MODEL: Final = "import httpx; from pydantic import BaseModel\nclass One(BaseModel): id: str"
_KEYS: Final = {"CONTEXTIO_CONSUMER_KEY": _KEY, "CONTEXTIO_CONSUMER_SECRET": _SECRET}
_IMPORTS: Final = {
    "httpx and a model": _MODEL,
    "contextio_client": "import contextio_client",
    "… with a page": "import contextio_client.api.accounts",
    "… that of messages": "import contextio_client.api.messages",
}


def main() -> None:
    """Print how long listing, parsing and importing take, each as a ratio to what is first."""
    options = ("--database", ":memory:", "--no-demo")
    with TemporaryDirectory() as scratch, serving(*options, log=Path(scratch, "log"), **_KEYS) as served:
        with ContextIO(_KEY, _SECRET, base_url=served.base_url) as client:
            for number in range(ELEMENTS):
                client.accounts.create(email=f"{number}@example.com", first_name="Ada")
        generated = _generators_own(Path(scratch))
        lists = _lists(served.base_url, generated)
        _print(f"list {ELEMENTS} accounts, {LISTS} times", _measure(lists, LISTS))
        for name, example, ours in (
            ("Account", "Accounts", LIST_ACCOUNTS),
            ("Message", "StoryMessages", LIST_MESSAGES),
        ):
            ways = _parses(name, example, ours, generated)
            _print(f"parse {ELEMENTS} objects of {name}, {PARSES} times", _measure(ways, PARSES))
        _print("import", _import_times(Path(scratch)))
    print(f"bench-client: medians; load {os.getloadavg()[0]:.1f}")  # noqa: T201 - its result


def _generators_own(folder: Path) -> Callable[[str], Any]:
    """Return what imports a module of the package that openapi-python-client makes by itself."""
    bundle = folder / "openapi.json"
    bundle.write_text(json.dumps(_without_callbacks(_BUNDLE)), encoding="utf-8")
    config = folder / "config.json"  # without it, the generator cannot name the values of `SourceType`
    config.write_text('{"literal_enums": true, "post_hooks": []}', encoding="utf-8")
    program = str(Path(sys.executable).with_name("openapi-python-client"))
    command = [program, "generate", "--meta", "none", "--path", str(bundle), "--config", str(config)]
    subprocess.run(
        [*command, "--output-path", str(folder / "generators_own")], check=True, capture_output=True
    )
    sys.path.insert(0, str(folder))
    return import_module


def _lists(base_url: str, generated: Callable[[str], Any]) -> dict[str, Callable[[], object]]:
    """Return the ways to list accounts; all of them sign, since the server asks for it."""
    raw = httpx.Client(auth=OAuth1(_KEY, _SECRET))
    ours = ContextIO(_KEY, _SECRET, base_url=base_url)
    theirs = generated("generators_own").Client(base_url=base_url, httpx_args={"auth": OAuth1(_KEY, _SECRET)})
    sync = generated("generators_own.api.accounts.accounts_list").sync
    old = _old_client(base_url.removesuffix("/2.0"))
    return {
        "signed httpx": lambda: json.loads(raw.get(f"{base_url}/accounts").content),
        "ours": lambda: ours.accounts.list(),  # noqa: PLW0108 - the page is looked up in each call
        "generator's own": lambda: sync(client=theirs),
        "contextio 1.12.8": lambda: old.get_accounts(),  # noqa: PLW0108 - as above
    }


def _parses(
    name: str, example: str, ours: Operation[Any], generated: Callable[[str], Any]
) -> dict[str, Callable[[], object]]:
    """Return the ways to parse a list of objects, which are those of an example over and over."""
    elements = cycle(json.loads(_BUNDLE.read_bytes())["components"]["examples"][example]["value"])
    body = json.dumps(list(islice(elements, ELEMENTS))).encode()
    response = httpx.Response(200, content=body)
    theirs = getattr(generated(f"generators_own.models.{name.lower()}"), name)
    old = getattr(import_module(f"contextio.lib.resources.{name.lower()}"), name)
    parent = _old_client("http://127.0.0.1")
    return {
        "json.loads": lambda: json.loads(body),
        "ours": lambda: ours.read(response, strict=True),
        "generator's own": lambda: [theirs.from_dict(each) for each in json.loads(body)],
        "contextio 1.12.8": lambda: [old(parent, each) for each in json.loads(body)],
    }


def _old_client(origin: str) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # pkg_resources, which it imports, announces its own end
        from contextio.lib.v2_0 import V2_0
    client = V2_0(_KEY, _SECRET, url_base=origin)
    client.session.trust_env = False
    return client


def _measure(ways: dict[str, Callable[[], object]], times: int) -> dict[str, float]:
    """Return seconds for all the times, the ways taking turns in rounds."""
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for way in ways.values():
        way()
    for _ in range(ROUNDS):
        for name, way in ways.items():
            began = time.perf_counter()
            for _ in range(times // ROUNDS):
                way()
            taken[name].append(time.perf_counter() - began)
    return {name: median(rounds) * ROUNDS for name, rounds in taken.items()}


def _import_times(cache: Path) -> dict[str, float]:
    """Return seconds that imports take by `-X importtime`, without what Python starts with."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(cache)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installer compiles as well
    taken: dict[str, list[int]] = {code: [] for code in ("pass", *_IMPORTS.values())}
    for _ in range(2 * ROUNDS):
        for code, totals in taken.items():
            command = [sys.executable, "-X", "importtime", "-c", code]
            told = subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stderr
            totals.append(sum(map(int, re.findall(r"^import time:\s+(\d+) \|", told, re.MULTILINE))))
    start = median(taken["pass"])
    return {name: (median(taken[code]) - start) / 1e6 for name, code in _IMPORTS.items()}


def _print(title: str, times: dict[str, float]) -> None:
    print(title)  # noqa: T201 - its result
    reference = next(iter(times.values()))
    for name, taken in times.items():
        print(f"  {name:20} {taken:7.3f} s  {taken / reference:5.2f}")  # noqa: T201 - its result


if __name__ == "__main__":
    main()
