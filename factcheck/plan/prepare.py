"""What comes before any claim is read: a package's vocabulary and its rules, as plans."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.run_codes import UNMATCHED_PATTERN
from factcheck.diagnostics.span import at
from factcheck.lang.bind.program import bind
from factcheck.lang.lint.rule import advice
from factcheck.lang.load import rules_of
from factcheck.lang.syntax import Program
from factcheck.plan.lower import lower
from factcheck.plan.model import RulePlan
from factcheck.records import Record, frozen
from factcheck.vocabulary.descriptor import Descriptor, read_descriptor
from factcheck.vocabulary.model import Vocabulary
from factcheck.vocabulary.opened import Place, shown
from factcheck.vocabulary.read import read_vocabulary


@frozen
class Prepared(Record):
    """A package without its claims, and the plans of its rules."""

    path: str
    """The descriptor as messages show it, or what was asked for where there is none."""
    descriptor: Descriptor | None
    vocabulary: Vocabulary | None
    programs: tuple[Program, ...]
    plans: tuple[RulePlan, ...]
    """In the order of the files; empty without a vocabulary."""
    diagnostics: tuple[Diagnostic, ...]
    advice: tuple[Diagnostic, ...]
    """What is right in form and yet says nothing, or compares unlike lengths of time."""

    @property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """The rule files as read: path and text."""
        return tuple((program.path, program.text) for program in self.programs)


def prepare(package: Place, rules: Sequence[str] = (), *, tests: bool = False) -> Prepared:
    """Read the small tables and the rules, and plan; every mistake in them is told."""
    descriptor, found = read_descriptor(package)
    vocabulary = None
    if descriptor is not None:
        vocabulary, wrong = read_vocabulary(descriptor)
        found = [*found, *wrong]
    programs, wrong = rules_of(descriptor, rules, tests=tests)
    found = [*found, *wrong]
    plans: list[RulePlan] = []
    advised: list[Diagnostic] = []
    if vocabulary is not None:
        bound, wrong = bind(programs, vocabulary)
        found += wrong
        for rule in bound.rules:
            plan, wrong = lower(rule, vocabulary)
            plans.append(plan)
            found += wrong
            advised += advice(rule, vocabulary)
    return Prepared(
        descriptor.shown if descriptor else shown(package),
        descriptor,
        vocabulary,
        tuple(programs),
        tuple(plans),
        tuple(found),
        tuple(advised),
    )


def selected(
    plans: Sequence[RulePlan], select: Sequence[str], ignore: Sequence[str]
) -> tuple[tuple[RulePlan, ...], list[Diagnostic]]:
    """The rules that some pattern selects and none ignores; a pattern must match one."""
    found = [
        Diagnostic(UNMATCHED_PATTERN, f"no rule matches {option} {pattern}", at(""))
        for option, patterns in (("--select", select), ("--ignore", ignore))
        for pattern in patterns
        if not any(fnmatchcase(plan.id, pattern) for plan in plans)
    ]
    kept = tuple(
        plan
        for plan in plans
        if (not select or any(fnmatchcase(plan.id, pattern) for pattern in select))
        and not any(fnmatchcase(plan.id, pattern) for pattern in ignore)
    )
    return kept, found
