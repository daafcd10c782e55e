"""The rules that hold everywhere. Source: `docs/nl/betekenis.md`, "Regels die overal gelden"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from routeplanner.engine.limits import LimitReachedError, check
from routeplanner.engine.placing import Item, cells_of, fits, seated
from routeplanner.engine.selection import Cel, Onderdeel, Selection
from routeplanner.engine.standing import Stand, worst
from routeplanner.model.quantities import Leerweg
from routeplanner.model.rules import Keuze, KeuzeSoort

Finding = tuple[Keuze | None, Stand]
"""A choice that makes a rule stand so; None where it is no one choice."""
WHOLE = (KeuzeSoort.VERKENNEND, KeuzeSoort.KEUZEVAK, KeuzeSoort.MODULE)


def explored(selection: Selection) -> Iterator[Finding]:
    """verkennen-verplicht: the verkennend deel of what is mandatory, and of what is deepened."""
    addable = {onderdeel.keuze for onderdeel in selection.open()}
    for onderdeel in selection.onderdelen.values():
        if onderdeel.verplicht and onderdeel.keuze not in selection.gekozen:
            yield onderdeel.keuze, Stand.OVERTREDEN
    for onderdeel in selection.chosen():
        if onderdeel.keuze.soort is KeuzeSoort.VERDIEPING:
            whole = [Keuze(soort, onderdeel.keuze.eenheid) for soort in WHOLE]
            if not any(keuze in selection.gekozen for keuze in whole):
                can = any(keuze in addable for keuze in whole)
                yield onderdeel.keuze, Stand.OPEN if can else Stand.OVERTREDEN


def ce_whole(selection: Selection) -> Iterator[Finding]:
    """ce-is-heel: a unit that is CE for the pupil is not deepened."""
    for onderdeel in selection.chosen():
        if onderdeel.keuze.soort is KeuzeSoort.VERDIEPING and onderdeel.uitgesloten:
            yield onderdeel.keuze, Stand.OVERTREDEN


def levels_of(selection: Selection) -> set[Leerweg | None]:
    """Return the leerwegen whose keuzevakken a pupil may take.

    Source: Uitvoeringsbesluit WVO 2020, art. 2.23: a pupil in BB may take a keuzevak of KB (read 2026-08-01).
    """
    return {selection.leerweg} | ({Leerweg.KB} if selection.leerweg is Leerweg.BB else set())


def at_level(selection: Selection) -> Iterator[Finding]:
    """keuzevak-niveau: a keuzevak is given at the pupil's level."""
    levels = levels_of(selection)
    for onderdeel in selection.chosen():
        keuze = onderdeel.keuze
        if keuze.soort is KeuzeSoort.KEUZEVAK and keuze.eenheid is not None:
            given = selection.curriculum.eenheden[keuze.eenheid].toetsing
            if given and not levels & set(given):
                yield keuze, Stand.OVERTREDEN


def one_module(selection: Selection) -> Iterator[Finding]:
    """één-module-per-periode: at most one keuzemodule in each."""
    school = selection.curriculum.school
    if school is None or school.perioden is None:
        return
    modules = [o for o in selection.chosen() if o.keuze.soort is KeuzeSoort.KEUZEMODULE]
    everywhere = selection.cellen
    if not seated([_places(selection, onderdeel, everywhere) for onderdeel in modules]):
        for onderdeel in modules:
            others = [o for o in modules if o is not onderdeel]
            if any(_same_place(selection, onderdeel, other) for other in others):
                yield onderdeel.keuze, Stand.OVERTREDEN
        yield None, Stand.OVERTREDEN


def _places(selection: Selection, onderdeel: Onderdeel, everywhere: tuple[Cel, ...]) -> tuple[int, ...]:
    return tuple(everywhere.index(cel) if cel in everywhere else -1 for cel in cells_of(selection, onderdeel))


def _same_place(selection: Selection, one: Onderdeel, other: Onderdeel) -> bool:
    here, there = cells_of(selection, one), cells_of(selection, other)
    return len(here) == 1 and here == there


