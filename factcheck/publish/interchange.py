"""What frictionless says of a published form, and the one door to it."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

_MOST: Final = 20
"""How many of its errors are told."""


def is_installed() -> bool:
    """Whether the library is there."""
    return find_spec("frictionless") is not None


def objections(folder: Path) -> list[tuple[str, str]]:
    """What it objects to in a folder: the path of a file in it, and in its own words why."""
    import frictionless  # noqa: PLC0415 (an extra, and slow to import)

    report = frictionless.validate(str(folder / "datapackage.json"))
    found = [("datapackage.json", str(error.message)) for error in report.errors]
    for task in report.tasks:
        found += [(str(task.place), _words(error)) for error in task.errors]
    return found[:_MOST]


def _words(error: Any) -> str:  # noqa: ANN401 (the guest has no types)
    """The message, which names row and cell where it is about one."""
    return f"{error.type}: {error.message}"
