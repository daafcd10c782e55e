from pathlib import Path

import pytest

from routeplanner.text.diagnostic import Diagnostic
from routeplanner.text.reading import MAX_BYTES, MAX_LINES, decode, from_text, read_source


def only(found: tuple[object, list[Diagnostic]]) -> Diagnostic:
    """Return the one reason why there is no text."""
    source, diagnostics = found
    assert source is None
    (diagnostic,) = diagnostics
    assert (diagnostic.span.start, diagnostic.span.end, diagnostic.span.source.path) == (0, 0, "x.lob")
    return diagnostic


# ---- texts


@pytest.mark.parametrize("text", ["", "a", "é🚲\n", "a\r\nb\rc", "\ufeffa\n", "a\ufffd"])
def test_a_text_is_as_it_stands_on_disk(text: str) -> None:
    source, diagnostics = decode(text.encode(), "x.lob")
    assert source is not None
    assert (source.text, source.path, diagnostics) == (text, "x.lob", [])


def test_a_file_is_read_without_changing_a_byte(tmp_path: Path) -> None:
    (tmp_path / "a.lob").write_bytes(b"\xef\xbb\xbfa\r\nb\r")
    source, _ = read_source(tmp_path / "a.lob", "x.lob")
    assert source is not None
    assert source.text == "\ufeffa\r\nb\r"


# ---- bytes that are no text


@pytest.mark.parametrize(
    "data",
    [b"\xff", b"a\xe9b", b"\xc3", b"\xc0\x80", b"\xed\xa0\x80", b"\xf5\x80\x80\x80", "é".encode("cp1252")],
)
def test_bytes_that_are_not_utf_8(data: bytes) -> None:
    assert (only(decode(data, "x.lob")).code, only(decode(data, "x.lob")).variant) == ("RP004", "")


def test_where_they_stand_and_which_they_are() -> None:
    params = only(decode(b"a\r\nb\rc\nd\xe9\n", "x.lob")).params
    assert (params["line"], params["byte"]) == (4, "e9")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("text", ['regel x "é"\n', "school\r\n" * 9])
def test_utf_16_with_and_without_a_byte_order_mark(encoding: str, text: str) -> None:
    diagnostic = only(decode(text.encode(encoding), "x.lob"))
    assert (diagnostic.code, diagnostic.variant) == ("RP004", "utf-16")


def test_big_endian_with_a_byte_order_mark() -> None:
    assert only(decode(b"\xfe\xff\0a", "x.lob")).variant == "utf-16"


def test_a_zero_byte_here_and_there_is_a_hidden_sign() -> None:
    source, diagnostics = decode(b"regel a\0b\n", "x.lob")
    assert source is not None
    assert [(d.code, d.params["sign"]) for d in diagnostics] == [("RP005", "U+0000")]


# ---- limits


ENDINGS = ("\n", "\r", "\r\n")


@pytest.mark.parametrize("ending", ENDINGS)
def test_as_many_lines_as_there_may_be(ending: str) -> None:
    assert from_text(ending * MAX_LINES, "x.lob")[0] is not None
    assert from_text(ending * (MAX_LINES - 1) + "x", "x.lob")[0] is not None


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_line_too_many(ending: str) -> None:
    for text in (ending * (MAX_LINES + 1), ending * MAX_LINES + "x"):
        diagnostic = only(from_text(text, "x.lob"))
        assert (diagnostic.code, diagnostic.variant) == ("RP003", "regels")
        assert diagnostic.params["most"] == MAX_LINES


def test_as_many_bytes_as_there_may_be(tmp_path: Path) -> None:
    (tmp_path / "a.lob").write_bytes(b"x" * MAX_BYTES)
    assert read_source(tmp_path / "a.lob", "x.lob")[0] is not None


def test_a_byte_too_many(tmp_path: Path) -> None:
    (tmp_path / "a.lob").write_bytes(b"x" * (MAX_BYTES + 1))
    diagnostic = only(read_source(tmp_path / "a.lob", "x.lob"))
    assert (diagnostic.code, diagnostic.variant, diagnostic.params["most"]) == ("RP003", "", 2)


def test_the_limit_holds_in_memory_too() -> None:
    diagnostic = only(from_text("x" * (MAX_BYTES + 1), "x.lob"))
    assert (diagnostic.code, diagnostic.variant) == ("RP003", "")


# ---- no file


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    diagnostic = only(read_source(tmp_path / "a.lob", "x.lob"))
    assert (diagnostic.code, diagnostic.variant) == ("RP001", "bestaat-niet")


def test_a_folder(tmp_path: Path) -> None:
    diagnostic = only(read_source(tmp_path, "x.lob"))
    assert (diagnostic.code, diagnostic.variant) == ("RP001", "is-een-map")


def test_a_name_that_cannot_be() -> None:
    assert only(read_source(Path("a\0b"), "x.lob")).code == "RP001"
