"""The packages that are taken, one inside another: each once, none by itself, and not too many."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from factcheck.diagnostics.diagnostic import Diagnostic, Label
from factcheck.diagnostics.package_codes import NOT_TAKEN, TAKEN_TWICE, TOO_LARGE
from factcheck.diagnostics.span import Span
from factcheck.inputs import door
from factcheck.records import Factory, define
from factcheck.vocabulary.descriptor_file import DescriptorFile, read_file
from factcheck.vocabulary.files import inside
from factcheck.vocabulary.limits import Limits
from factcheck.vocabulary.wrong import Wrong, shorten

if TYPE_CHECKING:  # few packages take others
    from factcheck.vocabulary.taking import Taking

FILE_NAME: Final = "datapackage.json"
_TWICE: Final = "its sources would count twice: leave one of the two out"


@define
class Family:
    """One run's packages: those that are being read, and all that were taken so far."""

    limits: Limits
    open: list[Path] = Factory(list)
    """The descriptors that lead to the one that is being read, the outermost first."""
    taken: dict[Path, Span] = Factory(dict)
    """Each descriptor with the place that took it."""
    names: dict[str, Span] = Factory(dict)
    """The places of the names of packages."""

    def file(
        self, taking: Taking, file: DescriptorFile
    ) -> tuple[object, DescriptorFile | None, list[Diagnostic]]:
        """The descriptor of a package that the one in `file` takes, or why it cannot be taken."""
        span = file.spans([taking.at("package")])[0]
        written = taking.package
        real = inside(file.path.parent, written)
        if isinstance(real, Path) and door.is_folder(real):
            written = f"{written.rstrip('/')}/{FILE_NAME}"
            real = inside(file.path.parent, written)
        if isinstance(real, Wrong):
            return None, None, [real.at(span)]
        wrong = self._refused(real, shorten(written))
        if wrong is not None:
            labels = [Label(self.taken[real], "first here")] if real in self.taken else []
            return None, None, [wrong.at(span, *labels)]
        self.taken[real] = span
        shown = file.shown.parent / written
        return read_file(real, shown, self.limits, unpacked=file.unpacked)

    def _refused(self, real: Path, shown: str) -> Wrong | None:
        if real in self.open:
            help_ = "a package is taken by others, never by itself, over others either"
            return Wrong(NOT_TAKEN, f"`{shown}` is a package that takes this one", help_)
        if real in self.taken:
            return Wrong(NOT_TAKEN, f"the package `{shown}` is taken twice", _TWICE)
        if len(self.taken) >= self.limits.max_packages:
            message = f"more than {self.limits.max_packages} packages are taken"
            return Wrong(TOO_LARGE, message, "the limit is `max_packages`")
        if real.suffix.lower() == ".zip":
            help_ = "unpack it inside this package, and name its `datapackage.json`"
            return Wrong(NOT_TAKEN, f"`{shown}` is an archive", help_)
        if not door.is_file(real):
            return Wrong(NOT_TAKEN, f"there is no descriptor `{shown}`", "the path of a descriptor")
        return None

    def named(self, name: str, file: DescriptorFile) -> list[Diagnostic]:
        """A warning when another package has the name of this one: is it the same, copied?"""
        if not name:
            return []
        span = file.spans([("name",)])[0]
        first = self.names.setdefault(name, span)
        if first == span:
            return []
        message = f"another package is called `{shorten(name)}` too"
        help_ = "if it is the same one, its sources count twice: take it once"
        return [Wrong(TAKEN_TWICE, message, help_).at(span, Label(first, "first here"))]
