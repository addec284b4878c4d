"""The tokens of a text from one place on, asked for what they say of dates."""

from collections.abc import Sequence
from typing import Final

from factcheck.quantities.compose import compose
from factcheck.quantities.tokens import Token

ANY_YEARS: Final = range(1000, 3000)
MONTHS: Final = range(1, 13)


class Row:
    """The tokens from one place on, asked for what they say."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens

    def has(self, place: int, role: str) -> bool:
        """Whether the token has the role."""
        return 0 <= place < len(self.tokens) and role in self.tokens[place].roles

    def at(self, place: int) -> Token | None:
        """The token, or None outside the text."""
        return self.tokens[place] if 0 <= place < len(self.tokens) else None

    def joined(self, place: int) -> bool:
        """Whether nothing stands before the token."""
        return 0 <= place < len(self.tokens) and not self.tokens[place].gap

    def near(self, place: int) -> bool:
        """Whether it stands on the line of the token before."""
        return 0 <= place < len(self.tokens) and self.tokens[place].gap != "\n"

    def plain(self, place: int) -> int | None:
        """A number in digits without a point, up to four digits."""
        token = self.at(place)
        if token is None or token.printed is None or token.printed.form != "plain":
            return None
        if len(token.text) > 4:  # noqa: PLR2004 -- the longest number of a date
            return None
        return token.printed.digits

    def small(self, place: int, allowed: range) -> tuple[int, int] | None:
        """A number of a month or a day, in digits or in words, and the place after it."""
        plain = self.plain(place)
        if plain is not None:
            return (plain, place + 1) if plain in allowed else None
        token = self.at(place)
        if token is None or token.kind != "unspaced" or not token.roles:
            return None
        number = compose(self.tokens, place, linked=False)
        if number is None or number.part[1] < 0 or number.order or number.upper or number.printed:
            return None
        value = number.part[0] * 10 ** number.part[1]
        return (value, number.last) if value in allowed else None

    def spelled(self, place: int) -> tuple[int, int] | None:
        """A year digit by digit, 二〇二六, and the place after it."""
        digits = [one.roles.get("digit") for one in self.tokens[place : place + 4]]
        if len(digits) < 4 or None in digits or self.has(place + 4, "digit"):  # noqa: PLR2004
            return None
        year = int("".join(map(str, digits)))
        return (year, place + 4) if year in ANY_YEARS else None

    def month(self, place: int) -> tuple[int, int] | None:
        """A month with its mark, 10月, or in one word, 十月; and the place after it."""
        token = self.at(place)
        if token is not None and token.kind == "unspaced" and "month" in token.roles:
            value = token.roles["month"]
            return (value, place + 1) if isinstance(value, int) else None
        number = self.small(place, MONTHS)
        if number is None or not self.has(number[1], "month_mark") or not self.joined(number[1]):
            return None
        return number[0], number[1] + 1

    def sign(self, place: int, signs: Sequence[str]) -> bool:
        """Whether the token is one of the signs."""
        return 0 <= place < len(self.tokens) and self.tokens[place].text in signs
