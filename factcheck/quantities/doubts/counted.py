"""Whether what stands behind a number is told of so many: 12 new members, not stage 4 cancer."""

from collections.abc import Sequence
from typing import Final

from factcheck.quantities.draft import Draft
from factcheck.quantities.model import Kind
from factcheck.quantities.tokens import Token

_WORDS: Final = 5
"""So many words behind the number may say what it counts."""
_PARTS: Final = frozenset(
    {"units", "some_unit", "money", "percent", "points", "basis_points", "per_mille"}
)
_SCALES: Final = frozenset({"scale", "order"})
_HELD: Final = frozenset({"stop", "per", "link", "sum_link", "of", "filler", "clock"})
"""What else a word behind can be, so that it need not be the unit of the number before it."""
_CODE_DIGITS: Final = 7
_LETTERS: Final = 3
_NONE_OR_ONE: Final = ((0, 0), (1, 0))
_SINGULAR_ENDS: Final = ("ss", "us", "is")
_PLURAL_END: Final = "s"
_IN_ACCUSATIVE: Final = range(11, 100)
_ACCUSATIVE: Final = ("ا", "ه", "اء", "ي")
"""How Arabic nouns in the accusative of one end, folded."""
_FEMININE_PLURAL: Final = "ات"
_MANY_ENDS: Final = ("men", "people", "ed", "fish", "craft")


def doubt_of_counted(draft: Draft, kind: Kind, tokens: Sequence[Token]) -> str:
    """What the words behind the number leave in doubt; empty for nothing."""
    if _is_of_unknown_scale(draft, kind, tokens):
        return "a word that is not known stands between it and its unit"
    if _is_cut_from_unit(draft, kind, tokens):
        return "what stands behind it may be its unit"
    if kind == "amount" and _is_how_often(draft):
        return "it may say how often something was done"
    if kind == "count" and _is_code(draft, tokens):
        return "so many digits without groups may be a code"
    if _is_bounded_behind(draft, tokens):
        return "a word behind it may be a bound on it"
    if kind == "count" and _is_uncounted(draft, tokens):
        return "it may be part of a name"
    if kind == "count" and _is_of_one(draft, tokens):
        return "what follows is not told of so many; it may be a label"
    return ""


def _is_how_often(draft: Draft) -> bool:
    """三度入市: a digit in words with what is degrees, kilowatt-hours or times."""
    alone = not draft.number.printed and draft.number.words == 1 and not draft.number.scale
    return alone and {*draft.units} >= {"kilowatt-hour", "degree"}


def _is_code(draft: Draft, tokens: Sequence[Token]) -> bool:
    """Order No. 20417736 shipped."""
    first = tokens[draft.number.first]
    before = tokens[draft.first - 1] if draft.first else None
    if draft.units or draft.number.scale or not first.text.isdecimal():
        return False
    labelled = before is not None and bool(before.roles.keys() & {"rank", "label", "label_dot"})
    return len(first.text) >= _CODE_DIGITS or labelled


def _is_bounded_behind(draft: Draft, tokens: Sequence[Token]) -> bool:
    """$5m or better, 三成弱, 5 في المئة فما تحت: a word of bounds that the figure did not take."""
    said = draft.relation or draft.number.relation or draft.number.upper
    if said or draft.last >= len(tokens):
        return False
    after = tokens[draft.last]
    apart = after.kind == "unspaced" and bool(after.gap)
    if "pause" in after.roles:
        return not draft.hedge and _is_hedge_behind(tokens, draft.last + 1)
    return after.gap != "\n" and not apart and "bounding_after" in after.roles


def _is_hedge_behind(tokens: Sequence[Token], place: int) -> bool:
    """$1bn, give or take; not 4%, roughly 9 of 10."""
    if place >= len(tokens) or "hedge_after" not in tokens[place].roles:
        return False
    behind = tokens[place + 1 : place + 2]
    return tokens[place].gap != "\n" and all(
        one.roles.keys() & {"stop", "pause", "close"} or one.kind == "other" for one in behind
    )


