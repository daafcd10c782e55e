"""A line that cannot be read: find the one small change after which it can, and say it.

The change is tried on the parser before anyone is told: a hint is always a text that reads. The
mended line also keeps its place in the structure, so that one mistake is one message.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from routeplanner.language.parsing import (
    Node,
    UnexpectedCharacters,
    UnexpectedInput,
    UnexpectedToken,
    parse,
)
from routeplanner.language.spelling import keywords, line_starts, slips, texts, two_words
from routeplanner.language.vocabulary import SLEUTELS, fold

MAX_LINE = 1_000
"""A longer line is not read at all (RP111)."""
_WORD = re.compile(r"[^\W\d_][\w\u0300-\u036f'’\-]*")
_PIECE = re.compile(r"\"[^\"]*\"|[“„”][^”“\"]*[”“\"]|#.*|[^\W_][\w\u0300-\u036f'’\-/&.]*|\S")
_QUOTES = '"“”„'


class Edit(NamedTuple):
    """Replace `start` to `end` of the line by `text`."""

    start: int
    end: int
    text: str

    def apply(self, line: str) -> str:
        """Return the line after the change."""
        return line[: self.start] + self.text + line[self.end :]


class Mend(NamedTuple):
    """A change that makes a line readable."""

    code: str
    edit: Edit
    text: str
    """The line after it."""
    tree: Node
    sure: bool
    """Whether it is the one likely change; if not it serves the structure only."""

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the mended line stood in the line as written."""
        return self._back(start), self._back(end)

    def _back(self, offset: int) -> int:
        edit = self.edit
        if offset <= edit.start:
            return offset
        grown = len(edit.text) - (edit.end - edit.start)
        return (
            max(edit.start, offset - grown)
            if offset >= edit.start + len(edit.text)
            else min(offset, edit.end)
        )


class Trouble(NamedTuple):
    """Where a line stops making sense: the offset, what stands there and what could have."""

    start: int
    end: int
    expected: tuple[str, ...]
    """Names of terminals, sorted."""


def trouble_of(line: str, error: UnexpectedInput) -> Trouble:
    """Return where and why the line could not be read."""
    expected: set[str] = set()
    if isinstance(error, UnexpectedToken):
        expected = set(error.accepts)
        token = error.token
        if token.type == "$END":
            end = len(_content(line))
            return Trouble(end, end, tuple(sorted(expected)))
        return Trouble(token.start_pos or 0, token.end_pos or 0, tuple(sorted(expected)))
    if isinstance(error, UnexpectedCharacters):
        expected = set(error.allowed or ())
    start: int = error.pos_in_stream  # type: ignore[assignment]
    piece = _PIECE.match(line, start)
    return Trouble(start, piece.end() if piece else start + 1, tuple(sorted(expected)))


def mend(line: str, trouble: Trouble) -> Mend | None:
    """Return the smallest change that makes the line readable, if there is one."""
    if _open_quote(line) is not None:
        return _first("RP103", line, _quotes(line))
    return (
        _first("RP104", line, _signs(line, trouble))
        or _first("RP103", line, _unquoted(line, trouble))
        or _keywords(line, trouble)
        or _first("RP105", line, _punctuated(line, trouble))
        or _best("RP105", line, _inserted(line, trouble))
        or _best("RP106", line, _deleted(line, trouble))
    )


def mend_property(line: str, key_end: int) -> Mend | None:
    """Return how a line that reads as an unknown property is a header with a typo in its words.

    `verkenend deel: 24 uur` is one, and so is `stage: "Snuffelen"`.
    """
    key = line[:key_end]
    lead = len(key) - len(key.lstrip())
    options = [Edit(lead, key_end, kop) for kop in ("verkennend deel",) if slips(fold(key), kop)]
    first, _, name = key[lead:].partition(" ")
    if fold(first) in line_starts():
        colon = line.index(":", key_end)
        options.append(Edit(key_end, colon + 1, ""))
        if name:
            return _no_property(
                _first("RP103", line, iter([Edit(key_end - len(name), key_end, f'"{name.strip()}"')]))
            )
    return _no_property(_first("RP104", line, iter(options)))


