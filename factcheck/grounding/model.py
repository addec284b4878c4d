"""What comes of grounding: how many quotes bear their claims out, and which could not be judged."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.records import Factory, Record, frozen


@frozen
class SourceText(Record):
    """The archived text of a source, character by character as its file has it."""

    source: str
    shown: str
    """The path of its file, for messages."""
    text: str
    sha256: str
    """Of the bytes of the file."""


@frozen
class Passage(Record):
    """A quote in its text: what stands before and behind it, with the spaces between them."""

    before: str
    quote: str
    after: str


@frozen
class NotVerified(Record):
    """A claim that its quote neither bears out nor contradicts, and why."""

    claim: str
    path: str
    line: int
    reason: str


@frozen
class Grounding(Record):
    """The quotes of a package, as far as they could be judged."""

    quotes: int
    """Of claims that state a number."""
    verified: int
    unit_from_context: int
    """Of the verified ones, those whose unit stands elsewhere in the text, as `inferred` says."""
    not_verified: tuple[NotVerified, ...]
    """In the order of the table."""
    texts: Mapping[str, SourceText] = Factory(dict)
    """The texts at hand, by source."""

    @property
    def contradicted(self) -> int:
        """Quotes that state something else than their claims; each is an error."""
        return self.quotes - self.verified - len(self.not_verified)
