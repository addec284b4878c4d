"""Chains of rows that lead back to where they began."""

from collections.abc import Iterator, Mapping, Sequence


def circles(leads_to: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Each circle that a walk along the links closes, once, from the link that closes it."""
    done: set[str] = set()
    for start in leads_to:
        if start not in done:
            yield from _walk(start, leads_to, done)


def _walk(
    start: str, leads_to: Mapping[str, Sequence[str]], done: set[str]
) -> Iterator[tuple[str, ...]]:
    """Depth first without recursion: a stranger's chain may be long."""
    path = [start]
    position = {start: 0}
    pending = [iter(leads_to.get(start, ()))]
    while pending:
        following = next(pending[-1], None)
        if following is None:
            pending.pop()
            done.add(path[-1])
            del position[path.pop()]
        elif following in position:
            yield tuple(path[position[following] :])
        elif following not in done:
            position[following] = len(path)
            path.append(following)
            pending.append(iter(leads_to.get(following, ())))


def written(circle: Sequence[str]) -> str:
    """For messages: `a` → `b` → `a`."""
    names = [f"`{name}`" for name in circle]
    if len(names) > _SHOWN:
        names = [*names[: _SHOWN - 1], "…"]
    return " → ".join((*names, f"`{circle[0]}`"))


_SHOWN = 8