def _no_property(mended: Mend | None) -> Mend | None:
    """Return the change unless the line is a property after it too: that would explain nothing."""
    return mended if mended and mended.tree.data != "eigenschap" else None


# ---- trying


def _try(line: str) -> Node | None:
    try:
        return parse(line)
    except UnexpectedInput:
        return None


def _best(code: str, line: str, edits: Iterator[Edit]) -> Mend | None:
    """Return the first change that reads; sure only if no other does."""
    first: Mend | None = None
    for edit in edits:
        text = edit.apply(line)
        tree = _try(text)
        if tree is None:
            continue
        if first is not None:
            return first._replace(sure=first.text == text)
        first = Mend(code, edit, text, tree, sure=True)
    return first


def _first(code: str, line: str, edits: Iterator[Edit]) -> Mend | None:
    """Return the first change that reads, the likeliest coming first."""
    for edit in edits:
        text = edit.apply(line)
        tree = _try(text)
        if tree is not None:
            return Mend(code, edit, text, tree, sure=True)
    return None


# ---- quotation marks


def _open_quote(line: str) -> int | None:
    """Return where the quotation mark stands that has no partner."""
    at = None
    for index, sign in enumerate(line):
        if sign == "#" and at is None:
            return None
        if sign in _QUOTES:
            at = index if at is None else None
    return at


def _unquoted(line: str, trouble: Trouble) -> Iterator[Edit]:
    """Yield the words at the trouble with quotation marks around them, where a name was expected."""
    if "STRING" not in trouble.expected or not line[: trouble.start].strip():
        return
    for piece in re.finditer(r"[^\s:,\"“”„]+", line[trouble.start :]):
        end = trouble.start + piece.end()
        yield Edit(trouble.start, end, f'"{line[trouble.start : end]}"')


def _quotes(line: str) -> Iterator[Edit]:
    """Yield places for the missing mark: closing ones first, then opening ones."""
    at = _open_quote(line)
    if at is None:
        return
    end = len(line.rstrip())
    property_ = re.match(r"\s*[^\"“„#:]+:", line) is not None and _WORD.match(line.lstrip()) is not None
    closing = [m.end() for m in re.finditer(r"[^\s:,]+", line) if at < m.end() <= end]
    opening = [m.start() for m in re.finditer(r"[^\s:,\"“”„]+", line) if m.start() < at]
    if property_:
        closing.reverse()
        after = line.index(":") + 1
        opening = [place for place in opening if place >= after]
    else:
        opening.reverse()
    stands_open = at + 1 < end and not line[at + 1].isspace() and (at == 0 or line[at - 1] in " \t\u00a0:(")
    for place in (*closing, *opening) if stands_open else (*opening, *closing):
        yield Edit(place, place, '"')


# ---- words


_SIGNS = {
    "–": (" t/m ", "-"),
    "—": (" t/m ",),
    "-": (" t/m ",),
    ";": (",", ":"),
    "=": (":",),
    "&": (" en ",),
    "+": (" en ",),
    "‘": ('"',),
    "’": ('"',),
    "'": ('"',),
    "“": ('"',),
    "”": ('"',),
    "：": (":",),
    "，": (",",),
    ".": ("",),
    "!": ("",),
    "•": ("",),
    "-\t": ("",),
}


def _signs(line: str, trouble: Trouble) -> Iterator[Edit]:
    """Yield another sign for the one that stands there: `;` for a comma, a dash for t/m."""
    sign = line[trouble.start : trouble.start + 1]
    for other in _SIGNS.get(sign, ()):
        start, end = trouble.start, trouble.start + 1
        if other.startswith(" "):
            while start and line[start - 1] == " ":
                start -= 1
            while end < len(line) and line[end] == " ":
                end += 1
        yield Edit(start, end, other)
    if sign in "‘’'" and sign:
        text = re.sub(r"[‘’']([^‘’']*)[‘’']", r'"\1"', line[trouble.start :])
        yield Edit(trouble.start, len(line), text)


