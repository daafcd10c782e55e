"""Quality: "nothing a file holds can hurt: limits refused in under 1 s and 100 MB, with a code"."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hostile.mistreating import CAMPAIGN
from hostile.probing import check_text, cost

from routeplanner.language.reading import MAX_BROKEN

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="measures with what Linux has")


def size(small: int, full: int) -> int:
    return full if CAMPAIGN else small


SECONDS = 1
MEGABYTES = 100
SLACK = 5
"""A machine of CI may be this much slower; in memory there is no difference to allow for."""


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(10 * 2**30)


REFUSED: dict[str, tuple[str, Callable[[Path], object]]] = {
    "commas": ("RP111", lambda p: p.write_text("verplicht VT/K/9" + ",9" * 100_000)),
    "only commas": ("RP111", lambda p: p.write_text("," * 100_000)),
    "brackets": ("RP111", lambda p: p.write_text("(" * 100_000)),
    "open quotes": ("RP111", lambda p: p.write_text("„" * 100_000, "utf-8")),
    "nested conditions": ("RP111", lambda p: p.write_text("als VT/K/1 dan " * 100_000)),
    "one long word": ("RP111", lambda p: p.write_text("x" * 1_000_000)),
    "digits": ("RP111", lambda p: p.write_text(f"regel x\n  minstens {'9' * 1_000_000} keuzevakken\n")),
    "digits of a property": ("RP111", lambda p: p.write_text(f"niveau: {'9' * 1_000_000}\n")),
    "indentation": ("RP111", lambda p: p.write_text(" " * 100_000 + "x")),
    "blocks": ("RP003", lambda p: p.write_text('route "x"\n' * 100_000)),
    "lines": ("RP003", lambda p: p.write_text("\n" * 1_000_000)),
    "lines of text": ("RP003", lambda p: p.write_text("x\n" * 1_000_000)),
    "lone CR": ("RP003", lambda p: p.write_bytes(b"\r" * 1_000_000)),
    "zero bytes": ("RP111", lambda p: p.write_bytes(b"\0" * 1_000_000)),
    "bytes that are no text": ("RP004", lambda p: p.write_bytes(b"\xff" * 1_000_000)),
    "UTF-16": ("RP004", lambda p: p.write_text('route "x"\n' * 50_000, "utf-16")),
    "megabytes": ("RP003", lambda p: p.write_bytes(b"x" * 50_000_000)),
    "sparse gigabytes": ("RP003", sparse),
}


@pytest.mark.parametrize("name", REFUSED)
def test_too_much_is_refused_at_once(tmp_path: Path, name: str) -> None:
    code, write = REFUSED[name]
    path = tmp_path / "a.lob"
    write(path)
    measured = cost(path, seconds=60, megabytes=1024)
    assert code in measured.codes
    assert measured.seconds < SECONDS * SLACK
    assert measured.megabytes < MEGABYTES


# ---- within the limits, and made to take more time or memory than there is

BOMB_SECONDS = 60 if CAMPAIGN else 15
"""Of processor time. What grows with the square of a file takes minutes more."""
BOMB_MEGABYTES = 700
"""Of address space. What grows with the square of a file takes gigabytes."""
PROGRAMME = 'programma XX "xx"\n  soort: profiel\n'
CHOICES = size(1_500, 5_000)
NAMES = size(2_500, 8_000)
LINES = size(15_000, 49_900)
LONG_LINES = size(60, 250)


def numbered(pattern: str, count: int) -> str:
    return "".join(pattern.format(n=n) for n in range(count))


def wide(start: str, filler: str) -> str:
    """Return a line that is as long as a line may be."""
    return (start + filler * 999)[:999] + "\n"


def ranges(number: int) -> str:
    return ", ".join(f"X{n}/1 t/m 199" for n in range(number))


BOMBS: dict[str, Callable[[], str]] = {
    "broken lines": lambda: numbered("x{n} y\n", 49_999),
    "unknown words": lambda: numbered("minsens {n} keuzevakken\n", 49_999),
    "unclosed quotes": lambda: wide('regel x "', "a ") * LONG_LINES,
    "unclosed quotes after a list": lambda: wide("verplicht 1" + ",1" * 250 + ' "', "a ") * LONG_LINES,
    "unclosed quotes after texts": lambda: wide("bron: " + '"a",' * 125 + '; "', "a ") * LONG_LINES,
    "quotes in pairs": lambda: wide("", '"a ') * LONG_LINES,
    "words for a name": lambda: wide("doel: ", "a, ") * LONG_LINES,
    "other quotes": lambda: wide("verdiept 1 met ", "‘a’ ") * LONG_LINES,
    "empty routes": lambda: numbered('route "r{n}"\n', LINES),
    "the same rule": lambda: "regel a\n" * LINES,
    "wide properties": lambda: "regel a\n" + (wide("  bron: ", '"a", ')[:992] + "\n") * 500,
    "unknown properties": lambda: "regel a\n" + numbered("  xyzzy{n}: ja\n", LINES),
    "a property on many lines": lambda: "regel a\n" + '  bron: "a"\n' * LINES,
    "many uses": lambda: numbered('gebruik "x{n}.lob"\n', LINES // 2),
    "bounds that clash": lambda: (
        numbered("regel a{n}\n  minstens 5 keuzevakken\n", NAMES)
        + numbered("regel b{n}\n  hoogstens 3 keuzevakken\n", NAMES)
    ),
    "bounds for others": lambda: (
        numbered("regel a{n}\n  minstens 5 keuzevakken\n  leerjaar: 3\n", NAMES)
        + numbered("regel b{n}\n  hoogstens 3 keuzevakken\n  leerjaar: 4\n", NAMES)
    ),
    "unknown goals": lambda: (
        numbered('doel "doel {n}"\n  soort: beroep\n', NAMES)
        + numbered('route "r{n}"\n  doel: "xoel {n}"\n', NAMES)
    ),
    "unknown codes": lambda: (
        PROGRAMME
        + numbered("eenheid X/{n}\n  SE: BB\n", NAMES)
        + numbered("regel r{n}\n  verplicht Y/{n}\n", NAMES)
    ),
    "unknown programmes": lambda: (
        numbered('programma p{n}x "xx"\n  soort: profiel\n', NAMES)
        + numbered('route "r{n}"\n  volgt q{n}y in leerweg BB\n', NAMES)
    ),
    "a code in many programmes": lambda: (
        numbered('programma p{n}x "xx"\n  soort: profiel\neenheid X/1\n  SE: BB\n', CHOICES)
        + numbered("regel r{n}\n  verplicht X/1\n", CHOICES)
    ),
    "subjects": lambda: (
        numbered('programma p{n}x "p {n}"\n  soort: algemeen vak\n', NAMES)
        + numbered('route "r{n}"\n  kiest vak "q {n}"\n', NAMES)
    ),
    "long ranges": lambda: "regel a\n" + "  verplicht VT/K/1 t/m 200\n" * LINES,
    "ranges in a property": lambda: numbered('verbreding "v{n}"\n  uit: VT/K/1 t/m 200\n', CHOICES),
    "ranges side by side": lambda: (
        "regel a\n" + ("  verplicht VT/K/1 t/m 200" + ", 1 t/m 200" * 80 + "\n") * CHOICES
    ),
    "numbers": lambda: numbered(
        'keuzemodule "k{n}"\n  perioden: 1 t/m 99, 101 t/m 199, 201 t/m 299\n', NAMES
    ),
    "numbers in one property": lambda: (
        'keuzemodule "k"\n'
        + ("  perioden: " + ", ".join(f"{n}00 t/m {n}99" for n in range(10, 60)) + "\n") * CHOICES
    ),
    "all pairs": lambda: (
        PROGRAMME
        + "".join(numbered(f"eenheid X{number}/{{n}}\n  SE: BB\n", 200) for number in range(40))
        + f"regel r\n  {ranges(40)} vereist {ranges(20)}\n"
    ),
    "a long chain": lambda: (
        PROGRAMME
        + numbered("eenheid X/{n}\n", NAMES + 1)
        + "".join(f"regel r{n}\n  X/{n} vereist X/{n + 1}\n" for n in range(NAMES))
    ),
    "a long circle": lambda: (
        PROGRAMME
        + numbered("eenheid X/{n}\n", NAMES)
        + "".join(f"regel r{n}\n  X/{n} vereist X/{(n + 1) % NAMES}\n" for n in range(NAMES))
    ),
    "groups of groups": lambda: (
        numbered('keuzemodule "k{n}"\n', CHOICES)
        + "groep g\n"
        + numbered('  bevat: keuzemodule "k{n}"\n', CHOICES)
        + numbered("groep h{n}\n  bevat: groep g\n", NAMES)
    ),
    "deepening of everything": lambda: (
        PROGRAMME
        + "eenheid X/1\n  SE: BB\ninvulling X/1\n"
        + numbered('  verdiepend deel "d{n}"\n', CHOICES)
        + numbered('route "r{n}"\n  volgt XX in leerweg BB\n  verdiept X/1\n', NAMES)
    ),
    "examples of one route": lambda: (
        numbered('keuzemodule "k{n}"\n', CHOICES)
        + 'route "r"\n'
        + numbered('  kiest keuzemodule "k{n}"\n', CHOICES)
        + numbered('voorbeeld "v{n}"\n  gegeven route "r"\n', NAMES)
    ),
    "uncovered units": lambda: (
        PROGRAMME
        + numbered("eenheid X/{n}\n  SE: BB\n", NAMES)
        + 'school "s"\n  schooljaar: 2009-2010\n  biedt aan: XX\n  leerwegen: BB\n'
        + numbered('invulling X/{n}\n  verdiepend deel "d": 1 uur\n', NAMES)
    ),
    "deepening without a unit": lambda: (
        PROGRAMME
        + numbered("eenheid X/{n}\n  SE: BB\n", NAMES)
        + numbered('invulling X/{n}\n  verdiepend deel "d{n}"\n', NAMES)
        + numbered('regel r{n}\n  verplicht verdieping "e{n}"\n', NAMES)
    ),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_file_within_the_limits_ends(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.lob"
    path.write_text(BOMBS[name](), "utf-8")
    measured = cost(path, seconds=BOMB_SECONDS, megabytes=BOMB_MEGABYTES)
    assert "RP003" not in measured.codes, "refused, and so no test of what comes after"
    print(f"{name}: {measured.seconds:.1f} s, {measured.megabytes:.0f} MB, {len(measured.codes)} findings")


def test_unreadable_lines_are_given_up_on() -> None:
    found = check_text(numbered("x{n} y\n", 49_999))
    assert [d.code for d in found].count("RP112") == 1
    assert len(found) == MAX_BROKEN + 1
