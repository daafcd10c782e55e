"""Quality: "any bytes give a diagnostic with a code and a span or are valid, never a traceback"."""

import pytest
from hostile.mistreating import FILES, damaged, damaged_file, seeded, size
from hostile.probing import check_bytes, check_text
from hypothesis import given, settings
from hypothesis import strategies as st

from routeplanner.language.vocabulary import BLOKKEN
from routeplanner.text.source import Span

PARTS = 4
ALPHABETS = (
    bytes(range(256)),
    bytes(range(128)),
    bytes(range(32, 127)) + b"\n\n\n",
    b'aKV/19,,:" \n\r\t#()' + "“é\u00a0".encode(),
)

WORDS = (
    *("\n", "\n", "\n", " ", " ", "\t", "\r\n", ", ", ": ", '"', '"X"', "“X”", "#", "(2)"),
    *(blok.kop for blok in BLOKKEN.values()),
    *{f"{key}: " for blok in BLOKKEN.values() for key in blok.sleutels},
    *(
        "HV/K/9",
        "VT/K/1",
        "K/EO/01",
        "10",
        "12",
        "t/m",
        "en",
        "of",
        "x",
        "y-z",
        "ja",
        "BB",
        "KB",
        "VT",
        "MET",
    ),
    *("één", "7,5", "uur", "weken", "lesuren", "2009-2010", "2010-07-31", "vanaf", "minuten"),
    *("minstens", "hoogstens", "precies", "tussen", "van", "per leerjaar", "per periode", "met kenmerk"),
    *("keuzevakken", "verdiepingen", "verbreding", "maatwerk", "vereist", "niet samen met", "in plaats van"),
    *("vóór", "telt als", "telt niet dubbel", "als", "dan", "nooit", "verplicht", "niet gecontroleerd"),
    *("volgt", "in leerweg", "verdiept", "verdiept niet", "verbreedt met", "kiest", "kiest vak", "loopt"),
    *("zonder", "bij", "in leerjaar", "in periode", "gegeven route", "verwacht", "door", "de", "het", "uit"),
)


@given(st.binary(max_size=400))
@settings(max_examples=size(400))
def test_any_bytes(data: bytes) -> None:
    check_bytes(data)


@given(st.text(max_size=300))
@settings(max_examples=size(400))
def test_any_text(text: str) -> None:
    check_bytes(text.encode("utf-8", "surrogatepass"))


@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
@settings(max_examples=size(600))
def test_any_words_of_the_language(text: str) -> None:
    check_text(text)


@given(st.lists(st.sampled_from(WORDS), max_size=20).map("".join), st.sampled_from(sorted(BLOKKEN)))
@settings(max_examples=size(400))
def test_any_line_in_any_block(line: str, soort: str) -> None:
    check_text(f'programma XX "xx"\neenheid VT/K/1\ninvulling VT/K/1\n{BLOKKEN[soort].kop} "x"\n  {line}\n')


@pytest.mark.parametrize("part", range(PARTS))
def test_random_bytes(part: int) -> None:
    for number in range(size(400)):
        rng = seeded(number * PARTS + part)
        check_bytes(bytes(rng.choice(ALPHABETS[part]) for _ in range(rng.randrange(300))))


@pytest.mark.parametrize("part", range(PARTS))
def test_real_files_after_something_went_wrong(part: int) -> None:
    outcomes = {"fine": 0, "told": 0}
    for number in range(size(500)):
        told = check_bytes(damaged_file(seeded(number * PARTS + part)))
        outcomes["told" if told else "fine"] += 1
    assert all(outcomes.values()), "damage that is never seen, or always, tests nothing"


KEPT = (
    'school "x"\n  keuzevakken: neemt over: "X"\n',
    "regel x\n  geldig: schooljaar\n",
    'regel x\n  geldig: "#"\n',
    "regel x\n  geldig: vanaf schooljaar t/m 2009-2010\n",
    'keuzemodule "x": ' + "9" * 400 + ",5 uur\n",
    "regel x\n  verplicht VT/K/12345678901 t/m 12345678902\n",
)


@pytest.mark.parametrize("text", KEPT)
def test_what_went_wrong_once(text: str) -> None:
    assert check_text(text)


def test_every_place_is_in_the_text_that_was_given() -> None:
    """A span of another source would be in range there, and wrong."""
    for number in range(size(300)):
        rng = seeded(number)
        data = damaged(rng.choice(FILES).read_bytes(), rng)
        assert {_text_of(diagnostic.span) for diagnostic in check_bytes(data)} <= {_decoded(data), ""}


def _text_of(span: Span) -> str:
    return span.source.text


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", "replace")
