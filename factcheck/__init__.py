"""factcheck: figures from articles as a data package, and rules that must hold between them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.report.library import LibraryReport

__version__ = "0.1.0"
__all__ = ["__version__", "validate"]


def validate(  # noqa: PLR0913 (one for each option of the command)
    package: str | None = None,
    *,
    rules: Sequence[str] = (),
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    max_readings: int = 10_000,
    engine: str | None = None,
    waivers: str | None = None,
    baseline: str | None = None,
) -> LibraryReport:
    """The report of a package against rules, as `factcheck validate` draws it.

    `package` is a descriptor, a folder or a ZIP archive, `rules` are files and folders; what is not
    given is looked for where the command looks. `waivers` is a file of accepted findings, in place
    of the package's own, `baseline` an earlier report in JSON. Mistakes of the user are `problems`
    of the report; nothing is raised for them. A notebook shows the report as a table, and
    `report.verdicts.arrow()` is one of pyarrow, with a row a case.
    """
    from factcheck.check import check  # noqa: PLC0415 (the stages load when they are asked for)
    from factcheck.report.build import build_report  # noqa: PLC0415 (as above)
    from factcheck.report.library import for_library  # noqa: PLC0415 (as above)
    from factcheck.report.run_problems import with_run_problems  # noqa: PLC0415 (as above)
    from factcheck.waivers.excuse import KnownFiles, excused  # noqa: PLC0415 (as above)

    result = check(package, rules, select, ignore, max_readings, engine=engine)
    report = with_run_problems(build_report(result))
    known = KnownFiles(waivers, baseline)
    return for_library(excused(report, known, whole=not (select or ignore)))
