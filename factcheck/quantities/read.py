"""The figures of a text, in their order."""

from collections.abc import Iterator, Sequence
from typing import Final

from factcheck.quantities.after import read_after
from factcheck.quantities.before import read_before
from factcheck.quantities.compose import compose
from factcheck.quantities.date_days import without_first_days
from factcheck.quantities.dates import Dated, date_at
from factcheck.quantities.doubts.headers import doubt_headed
from factcheck.quantities.doubts.neighbours import doubt_neighbours
from factcheck.quantities.draft import Draft
from factcheck.quantities.fold import Folded, fold
from factcheck.quantities.labels import end_of_label, end_of_name
from factcheck.quantities.led import settle_led
from factcheck.quantities.lexicon import Lexicon
from factcheck.quantities.model import Quantity
from factcheck.quantities.number import Number
from factcheck.quantities.pairs import conversions, with_ranges, without_scores
from factcheck.quantities.settle import settled
from factcheck.quantities.spoken import spoken_at
from factcheck.quantities.tables import lexicon
from factcheck.quantities.ties import end_of_tie
from factcheck.quantities.tokens import Token, tokenize
from factcheck.quantities.up_to import settle_rise
from factcheck.records import evolve

_STARTS: Final = frozenset(
    {"number", "digit", "formal", "scale", "order", "several", "one", "pair", "fraction", "per"}
    | {"multiple", "ordinal", "rank", "month", "quarter", "half_year", "quarter_letter"}
    | {
        "half_letter",
        "year_letter",
        "fraction_prefix",
        "big_half",
        "near_half",
        "under_half",
        "dual",
    }
)
"""What a figure in words can begin with."""

_ERAS: Final = range(10, 31)
"""The centuries that are told by their number."""


def read_quantities(text: str, words: Lexicon | None = None) -> tuple[Quantity, ...]:
    """Every figure of `text`, in order; never an exception, whatever the text.

    `words` are those of English, Chinese and Arabic, if not given. Time is linear in the length.
    """
    words = words or lexicon()
    folded = fold(text)
    tokens = tokenize(folded, words)
    found = without_first_days(list(_found(tokens)), tokens)
    drafts = without_scores(
        with_ranges([one for one in found if isinstance(one, Draft)], tokens), tokens
    )
    doubt_neighbours(drafts, tokens)
    doubt_headed(drafts, tokens)
    links = conversions(drafts, tokens)
    for place in links:
        drafts[place].restates = True
    entries: list[tuple[int, Draft | Dated]] = [(one.first, one) for one in drafts]
    entries += [(one.first, one) for one in found if isinstance(one, Dated)]
    entries.sort(key=lambda entry: entry[0])
    index = {id(one): place for place, (_, one) in enumerate(entries)}
    figures = []
    for _, one in entries:
        if isinstance(one, Dated):
            figures.append(_date(one, tokens, folded, text))
            continue
        figure = settled(one, tokens, folded, text)
        figures.append(figure)
    for place, to in links.items():
        at = index[id(drafts[place])]
        figures[at] = evolve(figures[at], converts=index[id(drafts[to])])
    return tuple(figures)


def _found(tokens: Sequence[Token]) -> Iterator[Draft | Dated]:
    place = floor = 0
    while place < len(tokens):
        token = tokens[place]
        if token.printed is None and (not token.roles or token.roles.keys().isdisjoint(_STARTS)):
            place += 1
            continue
        one = _at(tokens, place, floor)
        if isinstance(one, int):
            place = max(one, place + 1)
            continue
        yield one
        place = floor = max(one.last, place + 1)


def _at(  # noqa: C901 -- one case for each kind of thing
    tokens: Sequence[Token], place: int, floor: int
) -> Draft | Dated | int:
    """The figure or date that begins at the token `place`, or where to go on."""
    dated = date_at(tokens, place)
    if dated is not None:
        return dated
    after = end_of_name(tokens, place) or end_of_label(tokens, place) or end_of_tie(tokens, place)
    if after is not None:
        return after
    draft = spoken_at(tokens, place, floor)
    if draft is None:
        number = compose(tokens, place)
        if number is None:
            return _end_of_row(tokens, place)
        draft = Draft(number, number.first, number.last)
        draft.first, draft.last = number.first, number.last
        if _is_bare_year(number, tokens):
            return Dated(number.first, number.last, tokens[number.first].text)
        if _is_day(number, tokens):
            return Dated(number.first, number.last + 1, "", doubt="the year is not printed")
        if _is_year_in_words(number, tokens):
            marked = number.last < len(tokens) and "year_mark" in tokens[number.last].roles
            return Dated(number.first, number.last + marked, "", doubt="a year in words")
        if place and "clock_before" in tokens[place - 1].roles and not number.printed:
            return Dated(number.first, number.last, "", time=True)
    read_before(tokens, draft, floor)
    read_after(tokens, draft)
    settle_led(tokens, draft)
    settle_rise(tokens, draft)
    if _is_era(draft, tokens):
        return draft.last
    if _is_nothing(draft, tokens):
        if not _may_lead(draft, tokens):
            return draft.number.last
        draft.tentative = True
    return draft


