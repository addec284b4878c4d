"""What is said about names, units and kinds that do not fit: message, place and help."""

import pytest

from tests.binding.album import outcome
from tests.binding.world import FILES
from tests.lang.markdown import Case, cases

CASES = [pytest.param(case, id=f"{path.stem}: {case}") for path in FILES for case in cases(path)]


@pytest.mark.parametrize("case", CASES)
def test_message(case: Case) -> None:
    assert case.expected == outcome(case)
