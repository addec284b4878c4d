import json

from hypothesis import given
from hypothesis import strategies as st

from factcheck.report.indented import indented
from factcheck.report.json_report import document
from tests.counting import calls
from tests.report.samples import report

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner) | st.lists(inner).map(tuple),
)


@given(VALUES)
def test_it_is_the_text_of_the_library(value: object) -> None:
    assert json.dumps(value, ensure_ascii=False, indent=2) == indented(value)


def test_it_is_so_for_a_report() -> None:
    value = document(report())
    assert json.dumps(value, ensure_ascii=False, indent=2) == indented(value)


def test_it_does_less_than_the_library() -> None:
    value = document(report())
    library = calls(lambda: json.dumps(value, ensure_ascii=False, indent=2))
    assert 2 * calls(lambda: indented(value)) < library
