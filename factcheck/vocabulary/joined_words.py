"""Words of figures of a package together with those of the packages it takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.diagnostics.diagnostic import Diagnostic, Label
from factcheck.diagnostics.package_codes import TOO_LARGE, TWO_MEANINGS
from factcheck.diagnostics.span import Span
from factcheck.vocabulary.block import Block
from factcheck.vocabulary.descriptor_file import DescriptorFile
from factcheck.vocabulary.printed_words import MAX_WORDS, Words
from factcheck.vocabulary.renaming import renaming
from factcheck.vocabulary.taking import SHARED, Taking
from factcheck.vocabulary.wrong import Wrong, shorten

Word = tuple[str, str, str]
"""A kind, what the word means, and the word."""


def joined_words(
    own: Words, file: DescriptorFile, others: Sequence[tuple[Taking, Block, DescriptorFile]]
) -> tuple[Words, list[Diagnostic]]:
    """Their words after ours, which mean their units and hedges as these are called here.

    A word of one kind means the same in all packages, as nobody knows whose quote is read.
    """
    meanings: dict[tuple[str, str], frozenset[str]] = {}
    places: dict[tuple[str, str], Span] = {}
    all_words = dict.fromkeys(_listed(own))
    _add(meanings, places, list(all_words), file)
    found: list[Diagnostic] = []
    for taking, block, theirs in others:
        listed = [_renamed(one, taking) for one in _listed(block.words)]
        new = _meanings(listed)
        for (kind, word), meant in new.items():
            if meanings.get((kind, word), meant) != meant:
                labels = (
                    Label(places[kind, word], _said(meanings[kind, word])),
                    Label(_place(theirs, kind), _said(meant)),
                )
                span = file.spans([taking.at("package")])[0]
                found.append(_two_meanings(taking, word).at(span, *labels))
        _add(meanings, places, listed, theirs)
        all_words |= dict.fromkeys(listed)
        if len(all_words) > MAX_WORDS:
            message = f"all packages together have more than {MAX_WORDS} words of figures"
            wrong = Wrong(TOO_LARGE, message, "keep those that the quotes need")
            return own, [*found, wrong.at(file.spans([taking.at("package")])[0])]
    return _together(all_words), found


def _listed(words: Words) -> Iterator[Word]:
    for kind, meanings in words.items():
        for meaning, listed in meanings.items():
            yield from ((kind, meaning, word) for word in listed)


def _renamed(one: Word, taking: Taking) -> Word:
    kind, meaning, word = one
    return (kind, renaming(kind, taking)(meaning), word) if kind in SHARED else one


def _meanings(listed: Sequence[Word]) -> dict[tuple[str, str], frozenset[str]]:
    found: dict[tuple[str, str], frozenset[str]] = {}
    for kind, meaning, word in listed:
        found[kind, word] = found.get((kind, word), frozenset()) | {meaning}
    return found


def _add(
    meanings: dict[tuple[str, str], frozenset[str]],
    places: dict[tuple[str, str], Span],
    listed: Sequence[Word],
    file: DescriptorFile,
) -> None:
    for (kind, word), meant in _meanings(listed).items():
        if (kind, word) not in meanings:
            meanings[kind, word], places[kind, word] = meant, _place(file, kind)


def _place(file: DescriptorFile, kind: str) -> Span:
    return file.spans([("factcheck", "words", kind)])[0]


def _said(meant: frozenset[str]) -> str:
    return " or ".join(f"`{shorten(one)}`" for one in sorted(meant))


def _two_meanings(taking: Taking, word: str) -> Wrong:
    message = f"the word `{shorten(word)}` means one thing here, and another in `{taking.name}`"
    return Wrong(TWO_MEANINGS, message, "leave it out of `words` in one of the two")


def _together(listed: dict[Word, None]) -> Words:
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for kind, meaning, word in listed:
        of_kind = found.setdefault(kind, {})
        of_kind[meaning] = (*of_kind.get(meaning, ()), word)
    return found
