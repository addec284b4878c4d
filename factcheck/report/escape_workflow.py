"""Texts inside a workflow command of GitHub: none ends it, and none starts another."""

from __future__ import annotations

import re
from typing import Final

from factcheck.report.escape import for_terminal

_COMMAND: Final = r"(?m)^(\s*)::(?!:)"


def for_workflow(*lines: str) -> str:
    """The message of a command, one shown line for each of these."""
    return "%0A".join(for_terminal(line).replace("%", "%25") for line in lines)


def for_workflow_property(text: str) -> str:
    """The value of a property, such as a path or a title."""
    return for_workflow(text).replace(":", "%3A").replace(",", "%2C")


def without_commands(page: str) -> str:
    """A page of plain lines, of which none is a command when a step of a workflow prints it."""
    return re.sub(_COMMAND, r"\1∷", page)
