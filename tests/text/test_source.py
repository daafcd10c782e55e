import pytest

from routeplanner.text.source import Line, Position, Source, Span


def source(text: str) -> Source:
    return Source("x.lob", text)


def lines(text: str) -> list[str]:
    here = source(text)
    return [text[line.start : line.end] for line in here.lines]


# ---- lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [""]),
        ("a", ["a"]),
        ("a\n", ["a", ""]),
        ("a\nb", ["a", "b"]),
        ("a\nb\n", ["a", "b", ""]),
        ("a\r\nb\r\n", ["a", "b", ""]),
        ("a\rb\r", ["a", "b", ""]),
        ("a\n\rb", ["a", "", "b"]),
        ("a\r\n\nb", ["a", "", "b"]),
        ("a\r\r\nb", ["a", "", "b"]),
        ("\n", ["", ""]),
        ("\n\n", ["", "", ""]),
        ("\r\n\r\n", ["", "", ""]),
        ("a\n\n", ["a", "", ""]),
    ],
)
def test_lines_end_where_editors_end_them(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize("sign", ["\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"])
def test_no_other_sign_ends_a_line(sign: str) -> None:
    assert lines(f"a{sign}b") == [f"a{sign}b"]


def test_a_byte_order_mark_is_kept() -> None:
    assert lines("\ufeffa\nb") == ["\ufeffa", "b"]


def test_a_line_knows_where_its_ending_stops() -> None:
    assert source("ab\r\nc\n").lines == (Line(0, 2, 4), Line(4, 5, 6), Line(6, 6, 6))


@pytest.mark.parametrize("text", ["", "a", "a\r\nb\rc\n\nd", "\r\n", "\n\r"])
def test_lines_are_the_whole_text(text: str) -> None:
    assert "".join(text[line.start : line.stop] for line in source(text).lines) == text


def test_the_text_of_a_line_is_without_its_ending() -> None:
    assert source("a\r\nbc\n").line_text(2) == "bc"


# ---- positions


@pytest.mark.parametrize(
    ("offset", "line", "column"),
    [(0, 1, 1), (1, 1, 2), (2, 1, 3), (3, 2, 1), (4, 2, 2), (5, 2, 3)],
)
def test_lines_and_columns_count_from_one(offset: int, line: int, column: int) -> None:
    assert source("ab\ncd").position(offset) == Position(line, column, offset)


def test_both_signs_of_a_windows_ending_belong_to_the_line_before() -> None:
    here = source("ab\r\ncd")
    assert [here.position(offset)[:2] for offset in (2, 3, 4)] == [(1, 3), (1, 4), (2, 1)]


def test_a_lone_cr_ends_a_line() -> None:
    assert source("ab\rcd").position(3)[:2] == (2, 1)


def test_columns_count_code_points() -> None:
    assert source("🚲é\u0301x").position(4).column == 5


def test_after_the_last_line_ending_comes_an_empty_line() -> None:
    assert source("a\n").position(2) == Position(2, 1, 2)


@pytest.mark.parametrize("offset", [5, 10**9])
def test_past_the_end_is_the_end(offset: int) -> None:
    assert source("ab\nc").position(offset) == Position(2, 2, 4)


def test_before_the_start_is_the_start() -> None:
    assert source("ab").position(-1) == Position(1, 1, 0)


def test_an_empty_text_has_a_first_line() -> None:
    assert source("").position(0) == Position(1, 1, 0)


def test_every_offset_is_where_its_line_says() -> None:
    text = "\ufeffa\r\n\r\rbc\n🚲\n"
    here = source(text)
    for offset in range(len(text)):
        line, column, _ = here.position(offset)
        assert here.lines[line - 1].start + column - 1 == offset


# ---- spans


def test_a_span_is_the_text_as_written() -> None:
    assert Span(source("regel  x"), 0, 5).text == "regel"


def test_an_empty_span_is_a_place() -> None:
    assert Span(source("ab"), 1, 1).text == ""


def test_from_one_span_to_another() -> None:
    here = source("een twee drie")
    assert Span(here, 0, 3).to(Span(here, 9, 13)).text == "een twee drie"


def test_to_a_span_within_it_a_span_stays_itself() -> None:
    here = source("een twee drie")
    assert Span(here, 0, 13).to(Span(here, 4, 8)).text == "een twee drie"


def test_spans_sort_by_file_then_place() -> None:
    a, b = Source("a.lob", "xxx"), Source("b.lob", "xxx")
    spans = [Span(b, 0, 1), Span(a, 2, 3), Span(a, 0, 2), Span(a, 0, 1)]
    assert sorted(spans, key=lambda span: span.key) == [spans[3], spans[2], spans[1], spans[0]]


def test_a_source_is_itself_only() -> None:
    """Two readings of the same text are two sources: a span says in which it is."""
    assert source("a") != source("a")


def test_a_source_does_not_print_its_text() -> None:
    assert "geheim" not in repr(source("geheim"))
