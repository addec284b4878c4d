"""Rules against the vocabulary of the small world of the documentation."""

from functools import cache
from pathlib import Path

from factcheck.diagnostics.diagnostic import Diagnostic, sorted_diagnostics
from factcheck.lang.bind.program import bind
from factcheck.lang.parser import parse
from factcheck.plan.lower import lower
from factcheck.vocabulary.descriptor import read_descriptor
from factcheck.vocabulary.model import Vocabulary
from factcheck.vocabulary.read import read_vocabulary
from tests.docs.examples import WORLD

FOLDER = Path(__file__).resolve().parent
FILES = sorted(FOLDER.glob("*.md"))


@cache
def vocabulary() -> Vocabulary:
    """What rules can name there."""
    descriptor, wrong = read_descriptor(str(WORLD))
    assert descriptor is not None, wrong
    read, wrong = read_vocabulary(descriptor)
    assert read is not None, wrong
    assert not wrong
    return read


def mistakes(text: str) -> list[Diagnostic]:
    """What is wrong with the names, units and kinds of a text whose form is right."""
    program, found = parse(text, "case.rules")
    bound, wrong = bind([program], vocabulary())
    found = [*found, *wrong]
    for rule in bound.rules:
        _, wrong = lower(rule, vocabulary())
        found += wrong
    return sorted_diagnostics(found)
