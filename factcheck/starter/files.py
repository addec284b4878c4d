"""The files of a new package, from the templates that ship with the program."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from importlib.resources import files
from typing import Final

_TEMPLATES: Final = {
    "README.md": "readme.md",
    "datapackage.json": "datapackage.json",
    "data/sources.csv": "sources.csv",
    "data/entities.csv": "entities.csv",
    "data/metrics.csv": "metrics.csv",
    "data/units.csv": "units.csv",
    "data/claims.csv": "claims.csv",
    "rules/budget.rules": "budget.rules",
    ".github/workflows/factcheck.yml": "workflow.yml",
}
"""Path in the new package to template."""


def new_files(name: str, today: date, requirement: str) -> Mapping[str, str]:
    """The text of each file by its path; `requirement` is what pip installs to get factcheck."""
    filled = {
        "@NAME@": name,
        "@TODAY@": today.isoformat(),
        "@REQUIREMENT@": requirement,
    }
    home = files("factcheck.starter").joinpath("templates")
    texts: dict[str, str] = {}
    for path, template in _TEMPLATES.items():
        text = home.joinpath(template).read_text(encoding="utf-8")
        for place, value in filled.items():
            text = text.replace(place, value)
        texts[path] = text
    return texts
