"""Bytes to text: UTF-8 without control characters, else where and why not."""

import re
from typing import Final

from factcheck.diagnostics.diagnostic import Diagnostic
from factcheck.diagnostics.package_codes import BYTE_ORDER_MARK, CONTROL_CHARACTER, NOT_UTF8
from factcheck.diagnostics.span import Span, at
from factcheck.vocabulary.wrong import Wrong

_MARK: Final = b"\xef\xbb\xbf"
_KINDS: Final = {
    b"\x1f\x8b": "it is compressed with gzip: unpack it",
    b"PK\x03\x04": "it is a workbook or an archive: save the table as CSV",
    b"\xd0\xcf\x11\xe0": "it is a workbook: save the table as CSV",
    b"PAR1": "it is Parquet: save the table as CSV",
}
"""Files of other kinds by their first bytes, and what to do with them."""
_UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
_CONTROL_BYTES: Final = bytes(set(range(32)) - {9, 10, 13}) + b"\x7f"
CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|\r(?!\n)")
_SAVE_AS: Final = (
    "save the file as UTF-8 without BOM (in a spreadsheet: “CSV UTF-8”, then remove the mark)"
)


def place(path: str, text: str, offset: int, width: int = 1) -> Span:
    """The span of `width` code points from an offset in a text."""
    return at(path, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset), width)


def decode(data: bytes, path: str) -> tuple[str | None, list[Diagnostic]]:
    """The text with its line ends as LF, without a byte order mark; None when it is not UTF-8."""
    found = []
    if data.startswith(_MARK):
        wrong = Wrong(BYTE_ORDER_MARK, "the file starts with a byte order mark", _SAVE_AS)
        found.append(wrong.at(at(path)))
        data = data[len(_MARK) :]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [*found, not_utf8(data, error.start, path)]
    if len(data.translate(None, _CONTROL_BYTES)) != len(data) or b"\xc2" in data or b"\r" in data:
        found += _control_characters(text, path)
        text = text.replace("\r\n", "\n")
    return text, found


def not_utf8(data: bytes, offset: int, path: str) -> Diagnostic:
    """The diagnostic of a byte that is not UTF-8, at its place."""
    before = data[:offset].decode("utf-8")
    is_utf16 = data.startswith(_UTF16_MARKS)
    message = "the file is UTF-16" if is_utf16 else f"byte 0x{data[offset]:02X} is not UTF-8"
    kind = next((kind for start, kind in _KINDS.items() if data.startswith(start)), None)
    if kind is not None:
        return Wrong(NOT_UTF8, "the file is not text", kind).at(at(path))
    return Wrong(NOT_UTF8, message, _SAVE_AS).at(place(path, before, len(before)))


def _control_characters(text: str, path: str) -> list[Diagnostic]:
    """The first control character; a file that has one often has thousands."""
    match = CONTROL.search(text)
    if match is None:
        return []
    wrong = control_character(match[0])
    if match[0] == "\r" and "\n" not in text:
        help_ = "it ends the lines of this file: save it with the line ends of Unix or Windows"
        wrong = Wrong(wrong.code, wrong.message, help_)
    return [wrong.at(place(path, text, match.start()))]


def control_character(found: str) -> Wrong:
    """What is wrong with one."""
    message = f"the control character U+{ord(found):04X} does not belong in text"
    return Wrong(CONTROL_CHARACTER, message, "remove it")
