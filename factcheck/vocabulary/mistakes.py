"""The mistakes of one file: the first are told, the others counted."""

from factcheck.diagnostics.diagnostic import Diagnostic, Severity
from factcheck.records import Factory, define, evolve
from factcheck.vocabulary.wrong import Wrong


@define
class Mistakes:
    """Collects diagnostics up to a limit, so that a broken table does not drown the run."""

    limit: int
    found: list[Diagnostic] = Factory(list)
    count: int = 0
    """Of errors, told or not."""

    def has_room(self, wrong: Wrong) -> bool:
        """Whether it would be told; if not, it is counted, and its place need not be found."""
        if len(self.found) < self.limit:
            return True
        self.count += wrong.code.severity is Severity.ERROR
        return False

    def add(self, diagnostic: Diagnostic) -> None:
        """Keep it, or count it when the limit is reached."""
        self.count += diagnostic.is_error
        if len(self.found) < self.limit:
            self.found.append(diagnostic)

    def told(self) -> list[Diagnostic]:
        """The diagnostics, the last with a note of how many errors there are besides."""
        hidden = self.count - sum(diagnostic.is_error for diagnostic in self.found)
        if not hidden:
            return self.found
        last = self.found[-1]
        note = f"{hidden} more mistakes in this file are not shown"
        return [*self.found[:-1], evolve(last, notes=(*last.notes, note))]
