"""What DuckDB says when it cannot go on, as a diagnostic."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from factcheck.database.connection import failures, mistaken
from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.run_codes import ENGINE_STOPPED
from factcheck.diagnostics.span import at
from factcheck.engines.stopped import StoppedError, in_a_line

_HELP: Final = (
    "a Parquet file may be damaged: write `claims` again; or there is no room to write to, "
    "in the folder for temporary files (TMPDIR)"
)


@contextmanager
def failures_told(shown: str, own: Path) -> Iterator[None]:
    """What fails inside stops the run, and says so; `own` is what DuckDB knows the file as."""
    try:
        yield
    except failures() as error:
        if isinstance(error, mistaken()):
            raise
        reason = in_a_line(str(error).replace(str(own), shown))
        stopped = Diagnostic(ENGINE_STOPPED, f"DuckDB stopped: {reason}", at(""), help=_HELP)
        raise StoppedError(stopped) from error
