"""The claims of the project say what their quotes say, and their quotes stand in the articles."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from factcheck.check import check
from factcheck.grounding.model import Grounding
from tests.articles.package import PACKAGE, rows
from tests.conftest import ROOT

IN_WORDS = {
    "sohu_12": "most popular",
    "sohu_13": "most popular",
    "sohu_14": "highest",
    "tiktok_03": "the day of the week",
    "tiktok_11": "تصدر",
    "tiktok_12": "تصدر",
    "tencent_02": "沒有",
    "tencent_03": "都沒有",
    "tencent_12": "沒有任何",
    "tencent_39": "沒有",
    "tencent_40": "最大",
}
"""Ranks and numbers that no figure states, and the words that do."""
NAMES = {"tencent_36": "天池256", "tencent_37": "天池512"}
"""Numbers in names of products, which the reader leaves in doubt."""
FAR = {"tencent_29": "不到"}
"""A relation that stands far from its figure."""


def grounding(sources: str | None, package: Path = PACKAGE) -> tuple[Grounding, Sequence[object]]:
    result = check(str(package), sources=sources)
    assert result.grounding
    return result.grounding, [one for one in result.diagnostics if one.code.id.startswith("Q")]


def test_no_claim_contradicts_its_quote_and_few_are_not_verified() -> None:
    found, problems = grounding(None)
    stated = [row for row in rows("claims") if row["value"]]
    assert ([], len(stated)) == (problems, found.quotes)
    assert {*IN_WORDS, *NAMES, *FAR} == {one.claim for one in found.not_verified}
    assert len(stated) - 14 == found.verified


def test_every_quote_stands_in_its_article(sources: Path) -> None:
    found, problems = grounding(str(sources))
    texts = {row["source_id"] for row in rows("claims")}
    assert ([], texts) == (problems, set(found.texts))
    assert {*IN_WORDS, *NAMES, *FAR} == {one.claim for one in found.not_verified}


@pytest.mark.parametrize(
    ("claim", "cell", "wrong", "code"),
    [
        ("sohu_01", "160000000000", "16000000000", "Q801"),
        ("tiktok_07", "150000000000", "15000000000", "Q801"),
        ("tencent_06", "0.125", "12.5", "Q801"),
        ("sohu_07", "gt", "lt", "Q802"),
        ("spending_14", "0.7", "0.07", "Q801"),
        ("race_02", "163000000", "136000000", "Q801"),
    ],
)
def test_a_slip_in_a_claim_is_an_error(
    tmp_path: Path, claim: str, cell: str, wrong: str, code: str
) -> None:
    for table in (PACKAGE / "data").glob("*.csv"):
        text = table.read_text(encoding="utf-8")
        if table.name == "claims.csv":
            (line,) = [line for line in text.splitlines() if line.startswith(f"{claim},")]
            text = text.replace(line, line.replace(f",{cell},", f",{wrong},", 1))
        (tmp_path / "data").mkdir(exist_ok=True)
        (tmp_path / "data" / table.name).write_text(text, encoding="utf-8")
    descriptor = (PACKAGE / "datapackage.json").read_text(encoding="utf-8")
    (tmp_path / "datapackage.json").write_text(descriptor, encoding="utf-8")
    found = check(str(tmp_path), rules=(str(ROOT / "rules"),)).diagnostics
    assert [code] == [one.code.id for one in found if one.is_error]


@pytest.mark.slow
def test_the_larger_example_has_no_false_alarm() -> None:
    found, problems = grounding(None, ROOT / "examples" / "nations")
    assert ([], 0) == (problems, found.contradicted)