def within_weeks(selection: Selection) -> Iterator[Finding]:
    """past-in-de-weken: the hours of a periode fit its weeks and lessons."""
    school = selection.curriculum.school
    if school is None or not (school.weken_per_periode and school.lesuren_per_week and school.lesuur):
        return
    room = school.weken_per_periode * school.lesuren_per_week * school.lesuur
    everywhere = selection.cellen
    chosen = list(selection.chosen())
    items = [
        Item(o.minuten, _places(selection, o, everywhere))
        for o in chosen
        if o.minuten is not None and o.kost_lessen
    ]
    unknown = [o for o in chosen if o.minuten is None and o.kost_lessen]
    if not _fit(items, len(everywhere), room):
        yield None, Stand.OVERTREDEN
    elif unknown:
        yield unknown[0].keuze, Stand.NIET_GECONTROLEERD


def _fit(items: list[Item], stretches: int, room: int) -> bool:
    """Tell whether everything has a place: the largest first is often enough, else every sum is looked at."""
    sums = [0] * stretches
    for item in sorted(items, key=lambda item: (len(item.plekken), -item.gewicht)):
        plek = min(item.plekken, key=lambda plek: sums[plek] if plek >= 0 else -1, default=-1)
        if plek >= 0:
            sums[plek] += item.gewicht
    if max(sums, default=0) <= room:
        return True
    if any(item.gewicht > room for item in items) or sum(item.gewicht for item in items) > room * stretches:
        return False
    return fits(items, (), stretches, None, room)


def explored_first(selection: Selection) -> Iterator[Finding]:
    """volgorde: a verdiepend deel is not placed before its verkennend deel."""
    for onderdeel in selection.chosen():
        if onderdeel.keuze.soort is not KeuzeSoort.VERDIEPING:
            continue
        for soort in WHOLE:
            whole = selection.onderdelen.get(Keuze(soort, onderdeel.keuze.eenheid))
            if whole is not None and whole.keuze in selection.gekozen:
                earliest = min(cells_of(selection, whole), default=None)
                latest = max(cells_of(selection, onderdeel), default=None)
                if earliest is not None and latest is not None and latest < earliest:
                    yield onderdeel.keuze, Stand.OVERTREDEN


def on_offer(selection: Selection) -> Iterator[Finding]:
    """aanbod: the school offers what was chosen, where in time it stands."""
    for onderdeel in selection.chosen():
        plaats = selection.gekozen[onderdeel.keuze]
        given = onderdeel.kenmerken
        wrong_year = (
            plaats.leerjaar is not None and given.leerjaren and plaats.leerjaar not in given.leerjaren
        )
        wrong_period = plaats.perioden and given.perioden and not set(plaats.perioden) & set(given.perioden)
        offered = onderdeel.verplicht or onderdeel.te_kiezen
        if not offered or wrong_year or wrong_period:
            yield onderdeel.keuze, Stand.OVERTREDEN


def not_twice(selection: Selection) -> Iterator[Finding]:
    """geen-dubbele-inhoud: a module that the pupil does anyway is no keuzevak.

    Source: derived from Uitvoeringsbesluit WVO 2020, art. 3.5 to 3.7 lid 3 (read 2026-08-01).
    """
    for onderdeel in selection.chosen():
        if onderdeel.keuze.soort is KeuzeSoort.MODULE and onderdeel.uitgesloten:
            yield onderdeel.keuze, Stand.OVERTREDEN


INFERRED = frozenset({"geen-dubbele-inhoud"})
"""Those of these rules that no text says in so many words."""

EVERYWHERE: Mapping[str, Callable[[Selection], Iterable[Finding]]] = MappingProxyType(
    {
        "verkennen-verplicht": explored,
        "ce-is-heel": ce_whole,
        "keuzevak-niveau": at_level,
        "één-module-per-periode": one_module,
        "past-in-de-weken": within_weeks,
        "volgorde": explored_first,
        "aanbod": on_offer,
        "geen-dubbele-inhoud": not_twice,
    }
)


def judge_everywhere(selection: Selection, id_: str) -> tuple[Stand, tuple[Keuze, ...]]:
    """Return how one of these rules stands, and the choices that make it so."""
    try:
        check()
        findings = list(EVERYWHERE[id_](selection))
    except LimitReachedError:
        return Stand.ONBESLIST, ()
    stand = worst(found for _, found in findings)
    choices = (keuze for keuze, found in findings if found is stand and keuze is not None)
    return stand, tuple(dict.fromkeys(choices))
