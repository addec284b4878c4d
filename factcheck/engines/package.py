"""What every engine runs over: the claims, the vocabulary and its rates."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from operator import attrgetter

from factcheck.claims.model import Claim, Claims
from factcheck.lang.typed import Key
from factcheck.plan.columns import attribute, column
from factcheck.plan.currency import NOWHERE
from factcheck.plan.model import RulePlan, Slot
from factcheck.plan.money import slots
from factcheck.records import Factory, define
from factcheck.vocabulary.exchange import Exchange
from factcheck.vocabulary.model import Membership, Vocabulary


@define
class Package:
    """A package while rules run over it; indexes are made once and shared by all rules."""

    vocabulary: Vocabulary
    claims: Claims
    exchange: Exchange
    unnamed: frozenset[Key] = frozenset()
    """Values that stand for what a test of rules leaves open: nothing more is known of them."""
    _by_metric: dict[str, list[Claim]] | None = None
    _children: dict[str, list[str]] | None = None
    _open: set[str] = Factory(set)
    _parents: dict[str, list[str]] | None = None
    _by_id: dict[str, Claim] | None = None
    _lists: dict[str, list[Membership]] | None = None
    _slots: dict[tuple[int, int], tuple[object, tuple[Slot, ...]]] = Factory(dict)
    _money: dict[tuple[int, ...], tuple[object, Mapping[int, list[Slot]]]] = Factory(dict)

    def __attrs_post_init__(self) -> None:
        """Claims in the order of their ids: no report depends on the order of the rows."""
        rows = tuple(sorted(self.claims.rows, key=attrgetter("id")))
        self.claims = Claims(self.claims.path, rows)

    def claim(self, name: str) -> Claim | None:
        """The claim of an id."""
        if self._by_id is None:
            self._by_id = {claim.id: claim for claim in self.claims.rows}
        return self._by_id.get(name)

    @property
    def by_metric(self) -> Mapping[str, list[Claim]]:
        """The claims of each metric that are figures of their own, in the order of their ids."""
        if self._by_metric is None:
            self._by_metric = {}
            for claim in self.claims.rows:
                if claim.converts is None:
                    self._by_metric.setdefault(claim.metric, []).append(claim)
        return self._by_metric

    @property
    def members(self) -> Mapping[str, list[str]]:
        """The direct members of each group, each once, in the order of their ids."""
        if self._children is None:
            self._children = {}
            closed = set()
            for row in sorted(self.vocabulary.memberships, key=attrgetter("group", "member")):
                listed = self._children.setdefault(row.group, [])
                if row.member not in listed:
                    listed.append(row.member)
                if not row.open:
                    closed.add(row.group)
            self._open = set(self._children) - closed
        return self._children

    @property
    def groups(self) -> Mapping[str, list[str]]:
        """The groups that list an entity as a direct member."""
        if self._parents is None:
            self._parents = {}
            for group, members in self.members.items():
                for member in members:
                    self._parents.setdefault(member, []).append(group)
        return self._parents

    def is_open(self, group: str) -> bool:
        """Whether every list of the group says that it is not the whole of it."""
        return bool(self.members) and group in self._open

    def lists(self, group: str) -> Sequence[Membership]:
        """The rows of the table of memberships that list members of a group."""
        if self._lists is None:
            self._lists = {}
            for row in self.vocabulary.memberships:
                self._lists.setdefault(row.group, []).append(row)
        return self._lists.get(group, ())

    def slots(self, plan: RulePlan, node: object) -> tuple[Slot, ...]:
        """The slots in a node of a plan, looked for once however many readings ask."""
        if isinstance(node, tuple):
            return tuple(slot for part in node for slot in self.slots(plan, part))
        key = id(plan), id(node)
        if key not in self._slots:  # with what it is about, so that its id stays its own
            self._slots[key] = (plan, node), tuple(slots(plan, node))
        return self._slots[key][1]

    def money(self, plan: RulePlan, nodes: tuple[object, ...]) -> Mapping[int, Sequence[Slot]]:
        """The slots of money in some nodes of a plan, by the group of components they meet in."""
        key = id(plan), *map(id, nodes)
        if key not in self._money:
            groups: dict[int, list[Slot]] = {}
            for slot in self.slots(plan, nodes):
                if slot.component != NOWHERE:
                    groups.setdefault(plan.components[slot.component].group, []).append(slot)
            self._money[key] = (plan, nodes), groups
        return self._money[key][1]

    def lookup(self, claim: Claim) -> Callable[[str], Key | None]:
        """The fields of one claim, by path."""

        def find(path: str) -> Key | None:
            head, _, name = path.partition(".")
            value = column(self.vocabulary, head)(claim)
            return attribute(self.vocabulary, head, name, value) if name else value

        return find

    def rate_days(self, claim: Claim) -> tuple[date, date] | None:
        """The days whose rates convert a claim; None when its source has no day of publication.

        An actual flow or price takes its period, an actual stock the last day of it; what is
        planned, and what has no period, takes the day on which it was published.
        """
        done = claim.status in ("", "actual") or claim.status in self.unnamed
        if claim.period is not None and claim.period not in self.unnamed and done:
            if self.vocabulary.metrics[claim.metric].kind == "stock":
                return claim.period.end, claim.period.end
            return claim.period.start, claim.period.end
        published = self.vocabulary.sources[claim.source].published
        return None if published is None else (published, published)
