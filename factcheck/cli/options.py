"""The options of `factcheck validate`, said once: click reads them, and so does `plain`."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from factcheck.cli.formats import FORMATS
from factcheck.engines.limits import MEMORY, MOST_FINDINGS
from factcheck.records import Record, frozen
from factcheck.report.exit_code import FAIL_ON
from factcheck.verdicts.limits import MAX_READINGS

Kind: TypeAlias = Literal["flag", "path", "text", "choice", "count", "size"]
"""What stands behind an option: nothing, a file or folder, or what else of one word."""

ENGINES: Final = ("exact", "duckdb", "spark")


@frozen
class Option(Record):
    """An option as it is written, and what it takes."""

    written: str
    kind: Kind
    help: str
    metavar: str | None = None
    default: str | int | None = None
    choices: tuple[str, ...] = ()
    multiple: bool = False
    parameter: str = ""
    """What it is called in the program where that is not how it is written."""

    @property
    def name(self) -> str:
        """What it is called in the program."""
        return self.parameter or self.written.removeprefix("--").replace("-", "_")


VALIDATE: Final = (
    Option("--rules", "path", "A file or folder of rules; repeatable.", "PATH", multiple=True),
    Option(
        "--format",
        "text",
        f"{', '.join(FORMATS)}: to standard output or to a file; repeatable.",
        "FORMAT[:FILE]",
        multiple=True,
        parameter="formats",
    ),
    Option("--output", "path", "Where the only --format goes.", "FILE"),
    Option(
        "--fail-on",
        "choice",
        "What calls for exit status 1; repeatable; default violated.",
        choices=FAIL_ON,
        multiple=True,
    ),
    Option("--strict", "flag", "All of --fail-on, at any severity, and warnings."),
    Option(
        "--engine",
        "choice",
        "What computes the verdicts; by the size of the claims if not given.",
        choices=ENGINES,
    ),
    Option("--select", "text", "Only these rules; * and ? match.", "RULE", multiple=True),
    Option("--ignore", "text", "Not these rules; * and ? match.", "RULE", multiple=True),
    Option(
        "--max-readings",
        "count",
        "Readings of one case beyond which it is judged on hulls.",
        "N",
        MAX_READINGS,
    ),
    Option(
        "--max-findings",
        "count",
        "Findings of large tables that are told; the others are counted.",
        "N",
        MOST_FINDINGS,
    ),
    Option(
        "--max-memory",
        "size",
        "What DuckDB holds at once; what is more it writes to a folder for the time of the run.",
        "SIZE",
        MEMORY,
    ),
    Option("--sources", "path", "A folder of the archived texts, to look the quotes up in.", "DIR"),
    Option("--no-quotes", "flag", "Read no quote; the report says so."),
    Option(
        "--waivers", "path", "Accepted findings, in place of the package's waivers.csv.", "FILE"
    ),
    Option("--baseline", "path", "An earlier report in JSON: fail on what is new.", "FILE"),
    Option("--conformance", "flag", "What frictionless and our profile say, too."),
    Option("--offline", "flag", "Never reach the network: always so."),
    Option("--quiet", "flag", "Only violated cases, a line each, and the summary."),
    Option("--no-color", "flag", "No colours, as with NO_COLOR set."),
    Option("--no-cache", "flag", "Look up and keep no results of earlier runs."),
)
"""In the order in which help shows them."""
