"""Entries: whole or absent, and never more than fits."""

import os
from pathlib import Path

import pytest

from factcheck.cache import store as store_module
from factcheck.cache.store import Store, key_of

KEYS = [key_of("a", number) for number in range(6)]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path)


def names(store: Store) -> set[str]:
    return {path.stem for path in store.folder.iterdir()}


def test_what_was_put_is_got(store: Store) -> None:
    store.put(KEYS[0], {"a": [1, None, "ü\ud800"]})
    assert store.get(KEYS[0]) == {"a": [1, None, "ü\ud800"]}
    assert store.get(KEYS[1]) is None


def test_keys_tell_their_parts_apart() -> None:
    keys = key_of("x", "a", "b"), key_of("x", "ab"), key_of("x", ["a", "b"]), key_of("x", "b", "a")
    assert len({*keys, key_of("y", "a", "b")}) == 5
    assert key_of("x", {"a": 1, "b": 2}) == key_of("x", {"b": 2, "a": 1})


def test_the_entries_not_used_for_longest_go(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_module, "MAX_ENTRIES", 3)
    for age, key in enumerate(KEYS[:3]):
        store.put(key, age)
        os.utime(store.folder / f"{key}.json", (1_000 + age, 1_000 + age))
    store.get(KEYS[0])
    store.put(KEYS[3], "new")
    assert names(store) == {KEYS[0], KEYS[2], KEYS[3]}


def test_the_entries_have_so_much_room(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_module, "MAX_STORE_BYTES", 2_500)
    for age, key in enumerate(KEYS[:3]):
        store.put(key, "x" * 1_000)
        os.utime(store.folder / f"{key}.json", (1_000 + age, 1_000 + age))
    assert names(store) == {KEYS[1], KEYS[2]}


def test_a_large_entry_is_not_kept(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_module, "MAX_ENTRY_BYTES", 100)
    store.put(KEYS[0], "x" * 100)
    assert names(store) == set()


def test_beside_a_large_entry_others_go_as_ever(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = store.folder / f"table-{'0' * 64}.parquet"
    table.write_text("xx")
    monkeypatch.setattr(store_module, "MAX_ENTRY_BYTES", 100)
    monkeypatch.setattr(store_module, "MAX_TABLES_BYTES", 1)
    store.put(KEYS[0], "x" * 100)
    assert not table.exists()


def test_files_of_others_stay(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_module, "MAX_ENTRIES", 0)
    (store.folder / "thesis.json").write_text("years of work")
    store.put(KEYS[0], 1)
    assert names(store) == {"thesis"}


def test_what_was_abandoned_goes(store: Store) -> None:
    for name, seconds in (("0" * 32, 0), ("1" * 32, 7_200)):
        path = store.folder / f"{name}.half"
        path.write_text("")
        os.utime(path, (path.stat().st_mtime - seconds,) * 2)
    store.put(KEYS[0], 1)
    assert names(store) == {KEYS[0], "0" * 32}


def test_a_full_disk_is_no_trouble(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    store.put(KEYS[0], 1)
    assert store.get(KEYS[0]) is None
    assert not list(store.folder.glob("*.half"))
