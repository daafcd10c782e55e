"""Real files, damaged: by chance that can be had again."""

import os
from collections.abc import Callable
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[2]
CAMPAIGN = os.environ.get("ROUTEPLANNER_CAMPAIGN") == "1"

FILES = tuple(sorted(path for folder in ("curricula", "rules") for path in (ROOT / folder).rglob("*.lob")))

ODD = (
    *(
        "\x00",
        "\x1b[31m",
        "\ufeff",
        "\u200b",
        "\u202e",
        "\u2066",
        "\u2028",
        "\u0085",
        "\x0b",
        "\r",
        "\n",
        "\r\n",
    ),
    *(
        "\u0301",
        "e\u0301",
        "ſ",
        "\u212a",
        "İ",
        "ı",
        "ß",
        "ﬁ",
        "Т",
        "к",
        "\u0661\u0662",
        "１２",
        "²",
        "½",
        "Ⅳ",
    ),
    *("👩\u200d🏫", "\U0001f6b2", "\U000e0041", "\ud7ff", "\ue000", "\uffff", "\U0010ffff"),
    *(
        '"',
        "“",
        "”",
        "„",
        "'",
        "‘",
        "#",
        ":",
        ",",
        "(",
        ")",
        "/",
        "-",
        "–",
        "&",
        "%",
        "{",
        "}",
        "\\",
        "`",
        "$",
    ),
    *("t/m", "en/of", "en", "of", "uit", "van", "met", "niet", "als", "dan", "vóór", "vereist", "verplicht"),
    *(
        "0",
        "-1",
        "999999999",
        "1000000000",
        "9" * 400,
        "1,5",
        "0,000",
        "2010-02-30",
        "9999-9999",
        "9998-9999",
    ),
    *(
        "{path}",
        "%s",
        "{0}",
        "\\N{BULLET}",
        "(2)",
        "(999999999)",
        "VT/K/0",
        "A/1/2/3/4",
        "x" * 999,
        " " * 999,
    ),
)


def seeded(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - chance that can be had again


def size(count: int) -> int:
    """Return how many cases to try: as many as said, or before a release a hundred times that."""
    return count * 100 if CAMPAIGN else count


def damaged(data: bytes, rng: Random) -> bytes:
    """Return bytes after one to four things went wrong with them."""
    for _ in range(rng.choice((1, 1, 1, 2, 4))):
        data = rng.choice(WAYS)(data or b"\n", rng)
    return data


def damaged_file(rng: Random) -> bytes:
    return damaged(rng.choice(FILES).read_bytes(), rng)


def _place(data: bytes, rng: Random) -> int:
    return rng.randrange(len(data) + 1)


def _flip(data: bytes, rng: Random) -> bytes:
    at = rng.randrange(len(data))
    return data[:at] + bytes([rng.randrange(256)]) + data[at + 1 :]


def _odd(data: bytes, rng: Random) -> bytes:
    at = _place(data, rng)
    return data[:at] + rng.choice(ODD).encode("utf-8", "surrogatepass") + data[at:]


def _odd_between_words(data: bytes, rng: Random) -> bytes:
    words = data.split(b" ")
    words[rng.randrange(len(words))] = rng.choice(ODD).encode("utf-8", "surrogatepass")
    return b" ".join(words)


def _lose(data: bytes, rng: Random) -> bytes:
    at = _place(data, rng)
    return data[:at] + data[at + rng.randrange(40) :]


def _cut(data: bytes, rng: Random) -> bytes:
    return data[: _place(data, rng)]


def _repeat(data: bytes, rng: Random) -> bytes:
    at = _place(data, rng)
    return data[:at] + data[at : at + rng.randrange(80)] * rng.choice((2, 3, 30)) + data[at:]


def _shuffle_lines(data: bytes, rng: Random) -> bytes:
    lines = data.splitlines(keepends=True)
    return b"".join(rng.sample(lines, len(lines)))


def _swap_words(data: bytes, rng: Random) -> bytes:
    words = data.split(b" ")
    one, other = rng.randrange(len(words)), rng.randrange(len(words))
    words[one], words[other] = words[other], words[one]
    return b" ".join(words)


def _from_another(data: bytes, rng: Random) -> bytes:
    other = rng.choice(FILES).read_bytes()
    start, at = _place(other, rng), _place(data, rng)
    return data[:at] + other[start : start + rng.randrange(200)] + data[at:]


def _lines_of_another(data: bytes, rng: Random) -> bytes:
    lines = data.splitlines(keepends=True)
    others = rng.choice(FILES).read_bytes().splitlines(keepends=True)
    for _ in range(rng.choice((1, 5))):
        lines.insert(rng.randrange(len(lines) + 1), rng.choice(others))
    return b"".join(lines)


def _other_ends(data: bytes, rng: Random) -> bytes:
    return data.replace(b"\n", rng.choice((b"\r", b"\r\n", b"\n\n", b"\n\r", b" ", b"\xe2\x80\xa8")))


def _other_encoding(data: bytes, rng: Random) -> bytes:
    text = data.decode("utf-8", "replace")
    return text.encode(
        rng.choice(("utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "utf-7")), "replace"
    )


WAYS: tuple[Callable[[bytes, Random], bytes], ...] = (
    *(_flip, _odd, _odd, _odd_between_words, _odd_between_words, _lose, _cut, _repeat, _shuffle_lines),
    *(_swap_words, _swap_words, _from_another, _lines_of_another, _other_ends, _other_encoding),
)
