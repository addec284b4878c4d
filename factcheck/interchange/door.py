"""What frictionless says of a package, and the one door to it."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from factcheck.records import Record, frozen

_MOST: Final = 20
"""How many of its errors are told of what is published."""


@frozen
class Objection(Record):
    """One error of frictionless, in our own class."""

    kind: str
    """Its own word, such as `type-error`."""
    note: str
    resource: int | None = None
    """Which resource of the descriptor it is about; None: the package."""
    record: int | None = None
    """Which record of the file, counted from 1 with the header."""
    cells: tuple[str, ...] = ()
    """What it read there."""
    position: int | None = None
    """Which cell of them, from 1."""
    cell: str = ""
    field: str = ""
    """The name of the column, where it names one."""


def is_installed() -> bool:
    """Whether the library is there."""
    return find_spec("frictionless") is not None


def objections(folder: Path) -> list[tuple[str, str]]:
    """What it objects to in a folder: the path of a file in it, and in its own words why."""
    import frictionless  # noqa: PLC0415 (an extra, and slow to import)

    report = frictionless.validate(str(folder / "datapackage.json"))
    found = [("datapackage.json", str(error.message)) for error in report.errors]
    for task in report.tasks:
        found += [(str(task.place), f"{error.type}: {error.message}") for error in task.errors]
    return found[:_MOST]


def judged(descriptor: dict[str, Any], folder: Path, most: int) -> list[Objection]:
    """What it objects to in a descriptor over the files of a folder, at most so much a table.

    It follows links and fetches addresses: what leads out has to be withheld before.
    """
    import frictionless  # noqa: PLC0415 (an extra, and slow to import)

    try:
        package = frictionless.Package.from_descriptor(descriptor, basepath=str(folder))
        report = package.validate(limit_errors=most)
    except frictionless.FrictionlessException as stop:
        return [*_of_descriptor(frictionless, descriptor, folder, stop)]
    except Exception as stop:  # noqa: BLE001 (a stranger's package must not stop us with its judge)
        return [Objection("stopped", f"{type(stop).__name__}: {stop}")]
    names = [one.get("name") for one in descriptor.get("resources", [])]
    found = [Objection(error.type, _note(error)) for error in report.errors]
    for task in report.tasks:
        index = names.index(task.name) if task.name in names else None
        found += [_of_table(error, index) for error in task.errors]
    return found


def _of_descriptor(
    frictionless: Any,  # noqa: ANN401 (the guest has no types)
    descriptor: dict[str, Any],
    folder: Path,
    stop: Any,  # noqa: ANN401 (as above)
) -> Iterator[Objection]:
    """What it says of the package, and of each resource on its own: it names none itself."""
    reasons = [Objection(error.type, _note(error)) for error in stop.reasons or [stop.error]]
    blamed: list[Objection] = []
    resources = descriptor.get("resources")
    for index, resource in enumerate(resources if isinstance(resources, list) else []):
        try:
            made = frictionless.Resource.from_descriptor(resource, basepath=str(folder))
            made.schema, made.dialect  # noqa: B018 (which may be files, and are read here)
        except frictionless.FrictionlessException as own:
            blamed += [
                Objection(error.type, _note(error), index) for error in own.reasons or [own.error]
            ]
        except Exception as own:  # noqa: BLE001 (as above)
            blamed.append(Objection("stopped", f"{type(own).__name__}: {own}", index))
    told = {(one.kind, one.note) for one in blamed}
    yield from (one for one in reasons if (one.kind, one.note) not in told)
    yield from blamed


def _of_table(error: Any, index: int | None) -> Objection:  # noqa: ANN401 (as above)
    rows = getattr(error, "row_numbers", None) or [getattr(error, "row_number", None)]
    cells = getattr(error, "labels", None) or getattr(error, "cells", None) or []
    names = getattr(error, "field_names", None) or [getattr(error, "field_name", None)]
    return Objection(
        error.type,
        _note(error),
        index,
        rows[0],
        tuple("" if cell is None else str(cell) for cell in cells),
        getattr(error, "field_number", None),
        str(getattr(error, "cell", None) or ""),
        str(names[0] or ""),
    )


def _note(error: Any) -> str:  # noqa: ANN401 (as above)
    """Its reason; where it gives none, the name of the error."""
    return str(error.note or error.title)
