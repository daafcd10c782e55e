"""Generated words, numbers, and lists of the things that a sentence may refer to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from random import Random

from generators.signs import (
    CODES,
    COLON,
    COMMA,
    EEN,
    LAST,
    LESUUR,
    ODD_CODES,
    PROGRAMMES,
    TELWOORDEN,
    TEXTS,
    UUR,
    VERKENNEND_DEEL,
    WEEK,
    WEKEN,
    WORDS,
    Sign,
    exact,
    keyword,
    text,
)

Signs = list[Sign]


def words(*plain: str) -> Signs:
    """Keywords, one by one."""
    return [keyword(word) for word in " ".join(plain).split()]


class Things:
    """Makes pieces of lines, all from one source of chance."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.in_value = False
        """Whether things are listed as the value of a property: every word is a plain word there."""

    # ---- chance

    def maybe(self, make: Callable[[], Signs], chance: float = 0.5) -> Signs:
        return make() if self.rng.random() < chance else []

    def some(self, make: Callable[[], Signs], most: int = 3) -> list[Signs]:
        return [make() for _ in range(self.rng.randint(1, most))]

    def one(self, signs: Sequence[Sign]) -> Signs:
        return [self.rng.choice(signs)]

    def listed(self, items: Iterable[Signs], last: Sign = LAST) -> Signs:
        """Return a list as a sentence has it; with COMMA as last as the value of a property has it."""
        parts = list(items)
        line = list(parts[0])
        for number, part in enumerate(parts[1:], 2):
            line += [last if number == len(parts) else COMMA, *part]
        return line

    # ---- words and numbers

    def text(self) -> Signs:
        return [text(self.rng.choice(TEXTS))]

    def word(self) -> Signs:
        return self.one(WORDS)

    def names(self, last: Sign = LAST) -> Signs:
        return self.listed(self.some(self.name), last)

    def name(self) -> Signs:
        return self.rng.choice((self.word, self.text))()

    def integer(self) -> Signs:
        return self.one(tuple(map(exact, ("1", "2", "3", "4", "01", "10", "16", "120", "999999999"))))

    def number(self) -> Signs:
        return self.rng.choice((self.integer, self.integer, lambda: [EEN], lambda: self.one(TELWOORDEN)))()

    def decimal(self) -> Signs:
        return self.one((exact("7,5"), exact("0,25"), exact("12,0"), exact("1"), exact("16")))

    def quantity(self) -> Signs:
        """Return a number before a unit: there a comma may be a decimal one."""
        return self.rng.choice((self.number, self.decimal))()

    def unit(self, number: Sign) -> Signs:
        weeks = WEEK if number.neat in ("1", "01", "één") else WEKEN
        return self.one((UUR, LESUUR, weeks))

    def omvang(self) -> Signs:
        number = self.quantity()
        return [COLON, *number, *self.unit(number[-1])]

    def occurrence(self) -> Signs:
        return [Sign("(2)", ("( 2 )", "(2 )", "(\t2)"))]

    def code(self) -> Signs:
        quoted = text(self.rng.choice(("Gm3", "Gm10")))
        return [self.rng.choice((*CODES, *CODES, *ODD_CODES, quoted))]

    def origin(self) -> Signs:
        return [keyword("uit"), self.rng.choice(PROGRAMMES)]

    # ---- things

    def things(self, *, first: bool = False, last: Sign = LAST) -> Signs:
        """Return a list of things; at the start of a sentence a named one needs its article."""
        parts: list[Signs] = []
        numbered = False
        for place in range(self.rng.randint(1, 4)):
            make = self.rng.choice(_NUMBERED if numbered and self.rng.random() < 0.6 else _THINGS)
            part = make(self)
            article = (first and not place) or self.rng.random() < 0.5
            if article and make in (Things._named, Things._named_by_code):
                part = [keyword(self.rng.choice(("de", "het"))), *part]
            numbered = make in _NUMBERED or make in _WITH_CODE
            parts.append(part)
        return self.listed(parts, last)

    def _plain(self) -> Signs:
        return [*self.code(), *self.maybe(self.occurrence, 0.2), *self.maybe(self.origin, 0.2)]

    def _range(self) -> Signs:
        # of the codes that a range starts from, none has a number above twelve
        return [
            self.rng.choice(CODES),
            keyword("t/m"),
            *self.one((exact("12"), exact("14"))),
            *self.maybe(self.origin, 0.2),
        ]

    def _explored(self) -> Signs:
        part = words("verkennend deel") if self.in_value else [VERKENNEND_DEEL]
        return [*part, keyword("van"), *self._plain()]

    def _deepened(self) -> Signs:
        return [keyword("verdieping"), *self.maybe(self.text), keyword("van"), *self._plain()]

    def _deepened_by_name(self) -> Signs:
        return [keyword("verdieping"), *self.text()]

    def _named(self) -> Signs:
        kind = self.rng.choice(("keuzemodule", "stage", "activiteit", "doel", "groep"))
        return [keyword(kind), *(self.word() if kind == "groep" else self.text())]

    def _named_by_code(self) -> Signs:
        return [*self.one((keyword("keuzevak"), keyword("module"))), *self.code()]

    def _number(self) -> Signs:
        numbers = tuple(map(exact, ("10", "11", "12", "2a", "3B", "02")))
        return [*self.one(numbers), *self.maybe(self.origin, 0.1)]

    def _number_range(self) -> Signs:
        return [exact("10"), keyword("t/m"), exact("12"), *self.maybe(self.origin, 0.1)]


_THINGS = (
    *(Things._plain, Things._plain, Things._plain, Things._range, Things._explored, Things._deepened),
    *(Things._deepened_by_name, Things._named, Things._named_by_code),
)
_WITH_CODE = (Things._plain, Things._range, Things._explored, Things._deepened, Things._named_by_code)
_NUMBERED = (Things._number, Things._number, Things._number_range)
