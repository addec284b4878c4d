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
CHECKED: Final = ", with checks"
"""Ends the name of the SQL by hand that looks at every row first."""
IN_JSON: Final = ", JSON"
"""Ends the names of those that tell as many findings as a report in JSON, not as the terminal."""


def factcheck(folder: Path, rules: str, engine: str, form: str = "text") -> tuple[str, ...]:
    """The whole command, as a person would call it, without the cache."""
    path = str(folder / "measured" / f"{rules}.rules")
    return (
        sys.executable, "-m", "factcheck", "validate", str(folder),
        "--rules", path, "--engine", engine, "--format", form,
    )  # fmt: skip


def by_hand(
    folder: Path, rules: str, form: str = "text", *, checked: bool = False
) -> tuple[str, ...]:
    """The query in a process of its own."""
    script = "benchmarks.scale.handwritten.run"
    options = ["--json"] * (form == "json") + ["--checked"] * checked
    return (sys.executable, "-m", script, str(folder), rules, *options)


def beside(subject: str) -> str:
    """The SQL by hand that a subject is compared with: what tells as many findings."""
    return HAND + IN_JSON if subject.endswith(IN_JSON) else HAND


def other(name: str, pythons: Mapping[str, str], folder: Path) -> tuple[str, ...]:
    """The script of another tool, by the Python of its environment."""
    return (pythons[name], str(OTHERS / SCRIPTS[name]), str(folder))