def _is_of_one(draft: Draft, tokens: Sequence[Token]) -> bool:
    """Stage 4 cancer, phase three trial: a number above one before what is no plural."""
    number, last = draft.number, draft.last
    if draft.units or draft.unit_tokens or last >= len(tokens) or number.upper is not None:
        return False
    said = draft.relation or draft.hedge or number.relation or number.hedge or number.order
    if (
        said
        or number.grouped
        or number.dozens
        or (number.scale and not number.letter)
        or number.part in _NONE_OR_ONE
    ):
        return False
    if "against" in tokens[last].roles:
        return False
    if not tokens[last].text.isascii():
        return _is_of_other_case(draft, tokens)
    if tokens[last].text == "-":
        return False
    for token in tokens[last : last + _WORDS]:
        if token.kind != "word" or token.gap != " ":
            return True
        if _is_plural(token):
            return False
        if not token.is_plain:
            return True
    return True


def _is_uncounted(draft: Draft, tokens: Sequence[Token]) -> bool:
    """360公司: a noun right behind digits that is counted with 家 before it."""
    if not draft.unit_tokens or not draft.number.printed or draft.number.scale:
        return False
    said = draft.relation or draft.hedge or draft.number.relation
    return not said and "uncounted" in tokens[draft.unit_tokens[0][0]].roles


def _is_of_other_case(draft: Draft, tokens: Sequence[Token]) -> bool:
    """الدورة 45 لمعرض, خمس سكان: behind 11 to 99 stands a singular in the accusative."""
    number, word = draft.number, tokens[draft.last]
    if word.kind != "word" or "many" in word.roles or not word.is_plain:
        return False
    if tokens[number.first].roles.keys() & {"fraction_of", "articled"} == {"fraction_of"}:
        return number.words == 1 and not word.text.endswith(_FEMININE_PLURAL)
    whole = number.part[1] == 0 and number.printed
    return whole and number.part[0] % 100 in _IN_ACCUSATIVE and not word.text.endswith(_ACCUSATIVE)


def tells_many(draft: Draft, tokens: Sequence[Token]) -> bool:
    """43m Americans, 1.8m homes: whether a word right behind the letter is a plural."""
    after = tokens[draft.last] if draft.last < len(tokens) else None
    if after is None or after.kind != "word" or after.gap != " " or "race" in after.roles:
        return False
    return after.is_plain and len(after.text) > _LETTERS and _is_plural(after)


def _is_plural(token: Token) -> bool:
    """People, users, detained: whether the word can be said of more than one."""
    text = token.text
    if "nouns" in token.roles or "many" in token.roles or text.endswith(_MANY_ENDS):
        return True
    return text.endswith(_PLURAL_END) and not text.endswith(_SINGULAR_ENDS)


def _is_cut_from_unit(draft: Draft, kind: Kind, tokens: Sequence[Token]) -> bool:
    """خمسة بالمئة: a unit right behind a figure that did not take it."""
    if draft.last >= len(tokens):
        return False
    after = tokens[draft.last]
    if draft.units and after.kind == "unspaced" and not after.gap:  # 3126平方 of 平方千米
        return "units" in after.roles and not after.roles.keys() & {"money", "nouns", "stop"}
    if kind not in {"number", "count", "fraction"} or draft.units:
        return False
    if after.gap == "\n" or after.roles.keys() & _HELD:
        return False
    return bool(after.roles.keys() & (_PARTS | _SCALES))


def _is_of_unknown_scale(draft: Draft, kind: Kind, tokens: Sequence[Token]) -> bool:
    """ثلاثة ملايير درهم: an unknown word between a number and money or a percent sign."""
    if kind not in {"number", "count", "amount"} or draft.units or draft.last + 1 >= len(tokens):
        return False
    word, unit = tokens[draft.last : draft.last + 2]
    if not (word.is_plain and word.kind == "word" and word.gap == unit.gap == " "):
        return False
    if "against" in word.roles:
        return False
    parts = {"money", "percent", "points", "scale"} & unit.roles.keys()
    return bool(parts) and not unit.roles.keys() & _HELD and unit.kind == "word"
