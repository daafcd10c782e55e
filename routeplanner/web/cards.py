"""What can be chosen, as cards: each unit with its parts, and how it stands with every part."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2s
from itertools import groupby

from routeplanner.engine.options import Option, Status
from routeplanner.engine.placing import given_cells
from routeplanner.engine.selection import Cel, Onderdeel, Selection
from routeplanner.language.vocabulary import fold
from routeplanner.model.curriculum import Exameneenheid
from routeplanner.model.rules import EenheidId, Keuze, KeuzeSoort
from routeplanner.present.figure import hours
from routeplanner.present.words import Words


@dataclass(frozen=True)
class Part:
    """One thing to choose."""

    key: str
    """What the page calls it; the same for every pupil."""
    label: str
    detail: str
    """Its size and what it is like."""
    status: str
    """`fixed` (everyone does it), or chosen, forced, open, closed."""
    declined: bool
    done: bool
    fact: bool
    """Whether the pupil is doing it or has done it: no click takes that back."""
    place: Cel | None
    """Where the route puts it."""
    proposed: Cel | None
    """Where it could stand, when the route does not say."""
    cells: tuple[Cel, ...]
    """Where it is given; empty where that does not matter."""

    @property
    def years(self) -> tuple[tuple[int, tuple[Cel, ...]], ...]:
        """Where it is given, by leerjaar."""
        return tuple(
            (year, tuple(cells)) for year, cells in groupby(self.cells, key=lambda cel: cel.leerjaar)
        )


@dataclass(frozen=True)
class Card:
    """A unit with its parts, or one thing that is offered by name."""

    code: str
    title: str
    mark: str
    """How it is examined: CE, SE, …"""
    parts: tuple[Part, ...]

    @property
    def fixed(self) -> bool:
        """Whether there is nothing to choose in it."""
        return all(part.status == "fixed" for part in self.parts)


@dataclass(frozen=True)
class Group:
    """Cards under one heading."""

    title: str
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Section:
    """A part of the page."""

    key: str
    title: str
    groups: tuple[Group, ...]
    chosen: int
    """How many things in it are chosen beside what is mandatory."""


@lru_cache(8192)
def key_of(keuze: Keuze) -> str:
    """Return what the page calls a choice: short, and safe wherever it stands."""
    programma = keuze.eenheid.programma if keuze.eenheid is not None else ""
    return "k" + blake2s(f"{programma}|{keuze}".encode("utf-8", "replace"), digest_size=6).hexdigest()


def is_key(text: str) -> bool:
    """Tell whether a text is one that `key_of` makes."""
    return len(text) == 13 and text[0] == "k" and set(text[1:]) <= set("0123456789abcdef")  # noqa: PLR2004 - see key_of


def sections_of(
    selection: Selection,
    options: Iterable[Option],
    proposed: Mapping[Keuze, Cel],
    facts: Collection[Keuze],
    words: Words,
) -> tuple[Section, ...]:
    """Return everything that a pupil can choose, or has chosen, in the order in which people plan."""
    states = {option.keuze: option for option in options}
    shown = [
        o
        for keuze, o in selection.onderdelen.items()
        if o.neembaar or keuze in selection.gekozen or keuze in selection.route.afgewezen
    ]
    make = _Maker(selection, states, proposed, facts, words)
    found = []
    for key, belongs in _SECTIONS:
        mine = [o for o in shown if belongs(o)]
        if mine:
            groups = tuple(make.groups(key, mine))
            count = sum(o.keuze in selection.gekozen and not o.verplicht for o in mine)
            found.append(Section(key, words.phrase(f"pagina.deel.{key}"), groups, count))
    return tuple(found)


def _is(*kinds: KeuzeSoort) -> Callable[[Onderdeel], bool]:
    return lambda onderdeel: onderdeel.keuze.soort in kinds


def _is_part(onderdeel: Onderdeel) -> bool:
    return onderdeel.keuze.soort in (KeuzeSoort.VERKENNEND, KeuzeSoort.VERDIEPING)


_SECTIONS: tuple[tuple[str, Callable[[Onderdeel], bool]], ...] = (
    ("programma", lambda o: _is_part(o) and o.eigen),
    ("keuzevakken", _is(KeuzeSoort.KEUZEVAK, KeuzeSoort.MODULE)),
    ("verbreden", lambda o: _is_part(o) and not o.eigen),
    ("keuzemodules", _is(KeuzeSoort.KEUZEMODULE)),
    ("stages", _is(KeuzeSoort.STAGE)),
    ("activiteiten", _is(KeuzeSoort.ACTIVITEIT)),
    ("vakken", _is(KeuzeSoort.VAK)),
)


class _Maker:
    """Makes the cards of one pupil."""

    def __init__(
        self,
        selection: Selection,
        states: Mapping[Keuze, Option],
        proposed: Mapping[Keuze, Cel],
        facts: Collection[Keuze],
        words: Words,
    ) -> None:
        self._selection = selection
        self._states = states
        self._proposed = proposed
        self._facts = facts
        self._words = words

    def groups(self, key: str, onderdelen: list[Onderdeel]) -> Iterator[Group]:
        """Yield the groups of a section: of units, one per programme."""
        if onderdelen[0].keuze.eenheid is None:
            yield Group("", tuple(Card("", "", "", (self._part(o),)) for o in onderdelen))
            return
        for programma, mine in groupby(onderdelen, key=lambda o: o.programma):
            heading = "" if key == "programma" else self._programme(programma or "")
            yield Group(heading, tuple(self._cards(list(mine))))

    def _programme(self, id_: str) -> str:
        programma = self._selection.curriculum.programmas.get(fold(id_))
        return programma.titel if programma is not None else self._words.phrase("pagina.van-de-school")

    def _cards(self, onderdelen: list[Onderdeel]) -> Iterator[Card]:
        by_unit: dict[EenheidId, list[Onderdeel]] = {}
        for onderdeel in onderdelen:
            if onderdeel.keuze.eenheid is not None:
                by_unit.setdefault(onderdeel.keuze.eenheid, []).append(onderdeel)
        for id_, parts in by_unit.items():
            unit = self._selection.curriculum.eenheden[id_]
            yield Card(str(id_), unit.titel, self._mark(unit), tuple(self._part(o) for o in parts))

    def _mark(self, unit: Exameneenheid) -> str:
        """Return how a unit is examined in the pupil's leerweg, where that has it."""
        leerweg = self._selection.leerweg
        mark = unit.toetsing.get(leerweg) if leerweg is not None else None
        return mark.value if mark is not None else ""

    def _part(self, onderdeel: Onderdeel) -> Part:
        keuze, selection = onderdeel.keuze, self._selection
        option = self._states.get(keuze)
        plaats = selection.gekozen.get(keuze)
        place = (
            Cel(plaats.leerjaar, plaats.perioden[0])
            if plaats and plaats.leerjaar and plaats.perioden
            else None
        )
        cells = () if onderdeel.verplicht else given_cells(selection, onderdeel)
        return Part(
            key_of(keuze),
            self._label(onderdeel),
            self._detail(onderdeel),
            "fixed"
            if onderdeel.verplicht and keuze in selection.gekozen
            else _status(option, plaats is not None),
            keuze in selection.route.afgewezen,
            keuze in selection.route.afgerond,
            keuze in self._facts,
            place,
            None if place else self._proposed.get(keuze),
            cells,
        )

    def _label(self, onderdeel: Onderdeel) -> str:
        if onderdeel.keuze.naam is not None:
            return onderdeel.keuze.naam
        return self._words.phrase(f"pagina.soort.{onderdeel.keuze.soort.value}")

    def _detail(self, onderdeel: Onderdeel) -> str:
        parts = []
        if onderdeel.minuten is not None:
            parts.append(hours(onderdeel.minuten))
        if onderdeel.weken is not None:
            parts.append(self._words.count("aantal.weken", onderdeel.weken))
        return " · ".join((*parts, *onderdeel.kenmerken.kenmerken[:3]))


def _status(option: Option | None, chosen: bool) -> str:  # noqa: FBT001 - one of two ways to stand
    if option is not None:
        return option.status.value
    return Status.CHOSEN.value if chosen else Status.CLOSED.value
