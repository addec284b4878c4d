"""What the terminal at standard output can show."""

import os
import shutil

from factcheck.report.page import DEFAULT_WIDTH


def columns() -> int:
    """How wide it is."""
    return shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns


def shows_colour() -> bool:
    """Whether it can show colours and nobody asked for none (https://no-color.org)."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
