"""Which pupils a text is about: programme and leerweg, and what else makes other rules hold for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from routeplanner.language.vocabulary import fold
from routeplanner.model.curriculum import Curriculum, Programma, Route
from routeplanner.model.quantities import Leerweg
from routeplanner.model.rules import Bereik, Regel, Voorwaarde


class Case(NamedTuple):
    """Pupils for whom the same rules hold and to whom the same is offered."""

    programma: str
    leerweg: Leerweg
    uitstroomprofiel: str | None = None
    """Where the programme has them: one case for each."""
    doel: str | None = None
    """Folded; only where a rule that must hold names it. None: any other goal, or none."""

    def route(self) -> Route:
        """Return the route of such a pupil, who has chosen nothing yet."""
        route = Route.new(programma=self.programma, leerweg=self.leerweg, doel=self.doel)
        return replace(route, uitstroomprofiel=self.uitstroomprofiel)


def cases(curriculum: Curriculum) -> Iterator[Case]:
    """Yield every kind of pupil that a school has; without a school, that the programmes have."""
    school = curriculum.school
    for programma in curriculum.programmas.values():
        offered = school is None or programma.id in school.programmas
        if not offered or programma.soort == "algemeen vak":
            continue
        for leerweg in school.leerwegen if school is not None else Leerweg:
            if any(leerweg in unit.toetsing and unit.soort != "keuzevak" for unit in programma.eenheden):
                yield from _within(curriculum, programma, leerweg)


def _within(curriculum: Curriculum, programma: Programma, leerweg: Leerweg) -> Iterator[Case]:
    profiles = [p.naam for p in programma.uitstroomprofielen if leerweg in p.leerwegen or not p.leerwegen]
    for profile in profiles or (None,):
        for doel in (None, *_goals(curriculum, programma.id, leerweg)):
            yield Case(programma.id, leerweg, profile, doel)


def _goals(curriculum: Curriculum, programma: str, leerweg: Leerweg) -> tuple[str, ...]:
    """Return the goals that make a difference: those that a rule for these pupils names."""
    mine = Bereik((programma,), (leerweg,))
    rules = [regel for regel in curriculum.regels.values() if regel.hard and regel.bereik.raakt(mine)]
    named = dict.fromkeys(doel for regel in rules for doel in _named(regel))
    return tuple(doel for doel in named if fold(doel) in curriculum.doelen)


def _named(regel: Regel) -> Iterator[str]:
    yield from regel.bereik.doelen
    for zin in regel.zinnen:
        if isinstance(zin, Voorwaarde):
            yield from zin.doelen
