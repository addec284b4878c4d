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
from factcheck.engines.stopped import StoppedError

_LONGEST: Final = 400
"""Characters of what DuckDB says."""
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
        said = " ".join(str(error).partition("\n")[0].split()).replace(str(own), shown)
        reason = said if len(said) <= _LONGEST else said[:_LONGEST] + "…"
        stopped = Diagnostic(ENGINE_STOPPED, f"DuckDB stopped: {reason}", at(""), help=_HELP)
        raise StoppedError(stopped) from error
