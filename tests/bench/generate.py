"""How long generation takes, against the generators' own commands run one after the other.

    python -m tests.bench.generate

All are timed in turn, several times over; what counts is the ratio of the medians. "models and client" is the
work of the two generators, with our lint and validation; a full generation also makes the API reference.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, Final

ROUNDS: Final = 5
_BIN: Final = Path(sys.executable).parent
_ROOT: Final = Path(__file__).parents[2]
_Commands = list[list[str]]


def main() -> None:
    """Print the median of each way to generate, in seconds and as a ratio to the generators by themselves."""
    with TemporaryDirectory() as scratch:
        times = _measure(Path(scratch))
    reference = median(times["generators alone"])
    for name, taken in times.items():
        print(f"{name:18} {median(taken):6.3f} s  {median(taken) / reference:5.2f}")  # noqa: T201 - its result
    print(f"bench: medians of {ROUNDS} rounds; load {os.getloadavg()[0]:.1f}")  # noqa: T201 - its result


def _measure(folder: Path) -> dict[str, list[float]]:
    bundle, output = folder / "openapi.json", folder / "generated"
    bundle.write_text(json.dumps(_without_callbacks(_ROOT / "generated" / "openapi.json")), encoding="utf-8")
    config = folder / "config.json"
    config.write_text('{"literal_enums": true}', encoding="utf-8")
    ours = ["--spec", str(_ROOT / "spec"), "--output", str(output)]
    alone = [
        [
            *(str(_BIN / "datamodel-codegen"), "--input-file-type", "openapi", "--input", str(bundle)),
            *("--output-model-type", "pydantic_v2.BaseModel", "--target-python-version", "3.11"),
            *("--formatters", "ruff-check", "ruff-format", "--output", str(folder / "models.py")),
        ],
        [
            *(str(_BIN / "openapi-python-client"), "generate", "--meta", "none", "--path", str(bundle)),
            *("--config", str(config), "--overwrite", "--output-path", str(folder / "client")),
        ],
    ]
    command = str(_BIN / "contextio-contract")
    generate, check = [[command, "generate", *ours]], [[command, "check", *ours]]
    same_work = [[command, "generate", "models", "client", *ours]]
    times: dict[str, list[float]] = {}
    for round_ in range(ROUNDS + 1):
        for name, commands in (
            ("generators alone", alone),
            ("models and client", same_work),
            ("generate, full", generate),
            ("generate, fresh", generate),
            ("check, fresh", check),
            ("check, stale", check),
        ):
            if name in {"models and client", "generate, full"}:
                _forget(output)
            if name == "check, stale":
                (output / "manifest.json").write_text("{}", encoding="utf-8")
            taken = _timed(commands)
            if round_:  # the first round only fills the caches
                times.setdefault(name, []).append(taken)
    return times


def _without_callbacks(path: Path) -> dict[str, Any]:
    """Return the bundle as openapi-python-client takes it: it refuses every `$ref` in a callback."""
    document: dict[str, Any] = json.loads(path.read_bytes())
    for item in document["paths"].values():
        for operation in item.values():
            if isinstance(operation, dict):
                operation.pop("callbacks", None)
    return document


def _forget(output: Path) -> None:
    """Make every output stale, as a change to the description does."""
    if output.exists():
        (output / "manifest.json").write_text("{}", encoding="utf-8")


def _timed(commands: _Commands) -> float:
    path = f"{_BIN}{os.pathsep}{os.environ.get('PATH', '')}"
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    began = time.perf_counter()
    for command in commands:
        done = subprocess.run(
            command, env={**environment, "PATH": path}, check=False, capture_output=True, text=True
        )
        if done.returncode:
            sys.exit(f"{done.stdout}{done.stderr}bench: {' '.join(command[:2])} failed; mend that first")
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
