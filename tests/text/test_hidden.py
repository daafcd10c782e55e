import pytest

from routeplanner.text.diagnostic import Diagnostic
from routeplanner.text.reading import from_text
from routeplanner.text.source import Source


def told(text: str) -> list[Diagnostic]:
    source, diagnostics = from_text(text, "x.lob")
    assert isinstance(source, Source)
    return diagnostics


def signs(text: str) -> list[object]:
    return [diagnostic.params["sign"] for diagnostic in told(text)]


def mended(text: str) -> str:
    for diagnostic in reversed(told(text)):
        (fix,) = diagnostic.fixes
        text = text[: fix.span.start] + fix.text + text[fix.span.end :]
    return text


# ---- characters that nobody sees


UNSEEN = {
    "zero": "\x00",
    "escape": "\x1b",
    "delete": "\x7f",
    "next line": "\x85",
    "form feed": "\x0c",
    "vertical tab": "\x0b",
    "soft hyphen": "\xad",
    "grapheme joiner": "\u034f",
    "arabic letter mark": "\u061c",
    "hangul filler": "\u3164",
    "zero-width space": "\u200b",
    "zero-width joiner": "\u200d",
    "left to right": "\u200e",
    "line separator": "\u2028",
    "paragraph separator": "\u2029",
    "override": "\u202e",
    "isolate": "\u2066",
    "word joiner": "\u2060",
    "invisible plus": "\u2064",
    "byte-order mark": "\ufeff",
    "variation selector": "\ufe0f",
    "tag": "\U000e0041",
}


@pytest.mark.parametrize("name", UNSEEN)
def test_what_nobody_sees_is_told_at_its_place(name: str) -> None:
    (diagnostic,) = told(f'regel x "a{UNSEEN[name]}b"\n')
    assert (diagnostic.code, diagnostic.span.start, diagnostic.span.end) == ("RP005", 10, 11)
    assert diagnostic.params["sign"] == f"U+{ord(UNSEEN[name]):04X}"


@pytest.mark.parametrize("name", UNSEEN)
def test_the_fix_leaves_it_out(name: str) -> None:
    assert mended(f"a{UNSEEN[name]}b\nx{UNSEEN[name] * 3}y") == "ab\nxy"


def test_half_of_a_pair() -> None:
    assert signs("a\ud800b") == ["U+D800"]


@pytest.mark.parametrize(
    "text", ["a\tb", "a\r\nb\r", "a\u00a0b", "a\u202fb", "é", "e\u0301", "“a”", "’", "€", "½"]
)
def test_what_people_type_and_paste_is_fine(text: str) -> None:
    assert signs(text) == []


@pytest.mark.parametrize(
    "text", ["👩\u200d🏫", "❤\ufe0f", "❤\ufe0f\u200d🔥", "1\ufe0f\u20e3", "می\u200cخواهم"]
)
def test_what_an_emoji_or_another_script_needs_is_fine(text: str) -> None:
    assert signs(f'"{text}"') == []


@pytest.mark.parametrize(
    "text", ["\ufeff", "\ufeffa", "a\n\ufeffb", "a\r \ufeff\ufeff\tb", "\ufeff\n\ufeff\n"]
)
def test_a_byte_order_mark_may_start_a_line(text: str) -> None:
    assert signs(text) == []


@pytest.mark.parametrize("text", ["a\ufeff", "a \ufeffb", "\ufeffa\ufeff"])
def test_a_byte_order_mark_further_on_may_not(text: str) -> None:
    assert signs(text) == ["U+FEFF"]


def test_of_many_the_first_are_told() -> None:
    assert len(told("\x00" * 1_000)) == 20


# ---- letters that look like others


@pytest.mark.parametrize(
    ("text", "latin"), [("VТ/K/9", "VT/K/9"), ('"Lassеn"', '"Lassen"'), ("Οmega", "Omega")]
)
def test_a_letter_of_another_alphabet_in_a_word(text: str, latin: str) -> None:
    (diagnostic,) = told(text)
    assert (diagnostic.code, diagnostic.variant) == ("RP005", "lijkt-op")
    assert not diagnostic.span.text.isascii()
    assert mended(text) == latin


@pytest.mark.parametrize(
    "text", ["Олена", "Ελένη", "kΩ", "μm", "Δt", "λ-sonde", "Ω", "naïef", "Škoda", "Œuvre", "ﬁets"]
)
def test_other_alphabets_by_themselves_are_fine(text: str) -> None:
    assert signs(f'route "{text}"') == []
