"""What holds for every number and every text."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.quantities import read_quantities
from factcheck.values.rational import compare
from tests.quantities.spelled import ARABIC, CHINESE, ENGLISH, GROUPED, SCALED, Spelled, chinese

NEUTRAL = ("", "it said ", "他说,", "وقال ", "…「", "🙂 ", "e\u0301! ", "\u200f")
NOUNS = (
    "平均月薪|年薪|時薪|售价|單價|人均|每日|日均|每坪|每公升|每股|一年|單日|買超|賣超|盈餘|通過|罰款|預算"
    "|成本|學費|累計|高達|達|近|約|逾|最低|至少|升息|指數|超商|紐約|百貨|萬科|半導體|零售|个人|其中|客戶"
)
"""What stands before numbers: words with a role, words that begin or end with one, and others."""
UNITS = ("元", "美元", "港币", "人", "名", "戶", "公斤", "台", "家", "次", "天", "周", "年")
TRADITIONAL = str.maketrans("万亿两", "萬億兩")
WORDS = (
    "one |two |hundred |thousand |million |billion |and |a |half |of |third |to |between |about "
    "|more than |مليار |مليون |ألف |و|نصف |ثلاثة |عشرون |إلى |بين |百分之|分之|左右|超过|约|US$|Q|H"
    "|December |2025|per |day |units |x|bn |percent |٣|１|ونصف |ألفي |إلا |السادس |الساعة |رمضان "
    "|ساعة |دولار |من كل |الخمس |أو |ضعف |正负|利润|一些|十分|个人|大促|分之一|以上|K|G"
)
POWERS = st.integers(0, 8)
SIGNS = (
    "0123456789一二两三十百千万亿兆点半几多第成倍元年月日个来、或双每中有块米角大号折俩"
    "%$¥.,٫٬-–~()[]:/'\"#+×"
)
PIECES = st.sampled_from([*SIGNS, *" \n\u200f\u0640\u0301😀", *WORDS.split("|")])


@given(st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join)))
def test_any_text_is_read_and_its_figures_are_its_pieces_in_order(text: str) -> None:
    last = 0
    for figure in read_quantities(text):
        assert last <= figure.start <= figure.number_start < figure.number_end <= figure.end
        assert figure.text == text[figure.start : figure.end]
        assert figure.confident == (figure.why == "")
        if figure.value_to is not None and figure.value is not None:
            assert compare(figure.value, figure.value_to) != 0
        last = figure.end
    assert last <= len(text)


@given(st.lists(PIECES, max_size=12).map("".join), st.sampled_from(NEUTRAL))
def test_text_on_another_line_only_moves_the_figures(text: str, other: str) -> None:
    alone = read_quantities(text)
    moved = read_quantities(f"{other}\n{text}\n{other}")
    shift = len(other) + 1
    assert [one.text for one in alone] == [one.text for one in moved]
    assert [one.value for one in alone] == [one.value for one in moved]
    assert [one.start + shift for one in alone] == [one.start for one in moved]


def assert_read_back(spelled: Spelled) -> None:
    figures = read_quantities(spelled.text)
    assert [(spelled.text, True)] == [(one.text, one.confident) for one in figures], spelled
    assert figures[0].value is not None
    assert compare(spelled.value, figures[0].value) == 0, (spelled, figures)


@given(GROUPED)
def test_digits_of_any_script_are_read_back(spelled: Spelled) -> None:
    assert_read_back(spelled)


@given(SCALED)
def test_numbers_with_a_scale_are_read_back(spelled: Spelled) -> None:
    assert_read_back(spelled)


@given(ENGLISH)
def test_english_numerals_are_read_back(spelled: Spelled) -> None:
    assert_read_back(spelled)


@given(CHINESE)
def test_chinese_numerals_are_read_back(spelled: Spelled) -> None:
    assert_read_back(spelled)


@given(ARABIC)
def test_arabic_numerals_are_read_back(spelled: Spelled) -> None:
    assert_read_back(spelled)


@given(
    number=st.integers(1, 10**12 - 1)
    | st.builds(lambda n, e: n * 10**e, st.integers(1, 999), POWERS),
    noun=st.sampled_from(NOUNS.split("|")),
    unit=st.sampled_from(UNITS),
    is_traditional=st.booleans(),
)
def test_a_chinese_numeral_behind_any_word_is_read_whole_or_left_unsure(
    number: int, noun: str, unit: str, *, is_traditional: bool
) -> None:
    numeral = chinese(number)
    numeral = numeral.translate(TRADITIONAL) if is_traditional else numeral
    start, end = len(noun), len(noun) + len(numeral)
    for figure in read_quantities(f"{noun}{numeral}{unit}。"):
        if not figure.confident or figure.kind in {"date", "time"}:
            continue
        if figure.number_start < end and start < figure.number_end:
            assert (figure.number_start, figure.number_end) == (start, end), figure
            assert (figure.value, figure.value_to) == ((number, 1), None), figure
