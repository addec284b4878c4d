"""The rule files of a run, with the names that they have in the published form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import Final

FOLDER: Final = "rules"
_ENDING: Final = ".rules"
_ODD: Final = re.compile(r"[^\w.-]+")


def published_names(paths: Sequence[str]) -> Mapping[str, str]:
    """For each path the one under `rules/`: as much of its end as tells it from the others."""
    longest = max((len(PurePath(path).parts) for path in paths), default=0)
    for length in range(1, longest + 1):
        names = [_name(path, length) for path in paths]
        if len({name.casefold() for name in names}) == len(names):
            return dict(zip(paths, names, strict=True))
    return {path: f"{FOLDER}/{number}{_ENDING}" for number, path in enumerate(paths, start=1)}


def _name(path: str, length: int) -> str:
    parts = [_plain(part) for part in PurePath(path).parts[-length:]]
    name = "/".join([FOLDER, *(part for part in parts if part)])
    return name if name.endswith(_ENDING) else name + _ENDING


def _plain(part: str) -> str:
    """A part of a path that every system can hold, and that leads nowhere else."""
    return _ODD.sub("_", part).lstrip(".")


def rule_files(texts: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """The texts by their published paths, in the order of these."""
    known = dict(texts)
    names = published_names(list(known))
    return {names[path]: known[path] for path in sorted(known, key=names.__getitem__)}
