"""The codes of publishing: what keeps a package from its published form, or that form from use."""

from typing import Final

from factcheck.diagnostics.diagnostic import Code, Severity

LACKING: Final = Code("F601", "the descriptor lacks what a publication needs")
NAME_TAKEN: Final = Code("F602", "a name that the published form needs is taken")
NOT_PUBLISHABLE: Final = Code("F603", "a part of the package that cannot be published")
NOT_INTERCHANGEABLE: Final = Code("F604", "frictionless rejects the published form")
PROFILE_REJECTS: Final = Code("F605", "the profile rejects the published descriptor")
EXTRA_MISSING: Final = Code("F606", "a library that publishing needs is not installed")
OTHER_VERDICTS: Final = Code("F607", "the published form does not give the same verdicts")
NOT_OURS: Final = Code("F608", "the folder to replace is no published form")
NOT_WRITTEN: Final = Code("F609", "the published form cannot be written")
OUT_OF_DATE: Final = Code("F610", "the published form is not up to date")
VERSION_KEPT: Final = Code(
    "F611", "the content changed and the version was not raised", Severity.WARNING
)
LICENCE_NOT_NAMED: Final = Code(
    "F612", "a licence of what was taken is not named", Severity.WARNING
)
