"""The kinds of mistake that people make, each made in one place at a time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random
from string import ascii_lowercase, digits
from typing import NamedTuple

from mutation.marks import Mark, marks_of
from mutation.settings import Page

from routeplanner.language.vocabulary import fold


class Mutant(NamedTuple):
    """A text with one mistake in it."""

    page: Page
    text: str
    where: frozenset[int]
    """The lines of this text, from 1, on which a message would be right."""
    names: frozenset[str]
    """Folded names that are gone or changed: a message that speaks of one is right wherever it stands."""
    was: str
    became: str


class Place(NamedTuple):
    """Where a mistake can be made: a line from 1, and a piece of it."""

    page: Page
    line: int
    mark: Mark | None


class Kind(NamedTuple):
    """One kind of mistake."""

    name: str
    places: Callable[[Page], Iterator[Place]]
    change: Callable[[Place, Random], Mutant | None]
    typo: bool = False
    """Whether a suggestion can be asked to restore what stood there."""


# ---- where


def _pieces(*roles: str) -> Callable[[Page], Iterator[Place]]:
    """Return a finder of the pieces with one of these roles."""

    def places(page: Page) -> Iterator[Place]:
        for number, (block, _) in page.homes.items():
            for mark in marks_of(page.lines[number - 1], block):
                if mark.role in roles:
                    yield Place(page, number, mark)

    return places


def _quoted(page: Page) -> Iterator[Place]:
    return (
        place
        for place in _pieces("text", "name", "declared", "closed", "code")(page)
        if _mark(place).text[0] == '"'
    )


def _members(page: Page) -> Iterator[Place]:
    return (Place(page, number, None) for number, (_, what) in page.homes.items() if what != "kop")


def _headers(page: Page) -> Iterator[Place]:
    for number, (block, what) in page.homes.items():
        if what == "kop" and (block.eigenschappen or block.zinnen or block.kinderen):
            yield Place(page, number, None)


def _lone_headers(page: Page) -> Iterator[Place]:
    for number, (block, what) in page.homes.items():
        if what == "kop" and not (block.eigenschappen or block.zinnen or block.kinderen):
            yield Place(page, number, None)


def _sentences(page: Page) -> Iterator[Place]:
    return (Place(page, number, None) for number, (_, what) in page.homes.items() if what != "eigenschap")


def _mark(place: Place) -> Mark:
    assert place.mark is not None
    return place.mark


# ---- how: in a line


def _changed(place: Place, start: int, end: int, new: str) -> Mutant | None:
    """Return the text with `new` in the place of a stretch of the line."""
    page, number = place.page, place.line
    line = page.lines[number - 1]
    if line[start:end] == new:
        return None
    became = line[:start] + new + line[end:]
    names = frozenset({fold(place.mark.text.strip('"'))}) if place.mark else frozenset()
    names = names if place.mark and place.mark.role.startswith("declared") else frozenset()
    text = _joined(page, [*page.lines[: number - 1], became, *page.lines[number:]])
    return Mutant(page, text, frozenset({number}), names, line, became)


def _joined(page: Page, lines: list[str]) -> str:
    return "\n".join(lines) + ("\n" if page.file.source.text.endswith("\n") else "")


def _replaced(place: Place, new: str | None) -> Mutant | None:
    mark = _mark(place)
    return None if new is None else _changed(place, mark.start, mark.end, new)


def _slip(word: str, rng: Random, at: list[int]) -> str:
    """Return a word with one letter dropped, doubled, swapped with the next, or another."""
    index = rng.choice(at)
    letter = word[index]
    way = rng.randrange(4)
    if way == 0:
        return word[:index] + word[index + 1 :]
    if way == 1:
        return word[:index] + letter + word[index:]
    if way == 2 and index + 1 < len(word) and word[index + 1] != letter:
        return word[:index] + word[index + 1] + letter + word[index + 2 :]
    other = rng.choice([sign for sign in ascii_lowercase if sign != letter.lower()])
    return word[:index] + (other.upper() if letter.isupper() else other) + word[index + 1 :]


def typo(place: Place, rng: Random) -> Mutant | None:
    """A letter of a word."""
    word = _mark(place).text
    letters = [index for index, sign in enumerate(word) if sign.isalpha()]
    return _replaced(place, _slip(word, rng, letters)) if letters else None


def torn_or_joined(place: Place, rng: Random) -> Mutant | None:
    """A space too many in a keyword, or one too few between two."""
    mark, line = _mark(place), place.page.lines[place.line - 1]
    if " " in mark.text:
        return _replaced(place, mark.text.replace(" ", "", 1))
    if rng.random() < 0.5 and re.match(r" [a-zé]", line[mark.end :]):
        return _changed(place, mark.end, mark.end + 1, "")
    if len(mark.text) < 6:
        return None
    cut = rng.randrange(2, len(mark.text) - 2)
    return _replaced(place, f"{mark.text[:cut]} {mark.text[cut:]}")


def quote(place: Place, rng: Random) -> Mutant | None:
    """One of two quotation marks."""
    mark = _mark(place)
    at = rng.choice((mark.start, mark.end - 1))
    return _changed(place, at, at + 1, "")


def dropped(place: Place, _rng: Random) -> Mutant | None:
    """A colon or comma."""
    return _replaced(place, "")


def code(place: Place, rng: Random) -> Mutant | None:
    """One sign of a code."""
    text = _mark(place).text
    index = rng.choice([i for i, sign in enumerate(text) if sign != '"'])
    kind = digits if text[index].isdigit() else ascii_lowercase.upper() if text[index].isalpha() else ""
    other = rng.choice([sign for sign in kind if sign != text[index].upper()]) if kind else ""
    return _replaced(place, text[:index] + other + text[index + 1 :])


def digits_swapped(place: Place, rng: Random) -> Mutant | None:
    """Two digits of a number."""
    text = _mark(place).text
    pairs = [i for i in range(len(text) - 1) if text[i : i + 2].isdigit() and text[i] != text[i + 1]]
    if not pairs:
        return None
    i = rng.choice(pairs)
    return _replaced(place, text[:i] + text[i + 1] + text[i] + text[i + 2 :])


def other_sign(place: Place, rng: Random) -> Mutant | None:
    """A dash for t/m, or in a year or date."""
    mark = _mark(place)
    dash = rng.choice("-–—")
    if mark.role == "tm":
        line = place.page.lines[place.line - 1]
        tight = rng.random() < 0.5
        start, end = (
            (mark.start - 1, mark.end + 1) if tight and line[mark.end : mark.end + 1] == " " else mark[1:3]
        )
        return _changed(place, start, end, dash)
    return _replaced(place, mark.text.replace("-", rng.choice("–—"))) if "-" in mark.text else None


def of_for_en(place: Place, rng: Random) -> Mutant | None:
    """`of` where `en` or a comma stood."""
    mark = _mark(place)
    return _replaced(place, rng.choice(("of", "en/of")) if mark.role == "en" else " of")


def other_quotes(place: Place, rng: Random) -> Mutant | None:
    """Quotation marks of another kind."""
    mark = _mark(place)
    first, last = rng.choice(("“”", "„”", "‘’", "''", "«»", "‚’", "``"))
    return _replaced(place, first + mark.text[1:-1] + last)


def extra_word(place: Place, rng: Random) -> Mutant | None:
    """A word too many in a header or sentence."""
    line = place.page.lines[place.line - 1]
    block = place.page.homes[place.line][0]
    starts = [mark.start for mark in marks_of(line, block) if mark.role not in ("comma", "colon")]
    start = rng.choice(starts)
    word = rng.choice(
        ("ook", "dan", "een", "maar", "alle", "voor", "niet", "van", "samen", "gewoon", "steeds", "kiezen")
    )
    return _changed(place, start, start, f"{word} ")


def missing_word(place: Place, rng: Random) -> Mutant | None:
    """A word too few in a header or sentence."""
    line = place.page.lines[place.line - 1]
    mark = rng.choice(
        [m for m in marks_of(line, place.page.homes[place.line][0]) if m.role not in ("comma", "colon")]
    )
    end = mark.end + 1 if line[mark.end : mark.end + 1] == " " else mark.end
    return _changed(place._replace(mark=mark), mark.start, end, "")


# ---- how: lines


def line_deleted(place: Place, _rng: Random) -> Mutant:
    """A whole line."""
    page, number = place.page, place.line
    lines = [*page.lines[: number - 1], *page.lines[number:]]
    block = page.homes[number][0]
    near = {_line_of(page, block), number - 1, number}
    near |= {n - 1 if n > number else n for n, (home, _) in page.homes.items() if home is block}
    gone = page.lines[number - 1]
    names = {
        fold(mark.text.strip('"'))
        for mark in marks_of(gone, block)
        if mark.role not in ("comma", "colon", "keyword")
    }
    if block.soort in ("verkennend_deel", "verdiepend_deel"):
        names |= _names_around(page, block)
    if block.soort == "gebruik" and block.kop.naam is not None:
        names |= page.setting.names_of(block.kop.naam.value)
    return Mutant(page, _joined(page, lines), frozenset(near), frozenset(names), gone, "")


def _names_around(page: Page, part: object) -> set[str]:
    """Return the code of the unit that a part is of: who speaks of its parts speaks of that."""
    homes = {home for home, what in page.homes.values() if what == "kop" and part in home.kinderen}
    return {fold(home.kop.naam.value) for home in homes if home.kop.naam is not None}


def _line_of(page: Page, block: object) -> int:
    return next(number for number, (home, what) in page.homes.items() if home is block and what == "kop")


def not_indented(place: Place, rng: Random) -> Mutant | None:
    """A block, what is in it, or one line of it, without the white space in front."""
    page, number = place.page, place.line
    block, what = page.homes[number]
    inside = _inside(page, number) if what == "kop" else [number]
    if what == "kop" and rng.random() < 0.5:
        inside = inside[1:]
    lines = list(page.lines)
    for n in inside:
        lines[n - 1] = lines[n - 1].lstrip()
    was, became = page.lines[inside[0] - 1], lines[inside[0] - 1]
    near = frozenset({*inside, max(inside) + 1, max(inside) + 2, _line_of(page, block)})
    text = _joined(page, lines)
    return None if text == page.file.source.text else Mutant(page, text, near, frozenset(), was, became)


def _inside(page: Page, number: int) -> list[int]:
    """Return the lines of the block that starts on this one."""
    line = page.lines[number - 1]
    indent = len(line) - len(line.lstrip())
    found = [number]
    for n in range(number + 1, len(page.lines) + 1):
        text = page.lines[n - 1]
        if text.strip() and len(text) - len(text.lstrip()) <= indent:
            break
        if n in page.homes:
            found.append(n)
    return found


KINDS = (
    Kind("typo in a keyword", _pieces("keyword", "en"), typo, typo=True),
    Kind("typo in a key", _pieces("key"), typo, typo=True),
    Kind("typo in a word of a list", _pieces("closed"), typo, typo=True),
    Kind("typo in a name", _pieces("name"), typo, typo=True),
    Kind("torn or joined words", _pieces("keyword", "key"), torn_or_joined, typo=True),
    Kind("typo in a declared name", _pieces("declared"), typo),
    Kind("wrong code", _pieces("code"), code),
    Kind("wrong code declared", _pieces("declared-code"), code),
    Kind("swapped digits", _pieces("number"), digits_swapped),
    Kind("missing quote", _quoted, quote),
    Kind("other quotes", _quoted, other_quotes),
    Kind("missing colon", _pieces("colon"), dropped),
    Kind("missing comma", _pieces("comma"), dropped),
    Kind("of for en", _pieces("en", "comma"), of_for_en),
    Kind("wrong dash", _pieces("tm", "number"), other_sign),
    Kind("extra word", _sentences, extra_word),
    Kind("missing word", _sentences, missing_word),
    Kind("deleted line", _members, line_deleted),
    Kind("deleted header", _headers, line_deleted),
    Kind("deleted lone line", _lone_headers, line_deleted),
    Kind("not indented", lambda page: (*_members(page), *_headers(page)), not_indented),
)
