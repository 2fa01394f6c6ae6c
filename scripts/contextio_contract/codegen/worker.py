"""A generator in a process of its own, which imports its libraries while the bundle is still being made."""

from __future__ import annotations

import gc
import multiprocessing
import signal
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from contextio_contract.codegen.targets import CannotGenerateError
from contextio_contract.contract import Contract, ContractError
from contextio_contract.errors import CannotRun

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from typing import Self

    from contextio_contract.codegen.targets import Target


class Worker:
    """Runs the writer of one target once.

    The process is a fork, so that it starts at once, and so that it holds a lock which this process holds: a
    worker that outlives a killed parent while it writes is waited for.
    """

    def __init__(self, target: Target, spec: Path, output: Path) -> None:
        """Start the process.

        Args:
            target: whose writer.
            spec: the folder of the description.
            output: what the writer is to make.
        """
        fork = multiprocessing.get_context("fork")
        self._connection, other_end = fork.Pipe()
        self._process = fork.Process(target=_work, args=(target, spec, output, other_end, self._connection))
        self._process.start()
        other_end.close()

    def begin(self, bundle: Path) -> None:
        """Let the writer begin with the bundle that is in this file."""
        with suppress(BrokenPipeError):  # it has ended; `finish` says why
            self._connection.send(str(bundle))

    def finish(self) -> None:
        """Wait until the folder is written.

        Raises:
            CannotGenerateError: when the writer cannot go on with the bundle.
            CannotRun: when the writer itself is broken.
        """
        try:
            problem = self._connection.recv()
        except EOFError:
            problem = CannotRun("a generator ended before its time; run it again")
        if problem:
            raise problem

    def __enter__(self) -> Self:
        """Return the worker, which ends with the block."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        self._process.join()
        self._connection.close()


def _work(target: Target, spec: Path, output: Path, connection: Connection, parents_end: Connection) -> None:
    """Do a worker's work, in its process."""
    parents_end.close()  # or the end of the parent would go unnoticed
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends the worker
    gc.disable()  # a tenth of the time, in a process that ends soon
    try:
        module, _, function = str(target.writer).partition(":")
        write = getattr(import_module(module), function)
        contract = Contract.load(Path(connection.recv()))
        write(contract, output, **({"spec": spec} if target.takes_spec else {}))
    except EOFError:
        return
    except (CannotGenerateError, CannotRun) as error:
        connection.send(error)
    except ContractError as error:
        connection.send(CannotGenerateError(str(error)))
    except Exception as error:  # noqa: BLE001 - whatever it is, it is said in one sentence
        connection.send(CannotRun(f"generating {target.name} fails: {type(error).__name__}: {error}"))
    else:
        connection.send(None)
