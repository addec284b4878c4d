"""The command line: reads options, calls the rooms below, writes what they tell."""

import gc

gc.set_threshold(200_000, 20, 20)
# A run makes many small objects that live to its end: looking for garbage among them as often as
# the interpreter does by default takes a tenth of a short run.

from factcheck.cli.run import main  # noqa: E402 (loading the guests makes the first of them)

__all__ = ["main"]
