"""A figure as one short line, for tables of expectations."""

from factcheck.quantities import Quantity, read_quantities
from factcheck.quantities.lexicon import Lexicon
from factcheck.values.rational import Rational, has_finite_decimal, to_decimal_text


def written(value: Rational | None) -> str:
    if value is None:
        return "-"
    return to_decimal_text(value) if has_finite_decimal(value) else f"{value[0]}/{value[1]}"


def line(figure: Quantity) -> str:
    """`amount gt about 160000000000..170000000000 d-8 CNY/TWD per day`; `?` in front if unsure."""
    if figure.kind in {"date", "time"}:
        return f"{figure.kind} {figure.period}".strip()
    upper = "" if figure.value_to is None else f"..{written(figure.value_to)}"
    words = [
        "" if figure.confident else "?",
        figure.kind,
        "" if figure.relation == "eq" else figure.relation,
        figure.hedge,
        figure.direction,
        written(figure.value) + upper,
        "" if figure.decimals is None else f"d{figure.decimals}",
        _some(figure.units),
        f"per {_some(figure.per)}" if figure.per else "",
        "" if figure.converts is None else f"= {figure.converts}",
    ]
    return " ".join(word for word in words if word)


def _some(candidates: tuple[str, ...]) -> str:
    return "/".join(candidates[:2]) + ("/…" if len(candidates) > 2 else "")


def reading(text: str, words: Lexicon | None = None) -> str:
    """All figures of a text."""
    return "; ".join(map(line, read_quantities(text, words)))
