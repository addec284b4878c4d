"""What is measured beside what: factcheck, SQL by hand, and other tools, over one package."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

OTHERS: Final = Path(__file__).parent / "others"
SCRIPTS: Final = {
    "pandera": "pandera_ratio.py",
    "pointblank": "pointblank_ratio.py",
    "great_expectations": "great_expectations_ratio.py",
    "vtlengine": "vtl_ratio.py",
    "frictionless": "frictionless_rows.py",
}
"""Each of the other tools, with the script that comes nearest to the ratio rule."""

HAND: Final = "SQL by hand"


def factcheck(folder: Path, rules: str, engine: str) -> tuple[str, ...]:
    """The whole command, as a person would call it, without the cache."""
    path = str(folder / "measured" / f"{rules}.rules")
    return (
        sys.executable, "-m", "factcheck", "validate", str(folder),
        "--rules", path, "--engine", engine, "--quiet",
    )  # fmt: skip


def by_hand(folder: Path, rules: str) -> tuple[str, ...]:
    """The query in a process of its own."""
    return (sys.executable, "-m", "benchmarks.scale.handwritten.run", str(folder), rules)


def other(name: str, pythons: Mapping[str, str], folder: Path) -> tuple[str, ...]:
    """The script of another tool, by the Python of its environment."""
    return (pythons[name], str(OTHERS / SCRIPTS[name]), str(folder))
