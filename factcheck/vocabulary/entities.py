"""The tables of entities and memberships."""

from collections.abc import Collection, Mapping, Sequence

from factcheck.diagnostics.package_codes import CIRCLE
from factcheck.vocabulary.cells import Memo, boolean, optional, reference, required
from factcheck.vocabulary.circles import circles, written
from factcheck.vocabulary.model import Entity, Membership
from factcheck.vocabulary.rows import Rows
from factcheck.vocabulary.wrong import Wrong


def read_entities(rows: Rows) -> Mapping[str, Entity]:
    """The entities by id."""
    entities: dict[str, Entity] = {}
    for row in rows:
        entity = Entity(
            row.key("entity_id"), row.filled("label"), row.text("kind"), row.line, row.cells
        )
        entities.setdefault(entity.id, entity)
    return entities


def read_memberships(
    rows: Rows, entities: Collection[str], sources: Collection[str]
) -> tuple[Membership, ...]:
    """Who belongs to which group, as which source lists it; no group is, over others, in itself."""
    members = Memo(required(reference(entities, "entities")))
    lists = Memo(optional(reference(sources, "sources")))
    booleans = Memo(boolean)
    memberships = [
        Membership(
            row.read("group_id", members) or "",
            row.read("member_id", members) or "",
            row.read("source_id", lists),
            row.read("open", booleans) or False,
            row.path,
            row.line,
        )
        for row in rows
    ]
    _check_circles(rows, memberships)
    return tuple(memberships)


def _check_circles(rows: Rows, memberships: Sequence[Membership]) -> None:
    groups: dict[str, list[str]] = {}
    places: dict[tuple[str, str], int] = {}
    for index, membership in enumerate(memberships):
        if membership.group and membership.member:
            groups.setdefault(membership.group, []).append(membership.member)
            places.setdefault((membership.group, membership.member), index)
    for circle in circles(
        {group: tuple(dict.fromkeys(members)) for group, members in groups.items()}
    ):
        message = f"the group is a member of itself: {written(circle)}"
        wrong = Wrong(CIRCLE, message, "remove one of these memberships")
        row = places[circle[-1], circle[0]]
        rows.mistakes.add(wrong.at(rows.table.span(row, "member_id")))
