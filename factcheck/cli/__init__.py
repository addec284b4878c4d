"""The command line: reads options, calls the rooms below, writes what they tell."""

import atexit
import gc
import sys


def _leave_garbage() -> None:
    """Search for none at exit; DuckDB complains of what nobody took away."""
    if "duckdb" not in sys.modules:
        gc.freeze()


gc.set_threshold(200_000, 20, 20)
atexit.register(_leave_garbage)
# A run makes many small objects that live to its end: looking for garbage among them as often as
# the interpreter does by default takes a tenth of a short run, and once more at exit a thirtieth.

from factcheck.cli.run import main  # noqa: E402 (loading the guests makes the first of them)

__all__ = ["main"]
