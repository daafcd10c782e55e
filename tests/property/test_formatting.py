"""The row "the formatter is safe": any layout becomes the one layout, and nothing gets lost on the way.

The texts are seeded: the same ones every time. The campaign takes ten times as many.
"""

import os
import re
import unicodedata
from collections.abc import Iterator
from random import Random

import pytest
from generators.texts import Document, careless, document, neat, seeded

from routeplanner.language.format_proof import says_the_same
from routeplanner.language.formatting import Formatted, format_text
from routeplanner.language.reading import Reading, read_blocks
from routeplanner.language.syntax import Atom, Block
from routeplanner.text.diagnostic import has_errors
from routeplanner.text.reading import decode, from_text
from routeplanner.text.source import Source, Span

TIMES = 10 if os.environ.get("ROUTEPLANNER_CAMPAIGN") == "1" else 1
PARTS = 8
"""So that they can be shared out over processes."""


def seeds(count: int, part: int) -> range:
    return range(part, count * TIMES, PARTS)


def formatted(text: str) -> Formatted:
    return format_text(Source("x.lob", text))


def texts(seed: int) -> tuple[str, str]:
    """Return a text as the formatter must write it, and as someone may have written it."""
    rng = seeded(seed)
    made: Document = document(rng)
    return neat(made, made.ending), careless(made, rng)


@pytest.mark.parametrize("part", range(PARTS))
def test_any_layout_becomes_the_one_layout(part: int) -> None:
    for seed in seeds(20_000, part):
        expected, written = texts(seed)
        result = formatted(written)
        assert result.proven, seed
        assert result.text == expected, seed
        assert {d.code for d in result.diagnostics} <= {"RP311", "RP312"}, seed
        assert formatted(expected) == Formatted(expected, (), changed=False), seed


@pytest.mark.parametrize("part", range(PARTS))
def test_no_text_comment_or_number_is_lost(part: int) -> None:
    """Seen without the parser: all between quotation marks, all comments and all digits, in order."""
    for seed in seeds(2_000, part):
        _, written = texts(seed)
        result = formatted(written)
        assert result.text is not None, seed
        assert _kept(result.text) == _kept(written), seed


_KEPT = re.compile(r"#[^\r\n]*|\"[^\"]*\"|[“„”][^”“\"]*[”“\"]|[0-9]")


def _kept(text: str) -> list[str]:
    found = _KEPT.findall(text)
    return [each.rstrip() if each[0] == "#" else each[1:-1] or each[:1].strip('"“„”') for each in found]


@pytest.mark.parametrize("part", range(PARTS))
def test_the_blocks_are_the_same(part: int) -> None:
    for seed in seeds(2_000, part):
        expected, written = texts(seed)
        assert list(_outline(expected)) == list(_outline(written)), seed


def _outline(text: str) -> Iterator[object]:
    reading = read_blocks(Source("x.lob", text))
    waiting: list[Block] = list(reversed(reading.blocks))
    while waiting:
        block = waiting.pop()
        yield (block.soort, _named(block.kop.naam), len(block.kinderen))
        yield [(line.sleutel.value, len(line.waarden)) for line in block.eigenschappen]
        yield [type(zin).__name__ for zin in block.zinnen]
        waiting += reversed(block.kinderen)


def _named(atom: Atom | None) -> str:
    return unicodedata.normalize("NFC", atom.value).upper() if atom else ""


@pytest.mark.parametrize("part", range(PARTS))
def test_the_proof_notices_every_lost_sign(part: int) -> None:
    """Where the proof sees no difference, the formatter makes none either: it was another spelling."""
    noticed = 0
    for seed in seeds(800, part):
        expected, _ = texts(seed)
        rng = seeded(seed)
        for place in rng.sample(range(len(expected)), min(6, len(expected))):
            if expected[place].isspace() or expected[place] == "\ufeff":
                continue
            lost = expected[:place] + expected[place + 1 :]
            if not _readable(lost):
                continue
            if _same(expected, lost):
                assert formatted(lost).text == expected, (seed, place)
            noticed += 1
    assert noticed


def _readable(text: str) -> bool:
    return not has_errors(_read(text).diagnostics)


def _same(one: str, other: str) -> bool:
    return says_the_same(Source("x", one), _read(one), Source("x", other), _read(other))


def _read(text: str) -> Reading:
    return read_blocks(Source("x", text))


# ---- broken files


@pytest.mark.parametrize("part", range(PARTS))
def test_a_broken_file_is_left_alone_or_proven(part: int) -> None:
    outcomes = {"refused": 0, "laid out": 0}
    for seed in seeds(2_000, part):
        rng = seeded(seed)
        source, problems = decode(_broken(texts(seed)[1].encode(), rng), "x.lob")
        if source is None:
            continue
        reading = read_blocks(source)
        stop = [
            d for d in (*problems, *reading.diagnostics) if d.code < "RP2" and d.severity.value == "error"
        ]
        result = format_text(source)
        assert result.proven, seed
        assert (result.text is None) == bool(stop) == bool(_stops(result)), seed
        assert result.changed == (result.text not in (None, source.text)), seed
        if result.text is not None:
            assert formatted(result.text) == Formatted(result.text, (), changed=False), seed
        outcomes["refused" if stop else "laid out"] += 1
    assert all(outcomes.values())


def _stops(result: Formatted) -> list[Span]:
    return [d.span for d in result.diagnostics if has_errors([d])]


def _broken(data: bytes, rng: Random) -> bytes:
    """Return a file after something went wrong with it."""
    lines = data.splitlines(keepends=True)
    place, line = rng.randrange(len(data)), rng.randrange(len(lines))
    ways = (
        data[:place] + bytes([rng.randrange(256)]) + data[place + 1 :],
        data[:place] + rng.choice(_ODD).encode() + data[place:],
        data[:place] + data[place + 1 :],
        data[:place],
        b"".join(lines[:line] + lines[line + 1 :]),
        b"".join(rng.sample(lines, len(lines))),
        b"".join(lines + lines[: line + 1]),
    )
    return rng.choice(ways)


_ODD = (
    *("\x00", "\ufeff", "\u200b", "\u202e", '"', "“", "#", ":", ",", "\r", "\n"),
    *("\u2028", "ſ", "\u212a", "İ", "é", "\u0301"),
)


@pytest.mark.parametrize("part", range(PARTS))
def test_any_signs_at_all(part: int) -> None:
    for seed in seeds(800, part):
        rng = seeded(seed)
        text = "".join(rng.choice(_SIGNS) for _ in range(rng.randrange(60)))
        result = formatted(text)
        assert result.proven, seed
        if result.text is None:
            assert _stops(result), seed


_SIGNS = (
    *("doel ", "regel ", "stage ", "route ", "verplicht ", "minstens ", "soort", "leerwegen: "),
    *(
        "HV/K/9",
        "10",
        "2 ",
        "2,5",
        "en ",
        "t/m ",
        "uur ",
        "voor ",
        "BB",
        '"X"',
        "\n",
        "\n",
        "\r\n",
        " ",
        "\t",
    ),
    *("“", "”", '"', "#", ":", ",", "'", "(", ")", "/", "-", "a", "é", "\u0301", "🚲"),
    *("\ufeff", "\u00a0", "\x00", "\u2028", "\ud7ff"),
)


def test_the_texts_can_be_read() -> None:
    """A generator whose texts were refused would prove nothing."""
    for seed in range(2_000):
        for text in texts(seed):
            source, problems = from_text(text, "x.lob")
            assert source is not None
            assert not has_errors([*problems, *read_blocks(source).diagnostics]), seed