def _may_lead(draft: Draft, tokens: Sequence[Token]) -> bool:
    """三至五个月, one or two people, between one and two million: the lower end of a range."""
    behind = tokens[draft.last].roles if draft.last < len(tokens) else {}
    told = "or_link" in behind and tokens[draft.last].kind == "word"
    return "link" in behind or told or ("and_link" in behind and draft.range_first is not None)


def _end_of_row(tokens: Sequence[Token], place: int) -> int:
    """The place after digits in a row that are no number together, so that no end of it is one.

    Behind a word of another kind, such as 月薪, stands a number of its own.
    """
    if "digit" not in tokens[place].roles:
        return place + 1
    place += 1
    while place < len(tokens) and not tokens[place].gap:
        if (
            tokens[place].roles.keys().isdisjoint(("digit", "scale"))
            or "stop" in tokens[place].roles
        ):
            break
        place += 1
    return place


def _is_era(draft: Draft, tokens: Sequence[Token]) -> bool:
    """The 21st century, 民国112年: no number that counts."""
    last = draft.last
    if last + 1 < len(tokens) and tokens[last].text == "-" and not tokens[last].gap:
        last += 1  # an 18th-century house
    after = tokens[last] if last < len(tokens) else None
    before = tokens[draft.first - 1] if draft.first else None
    inside = tokens[draft.number.last : draft.last]
    if inside and "era_after" in inside[0].roles and _is_of_eras(draft.number):
        return True
    if (
        after is not None
        and after.gap != "\n"
        and after.roles.keys() & {"era_after", "decade_mark"}
    ):
        return True
    return before is not None and "era_before" in before.roles


def _is_of_eras(number: Number) -> bool:
    """21世纪, and not 2世纪."""
    return number.part[1] == 0 and number.part[0] in _ERAS and number.upper is None


def _is_bare_year(number: Number, tokens: Sequence[Token]) -> bool:
    token = tokens[number.first]
    if number.last != number.first + 1 or len(token.text) != 4 or not token.text.isdecimal():  # noqa: PLR2004
        return False
    if not 1900 <= number.part[0] <= 2100:  # noqa: PLR2004
        return False
    before = tokens[number.first - 1] if number.first else None
    after = tokens[number.last] if number.last < len(tokens) else None
    if (
        before is not None
        and (_leads(before, token) or "relation_before" in before.roles)
        and "year_before" not in before.roles
    ):
        return False
    if after is not None and "link" in after.roles and number.last + 1 < len(tokens):
        other = compose(tokens, number.last + 1, linked=False)
        return other is not None and _is_bare_year(other, tokens)
    counted = {"units", "nouns", "percent", "times", "counter", "points"}
    return not (after is not None and after.gap != "\n" and after.roles.keys() & counted)


def _is_year_in_words(number: Number, tokens: Sequence[Token]) -> bool:
    """两千零二十四年, عام ألفين وعشرين."""
    if number.printed or number.upper is not None or number.order or number.part[1] < 0:
        return False
    before = tokens[number.first - 1] if number.first else None
    led = before is not None and "year_mark_before" in before.roles
    after = tokens[number.last] if number.last < len(tokens) else None
    marked = after is not None and not after.gap and "year_mark" in after.roles
    year = 1900 <= number.part[0] * 10 ** number.part[1] <= 2100  # noqa: PLR2004
    exact = number.part[1] == 0 and not (number.relation or number.hedge)
    return (led and (year or number.part[0] < 100)) or (marked and year and exact)  # noqa: PLR2004


def _is_day(number: Number, tokens: Sequence[Token]) -> bool:
    """خمسة وعشرون يناير: a number in words before a month."""
    if number.printed or number.last >= len(tokens) or tokens[number.last].gap != " ":
        return False
    days = number.part[1] >= 0 and 0 < number.part[0] * 10 ** number.part[1] <= 31  # noqa: PLR2004
    return days and "month" in tokens[number.last].roles


def _leads(money: Token, token: Token) -> bool:
    """Whether a currency stands before its amount: €2024, EUR 2024; not Euro 2024."""
    spaced = money.kind == "word" and bool(token.gap)
    return "money" in money.roles and (
        not spaced or bool(money.roles.keys() & {"code", "currency_before"})
    )


def _is_nothing(draft: Draft, tokens: Sequence[Token]) -> bool:
    """Whether the words of a number are no figure here: 一 without a counter, one of a pronoun."""
    number, first = draft.number, tokens[draft.number.first]
    if number.printed or (draft.ratio is not None and "half_after" not in first.roles):
        return False
    if number.part[0] == 0 and first.kind == "unspaced" and draft.ratio is None:
        return not (draft.power or draft.units)
    if draft.kind is not None and draft.kind != "fraction":
        return False
    said = draft.relation or draft.hedge or draft.money or draft.level
    if said or number.order or draft.kind is not None:
        return draft.ratio is not None and not said
    if number.last - number.first == 1 and first.kind == "unspaced":
        return True
    return not number.scale and number.part == (1, 0)


def _date(dated: Dated, tokens: Sequence[Token], folded: Folded, text: str) -> Quantity:
    start, end = folded.span(tokens[dated.first].start, tokens[dated.last - 1].end)
    return Quantity(
        start=start,
        end=end,
        text=text[start:end],
        number_start=start,
        number_end=end,
        kind="time" if dated.time else "date",
        confident=not dated.doubt,
        why=dated.doubt,
        period=dated.period,
    )
