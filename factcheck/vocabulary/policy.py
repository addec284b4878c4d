"""The policy of a package together with those of the packages it takes."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.diagnostics.diagnostic import Diagnostic, Label
from factcheck.diagnostics.package_codes import TWO_MEANINGS, UNKNOWN_REFERENCE
from factcheck.diagnostics.span import Span
from factcheck.diagnostics.suggest import did_you_mean
from factcheck.records import evolve
from factcheck.values.rational import compare, to_decimal_text
from factcheck.vocabulary.block import Block
from factcheck.vocabulary.descriptor_file import DescriptorFile
from factcheck.vocabulary.joined_words import joined_words
from factcheck.vocabulary.model import Hedge
from factcheck.vocabulary.renaming import renaming
from factcheck.vocabulary.taking import Taking
from factcheck.vocabulary.wrong import Wrong, shorten

Other = tuple[Taking, Block, DescriptorFile]
"""A package that is taken: how, its own policy, and its descriptor."""


def joined(
    own: Block, file: DescriptorFile, others: Sequence[Other]
) -> tuple[Block, list[Diagnostic]]:
    """Their dimensions, words and hedges after ours; what has one name has to mean one thing."""
    dimensions = dict.fromkeys(own.dimensions)
    hedges = dict(own.hedges)
    places = {name: _place(file, name) for name in own.hedges}
    found: list[Diagnostic] = []
    for taking, block, theirs in others:
        dimensions |= dict.fromkeys(block.dimensions)
        found += _unknown(taking, block, hedges, file)
        rename = renaming("hedges", taking)
        for name, hedge in block.hedges.items():
            here = rename(name)
            place = _place(theirs, name)
            ours = hedges.setdefault(here, hedge)
            first = places.setdefault(here, place)
            if compare(ours.low, hedge.low) or compare(ours.high, hedge.high):
                found.append(_contradiction(taking, file, here, (ours, first), (hedge, place)))
    words, wrong = joined_words(own.words, file, others)
    policy = evolve(own, dimensions=tuple(dimensions), hedges=hedges, words=words)
    return policy, [*found, *wrong]


def _place(file: DescriptorFile, hedge: str) -> Span:
    return file.spans([("factcheck", "hedges", hedge)])[0]


def _contradiction(
    taking: Taking,
    file: DescriptorFile,
    name: str,
    ours: tuple[Hedge, Span],
    theirs: tuple[Hedge, Span],
) -> Diagnostic:
    message = f"the hedge `{shorten(name)}` means one thing here, and another in `{taking.name}`"
    labels = (Label(ours[1], _words(ours[0])), Label(theirs[1], _words(theirs[0])))
    help_ = f'keep them apart: "apart": {{"hedges": ["{shorten(name)}"]}}'
    span = file.spans([taking.at("package")])[0]
    return Wrong(TWO_MEANINGS, message, help_).at(span, *labels)


def _words(hedge: Hedge) -> str:
    return f"{to_decimal_text(hedge.low)} to {to_decimal_text(hedge.high)} of the number"


def _unknown(
    taking: Taking, theirs: Block, ours: dict[str, Hedge], file: DescriptorFile
) -> list[Diagnostic]:
    """Hedges that a resource speaks of and that one of the packages lacks."""
    named: list[tuple[str, str, dict[str, Hedge]]] = []
    for name, here in taking.same.get("hedges", {}).items():
        named += [("same", name, dict(theirs.hedges)), ("same", here, ours)]
    named += [
        ("apart", name, dict(theirs.hedges)) for name in sorted(taking.apart.get("hedges", ()))
    ]
    return [
        Wrong(
            UNKNOWN_REFERENCE, f"there is no hedge `{shorten(name)}`", did_you_mean(name, known)
        ).at(file.spans([taking.at(key, "hedges")])[0])
        for key, name, known in named
        if name not in known
    ]
