"""Numbers written out in the forms of each language, with their values."""

from attrs import frozen
from hypothesis import strategies as st

from factcheck.values.rational import Rational


@frozen
class Spelled:
    text: str
    value: Rational


ZEROS = ("0", "٠", "۰", "０", "०")

ONES = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
]
ONES += ["fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def in_digits(number: int, zero: str) -> str:
    return "".join(chr(ord(zero) + int(one)) for one in str(number))


def grouped(number: int, mark: str, zero: str) -> str:
    return "".join(in_digits(int(one), zero) if one.isdecimal() else mark for one in f"{number:,}")


GROUPED = st.builds(
    lambda number, mark, zero: Spelled(f"{grouped(number, mark, zero)} USD", (number, 1)),
    st.integers(1000, 10**15),
    st.sampled_from((",", "٬", "\u00a0", "\u202f", " ", "'", "")),
    st.sampled_from(ZEROS),
)

SCALES = {
    " billion": 9,
    "bn": 9,
    " million": 6,
    " trillion": 12,
    " thousand": 3,
    " مليار": 9,
    " مليون": 6,
    " ألف": 3,
    " تريليون": 12,
    "万": 4,
    "亿": 8,
    "萬": 4,
    "億": 8,
    "万亿": 12,
    "萬億": 12,
    "千万": 7,
}


def scaled(whole: int, tenths: int, scale: str, mark: str) -> Spelled:
    text = f"{whole}{mark}{tenths}{scale} CNY"
    return Spelled(text, ((whole * 10 + tenths) * 10 ** SCALES[scale], 10))


SCALED = st.builds(
    scaled,
    st.integers(1, 999),
    st.integers(0, 9),
    st.sampled_from(sorted(SCALES)),
    st.sampled_from((".", "٫")),
)


def english_hundreds(number: int, link: str) -> str:
    words = []
    if number >= 100:
        words.append(f"{ONES[number // 100 - 1]} hundred")
        number %= 100
        if number and link:
            words.append(link)
    if number >= 20:
        tens = TENS[number // 10 - 2]
        words.append(f"{tens}-{ONES[number % 10 - 1]}" if number % 10 else tens)
    elif number:
        words.append(ONES[number - 1])
    return " ".join(words)


def english(number: int, link: str) -> str:
    words = []
    for scale, name in ((10**9, "billion"), (10**6, "million"), (10**3, "thousand"), (1, "")):
        part, number = divmod(number, scale)
        if part:
            words.append(f"{english_hundreds(part, link)} {name}".strip())
    return " ".join(words)


ENGLISH = st.builds(
    lambda number, link: Spelled(f"{english(number, link)} yen", (number, 1)),
    st.integers(2, 10**12 - 1),
    st.sampled_from(("", "and")),
)

HAN = "零一二三四五六七八九"


def chinese_thousands(number: int, inner: bool) -> str:  # noqa: FBT001 -- a strategy's helper
    text, gap = "", False
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            if gap and (text or inner):
                text += "零"
            text += HAN[digit] + name
            gap = False
        else:
            gap = True
    return text


def chinese(number: int) -> str:
    text, gap = "", False
    for scale, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        part = number // scale % 10**4
        if part:
            if text and (gap or part < 1000):
                text += "零"
            text += chinese_thousands(part, inner=False) + name
            gap = False
        else:
            gap = True
    return text


CHINESE = st.builds(
    lambda number: Spelled(f"{chinese(number)}美元", (number, 1)), st.integers(1, 10**12 - 1)
)

ARABIC_ONES = ["واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"]
ARABIC_TENS = ["عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"]
ARABIC_HUNDREDS = [
    "مئة",
    "مئتان",
    "ثلاثمئة",
    "أربعمئة",
    "خمسمئة",
    "ستمئة",
    "سبعمئة",
    "ثمانمئة",
    "تسعمئة",
]
ARABIC_SCALES = (
    (10**9, "مليار", "ملياران", "مليارات"),
    (10**6, "مليون", "مليونان", "ملايين"),
    (10**3, "ألف", "ألفان", "آلاف"),
)


def arabic_hundreds(number: int) -> str:
    words = []
    if number >= 100:
        words.append(ARABIC_HUNDREDS[number // 100 - 1])
        number %= 100
    if number > 10 and number < 20:
        teens = ["أحد", "اثنا", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"]
        words.append(f"{teens[number - 11]} عشر")
    elif number >= 20:
        if number % 10:
            words.append(ARABIC_ONES[number % 10 - 1])
        words.append(ARABIC_TENS[number // 10 - 2])
    elif number:
        words.append(ARABIC_ONES[number - 1])
    return " و".join(words)


def arabic(number: int) -> str:
    words = []
    for scale, one, two, many in ARABIC_SCALES:
        part, number = divmod(number, scale)
        if part == 1:
            words.append(one)
        elif part == 2:
            words.append(two)
        elif part:
            words.append(f"{arabic_hundreds(part)} {many if part <= 10 else one}")
    if number:
        words.append(arabic_hundreds(number))
    return " و".join(words)


ARABIC = st.builds(
    lambda number: Spelled(f"{arabic(number)} يورو", (number, 1)), st.integers(1, 10**12 - 1)
)
