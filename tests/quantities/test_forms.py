"""The reader measured with the table of forms, which was written without it."""

from fractions import Fraction

from factcheck.quantities import Quantity, read_quantities
from factcheck.values.rational import Rational
from tests.quantities.forms import NO_AMOUNT, Form, forms

KINDS = {
    "money": {"amount"},
    "ratio": {"percent", "fraction"},
    "multiple": {"multiple"},
    "points": {"points"},
    "count": {"count", "number", "amount"},
    "measure": {"amount", "count", "number"},
    "rank": {"ordinal"},
}


def exact(value: Rational | None) -> Fraction | None:
    return None if value is None else Fraction(*value)


def surely_read(form: Form) -> list[Quantity]:
    """The figures that are read with confidence from the words of the form."""
    return [
        one
        for one in read_quantities(form.text)
        if one.start < form.end and one.end > form.start
        if one.confident and one.kind not in {"date", "time"}
    ]


def has_value(form: Form, figure: Quantity) -> bool:
    value = exact(figure.value)
    signed = -value if value is not None and figure.direction == "down" else value
    return value in form.values or signed in form.values


def agrees(form: Form, figure: Quantity) -> bool:
    """Everything that the form judges."""
    decimals = "-" if figure.decimals is None else str(figure.decimals)
    return (
        has_value(form, figure)
        and exact(figure.value_to) == form.value_to
        and (decimals in form.decimals or "*" in form.decimals)
        and figure.relation in form.relations
        and figure.hedge in form.hedges
        and figure.kind in KINDS[form.kind]
        and (form.kind != "money" or has_unit(form, figure))
        and form.start <= figure.number_start < figure.number_end <= form.end
        and restates(form, figure)
    )


def has_unit(form: Form, figure: Quantity) -> bool:
    for unit in form.units:
        code, _, per = unit.removeprefix("?").partition("/")
        ambiguous = unit.startswith("?")
        if code in figure.units and ambiguous == (len(figure.units) > 1):
            return not per or per in figure.per
        if code == "XXX" and not figure.units:
            return True
    return False


def restates(form: Form, figure: Quantity) -> bool:
    if not form.converts:
        return True
    whole = figure.converts
    return whole is not None and read_quantities(form.text)[whole].text in form.converts


def is_right(form: Form) -> bool:
    read = surely_read(form)
    if form.kind == NO_AMOUNT:
        return not read
    return any(agrees(form, one) for one in read)


def is_surely_wrong(form: Form) -> bool:
    """Something is read with confidence, and nothing of it is the form's number."""
    read = surely_read(form)
    return bool(read) and not any(has_value(form, one) for one in read)


def test_nearly_every_form_is_read_as_people_read_it() -> None:
    table = forms()
    assert sum(map(is_right, table)) >= 0.9 * len(table)


def test_hardly_any_form_is_surely_misread() -> None:
    table = forms()
    assert sum(map(is_surely_wrong, table)) < 0.02 * len(table)
