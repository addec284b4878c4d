"""The largest memory of a process and of those that it starts, as Linux tells it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from threading import Event, Thread
from types import TracebackType
from typing import Final, Self

_EVERY: Final = 0.5
"""Seconds between two looks: each tells the peak so far."""


class Peaks:
    """Looks until it is left; by the name of the program, the peak of its largest process."""

    def __init__(self, process: int) -> None:
        self._process = process
        self._found: dict[str, int] = {}
        self._done = Event()
        self._thread = Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._done.set()
        self._thread.join()

    def mebibytes(self) -> Mapping[str, int]:
        """By the name of the program."""
        return {name: kibibytes // 1024 for name, kibibytes in sorted(self._found.items())}

    def _look(self) -> None:
        while not self._done.wait(_EVERY):
            for process in _tree(self._process):
                name, peak = _of(process)
                self._found[name] = max(self._found.get(name, 0), peak)


def _tree(process: int) -> list[int]:
    try:
        tasks = Path(f"/proc/{process}/task").iterdir()
        started = " ".join((task / "children").read_text() for task in tasks)
    except OSError:
        return []
    return [process, *(one for child in started.split() for one in _tree(int(child)))]


def _of(process: int) -> tuple[str, int]:
    try:
        text = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return "", 0
    name, peak = re.search(r"^Name:\t(.+)", text), re.search(r"VmHWM:\s*(\d+)", text)
    return name[1] if name else "", int(peak[1]) if peak else 0
