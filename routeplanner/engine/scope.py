"""Which rules a route falls under, and which of these can be checked. Source: `docs/nl/betekenis.md`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from routeplanner.engine import vakken
from routeplanner.engine.replacing import Replacement, replacements_of
from routeplanner.engine.selection import Selection
from routeplanner.engine.waiving import exceptions_of, lifted
from routeplanner.language.vocabulary import fold
from routeplanner.model.curriculum import Ontheffing
from routeplanner.model.rules import NietDubbel, Regel, Telling, Verband


@dataclass(frozen=True)
class Scope:
    """The rules that one route falls under."""

    regels: tuple[Regel, ...]
    """All that are for this pupil and not waived, advice included."""
    checked: tuple[Regel, ...]
    """Those of them that can be checked: a rule that nobody can check does nothing at all."""
    exceptions: tuple[Ontheffing, ...]
    """What waives rules for this route."""

    def is_checked(self, regel: Regel) -> bool:
        """Tell whether one of the rules can be checked."""
        return regel.id in self._ids

    @cached_property
    def _ids(self) -> frozenset[str]:
        return frozenset(regel.id for regel in self.checked)

    @property
    def must_hold(self) -> tuple[Regel, ...]:
        """The rules that decide on the route."""
        return tuple(regel for regel in self.checked if regel.hard)

    def replacements(self, *, hard: bool) -> tuple[Replacement, ...]:
        """Return what counts for something else in a rule; in one that must hold, advice cannot say that."""
        return self._of_hard if hard else self._of_all

    @cached_property
    def _of_hard(self) -> tuple[Replacement, ...]:
        return _replacements(self.must_hold)

    @cached_property
    def _of_all(self) -> tuple[Replacement, ...]:
        return _replacements(self.checked)

    def sharing(self, zin: NietDubbel, regel: Regel) -> Iterator[tuple[Regel, Telling]]:
        """Yield the counts that share choices by a sentence `telt niet dubbel`: those that ask a minimum."""
        named = (other for other in self.checked if fold(other.id) in zin.regels and other is not regel)
        for one in (regel, *named):
            for telling in one.zinnen:
                if isinstance(telling, Telling) and telling.laag is not None:
                    yield one, telling


def _replacements(regels: tuple[Regel, ...]) -> tuple[Replacement, ...]:
    return replacements_of(zin for regel in regels for zin in regel.zinnen if isinstance(zin, Verband))


def scope_of(selection: Selection, *, op: date | None = None, waive: bool = True) -> Scope:
    """Return the rules for a route, also those that are waived where `waive` is False.

    `op` is the day on which exceptions are judged; without it the day on which the texts were checked.
    """
    curriculum, route = selection.curriculum, selection.route
    exceptions = tuple(exceptions_of(curriculum, route, op)) if waive else ()
    waived = lifted(curriculum, exceptions)
    regels = tuple(r for key, r in curriculum.regels.items() if key not in waived and applies(r, selection))
    return Scope(regels, tuple(regel for regel in regels if _is_known(regel, selection)), exceptions)


def applies(regel: Regel, selection: Selection) -> bool:
    """Tell whether a route falls under a rule."""
    bereik, route = regel.bereik, selection.route
    cohort = cohort_of(selection)
    return (
        (not bereik.programmas or route.programma in bereik.programmas)
        and (not bereik.leerwegen or route.leerweg in bereik.leerwegen)
        and (not bereik.doelen or route.doel in bereik.doelen)
        and (cohort is None or bereik.schooljaren.omvat(cohort))
    )


def cohort_of(selection: Selection) -> int | None:
    """Return the year in which the pupil enters leerjaar 3, as far as is known."""
    school = selection.curriculum.school
    return selection.route.schooljaar or (school.schooljaar if school and school.schooljaar else None)


def _is_known(regel: Regel, selection: Selection) -> bool:
    """Tell whether a rule can be checked: it was read for the cohort, and what it is about is in the texts."""
    cohort = cohort_of(selection)
    is_read = cohort is None or regel.geldig.omvat(cohort)
    return is_read and not vakken.are_unknown(selection, regel)
