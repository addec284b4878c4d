"""What a figure, read as said here, means for a claim: the reader itself is tested elsewhere."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from factcheck.claims.model import Claim
from factcheck.claims.read import read_claims
from factcheck.grounding.judge import Judge
from factcheck.grounding.judgement import Judgement
from factcheck.grounding.units import PrintedUnits
from factcheck.quantities import Quantity
from factcheck.values.rational import Rational
from factcheck.vocabulary.descriptor import read_descriptor
from factcheck.vocabulary.read import read_vocabulary
from tests.grounding.package import METRICS, Row, write

CASES = Path(__file__).parent / "judged.md"
VERIFIED, OPEN = "verified", "not verified"


def cases() -> list[tuple[str, Row, tuple[Quantity, ...], str]]:
    """The lines of judged.md: name, cells of a claim, figures, what follows."""
    found: list[tuple[str, Row, tuple[Quantity, ...], str]] = []
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line.startswith("| ") and "`" in line:
            name, cells, figures, expected = (cell.strip() for cell in line.strip("|").split("|"))
            row = dict(part.split("=", 1) for part in cells.strip("`").split())
            full = {f"{key}_id" if key in {"unit", "metric"} else key: row[key] for key in row}
            read = () if figures == "none" else tuple(map(figure, figures.split(" + ")))
            found.append((name, full, read, expected))
    return found


def figure(text: str) -> Quantity:
    """A figure as the reader could give it: `percent 1/8 decimals=3`."""
    kind, value, *rest = text.strip("`").split()
    more: dict[str, Any] = {"start": 0, "end": 3, "text": "abc"}
    more |= {"number_start": 0, "number_end": 3, "kind": kind, "value": number(value)}
    more |= {"confident": "unsure" not in rest, "why": "in doubt" if "unsure" in rest else ""}
    for part in rest:
        key, _, content = part.partition("=")
        if key in {"units", "per"}:
            more[key] = tuple(content.split(";"))
        elif key == "to":
            more["value_to"] = number(content)
        elif content:
            more[key] = int(content) if key in {"decimals", "relation_open"} else content
    return Quantity(**more)


def number(text: str) -> Rational | None:
    """`1/8`; `unread`."""
    return None if text == "unread" else Fraction(text).as_integer_ratio()


def judged(folder: Path, row: Row, *figures: Quantity) -> Judgement:
    """The judgement on one claim."""
    claim, judge = _claim(folder, row)
    return judge.judge(claim, figures)


def _claim(folder: Path, row: Row) -> tuple[Claim, Judge]:
    full = {"quote": "q", "metric_id": METRICS.get(row.get("unit_id", "ratio"), ""), **row}
    descriptor, _ = read_descriptor(str(write(folder / "p", [full])))
    assert descriptor
    vocabulary, _ = read_vocabulary(descriptor)
    assert vocabulary
    claims, found = read_claims(descriptor, vocabulary)
    assert claims, found
    return claims.rows[0], Judge(PrintedUnits(descriptor, vocabulary.units), vocabulary.hedges)


def outcome(judgement: Judgement) -> str:
    """Verified, not verified, or the codes of what is wrong."""
    codes = " ".join(f"{wrong.code.id}:{column}" for column, wrong in judgement.wrongs)
    return codes or (OPEN if judgement.reason else VERIFIED)


TABLE = cases()
CNY = {"unit_id": "CNY", "value": "160000000000", "decimals": "-9"}


@pytest.mark.parametrize(
    ("row", "figures", "expected"), [case[1:] for case in TABLE], ids=[case[0] for case in TABLE]
)
def test_a_figure_bears_a_claim_out_or_contradicts_it_or_neither(
    tmp_path: Path, row: Row, figures: tuple[Quantity, ...], expected: str
) -> None:
    assert expected == outcome(judged(tmp_path, row, *figures))


def test_the_unit_from_context_is_said(tmp_path: Path) -> None:
    row = {**CNY, "inferred": "unit_id"}
    assert judged(tmp_path, row, figure("amount 160000000000")).unit_from_context
    assert not judged(
        tmp_path, row, figure("amount 160000000000 units=CNY decimals=-9")
    ).unit_from_context


def test_a_contradiction_has_both_readings(tmp_path: Path) -> None:
    row = {**CNY, "value": "16000000000"}
    ((column, wrong),) = judged(
        tmp_path, row, figure("amount 160000000000 units=CNY decimals=-9")
    ).wrongs
    assert "value" == column
    assert "the quote states 160000000000, and the claim 16000000000 CNY" == wrong.message
    assert "write `160000000000`, or quote the words that state 16000000000" == wrong.help
    assert ("`abc` is read as 160000000000 CNY",) == wrong.notes


def test_a_policy_may_have_its_own_words(tmp_path: Path) -> None:
    row = {"value": "12", "hedge": "nearly"}
    claim, judge = _claim(tmp_path, row)
    own = Judge(judge.units, {"nearly": judge.hedges["nearly"]})
    about = figure("count 12 hedge=about")
    assert "Q805:hedge" == outcome(judge.judge(claim, [about]))
    assert VERIFIED == outcome(own.judge(claim, [about]))
