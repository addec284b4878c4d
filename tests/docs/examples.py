"""Examples in the documentation: rules, the tables they meet, and what comes out.

A page is read from the top. A block `rules` begins an example; blocks `csv TABLE` and
`json factcheck` behind it add to the small world of the tests; a block `text verdicts`,
`text mistakes` or `text tests` says what comes out. Further blocks behind it try the same rules
again. Rules without an outcome have to be right, nothing more.

In `csv claims` the cells may be padded, and what is left out is filled in: `claim_id` is numbered,
`source_id` is gazette, `entity_id` is aurora, `unit_id` is the metric's own. A column that no
package has becomes a dimension of this one.
"""

import csv
import io
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from attrs import define, field, frozen

from factcheck.check import check
from factcheck.report.build import build_report
from factcheck.report.text import render_text
from factcheck.trial.run import run_tests
from factcheck.values.truth import word
from factcheck.verdicts.result import CheckResult
from factcheck.verdicts.trial_result import TrialResult
from factcheck.verdicts.wording import key_text
from factcheck.vocabulary.columns import SHAPES
from tests.conftest import ROOT

PAGES: Final = ("grammar/README.md", "docs/language.md", "docs/cookbook.md")
WORLD: Final = Path(__file__).parent / "world"
OUTCOMES: Final = ("text verdicts", "text mistakes", "text tests")

_BLOCK = re.compile(r"^```([a-z]+(?: \w+)?)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


@frozen
class Example:
    """Rules, what is added to the world, and what is said to come out (None: nothing is said)."""

    page: str
    line: int
    heading: str
    rules: str
    tables: tuple[tuple[str, str], ...]
    kind: str
    expected: str | None

    def __str__(self) -> str:
        return f"{self.page}:{self.line} {self.heading}"


@define
class _Open:
    """An example that is being collected."""

    rules: str
    line: int
    told: bool = False
    tables: list[tuple[str, str]] = field(factory=list)


def examples(page: str) -> Iterator[Example]:
    """The examples of one page, in order."""
    text = (ROOT / page).read_text(encoding="utf-8")
    headings = [(match.start(), match[1]) for match in _HEADING.finditer(text)]
    now: _Open | None = None
    for match in _BLOCK.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        heading = [title for start, title in headings if start < match.start()][-1]
        info, body = match[1], match[2]
        if info == "rules":
            if now is not None and not now.told:
                yield Example(page, now.line, heading, now.rules, (*now.tables,), "rules", None)
            now = _Open(body, line)
        elif info in OUTCOMES:
            assert now is not None, f"{page}:{line}: an outcome without rules"
            yield Example(page, line, heading, now.rules, (*now.tables,), info, body)
            now.told, now.tables = True, []
        elif now is not None and info.startswith(("csv ", "json ")):
            now.tables.append((info, body))
    if now is not None and not now.told:
        yield Example(page, now.line, "", now.rules, (*now.tables,), "rules", None)


def outcome(example: Example, folder: Path) -> str:
    """What comes out of an example, in the form in which the page tells it."""
    shutil.copytree(WORLD, folder, dirs_exist_ok=True)
    for info, body in example.tables:
        kind, _, name = info.partition(" ")
        if kind == "csv":
            _add_rows(folder, name, body)
        else:
            _change_block(folder, json.loads("{" + body + "}"))
    path = folder / "example.rules"
    path.write_text(example.rules, encoding="utf-8")
    if example.kind == "text tests":
        return "".join(tried_lines(run_tests(str(folder), [str(path)])))
    result = check(str(folder), rules=[str(path)])
    wrong = [one for one in result.diagnostics if one.is_error]
    foreign = [one for one in wrong if not one.span.path.endswith("example.rules")]
    assert not foreign, f"{example}: {foreign}"
    if wrong or example.kind == "text mistakes":
        return render_text(build_report(result)).replace(str(path), "example.rules")
    return "".join(verdict_lines(result)) if example.kind == "text verdicts" else ""


def verdict_lines(result: CheckResult) -> Iterator[str]:
    """A line for each case: its verdict, its rule, and the values that make it."""
    for rule in result.verdicts:
        if not rule.cases:
            yield f"{'not exercised':<13} {rule.plan.id}\n"
        for case in rule.cases:
            key = ", ".join(key_text(value) for value in case.key)
            yield f"{word(case.truth):<13} {rule.plan.id}: {key}".rstrip(": ") + "\n"


def tried_lines(result: TrialResult) -> Iterator[str]:
    """A line for each test: whether it passed, its rule, and what the rule came to."""
    assert result.tests, result.diagnostics
    for test in result.tests:
        passed = "passed" if test.passed else "failed"
        yield f"{passed} {test.rule}: {test.got}\n"


def _add_rows(folder: Path, table: str, body: str) -> None:
    """Add the rows of a block to a table of the world."""
    shape = SHAPES[table]
    path = folder / "data" / f"{table}.csv"
    header, *rows = (
        [cell.strip() for cell in row]
        for row in csv.reader(io.StringIO(body), skipinitialspace=True)
    )
    with path.open(encoding="utf-8", newline="") as file:
        known = list(csv.DictReader(file))
    added = [
        _filled(table, dict(zip(header, row, strict=True)), len(known), n, folder)
        for n, row in enumerate(rows, 1)
    ]
    own = [name for name in header if name not in shape.columns]
    if own and table == "claims":
        _change_block(folder, {"dimensions": own})
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*shape.columns, *own], restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows([*known, *added])


def _filled(
    table: str, row: dict[str, str], before: int, number: int, folder: Path
) -> dict[str, str]:
    if table != "claims":
        return row
    with (folder / "data" / "metrics.csv").open(encoding="utf-8", newline="") as file:
        units = {metric["metric_id"]: metric["unit_id"] for metric in csv.DictReader(file)}
    ours = {
        "claim_id": f"c{before + number}",
        "source_id": "gazette",
        "entity_id": "aurora",
        "unit_id": units.get(row["metric_id"], "ratio"),
    }
    return ours | {name: cell for name, cell in row.items() if cell or name not in ours}


def _change_block(folder: Path, changes: dict[str, object]) -> None:
    path = folder / "datapackage.json"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    descriptor["factcheck"] |= changes
    path.write_text(json.dumps(descriptor), encoding="utf-8")


def rewritten(page: str, outcomes: list[str]) -> str:
    """The text of a page with other outcomes, one for each block that has one."""
    text = (ROOT / page).read_text(encoding="utf-8")
    waiting = iter(outcomes)

    def replace(match: re.Match[str]) -> str:
        if match[1] not in OUTCOMES:
            return match[0]
        return f"```{match[1]}\n{next(waiting)}```"

    return _BLOCK.sub(replace, text)
