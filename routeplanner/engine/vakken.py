"""Rules about algemene vakken, where a school's text names none: nobody can check these.

Source: `docs/nl/betekenis.md`, "De stand van een regel".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from routeplanner.engine.selection import Selection
from routeplanner.model.rules import (
    Gebod,
    Grootheid,
    KeuzeSoort,
    Regel,
    Regelzin,
    Telling,
    Verband,
    Verwijzing,
    Voorwaarde,
)


def are_unknown(selection: Selection, regel: Regel) -> bool:
    """Tell whether a rule is about algemene vakken while the school's text offers none."""
    return not _offered(selection) and any(_is_about_vakken(zin) for zin in regel.zinnen)


def _offered(selection: Selection) -> bool:
    school = selection.curriculum.school
    return school is None or any(
        programma.soort == "algemeen vak" and programma.id in school.programmas
        for programma in selection.curriculum.programmas.values()
    )


def _is_about_vakken(zin: Regelzin) -> bool:
    counts = any(telling.grootheid is Grootheid.VAK for telling in tellingen(zin))
    return counts or any(
        keuze.soort is KeuzeSoort.VAK for verwijzing in _named(zin) for keuze in verwijzing.keuzes
    )


def tellingen(zin: Regelzin) -> Iterator[Telling]:
    """Yield the counts in a sentence."""
    match zin:
        case Telling():
            yield zin
        case Verband(telling=Telling() as telling):
            yield telling
        case Voorwaarde():
            yield from (part for part in (zin.telling, zin.dan) if isinstance(part, Telling))


def _named(zin: Regelzin) -> Iterator[Verwijzing]:
    sides: Sequence[Sequence[Verwijzing]] = ()
    match zin:
        case Gebod():
            sides = (zin.dingen,)
        case Verband():
            sides = (zin.links, zin.rechts)
        case Voorwaarde(dan=Gebod() as dan):
            sides = (zin.als, dan.dingen)
        case Voorwaarde():
            sides = (zin.als,)
    for side in (*sides, *(telling.van for telling in tellingen(zin))):
        yield from side
