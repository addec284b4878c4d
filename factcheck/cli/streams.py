"""Writing to standard output and standard error, whatever they can encode."""

import os
import sys
from typing import TextIO


def write_stdout(text: str | bytes, *, utf8: bool = False) -> None:
    """Write to standard output; what its encoding lacks is written as an escape, bytes as they are.

    A reader that has seen enough and closed the pipe is no error.
    """
    _write(sys.stdout, text, "utf-8" if utf8 else sys.stdout.encoding)


def write_stderr(text: str) -> None:
    """Write to standard error, in the same way."""
    _write(sys.stderr, text, sys.stderr.encoding)


def _write(stream: TextIO, text: str | bytes, encoding: str) -> None:
    data = text if isinstance(text, bytes) else text.encode(encoding, "backslashreplace")
    try:
        stream.flush()
        stream.buffer.write(data)
        stream.buffer.flush()
    except BrokenPipeError:
        # Python writes once more when it ends: that must not fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
