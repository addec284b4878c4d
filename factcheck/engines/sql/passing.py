"""`where` on the numbers of single claims: the claims that pass, and those that may."""

from __future__ import annotations

from factcheck.engines.sql.arithmetic import columns_of_literals, literals
from factcheck.engines.sql.claim_tests import KEY, claims_of
from factcheck.engines.sql.expression import Column
from factcheck.engines.sql.facts import Facts
from factcheck.engines.sql.query import Layers, Select, Table
from factcheck.engines.sql.sources import renamed
from factcheck.engines.sql.truth import HOLDS
from factcheck.plan import model
from factcheck.records import evolve


def passing_of(plan: model.RulePlan, facts: Facts, *, filtered: bool) -> tuple[Layers, int | None]:
    """The table `passing`, and the currency that amounts are brought to in its tests.

    It has `row`, and `open` where only the judge says whether a claim passes. Its literals stand in
    a table of their own: rules that differ in them are of different shapes.
    """
    single = evolve(
        plan,
        scope=("claim",),
        check=model.Every(plan.claim_tests),
        claim_tests=(),
        premises=(),
        case_filters=(),
    )
    found, cases, values = claims_of(single, facts, filtered=filtered)
    key = "literals", values
    columns = [("rule", "INTEGER"), *columns_of_literals(len(values))]
    name = facts.side.name(key) or facts.side.add(key, columns, [(0, *literals(values))])
    layers = (*cases.layers, ("judged_claims", cases.last))
    truth = Column("truth")
    last = Select(
        {"row": Column(KEY), "open": truth.is_null()},
        Table("judged_claims"),
        where=truth.is_null() | truth.equals(HOLDS),
    )
    query = renamed(Layers(layers, last), {"params": name})
    assert isinstance(query, Layers)  # noqa: S101 (as it was)
    return query, found.target
