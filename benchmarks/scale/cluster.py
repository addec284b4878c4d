"""Spark with a master and workers: `python -m benchmarks.scale.cluster [--claims N] …`.

It starts a standalone master and workers on this machine, writes partitioned claims, runs the
command against them, says what came back to the driver, and whether DuckDB tells the same.
`--master local[2]` takes that master instead; `--package DIR` takes claims that are there.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import nullcontext
from pathlib import Path
from typing import Any, Final

from benchmarks.scale.cluster_events import Events, events
from benchmarks.scale.cluster_nodes import cluster
from benchmarks.scale.cluster_peak import Peaks
from benchmarks.scale.generate import write_package
from benchmarks.scale.shape import Shape

RULES: Final = ("ratio", "product", "agreement")
PARTITION: Final = "unit_id"


def in_partitions(package: Path, folder: Path) -> Path:
    """The package with its claims as a folder of Parquet, a folder for each unit in it."""
    import duckdb  # noqa: PLC0415 (a guest)

    shutil.copytree(package, folder, ignore=shutil.ignore_patterns("claims.parquet"))
    source, claims = package / "data" / "claims.parquet", folder / "data" / "claims.parquet"
    with duckdb.connect() as database:
        options = f"FORMAT parquet, PARTITION_BY ({PARTITION})"
        database.execute(f"COPY (SELECT * FROM '{source}') TO '{claims}' ({options})")  # noqa: S608
    return folder


def run(package: Path, rules: str, engine: str, environment: dict[str, str]) -> dict[str, Any]:
    """The report of one run, with what it took."""
    with tempfile.TemporaryDirectory() as name:
        report = Path(name) / "report.json"
        command = [sys.executable, "-m", "factcheck", "validate", str(package), "--engine", engine]
        command += ["--rules", str(package / "measured" / f"{rules}.rules"), "--quiet"]
        start = time.perf_counter()
        process = subprocess.Popen(
            [*command, "--format", "text", "--format", f"json:{report}"],
            env={**os.environ, "FACTCHECK_CACHE": "0", **environment},
            stdout=subprocess.PIPE,
            text=True,
        )
        with Peaks(process.pid) as peaks:
            said, _ = process.communicate()
        if process.returncode not in (0, 1):
            sys.exit(f"exit code {process.returncode}\n{said}")
        found = {"wall": time.perf_counter() - start, "peaks": peaks.mebibytes()}
        return found | {"verdicts": verdicts(report.read_text(encoding="utf-8"))}


def verdicts(report: str) -> str:
    """What a report says, whichever files and lines its claims stand in."""
    found = json.loads(report)
    return json.dumps(_anywhere([found[name] for name in ("summary", "rules", "findings")]))


def _anywhere(value: Any) -> Any:  # noqa: ANN401 (of JSON)
    if isinstance(value, dict):
        return {name: _anywhere(own) for name, own in value.items() if name != "location"}
    return [_anywhere(one) for one in value] if isinstance(value, list) else value


def measured(package: Path, rules: str, master: str, more: str) -> tuple[dict[str, Any], Events]:
    """A run on Spark, and its log of events."""
    with tempfile.TemporaryDirectory() as log:
        conf = {
            "spark.eventLog.enabled": "true",
            "spark.eventLog.dir": f"file:{log}",
            "spark.eventLog.compress": "false",
            "spark.eventLog.rolling.enabled": "false",
        }
        options = " ".join(f"--conf {name}={value}" for name, value in conf.items())
        submit = f"--master {master} {options} {more} pyspark-shell"
        found = run(package, rules, "spark", {"PYSPARK_SUBMIT_ARGS": submit})
        return found, events(Path(log))


def told(rules: str, one: dict[str, Any], logged: Events, expected: dict[str, Any]) -> str:
    """What a person wants to know of it."""
    same = "the same as" if one["verdicts"] == expected["verdicts"] else "OTHER THAN"
    summary = json.loads(one["verdicts"])[0]
    lines = [
        f"## {rules}: {same} DuckDB's",
        "",
        ", ".join(f"{summary[name]:,} {name}" for name in ("claims", "cases", "holds", "violated")),
        f"spark: {one['wall']:.1f} s, peak MiB {dict(one['peaks'])}",
        f"duckdb: {expected['wall']:.1f} s, peak MiB {dict(expected['peaks'])}",
        f"tasks by process: {dict(sorted(logged.executors.items()))}",
        f"read from files {logged.read / 2**20:.1f} MiB, moved {logged.moved / 2**20:.1f} MiB",
        "",
        "| what came back to the driver | jobs | tasks | KiB | largest KiB |",
        "|---|---|---|---|---|",
    ]
    for kind, came in sorted(logged.kinds.items()):
        sizes = f"{came.sent / 1024:,.0f} | {came.most / 1024:,.1f}"
        lines.append(f"| {kind} | {came.jobs:,} | {came.tasks:,} | {sizes} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Read the command line, and run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--package", type=Path)
    parser.add_argument("--rules", nargs="*", default=RULES)
    parser.add_argument("--master")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--memory", default="1g", help="of each worker")
    parser.add_argument("--options", default="", help="more for Spark, such as `--conf A=B`")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        package = given.package or folder / "package"
        if given.package is None:
            write_package(package, Shape(given.claims), "parquet")
        parts = in_partitions(package, folder / "parts")
        nodes = cluster(folder / "nodes", given.workers, given.memory)
        more = given.options
        if given.master is None:
            more += f" --conf spark.executor.memory={given.memory}"
        with nodes if given.master is None else nullcontext(given.master) as master:
            for rules in given.rules:
                one, logged = measured(parts, rules, master, more)
                expected = run(package, rules, "duckdb", {})
                print(told(rules, one, logged, expected), flush=True)


if __name__ == "__main__":
    main()
