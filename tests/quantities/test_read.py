from factcheck.quantities import read_quantities


def test_a_number_that_stands_bare_is_found_and_not_sure() -> None:
    (figure,) = read_quantities("Chips: 300")
    assert ("300", (300, 1), "number", False) == (
        figure.text,
        figure.value,
        figure.kind,
        figure.confident,
    )
