"""A text as people see it, and where each part of that stands in the text as it is."""

import pytest

from routeplanner.text.hidden import as_seen
from routeplanner.text.source import Source, Span


def of(text: str) -> Span:
    return Span(Source("voorbeeld.lob", text), 0, len(text))


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("verplicht VT/K/9", "verplicht VT/K/9"),
        ("verplicht VT/\u200bK/9", "verplicht VT/K/9"),
        ("verplicht V\u0422/K/9", "verplicht VT/K/9"),
        ("\u200b\u200b", ""),
        ("\u0422\u0415\u041a\u0421\u0422", "\u0422\u0415\u041a\u0421\u0422"),
    ],
)
def test_what_is_hidden_is_not_seen(text: str, seen: str) -> None:
    assert as_seen(of(text)).text == seen


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [(0, 9, "verplicht"), (10, 16, "VT/\u200bK/9"), (10, 13, "VT/"), (13, 13, ""), (16, 16, "")],
)
def test_what_is_seen_has_its_place(start: int, end: int, text: str) -> None:
    assert as_seen(of("verplicht VT/\u200bK/9")).span(start, end).text == text


def test_the_place_of_nothing_is_where_it_is() -> None:
    assert as_seen(of("\u200b\u200b")).span(0, 0).end == 2
