"""The codes of mistakes in the tests of rules."""

from typing import Final

from factcheck.diagnostics.diagnostic import Code, Severity

GIVEN_METRIC: Final = Code("E501", "a given of no metric")
GIVEN_UNIT: Final = Code("E502", "a given in a unit that does not fit its metric")
GIVEN_SELECTOR: Final = Code("E503", "a selector that a given cannot have")
GIVEN_HEDGE: Final = Code("E504", "a hedge that a given cannot have")
GIVEN_NUMBER: Final = Code("E505", "a number that the metric cannot have")
GIVEN_IDLE: Final = Code("E506", "a given that the rule does not ask for", Severity.WARNING)
GIVEN_DATES: Final = Code("E507", "one source published on two days")
NO_TESTS: Final = Code("E508", "there are no tests")
GIVEN_RESTATEMENT: Final = Code("E509", "a given that restates no other amount")
