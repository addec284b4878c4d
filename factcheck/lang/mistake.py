"""How a builder says that what the user wrote cannot be built."""

from __future__ import annotations

from factcheck.diagnostics.diagnostic import Diagnostic


class Mistake(Exception):  # noqa: N818 (the user's mistake, on its way to the list of diagnostics)
    """Leaves a builder in the midst of a statement; `parse` catches it, and no one else sees it."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__(*diagnostics)
        self.diagnostics = diagnostics
