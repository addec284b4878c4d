"""One whole process, measured: wall time, processor time, peak memory."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Mapping, Sequence

from attrs import frozen


@frozen
class Measured:
    """What a process took, in seconds and mebibytes at its peak, and its last line."""

    wall: float
    processor: float
    memory: float
    said: str


def measure(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Measured:
    """Run a command to its end; whatever it exits with."""
    start = time.perf_counter()
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, **(environment or {})},
    ) as process:
        said = process.stdout.read() if process.stdout else ""
        _, _, used = os.wait4(process.pid, 0)
        process.returncode = 0
    wall = time.perf_counter() - start
    lines = [line for line in said.splitlines() if line.strip()]
    return Measured(
        wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, lines[-1] if lines else ""
    )


def median(runs: Sequence[Measured]) -> Measured:
    """The median of each figure by itself."""
    return Measured(
        statistics.median(run.wall for run in runs),
        statistics.median(run.processor for run in runs),
        statistics.median(run.memory for run in runs),
        runs[-1].said,
    )
