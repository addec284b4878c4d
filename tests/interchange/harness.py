"""A corpus of small packages, and what two judges say of each: our reading, and frictionless.

A case is written as in `tests.vocabulary.harness`, over the package in `good`; its `text` block has
the verdict of each judge, with what it says below. `UPDATE_CASES=1 pytest` rewrites the blocks.
"""

import shutil
from pathlib import Path

from attrs import frozen

from factcheck.diagnostics import conformance_codes as codes
from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.interchange.conformance import conformance
from factcheck.vocabulary.opened import opened
from tests.vocabulary.harness import Case, apply, cases, read, render

HERE = Path(__file__).parent
ALL = [*cases(HERE / "cases")]


@frozen
class Told:
    """What the two say."""

    ours: list[Diagnostic]
    theirs: list[Diagnostic]

    @property
    def verdicts(self) -> tuple[bool, bool]:
        """Whether the package is valid: to us, and to frictionless."""
        return (
            not any(one.is_error for one in self.ours),
            not any(one.is_error and one.code is not codes.PROFILE for one in self.theirs),
        )

    def text(self) -> str:
        """In the form of the cases."""
        mine, others = (_WORDS[valid] for valid in self.verdicts)
        return (
            f"factcheck: {mine}\n{render(self.ours)}\nfrictionless: {others}\n{render(self.theirs)}"
        )


_WORDS = {True: "valid", False: "invalid"}


def judge(case: Case, folder: Path) -> Told:
    """Both judges on a case; the folder is the current one."""
    shutil.copytree(HERE / "good", folder, dirs_exist_ok=True)
    apply(case, folder)
    with opened(case.package) as place:
        return Told(read(case.package).diagnostics, conformance(place))
