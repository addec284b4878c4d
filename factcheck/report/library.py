"""The report as the library hands it out: it shows itself in a notebook, and gives a table."""

from __future__ import annotations

from typing import Any, Final

from attrs import fields

from factcheck.records import Factory, frozen
from factcheck.report.cases import written_case
from factcheck.report.model import Report, Verdict

_COLUMNS: Final = (
    ("rule", "string"),
    ("case", "string"),
    ("verdict", "string"),
    ("readings_deciding", "integer"),
    ("readings_total", "integer"),
    ("claims", "string"),
)
"""As they are called in the formats that are tables."""


class Verdicts(tuple[Verdict, ...]):
    """A row for each case of each rule, whatever it came to."""

    __slots__ = ()

    def arrow(self) -> Any:  # noqa: ANN401 (a table of pyarrow, which is an extra)
        """The rows as a table of pyarrow; raises ImportError where that is not installed."""
        from factcheck.interchange.parquet import arrow_table  # noqa: PLC0415 (an extra)

        rows = [
            (
                one.rule,
                written_case(one.case),
                one.verdict,
                str(one.readings_deciding),
                str(one.readings_total),
                ";".join(one.claims),
            )
            for one in self
        ]
        return arrow_table(_COLUMNS, rows)


@frozen
class LibraryReport(Report):
    """A report whose verdicts make a table, and that a notebook shows as one."""

    verdicts: Verdicts = Factory(Verdicts)

    def _repr_html_(self) -> str:
        """A short and safe fragment: what is wrong, and where."""
        from factcheck.report.html.fragment import fragment  # noqa: PLC0415 (for notebooks alone)

        return fragment(self)


def for_library(report: Report) -> LibraryReport:
    """The same report, as the library hands it out."""
    values = {field.name: getattr(report, field.name) for field in fields(Report)}
    return LibraryReport(**values | {"verdicts": Verdicts(report.verdicts)})
