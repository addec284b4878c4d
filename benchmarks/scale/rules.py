"""The rule files of a generated package, one for each thing that is measured."""

from __future__ import annotations

from collections.abc import Mapping

RATIO = "rule ratio_{0}\n  check part_{0} ≈ half of whole_{0} within 10%\n"
PRODUCT = "rule product_{0}\n  check units_{0} × price_{0} <= budget_{0}\n"
AGREEMENT = "rule agreement\n  for each metric, entity, period\n  check claims agree within 5%\n"
FIFTY = "rule fifty_{1}\n  check part_{0} ≈ half of whole_{0} within {2}%\n"


def rule_files(blocks: int) -> Mapping[str, str]:
    """The texts by the names of their files."""
    fifty = (FIFTY.format(number % blocks, number, 10 + number // blocks) for number in range(50))
    return {
        "ratio.rules": RATIO.format(0),
        "product.rules": PRODUCT.format(0),
        "agreement.rules": AGREEMENT,
        "fifty.rules": "\n".join(fifty),
    }
