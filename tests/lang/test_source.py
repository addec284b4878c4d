"""What is looked at before a text is read, and limits of whole files."""

from factcheck.diagnostics import language_codes as codes
from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.lang.parser import MAX_MISTAKES, parse
from factcheck.lang.source import MAX_BYTES, MAX_CHARACTERS, checked, decode

PATH = "rules/a.rules"


def places(diagnostics: list[Diagnostic]) -> list[tuple[str, int, int]]:
    return [(d.code.id, d.span.line, d.span.column) for d in diagnostics]


def test_utf8_with_and_without_mark() -> None:
    assert decode("rule é".encode(), PATH) == ("rule é", [])
    assert decode(b"\xef\xbb\xbfrule", PATH) == ("rule", [])


def test_place_of_a_byte_that_is_not_utf8() -> None:
    text, diagnostics = decode("\ufeffrule é\n  né ".encode() + b"\xff check", PATH)
    assert text == ""
    assert places(diagnostics) == [(codes.NOT_UTF8.id, 2, 6)]


def test_too_large() -> None:
    _, diagnostics = decode(b" " * (MAX_BYTES + 1), PATH)
    assert places(diagnostics) == [(codes.TEXT_TOO_LARGE.id, 1, 1)]
    program, diagnostics = parse(" " * (MAX_CHARACTERS + 1), PATH)
    assert places(diagnostics) == [(codes.TEXT_TOO_LARGE.id, 1, 1)]
    assert program.statements == ()


def test_every_unseen_character_is_found() -> None:
    unseen = "\x00\x08\x0b\x0c\x0e\x1f\x7f\x85\x9f\xad\u061c\u180e\u200b\u200e\u2028\u2029"
    unseen += (
        "\u202a\u202e\u2060\u2064\u2066\u2069\ufeff\ud800\udfff\ufff9\ufffb\U000e0000\U000e007f"
    )
    for character in unseen:
        assert len(checked(f"rule {character}", PATH)[1]) == 1
    assert not any(map(str.isprintable, unseen))


def test_unseen_characters_leave_places_as_they_are() -> None:
    text = "a\r\nb\x00c\u202ed\r\ue000\ud800"
    clean, diagnostics = checked(text, PATH)
    assert clean == "a\r\nb c d \ue000 "
    assert places(diagnostics) == [
        (codes.CONTROL_CHARACTER.id, 2, 2),
        (codes.DIRECTION_CONTROL.id, 2, 4),
        (codes.CONTROL_CHARACTER.id, 2, 6),
        (codes.CONTROL_CHARACTER.id, 2, 8),
    ]


def test_mistakes_are_capped() -> None:
    _, diagnostics = parse("rule a check x > > y\n" * 1000, PATH)
    assert len(diagnostics) == MAX_MISTAKES + 1
    assert places(diagnostics[-1:]) == [(codes.TOO_MANY_MISTAKES.id, MAX_MISTAKES + 1, 18)]


def test_names_of_broken_statements_are_kept() -> None:
    program, _ = parse("rule a check x >\ndefine b = \nrule c check x > 1\ntest d expect", PATH)
    assert [name.text for name in program.broken] == ["a", "b"]
    assert [getattr(s, "id").text for s in program.statements] == ["c"]  # noqa: B009


def test_version() -> None:
    assert parse("factcheck 1\nrule a check x > 1", PATH)[0].version == 1
    assert parse("rule a check x > 1", PATH)[0].version is None


def test_places_are_those_of_the_original_text() -> None:
    """A name is compared in NFC, and counted as it is written."""
    program, _ = parse("define e\u0301 = ab", PATH)
    (define,) = program.statements
    name = getattr(define, "name")  # noqa: B009
    assert (name.text, name.span.column, name.span.end_column) == ("é", 8, 10)
