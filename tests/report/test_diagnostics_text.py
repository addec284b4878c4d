import pytest

from factcheck.diagnostics.diagnostic import Code, Diagnostic, Label
from factcheck.diagnostics.span import Span
from factcheck.report.diagnostics_text import problem_line, problem_lines
from factcheck.report.page import Page
from factcheck.report.width import width
from tests.report.samples import CLAIMS, LINES, PROBLEMS
from tests.report.snapshot import matches_snapshot

CODE = Code("P199", "a test")
PATH = "rules/a.rules"


def shown(line: str, *places: tuple[int, int, str], columns: int = 60) -> list[str]:
    """The rows of one line with marks from column to column; the first is the primary one."""
    (start, end, text), *others = places
    labels = tuple(Label(Span(PATH, 1, first, 1, last), words) for first, last, words in others)
    problem = Diagnostic(CODE, "m", Span(PATH, 1, start, 1, end), labels, label=text)
    rendered = list(problem_lines(Page(columns), problem, {(PATH, 1): line}))
    assert ["error[P199]: m", f" --> {PATH}:1:{start}", "  |"] == rendered[:3]
    return [row[4:] for row in rendered[3:]]


@pytest.mark.parametrize("columns", [50, 100])
def test_problems_at_a_width(columns: int) -> None:
    page = Page(columns)
    text = "\n".join("\n".join(problem_lines(page, each, LINES)) + "\n" for each in PROBLEMS)
    matches_snapshot(f"problems_{columns}", text)


def test_a_mark_stands_under_the_exact_columns() -> None:
    assert ["check capx > 5", "      ^^^^ unknown"] == shown("check capx > 5", (7, 11, "unknown"))


def test_a_mark_counts_wide_characters_twice() -> None:
    assert ["约1600亿 x", "         ^ here"] == shown("约1600亿 x", (8, 9, "here"))
    assert ["约1600亿 x", "  ^^^^^^ here"] == shown("约1600亿 x", (2, 7, "here"))


def test_tabs_and_controls_are_shown_and_counted() -> None:
    assert ["    a␛b", "      ^ this"] == shown("\ta\x1bb", (4, 5, "this"))
    assert ["    a␛b", "     ^ this"] == shown("\ta\x1bb", (3, 4, "this"))


def test_a_mark_may_stand_behind_the_end_of_the_line() -> None:
    assert ["check a <", "         ^ a figure"] == shown("check a <", (10, 11, "a figure"))
    assert ["", "^ empty"] == shown("", (1, 2, "empty"))


def test_an_empty_span_is_one_column_wide() -> None:
    assert ["check", "  ^ here"] == shown("check", (3, 3, "here"))


def test_marks_on_one_line_share_a_row() -> None:
    assert [
        "staff + capex",
        "----- ^ ----- money",
        "|     |",
        "|     not to be added",
        "people",
    ] == shown("staff + capex", (7, 8, "not to be added"), (1, 6, "people"), (9, 14, "money"))


def test_marks_that_overlap_have_rows_of_their_own() -> None:
    assert ["staff + capex", "^^^^^^^^^^^^^ sum", "----- people"] == shown(
        "staff + capex", (1, 14, "sum"), (1, 6, "people")
    )


def test_a_long_text_goes_below_its_mark() -> None:
    rows = shown("check a < b", (11, 12, "a long text that does not fit beside it"), columns=40)
    assert ["check a < b", "          ^"] == rows[:2]
    assert "a long text that does not" == rows[2].strip()


def test_a_long_line_is_cut_around_the_mark() -> None:
    line = "a" * 500 + " capx " + "b" * 500
    rows = shown(line, (502, 506, "unknown"), columns=50)
    assert rows[0].startswith("…a")
    assert rows[0].endswith("b…")
    assert width(rows[0]) <= 46
    start = rows[0].index("capx")
    assert " " * start + "^^^^ unknown" == rows[1]


def test_a_mark_outside_of_the_window_has_a_window_of_its_own() -> None:
    line = "one" + " " * 200 + "two"
    rows = shown(line, (1, 4, "here"), (204, 207, "and here"), columns=50)
    assert rows[0].startswith("one")
    assert "^^^ here" == rows[1]
    assert rows[2].endswith("two")
    assert rows[3].endswith("--- and here")


def test_a_line_of_a_million_characters_is_no_trouble() -> None:
    rows = shown("x" * 1_000_000, (999_999, 1_000_001, "end"), columns=50)
    assert rows[0].endswith("xx")
    assert rows[1].endswith("^^ end")


def test_a_span_over_several_lines_marks_the_rest_of_the_first() -> None:
    problem = Diagnostic(CODE, "m", Span(PATH, 1, 7, 3, 2), label="from here")
    rendered = list(problem_lines(Page(60), problem, {(PATH, 1): "check a"}))
    assert "1 | check a" == rendered[3]
    assert "  |       ^ from here" == rendered[4]


def test_without_the_line_the_place_and_the_text_remain() -> None:
    problem = Diagnostic(CODE, "m", Span(PATH, 41, 7, 41, 8), label="here", help="do that")
    assert [
        "error[P199]: m",
        "  --> rules/a.rules:41:7",
        "   = line 41: here",
        "   = help: do that",
    ] == list(problem_lines(Page(60), problem, {}))


def test_a_right_to_left_line_keeps_its_direction_to_itself() -> None:
    rows = shown("x,إنفاق,y", (3, 8, "here"))
    assert "\u2066x,إنفاق,y\u2069" == rows[0]


def test_one_line_says_place_severity_code_and_message() -> None:
    assert f"{CLAIMS}:17:33: error[D210]: `1600亿` is not a plain number" == problem_line(
        Page(), PROBLEMS[2]
    )
