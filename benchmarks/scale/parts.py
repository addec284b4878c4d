"""Where one run's processor time goes: `python -m benchmarks.scale.parts FOLDER RULES`.

One process runs the SQL written by hand and then factcheck, and prints seconds of processor time:
of the statements by hand, of factcheck's statements up to the checked claims and after them, and of
all else that it does.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb

from benchmarks.scale.handwritten.run import findings, query


def by_hand(folder: Path, rules: str) -> float:
    """The statements of the SQL written by hand, findings included."""
    with duckdb.connect() as database:
        start = time.process_time()
        database.execute(f"CREATE TEMP TABLE verdict AS {query(folder, rules)}")
        database.execute(findings(folder, rules)).fetchall()
        database.execute("SELECT verdict, count(*) FROM verdict GROUP BY verdict").fetchall()
        return time.process_time() - start


def by_factcheck(folder: Path, rules: str) -> dict[str, float]:
    """The statements before the claims are locked in and after, and the rest of the run."""
    from factcheck.cli import main  # noqa: PLC0415 (its import is part of what is measured)
    from factcheck.engines.duck.door import Door  # noqa: PLC0415 (as above)
    from factcheck.engines.most import MOST  # noqa: PLC0415 (as above)

    spent = {"checks": 0.0, "engine": 0.0}
    stage = "checks"
    ask, lock = Door.ask, Door.lock

    def asking(
        self: Door, statement: str, parameters: Sequence[object] = (), most: int = MOST.rows
    ) -> list[tuple[Any, ...]]:
        start = time.process_time()
        try:
            return ask(self, statement, parameters, most)
        finally:
            spent[stage] += time.process_time() - start

    def locking(self: Door, *paths: Sequence[Path]) -> None:
        nonlocal stage
        lock(self, *paths)
        stage = "engine"

    Door.ask = asking  # type: ignore[method-assign]
    Door.lock = locking  # type: ignore[assignment,method-assign]
    path = str(folder / "measured" / f"{rules}.rules")
    sys.argv = ["factcheck", "validate", str(folder), "--rules", path, "--engine", "duckdb"]
    start = time.process_time()
    with (
        Path(os.devnull).open("w", encoding="utf-8") as nowhere,
        contextlib.redirect_stdout(nowhere),
        contextlib.suppress(SystemExit),
    ):
        main()
    spent["rest"] = time.process_time() - start - sum(spent.values())
    return spent


def main() -> None:
    """Read the command line and measure."""
    folder, rules = Path(sys.argv[1]), sys.argv[2]
    os.environ["FACTCHECK_CACHE"] = "0"
    found = {"by hand": by_hand(folder, rules), **by_factcheck(folder, rules)}
    print(json.dumps({name: round(value, 2) for name, value in found.items()}))


if __name__ == "__main__":
    main()
