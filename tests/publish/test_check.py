"""`--check`: what would change, and whether the version says so."""

import pytest

from factcheck.publish.changes import _order
from tests.publish.package import Small, codes

pytestmark = pytest.mark.usefixtures("waved_through")


def raise_budget(small: Small) -> None:
    path = small.table("claims")
    path.write_text(path.read_text("utf-8").replace("100", "200"), encoding="utf-8")


def test_nothing_is_there_yet(small: Small) -> None:
    made = small.compare()
    assert ["F610"] == codes(made)
    assert "data/claims.csv" in made.changed
    assert not small.out.exists()


def test_nothing_changed(small: Small) -> None:
    small.publish()
    made = small.compare()
    assert ([], ()) == (codes(made), made.changed)


def test_the_content_changed_and_the_version_did_not(small: Small) -> None:
    small.publish()
    raise_budget(small)
    made = small.compare()
    assert ["F610", "F611"] == codes(made)
    assert "data/claims.csv" in made.changed
    assert "data/entities.csv" not in made.changed
    assert "the version is still 0.1.0" in made.diagnostics[1].message


def test_the_version_went_back(small: Small) -> None:
    small.publish()
    small.change(version="0.0.9")
    assert "the version went back from 0.1.0 to 0.0.9" in small.compare().diagnostics[1].message


def test_the_version_was_raised(small: Small) -> None:
    small.publish()
    raise_budget(small)
    small.change(version="0.10.0")
    assert ["F610"] == codes(small.compare())


def test_a_build_of_other_content_under_the_same_version_warns(small: Small) -> None:
    small.publish()
    raise_budget(small)
    made = small.publish()
    assert ["F611"] == codes(made)
    assert [] == codes(small.compare())


def test_a_file_edited_by_hand_or_added_is_noticed(small: Small) -> None:
    small.publish()
    (small.out / "README.md").write_text("better", encoding="utf-8")
    (small.out / "more.txt").write_text("more", encoding="utf-8")
    assert ("README.md", "more.txt") == small.compare().changed


def test_a_form_that_would_be_refused_is_no_difference(small: Small) -> None:
    small.publish()
    small.change(licenses=None)
    made = small.compare()
    assert (None, ["F601"]) == (made.files, codes(made))


@pytest.mark.parametrize(
    ("lower", "higher"),
    [("0.9.0", "0.10.0"), ("1.0.0-rc.1", "1.0.0"), ("1.0.0", "1.0.1-alpha"), ("", "0.0.1")],
)
def test_the_order_of_versions(lower: str, higher: str) -> None:
    assert _order(lower) < _order(higher)
