"""Generated headers: the first line of a block of every kind."""

from __future__ import annotations

from collections.abc import Callable

from generators.properties import Lines
from generators.signs import PROGRAMMES, VERKENNEND_DEEL, VOOR_ROUTE, keyword
from generators.things import Signs

from routeplanner.language.vocabulary import BLOKKEN

HEADERS: dict[str, Callable[[Lines], Signs]] = {
    "gebruik": lambda x: [keyword("gebruik"), *x.text()],
    "programma": lambda x: [keyword("programma"), x.rng.choice(PROGRAMMES), *x.text()],
    "uitstroomprofiel": lambda x: [keyword("uitstroomprofiel"), *x.text()],
    "eenheid": lambda x: [keyword("eenheid"), *x.code(), *x.maybe(x.occurrence, 0.2), *x.maybe(x.text)],
    "module": lambda x: [keyword("module"), *x.code(), *x.maybe(x.text), *x.maybe(x.omvang, 0.2)],
    "keuzevak": lambda x: [keyword("keuzevak"), *x.code(), *x.maybe(x.text), *x.maybe(x.omvang, 0.2)],
    "deeltaak": lambda x: [keyword("deeltaak"), *x.code(), *x.maybe(x.text)],
    "eindterm": lambda x: [keyword("eindterm"), *x.code(), *x.maybe(x.text)],
    "school": lambda x: [keyword("school"), *x.text()],
    "invulling": lambda x: [
        *(keyword("invulling"), *x.code()),
        *(*x.maybe(x.occurrence, 0.2), *x.maybe(x.origin, 0.2)),
    ],
    "verkennend_deel": lambda x: [VERKENNEND_DEEL, *x.maybe(x.omvang)],
    "verdiepend_deel": lambda x: [keyword("verdiepend"), keyword("deel"), *x.text(), *x.maybe(x.omvang)],
    "keuzemodule": lambda x: [keyword("keuzemodule"), *x.text(), *x.maybe(x.omvang)],
    "stage": lambda x: [keyword("stage"), *x.text(), *x.maybe(x.omvang)],
    "activiteit": lambda x: [keyword("activiteit"), *x.text(), *x.maybe(x.omvang)],
    "doel": lambda x: [keyword("doel"), *x.text()],
    "groep": lambda x: [keyword("groep"), *x.word(), *x.maybe(x.text)],
    "verbreding": lambda x: [keyword("verbreding"), *x.text()],
    "regel": lambda x: [keyword("regel"), *x.word(), *x.maybe(x.text)],
    "advies": lambda x: [keyword("advies"), *x.word(), *x.maybe(x.text)],
    "ontheffing": lambda x: [keyword("ontheffing"), *x.word(), VOOR_ROUTE, keyword("route"), *x.text()],
    "route": lambda x: [keyword("route"), *x.text()],
    "voorbeeld": lambda x: [keyword("voorbeeld"), *x.text()],
}
assert set(HEADERS) == set(BLOKKEN)
