import pytest

from factcheck.quantities import read_quantities
from tests.quantities.reading import reading


def test_a_number_after_a_name_is_not_sure() -> None:
    (figure,) = read_quantities("with Doubao 2.0 soon")
    assert ("2.0", "number", False) == (figure.text, figure.kind, figure.confident)
    assert "version" in figure.why


@pytest.mark.parametrize(
    "text",
    [
        "H200", "A100", "5G", "GPT-4", "GPT4", "COVID-19", "4x4", "1.2.3", "192.168.0.1", "AH-64E",
        "v2", "id_5", "[3]", "+86 10 6555 1234", "400-820-8820", "007", "Figure 3", "图3", "2D",
    ],
)  # fmt: skip
def test_names_and_labels_are_no_figures(text: str) -> None:
    assert reading(f"see {text} there") == ""


def test_places_are_code_points_of_the_text_as_it_was() -> None:
    text = "😀 e\u0301 \u200f١٦٠\u200f ملـيار دولار 👩‍👩‍👧 (160亿元)"
    for figure in read_quantities(text):
        assert text[figure.start : figure.end] == figure.text
    first, second = read_quantities(text)
    assert ("١٦٠\u200f ملـيار دولار", 160 * 10**9) == (first.text, first.value and first.value[0])
    assert "160亿元" == second.text


def test_the_number_lies_inside_the_figure() -> None:
    text = "约1600亿元人民币"
    (figure,) = read_quantities(text)
    assert "1600亿" == text[figure.number_start : figure.number_end]


def test_a_restatement_names_the_figure_it_restates() -> None:
    assert [None, 0] == [one.converts for one in read_quantities("160 billion RMB ($23 billion)")]
    assert [None, 0] == [one.converts for one in read_quantities("1600亿元,约合230亿美元")]
    assert [None, None] == [one.converts for one in read_quantities("160 billion RMB. $23 billion")]


def test_an_ambiguous_sign_is_never_settled_silently() -> None:
    for text in ("$5 million", "500元", "¥500", "23 مليار دولار", "23 مليار يوان"):
        (figure,) = read_quantities(text)
        assert len(figure.units) > 1, text


def test_a_second_unit_settles_the_first() -> None:
    assert ("CNY",) == read_quantities("860亿元人民币")[0].units
    assert ("USD",) == read_quantities("$23 billion USD")[0].units


def test_words_that_begin_a_number_and_are_none_do_not_hold_up_the_reader() -> None:
    assert ["3人"] == [one.text for one in read_quantities("有几个现在都是3人")]
    assert [] == [one for one in read_quantities("几个") if one.confident]


def test_a_span_of_time_behind_over_may_be_how_long_it_lasts() -> None:
    for text in ("invest a fortune over five years", "prices fell over 12 months"):
        assert [False] == [one.confident for one in read_quantities(text)], text
    (figure,) = read_quantities("worked there for over ten years")
    assert ("gt", True) == (figure.relation, figure.confident)
