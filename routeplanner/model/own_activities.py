"""What a pupil does outside school, beside what the school's texts offer: a job, a hobby, voluntary work.

To the language it is an `activiteit` of soort `eigen`; it stands in the pupil's dossier and in no text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from routeplanner.language.vocabulary import COMPETENTIE_EERDER, fold
from routeplanner.model.curriculum import Aanbod, Curriculum, Kenmerken
from routeplanner.model.quantities import Minuten
from routeplanner.model.rules import Keuze, KeuzeSoort
from routeplanner.text.source import Source, Span

_SOORT = KeuzeSoort.ACTIVITEIT.value
_NOWHERE = Span(Source("", ""), 0, 0)


@dataclass(frozen=True, slots=True)
class EigenActiviteit:
    """Something that one pupil does outside school."""

    naam: str
    competenties: tuple[str, ...] = ()
    """Loopbaancompetenties, as the language writes them."""
    minuten: Minuten | None = None


def with_own_activities(curriculum: Curriculum, activiteiten: Iterable[EigenActiviteit]) -> Curriculum:
    """Return what holds for one pupil: the texts, and what this pupil does outside school.

    Where the school's texts have an activiteit of that name, theirs is meant: what it counts for is theirs to say.
    """
    own = {(_SOORT, fold(eigen.naam)): _offered(eigen) for eigen in activiteiten}
    return replace(curriculum, aanbod={**own, **curriculum.aanbod})


def own_choice(curriculum: Curriculum, naam: str) -> Keuze:
    """Return the choice of an activity by its name, with the capitals that it is known by."""
    known = curriculum.aanbod.get((_SOORT, fold(naam)))
    return Keuze(KeuzeSoort.ACTIVITEIT, None, known.naam if known else naam)


def _offered(eigen: EigenActiviteit) -> Aanbod:
    return Aanbod(
        soort=_SOORT,
        naam=eigen.naam,
        aard="eigen",
        vakken=(),
        minuten=eigen.minuten,
        weken=None,
        kenmerken=Kenmerken(competenties=tuple(map(_competentie, eigen.competenties))),
        heette=(),
        span=_NOWHERE,
    )


def _competentie(naam: str) -> str:
    """Return the word that the texts are linked with, where a pupil may use an older one."""
    return COMPETENTIE_EERDER.get(fold(naam), fold(naam))
