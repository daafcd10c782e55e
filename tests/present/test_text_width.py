"""Texts that must fit in a block: how wide they are, and where they are broken or cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routeplanner.present.text_width import cut, width, wrapped


def test_a_longer_text_is_wider() -> None:
    assert width("VT/K/1", 10) < width("VT/K/12", 10) < width("VT/K/12", 10, bold=True)


def test_a_sign_that_goes_on_another_takes_no_room() -> None:
    assert width("e\u0301", 10) == width("e", 10)


def test_a_wide_sign_is_wide() -> None:
    assert width("日", 10) > width("m", 10)


def test_what_fits_is_not_cut() -> None:
    assert cut("Lassen", 100, 10) == "Lassen"


def test_what_does_not_fit_is_cut() -> None:
    assert cut("Lassen en solderen", 60, 10) == "Lassen en…"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Koel- en smeersystemen", ("Koel- en", "smeersystemen")),
        ("Informatica/telematica", ("Informatica/", "telematica")),
        ("Presentatietechnieken 1", ("Presentatietech-", "nieken 1")),
        (
            "Verlichtings-, signalerings- en veiligheidssystemen",
            ("Verlichtings-,", "signalerings- en", "veiligheidssys…"),
        ),
        ("P/MET/03 en P/MET/04", ("P/MET/03 en", "P/MET/04")),
        ("", ()),
        ("xxxxxxxxxxxxxxxxxxxxxxxxx", ("xxxxxxxxxxxx…",)),
    ],
)
def test_where_a_text_is_broken(text: str, lines: tuple[str, ...]) -> None:
    assert wrapped(text, 85, 11, 3) == lines


@given(st.text(max_size=60), st.floats(20, 200), st.integers(1, 4))
def test_every_line_fits(text: str, room: float, most: int) -> None:
    lines = wrapped(text, room, 10, most)
    assert len(lines) <= most
    assert all(width(line, 10) <= room for line in lines)


@given(
    st.lists(
        st.sampled_from(["een", "lange", "titel", "met", "veiligheidssystemen", "en", "K/9"]), max_size=8
    )
)
def test_nothing_is_lost_where_there_is_room(words: list[str]) -> None:
    lines = wrapped(" ".join(words), 60, 10, 99)
    joined = "".join(line.removesuffix("-") for line in lines).replace(" ", "")
    assert joined == "".join(words)
