"""Which pictures a finding gets, and what stands on them; the rules meet the world of the docs."""

from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.check import check
from factcheck.report.build import build_report
from factcheck.report.html.names import Names
from factcheck.report.html.picture import Picture, SaidTable
from factcheck.report.html.pictures import pictures
from factcheck.report.html.rows import subject
from factcheck.report.in_full import in_full
from tests.docs.examples import Example, outcome

Drawn = tuple[Picture | SaidTable, ...]
Draw = Callable[[str, str], Drawn]


@pytest.fixture
def draw(tmp_path: Path) -> Draw:
    """The pictures of the first finding of a rule over some claims."""

    def drawing(rule: str, claims: str) -> Drawn:
        text = f"factcheck 1\n\nrule tried {rule}\n"
        world = Example("", 0, "", text, (("csv claims", claims),), "text verdicts", None)
        outcome(world, tmp_path)
        result = check(str(tmp_path), [str(tmp_path / "example.rules")])
        report = in_full(build_report(result), result)
        assert report.details is not None
        finding = next(one for one in report.findings if one.verdict != "not_exercised")
        steps = report.details.steps[finding.fingerprint]
        return pictures(subject(finding, Names(report)), steps)

    return drawing


def rows(picture: Picture | SaidTable) -> list[tuple[str, str, str]]:
    assert isinstance(picture, Picture)
    return [(row.kind, row.label, row.exact) for row in picture.rows]


def bands(picture: Picture | SaidTable) -> list[str]:
    assert isinstance(picture, Picture)
    return [band.kind for band in picture.bands]


BUDGETS = """\
metric_id, value, decimals, period
capex, 160000000000, -9, 2030
chip_budget, 100000000000, -9, 2030
chip_share, 0.5, 2, 2030
"""


def test_a_product_is_drawn_beside_the_figure_that_it_limits(draw: Draw) -> None:
    check_, *rest = draw("check chip_budget ≤ chip_share × capex", BUDGETS)
    assert [
        ("heading", "Chip budget", ""),
        ("claim", "The Gazette", "99500000000 to 100500000000 CNY"),
        ("sum", "Share of chips × Capital expenditure", "78952500000 to 81052500000 CNY"),
    ] == rows(check_)
    assert ["possible", "sure", "gap"] == bands(check_)
    assert ["What it is calculated from", ""] == [
        one.title for one in rest if isinstance(one, Picture)
    ]


def test_amounts_that_are_not_compared_stay_in_their_currencies(draw: Draw) -> None:
    claims = """\
claim_id, metric_id, value, unit_id, decimals, period, status
a, capex, 160000000000, CNY, -9, 2030, plan
b, capex, 23000000000, USD, -9, 2030, actual
"""
    (table,) = draw("for each metric, period check claims agree on status", claims)
    assert isinstance(table, SaidTable)
    assert ["160 billion CNY", "23 billion USD"] == [row.value for row in table.rows]


def test_what_leaves_the_room_is_marked_on_the_bar(draw: Draw) -> None:
    (picture,) = draw("check capex ≤ 160 billion CNY", BUDGETS)
    assert isinstance(picture, Picture)
    assert [1, 0] == [len(row.over) for row in picture.rows if row.bar]
    assert ["possible", "sure"] == bands(picture)


def test_orders_of_magnitude_have_a_logarithmic_axis(draw: Draw) -> None:
    (picture,) = draw("check capex ≤ 1 million CNY", BUDGETS)
    assert isinstance(picture, Picture)
    assert picture.logarithmic


def test_a_figure_on_both_sides_is_drawn_as_the_difference(draw: Draw) -> None:
    (picture, *_) = draw("check capex ≤ half of capex", BUDGETS)
    assert ("rule", "0", "0 CNY") == rows(picture)[1]


APART = "Capital expenditure − (Chip budget + Capital expenditure ÷ 9)"


@pytest.mark.parametrize(
    ("check", "side", "exact"),
    [
        (
            "chip_budget ≈ chip_share × capex + chip_budget / 4 within 1%",
            "Chip budget ÷ (Share of chips × Capital expenditure + Chip budget ÷ 4)",
            "1",
        ),
        (
            "capex ≈ chip_budget + capex / 9 within 5% of capex",
            f"({APART}) ÷ Capital expenditure",
            "0",
        ),
        (
            "capex ≈ chip_budget + capex / 9 within 5% of chip_budget",
            f"({APART}) ÷ Chip budget",
            "0",
        ),
        ("capex ≈ chip_budget + capex / 9 within 3 billion CNY", APART, "0 CNY"),
        ("capex = chip_budget + capex / 9", APART, "0 CNY"),
        ("capex consistent with chip_budget + capex / 9", APART, "0 CNY"),
    ],
)
def test_a_figure_on_both_sides_is_drawn_with_what_is_allowed(
    draw: Draw, check: str, side: str, exact: str
) -> None:
    picture, *_ = draw(f"check {check}", BUDGETS)
    first, second = rows(picture)
    assert side == first[1]
    assert ("rule", exact.split(maxsplit=1)[0], exact) == second
    assert "possible" in bands(picture)
    assert "gap" in bands(picture)


AROUND_ZERO = """\
metric_id, value, decimals, period, relation
net_loss, 0, -9, 2030,
capex, 3000000000, -9, 2030, {}
"""


@pytest.mark.parametrize("relation", ["eq", "gt"])
def test_where_both_sides_may_be_zero_the_difference_is_drawn(draw: Draw, relation: str) -> None:
    check = "check net_loss × capex ≈ net_loss × 1 billion CNY within 50%"
    picture, *_ = draw(check, AROUND_ZERO.format(relation))
    assert "0" == rows(picture)[1][1]
    assert ["possible", "sure"] == bands(picture)


TWICE = """\
metric_id, value, decimals, period
capex, 160000000000, -9, 2030
capex, 170000000000, -9, 2030
"""


def test_figures_that_disagree_are_drawn_with_what_keeps_them_apart(draw: Draw) -> None:
    (picture,) = draw("for each metric, entity, period\n  check claims agree", TWICE)
    assert ["159500000000 to 160500000000 CNY", "169500000000 to 170500000000 CNY"] == [
        exact for _, _, exact in rows(picture)
    ]
    assert ["gap"] == bands(picture)


YEARS = """\
metric_id, value, decimals, period
capex, 777000000000, -9, 2030
capex, 777000000000, -9, 2031
"""


def test_years_that_disagree_are_drawn_on_an_axis_of_time(draw: Draw) -> None:
    rule = "for each metric, entity, value\n  where period >= 2030\n  check claims agree on period"
    (picture,) = draw(rule, YEARS)
    assert ["2030-01-01 to 2030-12-31", "2031-01-01 to 2031-12-31"] == [
        exact for _, _, exact in rows(picture)
    ]


SUBJECTS = """\
entity_id, metric_id, value, decimals, period
aurora, capex, 777000000000, -9, 2030
borea, capex, 777000000000, -9, 2030
"""


def test_names_that_disagree_are_a_table_of_who_says_what(draw: Draw) -> None:
    rule = "for each metric, value, period\n  check claims agree on entity"
    (table,) = draw(rule, SUBJECTS)
    assert isinstance(table, SaidTable)
    assert ("Aurora", "Borea") == table.columns
    assert [0, 1] == [row.column for row in table.rows]


def test_a_bare_count_needs_no_picture(draw: Draw) -> None:
    rule = "for each metric, entity, period\n  check count(sources) ≥ 9"
    assert () == draw(rule, BUDGETS)
