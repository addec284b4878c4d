import json

from hypothesis import given
from hypothesis import strategies as st

from factcheck.vocabulary.json_places import JsonPath, depth, places

VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text('a"\\{[,:\n😀', max_size=4)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text('a"{:', max_size=2), inner, max_size=3)
    ),
    max_leaves=12,
)


def paths(value: object, path: JsonPath = ()) -> dict[JsonPath, object]:
    """Every value inside a value, by its path."""
    found = {path: value}
    pairs = enumerate(value) if isinstance(value, list) else ()
    for step, inner in value.items() if isinstance(value, dict) else pairs:
        found |= paths(inner, (*path, step))
    return found


@given(VALUES, st.sampled_from([None, 1]))
def test_every_value_stands_where_it_is_found(value: object, indent: int | None) -> None:
    text = json.dumps(value, indent=indent)
    found = places(text)
    assert set(paths(value)) == set(found)
    for path, inner in paths(value).items():
        start, end = found[path].value
        assert inner == json.loads(text[start:end])
        key = found[path].key
        assert key is None or path[-1] == json.loads(text[key[0] : key[1]])


@given(VALUES)
def test_depth_counts_brackets_outside_of_text(value: object) -> None:
    assert max(len(path) for path in paths(value)) <= depth(json.dumps(value))
