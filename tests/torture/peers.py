"""Mail servers and receivers of callbacks that hang, drip and flood: calls of another key must go on.

    python -m tests.torture.peers

Nine keys attach mailboxes at such mail servers, and at a good one with such receivers, all at once.
"""

from __future__ import annotations

import http.client
import json
import multiprocessing
import statistics
import sys
import threading
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

from tests.imap import running_imap
from tests.server.hostile import flooding, keep_silent, running_peer
from tests.torture.deployment import KEY, running
from tests.torture.report import Figure, end
from tests.torture.signing import Request

if TYPE_CHECKING:
    import socket
    from collections.abc import Mapping

    from tests.imap import Imap
    from tests.server.hostile import Peer
    from tests.torture.deployment import Deployment

EACH: Final = 45
"""How many mailboxes are attached with mail servers and with receivers of each kind."""


def drip(connection: socket.socket, _peer: Peer) -> None:
    """Send a byte now and then."""
    while True:
        connection.sendall(b"*")
        time.sleep(0.5)


OTHER_KEYS: Final = tuple(f"other-{number}" for number in range(9))
KINDS: Final = {
    "silent": keep_silent,
    "dripping": drip,
    "flooding": flooding(b"* OK\r\n", b"* X a line\r\n" * 500),
}
CALLS: Final = 200
RATIO: Final = 1.5
"""How much longer calls of the key may take meanwhile: 95th percentile."""
LEAST_MS: Final = 5.0
"""A difference that is less cannot be told from noise."""
_WITHIN: Final = 120.0


@dataclass(frozen=True)
class Caller:
    """Calls a deployment with a key."""

    deployment: Deployment
    key: str

    def call(self, method: str, path: str, form: Mapping[str, Any] | None = None) -> tuple[int, Any]:
        """Return the status of the answer and its JSON."""
        pairs = [(name, str(value)) for name, value in (form or {}).items()]
        origin, base = self.deployment.origin, self.deployment.base
        request = Request(method, origin, base + path, form=pairs).sign(consumer_key=self.key)
        with closing(http.client.HTTPConnection(*self.deployment.address, timeout=_WITHIN)) as connection:
            connection.request(method, request.target, request.body or None, dict(request.fields))
            answer = connection.getresponse()
            return answer.status, json.loads(answer.read())


def p95(caller: Caller, path: str) -> float:
    """Return the 95th percentile of reads in milliseconds."""
    seconds = []
    for _ in range(CALLS):
        begin = time.perf_counter()
        status, _ = caller.call("GET", path)
        assert status == 200, status
        seconds.append(time.perf_counter() - begin)
        time.sleep(0.02)  # so that the measurement spans what goes on
    return 1000 * statistics.quantiles(seconds, n=20)[-1]


def check(caller: Caller, account: str) -> str:
    """Check the status of the first source of an account, and return it."""
    source = f"/accounts/{account}/sources/0"
    caller.call("POST", source, {"force_status_check": 1})
    return str(caller.call("GET", source)[1]["status"])


def ill_treat(deployment: Deployment, imap: Imap, ports: Mapping[str, int]) -> list[Figure]:
    """Attach mailboxes at all peers, and return what calls of another key saw meanwhile and afterwards."""
    mine = Caller(deployment, KEY)
    account = mine.call("POST", "/accounts", imap.form())[1]["id"]
    path = f"/accounts/{account}"
    check(mine, account)
    memory, answers = deployment.memory(), Counter[int]()

    def attach(number: int, kind: str, *, by_callback: bool) -> None:
        host = f"127.{2 if by_callback else 1}.{number}.1"
        form = imap.form(email=f"{kind}{number}@example.com")
        if by_callback:
            form["callback_url"] = f"http://{host}:{ports[kind]}/"
        else:
            form |= {"server": host, "port": ports[kind]}
        caller = Caller(deployment, OTHER_KEYS[number % len(OTHER_KEYS)])
        answers[caller.call("POST", "/accounts", form)[0]] += 1

    is_over, most = threading.Event(), [memory]

    def watch() -> None:
        while not is_over.wait(0.2):
            most.append(deployment.memory())

    apart = ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"))  # not beside the peers
    with apart, ThreadPoolExecutor(EACH * len(KINDS) * 2 + 1) as pool:
        quiet = apart.submit(p95, mine, path).result()
        pool.submit(watch)
        attached = [
            pool.submit(attach, number, kind, by_callback=by_callback)
            for by_callback in (True, False)
            for number in range(EACH)
            for kind in KINDS
        ]
        busy = apart.submit(p95, mine, path).result()
        during = check(mine, account)
        for each in attached:
            each.result()
        is_over.set()
    after = check(mine, account)
    told = ", ".join(f"{number} x {status}" for status, number in sorted(answers.items()))
    return [
        Figure(
            "another key's p95", f"{busy:.1f} ms ({quiet:.1f} before)", busy < max(RATIO * quiet, LEAST_MS)
        ),
        Figure("its source meanwhile, after", f"{during}, {after}", (during, after) == ("OK", "OK")),
        Figure("answers to the other keys", told, set(answers) <= {201, 400, 503}),
        Figure("memory", f"{memory:.0f} MB before, {max(most):.0f} MB at most", max(most) < memory + 100),
        Figure("tracebacks in the log", str(deployment.tracebacks()), not deployment.tracebacks()),
    ]


def main() -> int:
    with TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        peers = {kind: stack.enter_context(running_peer(behave)) for kind, behave in KINDS.items()}
        imap = stack.enter_context(running_imap(folder / "imap.log"))
        options = ("--allow-private", "127.0.0.0/8")
        deployment = stack.enter_context(running(folder, *options, other_keys=OTHER_KEYS))
        ports = {kind: peer.port for kind, peer in peers.items()}
        return end("hostile peers", ill_treat(deployment, imap, ports))


if __name__ == "__main__":
    sys.exit(main())
