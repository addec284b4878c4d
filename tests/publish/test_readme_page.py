"""The README of the published form: the findings and the dictionary, and nothing that is markup."""

import re

import pytest

from factcheck.publish import claim_reviews, readme_findings
from factcheck.publish.markdown import code, plain
from tests.publish.package import Small

pytestmark = pytest.mark.usefixtures("waved_through")


def readme(small: Small) -> str:
    made = small.publish()
    assert made.files is not None, made.diagnostics
    return made.files["README.md"].decode("utf-8")


def test_what_it_tells(small: Small) -> None:
    text = readme(small)
    assert text.startswith("# A small package\n")
    assert "3 claims, 2 rules, 2 cases: 1 hold, 1 violated, 0 undetermined." in text
    assert "Nobody spends more than the budget\n\nThe budget is the whole.\n" in text
    assert "“100 euros, no more”, The Post, \\*weekly\\*" in text
    assert "| `claim_id` (key) | string | Key of the claim. |" in text
    assert "| `staffed` | There is somebody | holds | 1 | 0 | 0 |" in text


def test_of_many_cases_the_first_are_told(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (claim_reviews, readme_findings):
        monkeypatch.setattr(module, "CASES_SHOWN", 0)
    text = readme(small)
    assert "- … and 1 more, in `data/verdicts.csv`" in text
    assert "### `within_budget`" in text
    reviews = (small.out / "claimreviews.jsonld").read_text("utf-8")
    assert '"url": "README.md#within_budget"' in reviews


def test_every_link_leads_to_a_file(small: Small) -> None:
    for path in re.findall(r"\]\(([^)]+)\)", readme(small)):
        assert (small.out / path).is_file()


def test_texts_of_a_package_are_no_markup(small: Small) -> None:
    small.change(
        title="<script>alert(1)</script> [x](javascript:1)",
        contributors=[{"title": "# |**Jane**|\n## More"}],
    )
    text = readme(small)
    assert "<script>" not in text.replace("\\<script\\>", "")
    assert "[x](" not in text.replace("\\[x\\](", "")
    assert "\n## More" not in text


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("a\nb", "a b"),
        ("1 < 2 & 3", "1 \\< 2 &amp; 3"),
        ("a|b", "a\\|b"),
        ("\u202eevil", "U+202Eevil"),
        ("«ai»", "«ai»"),
    ],
)
def test_plain(given: str, shown: str) -> None:
    assert shown == plain(given)


def test_code() -> None:
    assert ("`a_b`", "a\\`b", "") == (code("a_b"), code("a`b"), code(""))
