"""The style can be read in light and in dark, and on paper."""

import re
from itertools import product

import pytest

from factcheck.report.html.assets import assets

ENOUGH = 4.5
"""The contrast that the guidelines for accessible content ask for text (WCAG 2.2, 1.4.3)."""

STYLE = assets().style
GROUNDS = ("paper", "card", "faint")
WRITTEN = ("ink", "soft", "link", "violated", "undetermined", "holds", "idle", "waived")
TINTED = (("ink", "violated-tint"), ("ink", "mark"), ("ink", "waived-tint"))


def tokens(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block))


ROOTS = re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)
LIGHT, DARK, PAPER = (tokens(block) for block in ROOTS if "--ink: #" in block)


def luminance(color: str) -> float:
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_that_of_the_guidelines() -> None:
    assert pytest.approx(21) == contrast("#000000", "#ffffff")
    assert pytest.approx(4.54, abs=0.01) == contrast("#767676", "#ffffff")


@pytest.mark.parametrize("theme", [LIGHT, DARK, LIGHT | PAPER], ids=["light", "dark", "paper"])
@pytest.mark.parametrize(("text", "ground"), [*product(WRITTEN, GROUNDS), *TINTED])
def test_text_stands_out_from_its_ground(theme: dict[str, str], text: str, ground: str) -> None:
    assert contrast(theme[text], theme[ground]) >= ENOUGH


@pytest.mark.parametrize("theme", [LIGHT, DARK, LIGHT | PAPER], ids=["light", "dark", "paper"])
@pytest.mark.parametrize(
    ("shape", "ground"), list(product(("bar", "sum"), ("card", "sure", "possible")))
)
def test_bars_stand_out_from_what_is_behind_them(
    theme: dict[str, str], shape: str, ground: str
) -> None:
    assert contrast(theme[shape], theme[ground]) >= 3


def test_both_themes_name_the_same_colors() -> None:
    assert set(LIGHT) == set(DARK)
    assert set(PAPER) <= set(LIGHT)
