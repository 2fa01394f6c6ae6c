"""How fast the Python client is, against httpx alone, the generator's own client and the service's old one.

    python -m tests.bench.client

All are timed in turn, in one run; what counts is the ratio of the medians. Parsers are compared twice. The
second time every documented field of every object is read once: a lazy one gains nothing then.

Answers are pydantic objects, and validated at once. The table says how many times as fast as the generator's
classes they are, which check nothing (November 2026, pydantic 2.14, a busy machine):

| | accounts | and read | messages | and read |
| --- | --- | --- | --- | --- |
| ours | 2.3 to 2.6 | 1.9 to 2.1 | 2.9 to 3.3 | 2.4 to 2.8 |
| pydantic, plain types | 2.6 to 2.8 | 2.1 to 2.2 | 1.3 to 1.4 | 1.3 |
| pydantic's JSON as dicts | 5.2 | 4.1 | 7.9 | 6.7 |
| msgspec | 11 | 7 | 2.4 to 12 | 2.5 to 3.7 |

Plain types are what pydantic can do at best. A message holds some 30 objects; ours are faster there because
garbage collections are put off while a list is parsed. Twice as fast would take other objects: dicts with
attributes check nothing, and msgspec drops unknown fields. Either would take `model_dump()`, pickles and
`isinstance` from programs.
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
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

import httpx
from tests.bench.generate import _without_callbacks
from tests.bench.parsers import ELEMENTS, memory_of, parsers
from tests.program import serving

from contextio_client import ContextIO
from contextio_client.api.accounts import _LIST as LIST_ACCOUNTS
from contextio_client.api.messages import _LIST as LIST_MESSAGES
from contextio_client.auth import OAuth1
from contextio_contract.contract import Contract

if TYPE_CHECKING:
    from collections.abc import Callable

    from contextio_client.operation import Operation

LISTS: Final = 200
GETS: Final = 500
PARSES: Final = 200
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
    options = ("--database", ":memory:")
    with TemporaryDirectory() as scratch, serving(*options, log=Path(scratch, "log"), **_KEYS) as served:
        with ContextIO(_KEY, _SECRET, base_url=served.base_url) as client:
            for number in range(ELEMENTS):
                client.accounts.create(email=f"{number}@example.com", first_name="Ada")
        generated = _generators_own(Path(scratch))
        lists = _lists(served.base_url, generated)
        _print(f"list {ELEMENTS} accounts, {LISTS} times", _measure(lists, LISTS, time.perf_counter))
        _print(f"get one account from memory, {GETS} times", _measure(_gets(), GETS))
        for name, example, ours in (
            ("Account", "Accounts", LIST_ACCOUNTS),
            ("Message", "StoryMessages", LIST_MESSAGES),
        ):
            _compare_parsers(
                name, example, ours, getattr(generated(f"generators_own.models.{name.lower()}"), name)
            )
        _print("import", _import_times(Path(scratch)))
    _say(f"bench-client: medians; load {os.getloadavg()[0]:.1f}")


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


def _compare_parsers(name: str, example: str, ours: Operation[Any], theirs: Any) -> None:
    """Print how fast lists are parsed, and read, each as a ratio to the generator's own."""
    contract = Contract.load(_BUNDLE)
    found = parsers(contract, name, example, ours, theirs)
    ready = found["ours"].parse()
    alone = _measure({"parse": lambda: [found["ours"].read(each) for each in ready]}, PARSES)["parse"]
    parsed = _measure({key: parser.parse for key, parser in found.items()}, PARSES)
    read = _measure({key: parser.parse_and_read for key, parser in found.items()}, PARSES)
    own = next(iter(found))
    _say(f"parse {ELEMENTS} objects of {name}, {PARSES} times | and read each documented field once | memory")
    for key, parser in found.items():
        times = (f"{taken[key]:7.3f} s {taken[own] / taken[key]:5.2f} x" for taken in (parsed, read))
        _say(f"  {key:22} {' | '.join(times)} | {memory_of(parser):5.1f} KiB")
    bound = f"{alone:7.3f} s {read[own] / alone:5.2f} x"
    _say(f"  {'reading ours, alone':22} {'':17} | {bound} | no parser gains more")


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


def _gets() -> dict[str, Callable[[], object]]:
    """Return the ways to get one account where no network takes time."""
    account = json.loads(_BUNDLE.read_bytes())["components"]["examples"]["Accounts"]["value"][0]
    content = json.dumps(account).encode()
    transport = httpx.MockTransport(lambda _: httpx.Response(200, content=content))
    unsigned = httpx.Client(transport=transport)
    signed = httpx.Client(transport=transport, auth=OAuth1(_KEY, _SECRET))
    ours = ContextIO(_KEY, _SECRET, base_url="https://deployment.example/2.0", transport=transport)
    url = "https://deployment.example/2.0/accounts/a"
    return {
        "httpx": lambda: json.loads(unsigned.get(url).content),
        "signed httpx": lambda: json.loads(signed.get(url).content),
        "ours": lambda: ours.accounts.get("a"),
    }


def _old_client(origin: str) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # pkg_resources, which it imports, announces its own end
        from contextio.lib.v2_0 import V2_0
    client = V2_0(_KEY, _SECRET, url_base=origin)
    client.session.trust_env = False
    return client


def _measure(
    ways: dict[str, Callable[[], object]], times: int, clock: Callable[[], float] = time.process_time
) -> dict[str, float]:
    """Return seconds for all the times, the ways taking turns; by default those of the processor."""
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for way in ways.values():
        way()
    for _ in range(ROUNDS):
        for name, way in ways.items():
            began = clock()
            for _ in range(times // ROUNDS):
                way()
            taken[name].append(clock() - began)
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
    _say(title)
    reference = next(iter(times.values()))
    for name, taken in times.items():
        _say(f"  {name:20} {taken:7.3f} s  {taken / reference:5.2f}")


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - its result


if __name__ == "__main__":
    main()
