"""How long `factcheck validate` takes as a whole process, beside what it cannot do without.

Run `python -m benchmarks.start_up [ROUNDS]` from the project's root. It asserts nothing.
"""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent

Command = tuple[str, ...]

BARE = "bare python"
GUESTS = "import click, attrs, lark"
VALIDATE = "factcheck validate"
REMEMBERED = "factcheck validate, cached"

SUBJECTS: Mapping[str, Command] = {
    BARE: ("-c", "pass"),
    GUESTS: ("-c", "import click, attrs, lark"),
    VALIDATE: ("-m", "factcheck", "validate", "--no-cache"),
    REMEMBERED: ("-m", "factcheck", "validate"),
}

HEAVY = ("jsonschema", "frictionless", "duckdb", "pyspark", "pyarrow", "lark", "jinja2")
"""Libraries that an ordinary run has no use for, and that cost much of it or more than it."""

ROUNDS = 21


def run(arguments: Iterable[str], cache: str = "0") -> subprocess.CompletedProcess[str]:
    """The finished process of this Python with these arguments, in the project's root.

    Byte code is kept, as an installed program has it.
    """
    environment = {**os.environ, "FACTCHECK_CACHE": cache}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def seconds(command: Command, cache: str) -> float:
    """The wall time of one whole process."""
    start = time.perf_counter()
    run(command, cache)
    return time.perf_counter() - start


def medians(subjects: Mapping[str, Command], rounds: int, cache: str) -> dict[str, float]:
    """The median time of each subject; rounds interleave, so that noise falls on all alike."""
    taken: dict[str, list[float]] = {name: [] for name in subjects}
    for _ in range(rounds):
        for name, command in subjects.items():
            taken[name].append(seconds(command, cache))
    return {name: statistics.median(times) for name, times in taken.items()}


def imported(command: Command) -> frozenset[str]:
    """The top-level packages that the process of a command imports."""
    trace = run(("-X", "importtime", *command)).stderr.splitlines()
    modules = (line.rpartition("|")[2].strip() for line in trace if line.startswith("import time:"))
    return frozenset(module.partition(".")[0] for module in modules)


def heavy_imports(command: Command) -> list[str]:
    """Which of the heavy libraries the process of a command imports, sorted."""
    return sorted(imported(command) & set(HEAVY))


def table(times: Mapping[str, float]) -> list[str]:
    """The lines of a table: a subject, its time, and its ratio to the two measures."""
    lines = [f"{'median of whole processes':<28}{'ms':>8}{'× bare':>9}{'× guests':>10}"]
    for name, time_taken in times.items():
        to_bare, to_guests = time_taken / times[BARE], time_taken / times[GUESTS]
        lines.append(f"{name:<28}{time_taken * 1000:>8.0f}{to_bare:>9.2f}{to_guests:>10.2f}")
    return lines


def main(arguments: Sequence[str]) -> None:
    """Measure and print."""
    rounds = int(arguments[0]) if arguments else ROUNDS
    with TemporaryDirectory(prefix="factcheck-") as cache:
        code = run(SUBJECTS[REMEMBERED], cache).returncode  # also keeps the byte code
        print(f"{rounds} rounds, Python {sys.version.split()[0]}; {VALIDATE} exits {code}\n")
        print("\n".join(table(medians(SUBJECTS, rounds, cache))))
    heavy = heavy_imports(SUBJECTS[VALIDATE])
    print(f"\nheavy libraries that {VALIDATE} imports: {', '.join(heavy) or 'none'}")


if __name__ == "__main__":
    main(sys.argv[1:])
