"""The codes of advice: rules that are right in form, and hardly mean what they say."""

from typing import Final

from factcheck.diagnostics.diagnostic import Code, Severity

# --- what a reader misses -------------------------------------------------------------------------

NO_TITLE: Final = Code("A401", "a rule without a title", Severity.INFO)
NO_REASON: Final = Code("A402", "a rule without a reason", Severity.INFO)
NO_TEST: Final = Code("A403", "a rule without a test", Severity.INFO)

# --- names ----------------------------------------------------------------------------------------

UNUSED_LET: Final = Code("A404", "a `let` that nothing uses", Severity.WARNING)
UNUSED_DEFINE: Final = Code("A405", "a `define` that nothing uses", Severity.WARNING)
MIXED_SCRIPTS: Final = Code("A406", "a name in letters of two scripts", Severity.WARNING)
SHADOWED: Final = Code("A407", "a name that means something else too", Severity.WARNING)
TAG_TWICE: Final = Code("A408", "a tag given twice", Severity.WARNING)
SAME_RULE: Final = Code("A409", "two rules that say the same", Severity.WARNING)

# --- what is checked ------------------------------------------------------------------------------

EXACTLY_EQUAL: Final = Code("A410", "`=` with a calculated figure", Severity.WARNING)
NEVER_VIOLATED: Final = Code("A411", "a rule that can never be violated", Severity.WARNING)
NEVER_HOLDS: Final = Code("A412", "a rule that can never hold", Severity.WARNING)
IDLE_CONDITION: Final = Code("A413", "a condition that leaves nothing out", Severity.WARNING)
CONTRADICTION: Final = Code("A414", "conditions that let nothing through", Severity.WARNING)
UNLIKE_PERIODS: Final = Code("A415", "amounts over different lengths of time", Severity.WARNING)
SINGLE_CLAIM: Final = Code("A416", "claims that never come together", Severity.WARNING)
DIVIDES_BY_ZERO: Final = Code("A417", "a division by zero", Severity.WARNING)
SEVERAL_MEANT: Final = Code("A418", "a name that may mean several figures", Severity.WARNING)
