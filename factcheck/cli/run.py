"""One run of the command line: what it exits with when it is stopped, misused or broken."""

import os
import signal
import sys
from collections.abc import Sequence
from types import FrameType
from typing import Final, NoReturn

from factcheck.cli.plain import plainly_asked
from factcheck.cli.streams import write_stderr

BROKEN: Final = 2
"""An error of ours: nothing was judged."""

INTERRUPTED: Final = 130
TERMINATED: Final = 143


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status; nothing is raised, and no traceback is shown."""
    terminated: list[int] = []

    def terminate(number: int, _frame: FrameType | None) -> NoReturn:
        """Leave by way of every `finally`, so that no half-written file stays behind."""
        terminated.append(number)
        sys.exit(TERMINATED)

    previous = signal.signal(signal.SIGTERM, terminate)
    try:
        return _status(_run(arguments))
    except KeyboardInterrupt:
        # An engine may tell any signal that stops it as an interruption.
        return TERMINATED if terminated else INTERRUPTED
    except SystemExit as stop:
        return _status(stop.code)
    except Exception as error:  # noqa: BLE001 (the last line of defence)
        return _broken(error)
    finally:
        signal.signal(signal.SIGTERM, previous)


def _run(arguments: Sequence[str] | None) -> object:
    """What a command returns; the plainest are run without click."""
    asked = plainly_asked(sys.argv[1:] if arguments is None else arguments)
    if asked is None:
        from factcheck.cli.commands import run  # noqa: PLC0415 (brings click along)

        return run(arguments)
    from factcheck.cli.validation import run as validate  # noqa: PLC0415 (only for this command)

    try:
        return validate(asked)
    except KeyboardInterrupt:
        print(file=sys.stderr)  # noqa: T201 (the terminal's ^C stands on the line)
        raise


def _status(result: object) -> int:
    """What a command returned; one that returned nothing went well."""
    return result if isinstance(result, int) else 0


def _broken(error: Exception) -> int:
    """Say in two lines that the mistake is ours."""
    if os.environ.get("FACTCHECK_DEBUG"):
        raise error
    from factcheck.report.escape import for_terminal  # noqa: PLC0415 (only when something broke)

    kind = type(error).__name__
    write_stderr(
        f"internal error: {kind}: {for_terminal(str(error))}\n"
        "This is a mistake in factcheck, not in your files: please report it with the command that "
        "you ran. FACTCHECK_DEBUG=1 shows the traceback.\n"
    )
    return BROKEN
