"""Generated properties: a value of every shape that the vocabulary knows."""

from __future__ import annotations

from collections.abc import Callable

from generators.sentences import Sentences
from generators.signs import COLON, COMMA, KEYS, LEERWEGEN, PROGRAMMES, Sign, exact, keyword, text
from generators.things import Signs, words

from routeplanner.language.vocabulary import Shape, Sleutel


class Lines(Sentences):
    """Makes every kind of line."""

    # ---- properties

    def property(self, sleutel: Sleutel, *, school: bool = False) -> Signs:
        others = KEYS.get(sleutel.naam, ())
        # in a school leerjaren is a property of its own
        key = keyword(sleutel.naam, *(() if school else others))
        return [key, COLON, *_SHAPES[sleutel.shape](self, sleutel)]

    def _closed(self, sleutel: Sleutel) -> Signs:
        word = self.rng.choice(sleutel.woorden)
        if sleutel.shape is Shape.NAMEN and " " in word:
            return [text(word)]
        return [keyword(part) for part in word.split()]

    def _values(self, make: Callable[[], Signs]) -> Signs:
        return self.listed(self.some(make), last=COMMA)

    def _names_of(self, sleutel: Sleutel) -> Signs:
        if not sleutel.woorden:
            return self._values(self.name)
        value = self._values(lambda: self._closed(sleutel))
        # where `en` is part of a word of the list, the formatter leaves it alone
        fixed = any(" en " in word for word in sleutel.woorden)
        return [exact(",") if fixed and sign == COMMA else sign for sign in value]

    def _things_as_value(self) -> Signs:
        self.in_value = True
        value = self.things(last=COMMA)
        self.in_value = False
        return value

    def _year(self) -> Signs:
        return self.one((Sign("2009-2010", ("2009/2010",)), Sign("2016-2017", ("2016/2017",))))

    def _years(self) -> Signs:
        ways = (lambda: words("vanaf"), lambda: [*self._year(), keyword("t/m")], lambda: words("t/m"), list)
        return [*self.rng.choice(ways)(), *self._year()]

    def _date(self) -> Signs:
        return self.one((exact("2010-08-01"), exact("2010-7-1")))

    def _numbers(self) -> Signs:
        return self.rng.choice((self.integer, lambda: [exact("1"), keyword("t/m"), exact("4")]))()


_SHAPES: dict[Shape, Callable[[Lines, Sleutel], Signs]] = {
    Shape.TEKST: lambda lines, _: lines.text(),
    Shape.TEKSTEN: lambda lines, _: lines._values(lines.text),
    Shape.NAMEN: lambda lines, key: lines._names_of(key),
    Shape.WOORD: lambda lines, key: lines._closed(key),
    Shape.JA_NEE: lambda lines, _: words(lines.rng.choice(("ja", "nee"))),
    Shape.LEERWEGEN: lambda lines, _: lines._values(lambda: lines.one(LEERWEGEN)),
    Shape.CODES: lambda lines, _: lines._things_as_value(),
    Shape.KEUZES: lambda lines, _: lines._things_as_value(),
    Shape.PROGRAMMAS: lambda lines, _: lines._values(lambda: lines.one(PROGRAMMES)),
    Shape.GETAL: lambda lines, _: lines.integer(),
    Shape.GETALLEN: lambda lines, _: lines._values(lines._numbers),
    Shape.SCHOOLJAAR: lambda lines, _: lines._year(),
    Shape.SCHOOLJAREN: lambda lines, _: lines._years(),
    Shape.DATUM: lambda lines, _: lines._date(),
    Shape.DATUMS: lambda lines, _: [*lines.maybe(lambda: [*lines._date(), keyword("t/m")]), *lines._date()],
    Shape.DUUR: lambda lines, _: [*lines.integer(), *words("minuten")],
    Shape.REGELS: lambda lines, _: lines._values(lines.word),
}
