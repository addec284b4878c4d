"""The table `raw` of claims, loaded or, where an earlier run has said what it is like, loadable."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from factcheck.engines.duck.csv import load_csv
from factcheck.engines.duck.door import Door
from factcheck.engines.duck.parquet import load_parquet
from factcheck.engines.duck.recall import Recalling, Way
from factcheck.engines.stored.raw import NUMBERED, RAW, TEXTS, Raw
from factcheck.records import evolve
from factcheck.vocabulary.limits import Limits
from factcheck.vocabulary.resources import PARQUET

_LIKE = "what the table of a CSV file is like"


def load(door: Door, path: Path, folder: Path, limits: Limits) -> Raw | None:
    """The table of a file; None when the exact reader has to say what is wrong with it."""
    read = load_parquet if path.suffix == PARQUET else load_csv
    return read(door, path, folder, limits)


def load_again(recalling: Recalling, path: Path, folder: Path, limits: Limits) -> Raw | None:
    """As `load`; a CSV file that was read by an earlier run is read when it is asked for."""
    known = None if path.suffix == PARQUET else recalling.kept.answer(_LIKE)
    if known is not None:
        return _known(recalling, known, path, folder, limits)
    raw = load(recalling.door, path, folder, limits)
    if raw is None:
        return None
    if path.suffix != PARQUET:
        like = [raw.columns, [raw.rows, raw.first_line], *raw.breaks, raw.quoted]
        recalling.kept.tell(_LIKE, like)
    for view in (RAW, TEXTS, NUMBERED) if raw.numbered else (RAW,):
        recalling.register(view, view, Way(_never, (), is_kept=False), view)
    return evolve(raw, door=recalling)


def _known(recalling: Recalling, known: list[Any], path: Path, folder: Path, limits: Limits) -> Raw:
    columns, (rows, first_line), broken, added, quoted = known

    def make(name: str, _: Sequence[str]) -> None:
        if load_csv(recalling.door, path, folder, limits) is None:
            raise OSError(path)  # it was read before
        recalling.door.say(f'CREATE VIEW "{name}" AS SELECT * FROM {RAW}')

    recalling.register(RAW, RAW, Way(make, (), is_kept=True))
    breaks = tuple(broken), tuple(added)
    return Raw(recalling, tuple(columns), rows, first_line, breaks, tuple(quoted), in_order=True)


def _never(name: str, _: Sequence[str]) -> None:
    raise AssertionError(name)  # it stands
