"""What Spark's own process writes: kept from the terminal unless its log is asked for."""

from __future__ import annotations

import os
import sys
from collections import deque
from threading import Thread
from typing import Final

_KEPT_LINES: Final = 400


class Noise:
    """Reads what is written into `file`; the last lines are kept, to say why something failed."""

    def __init__(self) -> None:
        source, self.file = os.pipe()
        self._kept: deque[str] = deque(maxlen=_KEPT_LINES)
        self._is_asked_for = False
        self._reader = Thread(target=self._read, args=(source,), daemon=True)
        self._reader.start()

    def show(self) -> None:
        """From here on pass everything on to standard error, what came so far first."""
        sys.stderr.write("".join(self._kept))
        self._is_asked_for = True

    def close(self) -> None:
        """Nothing more is written by this process; the one that was started goes on."""
        os.close(self.file)

    def lines(self) -> list[str]:
        """The last lines; all of them where nobody writes any more."""
        self._reader.join(timeout=0.5)
        return list(self._kept)

    def _read(self, source: int) -> None:
        with open(source, encoding="utf-8", errors="replace") as lines:
            for line in lines:
                self._kept.append(line)
                if self._is_asked_for:
                    sys.stderr.write(line)
