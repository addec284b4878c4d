"""What ends a run early, while Spark's own process may be in the middle of an answer."""

from __future__ import annotations

import logging
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType
from typing import Final, NoReturn

_ENDING: Final = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def interruptible() -> Iterator[Callable[[], None]]:
    """Gives what makes every end of a run come as KeyboardInterrupt, which writes no traceback.

    It is to be called once Spark has started, whose own handler asks for more where an answer is
    still to come. A connection that waits is given up after this one exception alone: after any
    other it would be asked again, and answer what was asked before.
    """
    if current_thread() is not main_thread():
        yield lambda: None
        return
    before = {number: signal.getsignal(number) for number in _ENDING}

    def end(number: int, frame: FrameType | None) -> NoReturn:
        previous = before[signal.Signals(number)]
        try:
            if callable(previous):
                previous(number, frame)
        except SystemExit:  # the way in which the caller ends, who knows of it now
            pass
        raise KeyboardInterrupt

    def take_over() -> None:
        for number, previous in before.items():
            if previous is not None:
                signal.signal(number, end if callable(previous) else previous)

    quiet = logging.NullHandler()  # a root logger without any would make one that writes
    logging.getLogger().addHandler(quiet)
    try:
        yield take_over
    finally:
        logging.getLogger().removeHandler(quiet)
        for number, previous in before.items():
            if previous is not None:
                signal.signal(number, previous)
