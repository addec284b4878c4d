"""The codes of mistakes in what rules name and compare."""

from __future__ import annotations

from factcheck.diagnostics.diagnostic import Code

UNKNOWN_NAME = Code("N201", "unknown name")
UNKNOWN_VALUE = Code("N202", "unknown value of a dimension")
UNKNOWN_FIELD = Code("N203", "unknown field")
NAMED_TWICE = Code("N204", "a name is given twice")
CIRCLE = Code("N205", "definitions lead in a circle")
METRIC_AMONG_CLAIMS = Code("N206", "a metric by name in a rule about claims")
RESERVED_NAME = Code("N207", "a name that is taken")
NOT_IN_CASE = Code("N208", "a field that is no part of the case")
SELECTOR = Code("N209", "a selector that does not fit")
PLACEHOLDER = Code("N210", "unknown name in a message")
FUNCTION = Code("N211", "unknown function or axis")
UNKNOWN_RULE = Code("N212", "unknown rule")
GROUPING = Code("N215", "claims of several metrics cannot agree")
NO_RULES = Code("N216", "no rules")
TOO_LARGE = Code("N218", "an expression that grows too large")
RULES_UNREADABLE = Code("N217", "rules that cannot be read")

DIMENSIONS = Code("U301", "numbers of different dimensions")
BARE_TOLERANCE = Code("U302", "a tolerance without a unit")
TWO_CURRENCIES = Code("U303", "literals in two currencies")
WRONG_KIND = Code("U304", "the wrong kind of value")
WIDE_TOLERANCE = Code("U305", "a tolerance of everything, or of less than nothing")
UNKNOWN_UNIT = Code("U306", "unknown unit")
PERIOD_PLACE = Code("U307", "a period where no period can stand")
