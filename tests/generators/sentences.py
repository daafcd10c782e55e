"""Generated sentences of a regel, a route and a voorbeeld, each of every form."""

from __future__ import annotations

from collections.abc import Callable

from generators.signs import (
    COMMA,
    HOOGSTENS,
    LEERWEGEN,
    MINSTENS,
    PRECIES,
    PROGRAMMES,
    VOOR_IN_TIJD,
    Sign,
    exact,
    keyword,
)
from generators.things import Signs, Things, words

COUNTED = (
    "verdiepingen",
    "verbredingen",
    "keuzevakken",
    "modules",
    "eenheden",
    "keuzemodules",
    "stages",
    "activiteiten",
)
MEASURED = ("verdieping", "verbreding", "maatwerk", "stage")


class Sentences(Things):
    """Makes sentences."""

    # ---- sentences of a regel

    def count(self) -> Signs:
        of_these = [keyword("van"), *self.things(), *self.maybe(self.restriction, 0.3)]
        if self.rng.random() < 0.2:
            return [*self.bound(self.number), *of_these]
        restrictions = [sign for part in self.some(self.wide_restriction, 2) for sign in part]
        return [
            *self.rng.choice((self._counted, self._measured))(),
            *self.maybe(lambda: restrictions),
            *self.maybe(lambda: of_these, 0.3),
        ]

    def bound(self, number: Callable[[], Signs]) -> Signs:
        if self.rng.random() < 0.3:
            return [keyword("tussen"), *number(), keyword("en"), *number()]
        return [*self.one((MINSTENS, HOOGSTENS, PRECIES)), *number()]

    def _counted(self) -> Signs:
        return [*self.bound(self.number), *words(self.rng.choice(COUNTED))]

    def _measured(self) -> Signs:
        bound = self.bound(self.quantity)
        return [*bound, *self.unit(bound[-1]), *words(self.rng.choice(MEASURED))]

    def restriction(self) -> Signs:
        return self.rng.choice(
            (
                lambda: words("per", self.rng.choice(("leerjaar", "periode"))),
                lambda: [*words("met", self.rng.choice(("kenmerk", "competentie"))), *self.names(COMMA)],
                lambda: [Sign("uit een ander", (), "case"), keyword("programma")],
                lambda: [Sign("uit een andere", (), "case"), keyword("leerweg")],
            )
        )()

    def wide_restriction(self) -> Signs:
        return self.rng.choice((self.restriction, self.origin))()

    def requires(self) -> Signs:
        right = self.rng.choice((self.things, self.count))()
        return [*self.things(first=True), keyword("vereist"), *right]

    def between(self, *middle: Sign) -> Signs:
        return [*self.things(first=True), *middle, *self.things()]

    def mandatory(self) -> Signs:
        return [keyword("verplicht"), *self.things()]

    def never(self) -> Signs:
        return [keyword("nooit"), *self.things()]

    def condition(self) -> Signs:
        when = self.rng.choice((self.things, self.count))()
        then = self.rng.choice((self.count, self.mandatory, self.never))()
        return [keyword("als"), *when, keyword("dan"), *then]

    def single(self) -> Signs:
        return [*words("telt niet dubbel"), *self.maybe(lambda: [keyword("met"), *self.names()])]

    # ---- sentences of a route and a voorbeeld

    def follows(self) -> Signs:
        return [
            keyword("volgt"),
            self.rng.choice(PROGRAMMES),
            *self.maybe(lambda: [*words("in leerweg"), *self.one(LEERWEGEN)]),
            *self.maybe(lambda: [*words("met uitstroomprofiel"), *self.text()], 0.3),
        ]

    def when(self) -> Signs:
        if self.rng.random() < 0.3:
            return [
                *words("in periode"),
                *self.periods(),
                *self.maybe(lambda: [*words("van leerjaar"), exact("4")]),
            ]
        return [*words("in leerjaar"), exact("3"), *self.maybe(lambda: [*words("periode"), *self.periods()])]

    def periods(self) -> Signs:
        if self.rng.random() < 0.3:
            return [exact("1"), keyword("t/m"), exact("3")]
        return self.listed(self.some(lambda: self.one((exact("1"), exact("2"), exact("4")))))

    def deepens(self) -> Signs:
        named = self.maybe(lambda: [keyword("met"), *self.names()])
        return [keyword("verdiept"), *self.things(), *named, *self.maybe(self.when)]

    def chooses(self) -> Signs:
        return [
            keyword("kiest"),
            *self.things(),
            *self.maybe(lambda: words("als keuzevak"), 0.3),
            *self.maybe(self.when),
        ]

    def does(self) -> Signs:
        place = self.maybe(lambda: [keyword("bij"), *self.text()])
        return [keyword("loopt"), *self.things(), *place, *self.maybe(self.when)]

    def without(self) -> Signs:
        return [keyword("zonder"), *self.things()]

    def given(self) -> Signs:
        return [*words("gegeven route"), *self.text(), *self.maybe(self.without)]

    def verdict(self) -> Signs:
        why = (list, lambda: [keyword("door"), *self.names()], lambda: words("met voorbehoud"))
        verdict = self.rng.choice(("geldig", "onvolledig", "ongeldig", "onbeslist"))
        return [*words("verwacht", verdict), *self.rng.choice(why)()]

    def total(self) -> Signs:
        if self.rng.random() < 0.5:
            return [keyword("verwacht"), *self.number(), *words(self.rng.choice(COUNTED))]
        number = self.quantity()
        return [keyword("verwacht"), *number, *self.unit(number[-1]), *words(self.rng.choice(MEASURED))]

    def sentence(self, kind: str) -> Signs:
        if kind == "voorbeeld" and self.rng.random() < 0.3:
            kind = "route"
        return self.rng.choice(_SENTENCES[kind])(self)


_SENTENCES: dict[str, tuple[Callable[[Sentences], Signs], ...]] = {
    "regel": (
        *(
            Sentences.count,
            Sentences.count,
            Sentences.requires,
            Sentences.mandatory,
            Sentences.never,
            Sentences.condition,
            Sentences.single,
        ),
        lambda lines: lines.between(*words("niet samen met")),
        lambda lines: lines.between(*words("in plaats van")),
        lambda lines: lines.between(VOOR_IN_TIJD),
        lambda lines: lines.between(*words("telt als")),
        lambda _: words("niet gecontroleerd"),
    ),
    "route": (
        *(Sentences.follows, Sentences.deepens, Sentences.chooses, Sentences.does, Sentences.without),
        lambda lines: [*words("verdiept niet"), *lines.things()],
        lambda lines: [*words("verbreedt met"), *lines.things(), *lines.maybe(lines.when)],
        lambda lines: [*words("kiest vak"), *lines.name()],
    ),
    "voorbeeld": (Sentences.given, Sentences.verdict, Sentences.total),
}
