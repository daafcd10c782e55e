"""Quality: "nothing a file holds can hurt: limits refused in under 1 s and 100 MB, with a code"."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hostile.probing import cost

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="measures with what Linux has")

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


def numbered(pattern: str, count: int) -> str:
    return "".join(pattern.format(n=n) for n in range(count))


PROGRAMME = 'programma XX "xx"\n  soort: profiel\n'
BROKEN = 250
"""Lines of 999 signs, which is as long as a line may be."""


def wide(prefix: str, filler: str) -> str:
    return (prefix + filler * 999)[:999] + "\n"


BOMBS: dict[str, Callable[[], str]] = {
    "broken lines": lambda: numbered("x{n} y\n", 49_999),
    "unknown words": lambda: numbered("minsens {n} keuzevakken\n", 49_999),
    "unclosed quotes": lambda: wide('regel x "', "a ") * BROKEN,
    "unclosed quotes after a list": lambda: wide("verplicht 1" + ",1" * 250 + ' "', "a ") * BROKEN,
    "quotes in pairs": lambda: wide("", '"a ') * BROKEN,
    "words after a name": lambda: wide("doel: ", "a, ") * BROKEN,
    "other quotes": lambda: wide("verdiept 1 met ", "‘a’ ") * BROKEN,
    "empty routes": lambda: numbered('route "r{n}"\n', 49_999),
    "the same rule": lambda: "regel a\n" * 49_999,
    "wide properties": lambda: "regel a\n" + wide("  bron: ", '"a", ')[:-3] + "\n" * 1_000,
    "unknown properties": lambda: "regel a\n" + numbered("  xyzzy{n}: ja\n", 49_998),
    "many uses": lambda: numbered('gebruik "x{n}.lob"\n', 20_000),
    "bounds that clash": lambda: (
        numbered("regel a{n}\n  minstens 5 keuzevakken\n", 8_000)
        + numbered("regel b{n}\n  hoogstens 3 keuzevakken\n", 8_000)
    ),
    "bounds for others": lambda: (
        numbered("regel a{n}\n  minstens 5 keuzevakken\n  leerjaar: 3\n", 6_000)
        + numbered("regel b{n}\n  hoogstens 3 keuzevakken\n  leerjaar: 4\n", 6_000)
    ),
    "unknown goals": lambda: (
        numbered('doel "doel {n}"\n  soort: beroep\n', 8_000)
        + numbered('route "r{n}"\n  doel: "xoel {n}"\n', 8_000)
    ),
    "unknown codes": lambda: (
        PROGRAMME
        + numbered("eenheid X/{n}\n  SE: BB\n", 10_000)
        + numbered("regel r{n}\n  verplicht Y/{n}\n", 10_000)
    ),
    "unknown programmes": lambda: (
        numbered('programma p{n}x "xx"\n  soort: profiel\n', 8_000)
        + numbered('route "r{n}"\n  volgt q{n}y in leerweg BB\n', 8_000)
    ),
    "a code in many programmes": lambda: (
        numbered('programma p{n}x "xx"\n  soort: profiel\neenheid X/1\n  SE: BB\n', 5_000)
        + numbered("regel r{n}\n  verplicht X/1\n", 10_000)
    ),
    "subjects": lambda: (
        numbered('programma p{n}x "p {n}"\n  soort: algemeen vak\n', 8_000)
        + numbered('route "r{n}"\n  kiest vak "q {n}"\n', 8_000)
    ),
    "long ranges": lambda: "regel a\n" + "  verplicht VT/K/1 t/m 200\n" * 49_998,
    "ranges in a property": lambda: numbered('verbreding "v{n}"\n  uit: VT/K/1 t/m 200\n', 20_000),
    "ranges side by side": lambda: ("regel a\n" + wide("  verplicht VT/K/1 t/m 200", ", 1 t/m 200")[:-6] + "\n") * 1_000,
    "numbers": lambda: numbered('keuzemodule "k{n}"\n  perioden: 1 t/m 99, 101 t/m 199, 201 t/m 299\n', 20_000),
    "more numbers": lambda: (
        'keuzemodule "k"\n' + ("  perioden: " + ", ".join(f"{n}00 t/m {n}99" for n in range(1, 70)) + "\n") * 1_500
    ),
    "all pairs": lambda: (
        PROGRAMME
        + "".join(f"eenheid X{j}/{i}\n  SE: BB\n" for i in range(1, 200) for j in range(40))
        + f"regel r\n  {', '.join(f'X{j}/1 t/m 199' for j in range(40))}"
        + f" vereist {', '.join(f'X{j}/1 t/m 199' for j in range(20))}\n"
    ),
    "a long chain": lambda: (
        PROGRAMME + numbered("eenheid X/{n}\n", 15_000)
        + "".join(f"regel r{n}\n  X/{n} vereist X/{n + 1}\n" for n in range(14_999))
    ),
    "a long circle": lambda: (
        PROGRAMME + numbered("eenheid X/{n}\n", 12_000)
        + "".join(f"regel r{n}\n  X/{n} vereist X/{(n + 1) % 12_000}\n" for n in range(12_000))
    ),
    "groups of groups": lambda: (
        numbered('keuzemodule "k{n}"\n', 5_000)
        + "groep g\n" + numbered('  bevat: keuzemodule "k{n}"\n', 5_000)
        + numbered("groep h{n}\n  bevat: groep g\n", 10_000)
    ),
    "deepening of everything": lambda: (
        PROGRAMME + "eenheid X/1\n  SE: BB\ninvulling X/1\n"
        + numbered('  verdiepend deel "d{n}"\n', 5_000)
        + numbered('route "r{n}"\n  volgt XX in leerweg BB\n  verdiept X/1\n', 10_000)
    ),
    "examples of one route": lambda: (
        numbered('keuzemodule "k{n}"\n', 5_000)
        + 'route "r"\n' + numbered('  kiest keuzemodule "k{n}"\n', 5_000)
        + numbered('voorbeeld "v{n}"\n  gegeven route "r"\n', 15_000)
    ),
    "uncovered units": lambda: (
        PROGRAMME + numbered("eenheid X/{n}\n  SE: BB\n", 6_000)
        + 'school "s"\n  schooljaar: 2009-2010\n  biedt aan: XX\n  leerwegen: BB\n'
        + numbered('invulling X/{n}\n  verdiepend deel "d": 1 uur\n', 6_000)
    ),
    "deepening without a unit": lambda: (
        PROGRAMME + numbered("eenheid X/{n}\n  SE: BB\n", 5_000)
        + numbered('invulling X/{n}\n  verdiepend deel "d{n}"\n', 5_000)
        + numbered('regel r{n}\n  verplicht verdieping "e{n}"\n', 10_000)
    ),
}  # fmt: skip

BOMB_SECONDS = 30
"""Of processor time. What grows with the square of a file would take minutes."""
BOMB_MEGABYTES = 700
"""Of address space. What grows with the square of a file would take gigabytes."""


@pytest.mark.parametrize("name", BOMBS)
def test_a_file_within_the_limits_ends(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.lob"
    path.write_text(BOMBS[name](), "utf-8")
    measured = cost(path, seconds=BOMB_SECONDS, megabytes=BOMB_MEGABYTES)
    assert "RP003" not in measured.codes, "too large to be a test of what comes after"
    print(f"{name}: {measured.seconds:.1f} s, {measured.megabytes:.0f} MB, {len(measured.codes)} findings")
