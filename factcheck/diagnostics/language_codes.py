"""The codes of mistakes in the form of rules: in their characters, words and brackets."""

from __future__ import annotations

from typing import Final

from factcheck.diagnostics.diagnostic import Code

# --- the text ------------------------------------------------------------------------------------

NOT_UTF8: Final = Code("L101", "the file is not UTF-8 text")
TEXT_TOO_LARGE: Final = Code("L102", "the file is too large")
DIRECTION_CONTROL: Final = Code("L103", "a character that turns the direction of writing")
CONTROL_CHARACTER: Final = Code("L104", "an invisible character")
FULL_WIDTH: Final = Code("L105", "full-width characters, or digits of another script")
WRONG_QUOTES: Final = Code("L106", "quotation marks of another kind")
OPEN_QUOTE: Final = Code("L107", "a quotation mark or backtick is not closed")
STRANGE_CHARACTER: Final = Code("L108", "a character that has no meaning in rules")
WRONG_OPERATOR: Final = Code("L109", "an operator of another language")
BAD_ESCAPE: Final = Code("L110", "an unknown escape in a text")
TOO_MANY_MISTAKES: Final = Code("L111", "more mistakes than are shown")

# --- numbers and periods -------------------------------------------------------------------------

BAD_NUMBER: Final = Code("L112", "a number that is written in another way")
NUMBER_TOO_LONG: Final = Code("L113", "a number beyond the limits")
NO_SUCH_PERIOD: Final = Code("L114", "a period that the calendar does not have")

# --- statements and clauses ----------------------------------------------------------------------

UNEXPECTED: Final = Code("L120", "something else was expected here")
MISSPELT_WORD: Final = Code("L121", "a misspelt word of the language")
MISSING_OPERAND: Final = Code("L122", "a sign or word with nothing behind it")
OPEN_BRACKET: Final = Code("L123", "a bracket is not closed")
STRAY_BRACKET: Final = Code("L124", "a bracket that closes nothing")
TOO_DEEP: Final = Code("L125", "an expression nested too deep")
CLAUSE_TWICE: Final = Code("L126", "a clause given twice")
NO_CHECK: Final = Code("L127", "a rule without a check")
NO_STATEMENT: Final = Code("L128", "text outside rules, defines and tests")
UNKNOWN_VERSION: Final = Code("L129", "another version of the language")
VERSION_NOT_FIRST: Final = Code("L130", "the version stands behind another statement")

# --- inside expressions --------------------------------------------------------------------------

CHAINED_COMPARISON: Final = Code("L131", "a chain of comparisons")
NO_TOLERANCE: Final = Code("L132", "≈ without a tolerance")
STRAY_TOLERANCE: Final = Code("L133", "a tolerance where none is taken")
IF_WITHOUT_THEN: Final = Code("L134", "`if` without `then`")
IF_NOT_ON_TOP: Final = Code("L135", "`if` in another place than the top of a check")
HEDGE_IN_RULE: Final = Code("L136", "a hedge in a rule")
BAD_EXPONENT: Final = Code("L137", "a power that is not a small whole number")
UNKNOWN_STEP: Final = Code("L138", "an unknown step along the calendar")
UNKNOWN_SEVERITY: Final = Code("L139", "an unknown severity")
UNKNOWN_VERDICT: Final = Code("L140", "an unknown verdict")
