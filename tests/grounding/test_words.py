"""A package's own words of figures are those that its quotes are read with."""

import json
from pathlib import Path

from factcheck.check import check
from tests.grounding.package import write


def verified(folder: Path) -> int:
    grounding = check(str(folder)).grounding
    return grounding.verified if grounding else 0


def test_a_quote_in_words_that_the_package_explains_is_verified(tmp_path: Path) -> None:
    claim = {"quote": "5 million kuai", "value": "5000000", "unit_id": "CNY", "decimals": "-6"}
    folder = write(tmp_path / "p", [{**claim, "metric_id": "money"}])
    assert 0 == verified(folder)
    path = folder / "datapackage.json"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    descriptor["factcheck"]["words"] = {"units": {"CNY": ["kuai"]}}
    path.write_text(json.dumps(descriptor), encoding="utf-8")
    assert 1 == verified(folder)
