"""The rule and the violation that the README shows, as they are in the project today."""

import re
from typing import Final

from click.testing import CliRunner

from factcheck.cli.commands import cli
from tests.conftest import ROOT

README: Final = ROOT / "README.md"
SHOWN: Final = "one_subject"
"""The id of the rule."""

_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(kind: str) -> list[str]:
    """The blocks of a kind in the README."""
    text = README.read_text(encoding="utf-8")
    return [body for found, body in _BLOCK.findall(text) if found == kind]


def rule() -> str:
    """The text of the rule, from its file."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "rules").glob("*.rules"))]
    found = re.compile(rf"^rule {SHOWN} .*?(?=^\s*$|\Z)", re.MULTILINE | re.DOTALL)
    (match,) = [match for text in texts for match in found.finditer(text)]
    return match[0]


def violation() -> str:
    """The first violated case of the rule, as the terminal shows it when run in the project."""
    result = CliRunner().invoke(cli, ["validate", "--select", SHOWN], standalone_mode=False)
    text = result.output[result.output.index(" ✗ violated") :]
    return text.partition("\n\n")[0] + "\n"


def refreshed() -> str:
    """The text of the README with both as they are today."""
    now = {"rules": rule, "text": violation}
    text = README.read_text(encoding="utf-8")
    return _BLOCK.sub(
        lambda match: f"```{match[1]}\n{now[match[1]]()}```" if match[1] in now else match[0], text
    )