def _keywords(line: str, trouble: Trouble) -> Mend | None:
    """Return the line with one mistyped word put right: the fewest slips, nearest to the trouble."""
    options = sorted(_keyword_edits(line, trouble), key=lambda option: option[0])
    found: Mend | None = None
    found_at: tuple[int, int, int] | None = None
    for rank, edit in options:
        if found_at is not None and rank[0] > found_at[0]:
            break
        text = edit.apply(line)
        tree = _try(text)
        if tree is None:
            continue
        if found is None:
            code = "RP101" if _at_start(line, edit.start) else "RP104"
            found, found_at = Mend(code, edit, text, tree, sure=True), rank
        elif text != found.text:
            return found._replace(sure=False) if rank[:2] == found_at[:2] else found  # type: ignore[index]
    return found


def _keyword_edits(line: str, trouble: Trouble) -> Iterator[tuple[tuple[int, int, int], Edit]]:
    """Yield every keyword in the place of a word like it, with how unlikely it is."""
    pieces = [m for m in _PIECE.finditer(line) if m.start() <= trouble.start and m[0][0] not in '"“„#']
    pieces = [m for m in pieces if _WORD.fullmatch(m[0])][-4:] + [
        m for m in pieces[:1] if _WORD.fullmatch(m[0])
    ]
    for piece in pieces:
        word = fold(piece[0])
        for order, keyword in enumerate(keywords()):
            count = slips(word, keyword)
            if count:
                away = trouble.start - piece.start()
                yield (count, away, order), Edit(piece.start(), piece.end(), keyword)
        for keyword in two_words():
            if word == keyword.replace(" ", "") or slips(word, keyword.replace(" ", "")) == 1:
                yield (1, trouble.start - piece.start(), 0), Edit(piece.start(), piece.end(), keyword)
    yield from _joined(line, trouble)


def _joined(line: str, trouble: Trouble) -> Iterator[tuple[tuple[int, int, int], Edit]]:
    """Yield a keyword for two words that it was torn into: `keuze module`."""
    words = list(_WORD.finditer(line))
    for first, second in pairwise(words):
        if first.start() > trouble.start:
            break
        whole = fold(first[0] + second[0])
        if whole in keywords() and line[first.end() : second.start()].isspace():
            yield (1, trouble.start - first.start(), 0), Edit(first.start(), second.end(), whole)


# ---- too little, too much


def _punctuated(line: str, trouble: Trouble) -> Iterator[Edit]:
    """Yield a colon or comma that could have stood before the trouble."""
    before = len(line[: trouble.start].rstrip())
    if before and "DUBBELE_PUNT" in trouble.expected:
        yield Edit(before, before, ":")
    if before and "KOMMA" in trouble.expected and trouble.start < len(_content(line)):
        yield Edit(before, before, ",")
    yield from _colon_after_key(line)


def _inserted(line: str, trouble: Trouble) -> Iterator[Edit]:
    """Yield a keyword that could have stood before the trouble."""
    at = trouble.start
    if not line[:at].strip():
        return
    at_end = at >= len(_content(line))
    for terminal in trouble.expected:
        if terminal not in _SEPARATORS:
            for text in texts().get(terminal, ()):
                yield Edit(at, at, f" {text}" if at_end else f"{text} ")


def _colon_after_key(line: str) -> Iterator[Edit]:
    """Yield a colon after the words that are the name of a property."""
    words = list(_WORD.finditer(line))
    for count in (3, 2, 1):
        if len(words) < count or line[: words[0].start()].strip():
            continue
        if fold(line[words[0].start() : words[count - 1].end()]) in SLEUTELS:
            end = words[count - 1].end()
            yield Edit(end, end, ":")


_SEPARATORS = frozenset({"EN", "OF", "EN_OF", "TM", "KOMMA"})


def _deleted(line: str, trouble: Trouble) -> Iterator[Edit]:
    """Yield the line without the piece that stands in the way."""
    start, end = trouble.start, trouble.end
    if start < end:
        while start and line[start - 1] in " \t\u00a0":
            start -= 1
        yield Edit(start, end, "")


def _at_start(line: str, start: int) -> bool:
    return not line[:start].strip()


def _content(line: str) -> str:
    """Return the line up to a comment."""
    quoted = False
    for index, sign in enumerate(line):
        if sign in _QUOTES:
            quoted = not quoted
        elif sign == "#" and not quoted:
            return line[:index].rstrip()
    return line.rstrip()
