"""A plan made for the figures of one test: each scan takes the figures by their numbers."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.engines.package import Package
from factcheck.plan import model
from factcheck.plan.columns import column
from factcheck.records import evolve
from factcheck.trial.given import Figure
from factcheck.trial.passing import letting_unnamed_through, passes


def specialised(
    plan: model.RulePlan, package: Package, figures: Sequence[Figure]
) -> model.RulePlan:
    """The plan with its pins and filters settled for these figures."""
    return evolve(
        plan,
        groups=plan.groups and _scan(package, plan.groups, figures),
        references=tuple(
            evolve(one, scan=_scan(package, one.scan, figures)) for one in plan.references
        ),
        case_filters=tuple(letting_unnamed_through(one) for one in plan.case_filters),
    )


def _scan(package: Package, scan: model.Scan, figures: Sequence[Figure]) -> model.Scan:
    """The scan that takes what the pins and the filters let through, and asks for nothing else."""
    kept = taken(package, scan, figures)
    by_number = [test for test in scan.filters if _asks_for_number(package, test, figures)]
    chosen = model.OneOf(model.Path("claim"), tuple(one.claim.id for one in kept))
    return evolve(
        scan,
        pins=scan.pins and evolve(scan.pins, pins=()),
        filters=(chosen, *by_number),
        norms=True,
    )


def taken(package: Package, scan: model.Scan, figures: Sequence[Figure]) -> list[Figure]:
    """The figures that a scan takes.

    What names the value of a pin is taken before what leaves it open; where nothing names it, what
    is open passes.
    """
    kept = [
        one
        for one in figures
        if scan.metric in (None, one.claim.metric) and (scan.norms or one.claim.status != "target")
    ]
    kept = _pinned(package, scan, kept)
    for test in scan.filters:
        kept = [one for one in kept if _passes(package, test, one) is not False]
    return kept


def _pinned(package: Package, scan: model.Scan, figures: list[Figure]) -> list[Figure]:
    named: list[tuple[Figure, frozenset[str]]] = []
    pins = scan.pins.pins if scan.pins else ()
    for figure in figures:
        by_name = {
            pin.field
            for pin in pins
            if column(package.vocabulary, pin.field)(figure.claim) in pin.values
        }
        if all(pin.field in by_name or figure.leaves_open(pin.field) for pin in pins):
            named.append((figure, frozenset(by_name)))
    return [figure for figure, names in named if not any(names < others for _, others in named)]


def _passes(package: Package, test: model.Test, figure: Figure) -> bool | None:
    return passes(test, package.lookup(figure.claim), figure.leaves_open)


def _asks_for_number(package: Package, test: model.Test, figures: Sequence[Figure]) -> bool:
    return any(_passes(package, test, figure) is None for figure in figures)
