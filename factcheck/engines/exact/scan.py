"""Scans: the claims that a reference or a group takes."""

from __future__ import annotations

from factcheck.claims.model import Claim
from factcheck.engines.package import Package
from factcheck.plan import model
from factcheck.plan.columns import column
from factcheck.plan.keys import judge_keys
from factcheck.values.truth import Truth


def scan(package: Package, plan: model.Scan) -> list[Claim]:
    """The claims that pass the pins and the filters, in the order of the table."""
    if plan.metric is None:
        rows = [
            claim for claim in package.claims.rows if plan.restatements or claim.converts is None
        ]
    else:
        rows = package.by_metric.get(plan.metric, [])
    if not plan.norms:
        rows = [claim for claim in rows if claim.status != "target"]
    for pin in plan.pins.pins if plan.pins else ():
        read = column(package.vocabulary, pin.field)
        rows = [claim for claim in rows if read(claim) in pin.values]
    for test in plan.filters:
        rows = [claim for claim in rows if passes(package, test, claim)]
    return rows


def passes(package: Package, test: model.Test, claim: Claim) -> bool:
    """Whether a claim is known to have what a filter asks for."""
    return judge_keys(test, package.lookup(claim)) is Truth.HOLDS
