"""How long `factcheck validate` takes as a whole process, beside what it cannot do without.

Run `python -m benchmarks.start_up [ROUNDS]` from the project's root. It asserts nothing.
"""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent

Command = tuple[str, ...]
Times = tuple[float, float]
"""Seconds of wall time and of processor time."""

BARE = "bare python"
GUESTS = "import click, attrs, lark"
VALIDATE = "factcheck validate"
REMEMBERED = "factcheck validate, cached"

HEAVY = ("jsonschema", "frictionless", "duckdb", "_duckdb", "pyspark", "pyarrow", "lark", "jinja2")
"""Libraries that an ordinary run has no use for, and that cost much of it or more than it."""

ROUNDS = 21

CHECKOUT: Command = (sys.executable, "-m", "factcheck")


def subjects(python: str, factcheck: Command) -> dict[str, Command]:
    """What is measured, run by a Python and by the command of factcheck that belongs to it."""
    return {
        BARE: (python, "-c", "pass"),
        GUESTS: (python, "-c", "import click, attrs, lark"),
        VALIDATE: (*factcheck, "validate", "--engine", "exact", "--no-cache"),
        REMEMBERED: (*factcheck, "validate", "--engine", "exact"),
    }


def environment(cache: str) -> dict[str, str]:
    """What a measured process finds: byte code is kept, as an installed program has it."""
    return {
        **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
        "FACTCHECK_CACHE": cache,
    }


def run(command: Command, cache: str = "0", **more: str) -> subprocess.CompletedProcess[str]:
    """The finished process of a command in the project's root, with more in its environment."""
    return subprocess.run(
        command,
        cwd=ROOT,
        env={**environment(cache), **more},
        capture_output=True,
        text=True,
        check=False,
    )


def times(command: Command, cache: str) -> Times:
    """What one whole process takes."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment(cache),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return time.perf_counter() - start, used.ru_utime + used.ru_stime


def medians(commands: Mapping[str, Command], rounds: int, cache: str) -> dict[str, Times]:
    """The median times of each subject; rounds interleave, so that noise falls on all alike."""
    taken: dict[str, list[Times]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            taken[name].append(times(command, cache))
    return {
        name: (statistics.median(wall for wall, _ in each), statistics.median(p for _, p in each))
        for name, each in taken.items()
    }


def imported(command: Command) -> frozenset[str]:
    """The top-level packages that the process of a command imports."""
    trace = run(command, PYTHONPROFILEIMPORTTIME="1").stderr
    lines = (line for line in trace.splitlines() if line.startswith("import time:"))
    modules = (line.rpartition("|")[2].strip() for line in lines)
    return frozenset(module.partition(".")[0] for module in modules)


def heavy_imports(command: Command) -> list[str]:
    """Which of the heavy libraries the process of a command imports, sorted."""
    return sorted(imported(command) & set(HEAVY))


def table(taken: Mapping[str, Times]) -> list[str]:
    """The lines of a table: a subject, its times, and the ratios of its processor time."""
    head = f"{'medians of whole processes':<28}{'wall ms':>9}{'proc. ms':>10}"
    lines = [f"{head}{'× bare':>9}{'× guests':>10}"]
    for name, (wall, processor) in taken.items():
        to_bare, to_guests = processor / taken[BARE][1], processor / taken[GUESTS][1]
        own = f"{name:<28}{wall * 1000:>9.0f}{processor * 1000:>10.0f}"
        lines.append(f"{own}{to_bare:>9.2f}{to_guests:>10.2f}")
    return lines


def measure(python: str, factcheck: Command, rounds: int) -> None:
    """Measure the subjects side by side, and print what they took."""
    commands = subjects(python, factcheck)
    with TemporaryDirectory(prefix="factcheck-") as cache:
        code = run(commands[REMEMBERED], cache).returncode  # also keeps the byte code
        print(f"{rounds} rounds, Python {sys.version.split()[0]}; {VALIDATE} exits {code}\n")
        print("\n".join(table(medians(commands, rounds, cache))))
    heavy = heavy_imports(commands[VALIDATE])
    print(f"\nheavy libraries that {VALIDATE} imports: {', '.join(heavy) or 'none'}")


def main(arguments: Sequence[str]) -> None:
    """Measure the checkout."""
    rounds = int(arguments[0]) if arguments else ROUNDS
    measure(sys.executable, CHECKOUT, rounds)


if __name__ == "__main__":
    main(sys.argv[1:])
