"""The command line: reads options, calls the rooms below, writes what they tell."""

import atexit
import gc
import os
import sys
from typing import Final, NoReturn

gc.set_threshold(200_000, 20, 20)
# A run makes many small objects that live to its end: looking for garbage among them as often as
# the interpreter does by default takes a tenth of a short run.

from factcheck.cli.run import main  # noqa: E402 (loading the guests makes the first of them)

__all__ = ["command", "main"]

_THREADS: Final = "threading"
"""The module of threads, which a guest may have to end in order; databases are closed by then."""


def command() -> NoReturn:
    """Run the command line as a process of its own, which ends here.

    The system takes all memory back at once: to free what a run has made object by object, as the
    interpreter does when it ends, takes a twentieth of a short one.
    """
    status = main()
    watched = sys.gettrace() or sys.getprofile()
    if not watched and _THREADS not in sys.modules and _all_is_said():
        os._exit(status)
    sys.exit(status)


def _all_is_said() -> bool:
    """Do what is registered for the end, and write what is not written; False if that fails."""
    atexit._run_exitfuncs()  # noqa: SLF001 (its only name: what was done is not done again)
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (AttributeError, OSError, ValueError):  # none, broken or closed: the interpreter says so
        return False
    return True
