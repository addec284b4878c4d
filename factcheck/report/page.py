"""A page of the terminal: so many columns, coloured or not, and the few shapes that fill it."""

from collections.abc import Callable, Iterator
from typing import Final

from factcheck.report.escape import for_terminal
from factcheck.report.limits import TEXT_SHOWN
from factcheck.report.pen import paint, plain
from factcheck.report.width import LEFT_TO_RIGHT_ISOLATE, isolate, pad, width, wrap

NARROWEST: Final = 40
DEFAULT_WIDTH: Final = 100
PROSE: Final = 100
"""Sentences are not set wider than this, however wide the terminal is."""
_ROOM: Final = 16
"""Columns that a hanging text keeps, however deep it is indented."""

Paint = Callable[[str, str], str]


class Page:
    """What the renderers draw on; `width` is at least `NARROWEST`."""

    __slots__ = ("paint", "prose", "width")

    def __init__(self, columns: int = DEFAULT_WIDTH, *, colour: bool = False) -> None:
        self.width = max(columns, NARROWEST)
        self.prose = min(self.width, PROSE)
        self.paint: Paint = paint if colour else plain

    def hang(self, lead: str, text: str, style: str = "", lead_style: str = "dim") -> Iterator[str]:
        """Lines of `text` after `lead`, which stands on the first; `text` is escaped already."""
        indent = min(width(lead), self.prose - _ROOM)
        if indent < width(lead) or not text:
            yield self.paint(lead.rstrip(" "), lead_style)
            lead = ""
        for line in wrap(text, self.prose - indent) if text else ():
            start = self.paint(pad(lead, indent), lead_style) if lead.strip() else " " * indent
            yield start + self.paint(isolate(line, LEFT_TO_RIGHT_ISOLATE), style)
            lead = ""


def clean(text: str) -> str:
    """Any text of a package or a rule file, safe for the terminal and not endless."""
    if len(text) > TEXT_SHOWN:
        return for_terminal(text[:TEXT_SHOWN]) + "…"
    return for_terminal(text)
