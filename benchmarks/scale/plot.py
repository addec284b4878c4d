"""How processor time grows with the claims, a line for each subject."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from benchmarks.scale.process import Measured


def write_plot(path: Path, found: Mapping[tuple[int, str, str], Measured]) -> None:
    """One panel for each rule file, both axes logarithmic."""
    import matplotlib as mpl  # noqa: PLC0415 (only to draw)

    mpl.use("svg")
    from matplotlib import pyplot as plt  # noqa: PLC0415 (as above)

    rules = sorted({rule for _, rule, _ in found})
    figure, axes = plt.subplots(1, len(rules), figsize=(4.5 * len(rules), 4), squeeze=False)
    for axis, rule in zip(axes[0], rules, strict=True):
        for subject in sorted({name for _, own, name in found if own == rule}):
            points = sorted(
                (claims, one.processor)
                for (claims, own, name), one in found.items()
                if (own, name) == (rule, subject)
            )
            axis.plot(*zip(*points, strict=True), marker="o", label=subject)
        axis.set(title=rule, xscale="log", yscale="log", xlabel="claims")
        axis.set_ylabel("processor seconds")
        axis.legend(fontsize=7)
    figure.tight_layout()
    figure.savefig(path)
