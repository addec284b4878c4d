"""A bar on standard error while rules are judged: after a second, on terminals, gone at the end."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, TextIO

if TYPE_CHECKING:
    from factcheck.check import Watch

DELAY: Final = 1.0
"""Seconds before anything is drawn: a run that is soon over shows nothing."""
_WIDTH: Final = 20
_ERASED: Final = "\r\x1b[K"


@contextmanager
def progress(*, quiet: bool, stream: TextIO | None = None) -> Iterator[Watch | None]:
    """What to tell how far the work is; None where nobody watches."""
    shown = sys.stderr if stream is None else stream
    if quiet or not shown.isatty() or os.environ.get("TERM") == "dumb":
        yield None
        return
    bar = Bar(shown)
    try:
        yield bar.told
    finally:
        bar.erase()


class Bar:
    """Draws the last thing it was told, once the delay is over and whenever that changes."""

    def __init__(self, stream: TextIO, delay: float = DELAY) -> None:
        from threading import Lock, Timer  # noqa: PLC0415 (only on a terminal)

        self._stream = stream
        self._lock = Lock()
        self._done, self._of, self._stage = 0, 0, ""
        self._is_drawn = self._is_over = False
        self.timer = Timer(delay, self.start)
        self.timer.daemon = True
        self.timer.start()

    def told(self, done: int, of: int, stage: str = "") -> None:
        """So many of so many rules have been judged; else what is done meanwhile."""
        with self._lock:
            self._done, self._of, self._stage = done, of, stage
            if self._is_drawn:
                self._draw()

    def erase(self) -> None:
        """Leave the line as it was before."""
        self.timer.cancel()
        with self._lock:
            self._is_over = True
            if self._is_drawn:
                self._write(_ERASED)

    def start(self) -> None:
        """The delay is over."""
        with self._lock:
            if not self._is_over:
                self._is_drawn = True
                self._draw()

    def _draw(self) -> None:
        self._write(_ERASED + text(self._done, self._of, self._stage))

    def _write(self, line: str) -> None:
        """A terminal that is gone is no error: nobody watches any more."""
        try:
            self._stream.write(line)
            self._stream.flush()
        except (OSError, ValueError):
            self._is_over = True


def text(done: int, of: int, stage: str = "") -> str:
    """The bar, in ASCII: `[#####---------------] 5 of 20 rules`."""
    if not of:
        return stage or "reading the package"
    filled = _WIDTH * done // of
    return f"[{'#' * filled}{'-' * (_WIDTH - filled)}] {done} of {of} rules"
