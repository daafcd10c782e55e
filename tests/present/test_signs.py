import pytest
from hypothesis import given
from hypothesis import strategies as st

from routeplanner.present.signs import laid_out, shown, width


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("reële één", "reële één"),
        ("\x1b[31m", "␛[31m"),
        ("\x00", "␀"),
        ("a\nb\r", "a␊b␍"),
        ("\x9b31m", "<U+009B>31m"),
        ("\x7f", "<U+007F>"),
        ("\u202eabc\u202c", "<U+202E>abc<U+202C>"),
        ("\u2066\u2069\u200f", "<U+2066><U+2069><U+200F>"),
        ("\u200b\u200d\u2028", "<U+200B><U+200D><U+2028>"),
        ("\udc80", "<U+DC80>"),
        ("\ufeffregel", "regel"),
    ],
)
def test_what_steers_or_hides_is_shown(text: str, seen: str) -> None:
    assert shown(text) == seen


@pytest.mark.parametrize(
    ("line", "seen"), [("\ta", "    a"), ("ab\tc", "ab  c"), ("abcd\te", "abcd    e"), ("日\te", "日  e")]
)
def test_a_tab_goes_on_to_the_next_stop(line: str, seen: str) -> None:
    assert laid_out(line) == seen


@pytest.mark.parametrize(("text", "columns"), [("abc", 3), ("日本", 4), ("e\u0301", 1), ("", 0)])
def test_width_counts_columns(text: str, columns: int) -> None:
    assert width(text) == columns


@given(st.text())
def test_no_text_steers_the_terminal(text: str) -> None:
    assert all(sign.isprintable() or sign.isspace() or ord(sign) > 0x377 for sign in shown(text))
    assert not set(shown(text)) & {"\x1b", "\n", "\r", "\t", "\x9b", "\u202e", "\u2066"}


@given(st.text(), st.text())
def test_a_line_is_laid_out_from_left_to_right(left: str, right: str) -> None:
    assert laid_out(left + right).startswith(laid_out(left))
