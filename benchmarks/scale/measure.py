"""Everything side by side in one run: `python -m benchmarks.scale.measure OUT [--claims N …]`.

Rounds interleave, each subject a whole process; the table gives medians and ratios to the SQL
written by hand. It asserts nothing.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from benchmarks.scale.generate import write_package
from benchmarks.scale.process import Measured, measure, median
from benchmarks.scale.shape import Shape
from benchmarks.scale.subjects import CHECKED, HAND, IN_JSON, beside, by_hand, factcheck, other

RULES: Final = ("ratio", "product", "agreement")
EXACT_UP_TO: Final = 100_000
Key = tuple[int, str, str]
"""Claims, rules, subject."""


def subjects(
    folder: Path, claims: int, pythons: Mapping[str, str]
) -> Iterator[tuple[Key, tuple[str, ...]]]:
    """Every command over one package."""
    for rules in RULES:
        for form, end in (("text", ""), ("json", IN_JSON)):
            yield (claims, rules, HAND + end), by_hand(folder, rules, form)
            name = f"factcheck, duckdb{end}"
            yield (claims, rules, name), factcheck(folder, rules, "duckdb", form)
        yield (claims, rules, HAND + CHECKED), by_hand(folder, rules, checked=True)
        if claims <= EXACT_UP_TO:
            yield (claims, rules, "factcheck, exact"), factcheck(folder, rules, "exact")
    for name in pythons:
        rules = "rows" if name == "frictionless" else "ratio"
        yield (claims, rules, name), other(name, pythons, folder)


def measured(commands: Mapping[Key, tuple[str, ...]], rounds: int) -> dict[Key, Measured]:
    """The medians; the rounds interleave, so that noise falls on all alike."""
    runs: dict[Key, list[Measured]] = {key: [] for key in commands}
    for _ in range(rounds):
        for key, command in commands.items():
            runs[key].append(measure(command, {"FACTCHECK_CACHE": "0"}))
    return {key: median(of_one) for key, of_one in runs.items()}


def table(found: Mapping[Key, Measured]) -> str:
    """A Markdown table; ratios are of processor time to that of the SQL written by hand."""
    lines = [
        "| claims | rules | subject | wall s | processor s | ratio | peak MiB | it says |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for (claims, rules, subject), one in found.items():
        base = found.get((claims, rules, beside(subject)))
        ratio = f"{one.processor / base.processor:.2f}" if base else ""
        said = one.said.replace("|", "\\|")[:80]
        lines.append(
            f"| {claims:,} | {rules} | {subject} | {one.wall:.2f} | {one.processor:.2f} "
            f"| {ratio} | {one.memory:.0f} | {said} |"
        )
    return "\n".join(lines) + "\n"


def run(out: Path, sizes: Sequence[int], rounds: int, pythons: Mapping[str, str]) -> None:
    """Make the packages aside, measure, and write the table and the plot."""
    from benchmarks.scale.plot import write_plot  # noqa: PLC0415 (matplotlib, at the end)

    found: dict[Key, Measured] = {}
    with tempfile.TemporaryDirectory() as aside:
        for claims in sizes:
            folder = Path(aside) / str(claims)
            # The exact engine reads no Parquet.
            kind = "csv" if claims <= EXACT_UP_TO else "parquet"
            write_package(folder, Shape(claims, blocks=1), kind)
            found |= measured(dict(subjects(folder, claims, pythons)), rounds)
            print(table(found), flush=True)
    out.mkdir(parents=True, exist_ok=True)
    (out / "table.md").write_text(table(found), encoding="utf-8")
    write_plot(out / "plot.svg", found)


def main() -> None:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--claims", type=int, nargs="+", default=[100_000, 1_000_000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument(
        "--other", action="append", default=[], metavar="NAME=PYTHON",
        help="another tool, and the Python of the environment that has it",
    )  # fmt: skip
    given = parser.parse_args()
    run(given.out, given.claims, given.rounds, dict(one.split("=", 1) for one in given.other))


if __name__ == "__main__":
    main()
