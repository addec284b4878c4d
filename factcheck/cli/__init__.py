"""The command line: reads options, calls the rooms below, writes what they tell."""

import atexit
import gc

gc.set_threshold(200_000, 20, 20)
atexit.register(gc.freeze)
# A run makes many small objects that live to its end: looking for garbage among them as often as
# the interpreter does by default takes a tenth of a short run, and once more at exit a thirtieth.

from factcheck.cli.run import main  # noqa: E402 (loading the guests makes the first of them)

__all__ = ["main"]
