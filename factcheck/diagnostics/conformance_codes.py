"""The codes of `--conformance`: what others' readers, for whom frictionless speaks, object to."""

from typing import Final

from factcheck.diagnostics.diagnostic import Code, Severity

NO_JUDGE: Final = Code("G701", "frictionless is not installed")
DESCRIPTOR: Final = Code("G702", "frictionless rejects the descriptor")
FILE: Final = Code("G703", "frictionless rejects a file")
HEADER: Final = Code("G704", "frictionless rejects the header of a table")
CELL: Final = Code("G705", "frictionless rejects a cell")
ROW: Final = Code("G706", "frictionless rejects a row")
KEY: Final = Code("G707", "frictionless finds a key that is broken")
OTHER: Final = Code("G708", "frictionless stopped, or objects to something else")
NOT_JUDGED: Final = Code("G709", "a part that frictionless is not shown", Severity.WARNING)
PROFILE: Final = Code("G710", "our profile rejects the descriptor")
