"""A report with what is known marked in it; a mistake in the files that say so stops the run."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from factcheck.diagnostics.diagnostic import Diagnostic, sorted_diagnostics
from factcheck.inputs import door
from factcheck.records import Record, evolve, frozen
from factcheck.report.model import Report
from factcheck.vocabulary.find import find
from factcheck.waivers.files import FILE_NAME


@frozen
class KnownFiles(Record):
    """Where known findings are listed, as the user named them."""

    waivers: str | None = None
    """None for `waivers.csv` beside the descriptor, if there is one."""
    baseline: str | None = None


def excused(report: Report, files: KnownFiles, *, whole: bool = True) -> Report:
    """The report with its waived and known findings marked; as it is where nothing is known.

    A run that stopped stays as it is; `whole` says that no rule was left out.
    """
    if files.baseline is None and files.waivers is None and not _has_waivers(report):
        return report
    return _excused(report, files, whole=whole)


def may_excuse(package: str | None, files: KnownFiles) -> bool:
    """Whether a finding of a package may be known, so that all of them have to be looked at."""
    if files.baseline is not None or files.waivers is not None:
        return True
    descriptor = find(package)
    return not isinstance(descriptor, Diagnostic) and _stands_beside(str(descriptor))


def _has_waivers(report: Report) -> bool:
    return _stands_beside(report.package_path)


def _stands_beside(path: str) -> bool:
    """Whether there are waivers beside the descriptor; in an archive there are none."""
    return door.is_file(path) and door.exists(Path(path).parent / FILE_NAME)


def _excused(report: Report, files: KnownFiles, *, whole: bool) -> Report:
    from factcheck.waivers.apply import with_waivers  # noqa: PLC0415 (only where some are known)
    from factcheck.waivers.baseline import read_baseline, with_baseline  # noqa: PLC0415 (as above)
    from factcheck.waivers.clock import today  # noqa: PLC0415 (as above)
    from factcheck.waivers.read import read_waivers  # noqa: PLC0415 (as above)

    place = Path(report.package_path).parent if _has_waivers(report) else None
    waivers, found = read_waivers(files.waivers, place)
    known = read_baseline(files.baseline) if files.baseline is not None else {}
    if isinstance(known, Diagnostic):
        found.append(known)
    if any(one.is_error for one in found) or isinstance(known, Diagnostic):
        return _stopped(_with_problems(report, found))
    if any(one.is_error for one in report.problems):
        return _with_problems(report, found)
    marked, told = with_waivers(report, waivers, today(), whole=whole)
    if files.baseline is not None:
        marked = with_baseline(marked, known, whole=whole)
    return _with_problems(marked, [*found, *told])


def _with_problems(report: Report, found: Iterable[Diagnostic]) -> Report:
    found = list(found)
    if not found:
        return report
    from factcheck.report.excerpts import excerpts  # noqa: PLC0415 (only for mistakes)

    problems = tuple(sorted_diagnostics([*report.problems, *found]))
    return evolve(report, problems=problems, lines={**report.lines, **excerpts(found, {})})


def _stopped(report: Report) -> Report:
    """Nothing counts as judged: what was to be excused is not known."""
    return evolve(
        report,
        rules=(),
        findings=(),
        verdicts=(),
        claims_in_no_case=0,
        no_case_reasons=(),
        details=None,
    )
