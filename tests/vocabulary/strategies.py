"""Strategies for broken packages: good text with a stranger's fingers in it."""

from hypothesis import strategies as st

PIECES = [
    *("", ",", '"', '""', "\n", "\r\n", "\r", "\t", " ", ";", "-", "/", "~", "../"),
    *("0", "-1", "1e9", "9" * 200, "0.5", "NaN", "null", "true", "{", "}", "[", "]", ":"),
    *("2025-02-30", "2025-Q5", "9999-12-31", "0000", "٣", "１２", "千亿", "é", "\u0301"),
    *("\u202e", "\ufeff", "\x00", "\x1b[31m", "\\u0000", "\\ud800", "http://x", "CNY", "CNY/chip"),
    *("chip^9", "capex", "acme", "w1", "wire", "order", "gt", "about", "data/claims.csv", "data"),
]
"""Text that means something to some stage, or should not."""


@st.composite
def broken(draw: st.DrawFn, text: str) -> str:
    """The text with a few stretches replaced, removed or repeated."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 12)))
        piece = draw(
            st.one_of(st.sampled_from(PIECES), st.text(max_size=6), st.just(text[start:end] * 2))
        )
        text = text[:start] + piece + text[end:]
    return text


@st.composite
def broken_bytes(draw: st.DrawFn, data: bytes) -> bytes:
    """The bytes with a few of them replaced."""
    start = draw(st.integers(0, len(data)))
    end = min(len(data), start + draw(st.integers(0, 40)))
    return data[:start] + draw(st.binary(max_size=8)) + data[end:]
