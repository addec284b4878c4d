"""The rules that a command line names, with the vocabulary of the package that they go with."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.diagnostics.binding_codes import NO_RULES
from factcheck.diagnostics.diagnostic import Diagnostic, sorted_diagnostics
from factcheck.diagnostics.package_codes import NO_PACKAGE
from factcheck.diagnostics.span import at
from factcheck.inputs import door
from factcheck.lang.lint.run import lint
from factcheck.lang.load import FOLDER, rules_of
from factcheck.lang.syntax import Rule
from factcheck.records import Record, frozen
from factcheck.vocabulary.descriptor import read_descriptor
from factcheck.vocabulary.opened import Place, opened
from factcheck.vocabulary.read import read_vocabulary


@frozen
class LintResult(Record):
    """What is said about rules, in the order of the files, and what was read."""

    problems: tuple[Diagnostic, ...]
    texts: dict[str, str]
    rules: int
    package: str | None
    """The descriptor that gave the vocabulary; None where only the form could be looked at."""


def lint_files(paths: Sequence[str], package: str | None) -> LintResult:
    """Look at the rules at the paths, else at those that a run over the package would take.

    Without a package in the usual places the rules are not bound; one that is named must be there.
    """
    with opened(package) as place:
        return _lint(paths, place)


def _lint(paths: Sequence[str], package: Place) -> LintResult:
    descriptor, found = read_descriptor(package)
    nowhere = package is None and descriptor is None and _is_missing(found)
    if nowhere:
        found = []
    vocabulary, mistakes = (None, []) if descriptor is None else read_vocabulary(descriptor)
    found += mistakes
    # What lies beside the folder goes with a package in it, and there is none.
    none_here = nowhere and not paths and not door.is_folder(FOLDER)
    programs, mistakes = ([], []) if none_here else rules_of(descriptor, paths)
    found += mistakes
    if not programs and not mistakes:
        found.append(Diagnostic(NO_RULES, "there are no rules here", at(FOLDER), help=_NAME_THEM))
    found += lint(programs, vocabulary, whole=not mistakes)
    statements = [one for program in programs for one in program.statements]
    return LintResult(
        tuple(sorted_diagnostics(found)),
        {program.path: program.text for program in programs},
        sum(isinstance(statement, Rule) for statement in statements),
        None if vocabulary is None or descriptor is None else descriptor.shown,
    )


_NAME_THEM = "name a file or a folder of rules"


def _is_missing(found: Sequence[Diagnostic]) -> bool:
    return all(one.code is NO_PACKAGE for one in found)
