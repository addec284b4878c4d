"""A small package with two rules, to be run again and again under a cache of its own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.cli import main

DESCRIPTOR = """\
{
  "name": "plans",
  "resources": [
    {"name": "claims", "path": "data/claims.csv"},
    {"name": "sources", "path": "data/sources.csv"},
    {"name": "entities", "path": "data/entities.csv"},
    {"name": "metrics", "path": "data/metrics.csv"},
    {"name": "units", "path": "data/units.csv"}
  ],
  "factcheck": {"profile": "1.0"}
}
"""
CLAIMS = """\
claim_id,source_id,entity_id,metric_id,period,value,unit_id,quote
a,post,bytedance,capex,2026,160000000000,CNY,160 billion
b,note,bytedance,capex,2026,150000000000,CNY,150 billion
c,post,bytedance,chips,2026,85000000000,CNY,85 billion
"""
SOURCES = """\
source_id,title,publisher,published,path
post,A plan,The Post,2025-12-23,texts/post.txt
note,A note,,2025-12-24,
"""
AGREE = """\
rule one_plan "One plan"
  for each metric, entity, period
  check claims agree
"""
FILES = {
    "datapackage/datapackage.json": DESCRIPTOR,
    "datapackage/data/claims.csv": CLAIMS,
    "datapackage/data/sources.csv": SOURCES,
    "datapackage/data/entities.csv": "entity_id,label,kind\nbytedance,ByteDance,company\n",
    "datapackage/data/metrics.csv": "metric_id,label,unit_id\ncapex,Capex,CNY\nchips,Chips,CNY\n",
    "datapackage/data/units.csv": "unit_id,label,dimension,iso4217\nCNY,yuan,money,CNY\n",
    "datapackage/texts/post.txt": "They spend 160 billion. They spend 85 billion on chips.\n",
    "rules/agree.rules": AGREE,
    "rules/chips.rules": 'rule chips_fit "Chips fit"\n  check chips <= half of capex\n',
}

Validate = Callable[..., tuple[int, str, str]]


class World:
    """The files of the package, the folder of the cache, and how often the stages were run."""

    def __init__(self, folder: Path, capture: pytest.CaptureFixture[bytes]) -> None:
        self.folder = folder
        self.cache = folder.parent / "cache"
        self.runs = 0
        self._capture = capture
        for name, text in FILES.items():
            self.write(name, text)

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def change(self, name: str, old: str, new: str) -> None:
        text = (self.folder / name).read_text(encoding="utf-8")
        assert old in text
        self.write(name, text.replace(old, new))

    def validate(self, *arguments: str) -> tuple[int, str, str]:
        """Exit status, standard output and standard error of `factcheck validate`."""
        status = main(["validate", *arguments])
        out, err = self._capture.readouterr()
        return status, out.decode("utf-8"), err.decode("utf-8")

    def entries(self, kind: str = "run") -> list[Path]:
        return sorted(self.cache.glob(f"{kind}*"))
