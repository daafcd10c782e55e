"""Voorbeelden are tests: run one, and say which expectation does not come true."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from routeplanner.engine.totals import total
from routeplanner.engine.verdict import Oordeel, Verdict, judge
from routeplanner.model.curriculum import Curriculum, Verwachting, Voorbeeld
from routeplanner.model.quantities import last_day
from routeplanner.model.rules import Totaalsoort


@dataclass(frozen=True, slots=True)
class Verschil:
    """An expectation that does not come true, and what came instead."""

    verwachting: Verwachting
    key: str
    """What kind of difference: `oordeel`, `regels`, `voorbehoud`, `totaal` or `onbekend`."""
    kreeg: str


@dataclass(frozen=True)
class Uitkomst:
    """What came of one voorbeeld."""

    voorbeeld: Voorbeeld
    verdict: Verdict
    verschillen: tuple[Verschil, ...]

    @property
    def beslist(self) -> bool:
        """Whether it comes true or fails; with a verdict that could not be given only a wrong total fails."""
        expects_it = any(v.oordeel == Oordeel.ONBESLIST.value for v in self.voorbeeld.verwachtingen)
        wrong_total = any(verschil.verwachting.totaal is not None for verschil in self.verschillen)
        return self.verdict.oordeel is not Oordeel.ONBESLIST or expects_it or wrong_total

    @property
    def klopt(self) -> bool:
        """Whether everything came true."""
        return self.beslist and not self.verschillen


def run(curriculum: Curriculum, *, op: date | None = None) -> Iterator[Uitkomst]:
    """Yield what comes of each voorbeeld, in the order of the texts; `op` is as in `outcome`."""
    return (outcome(curriculum, voorbeeld, op=op) for voorbeeld in curriculum.voorbeelden)


def outcome(curriculum: Curriculum, voorbeeld: Voorbeeld, *, op: date | None = None) -> Uitkomst:
    """Return what comes of one voorbeeld.

    Args:
        curriculum: The texts with it.
        voorbeeld: The voorbeeld.
        op: The day on which exceptions are judged; without it the last of the schooljaar, so that a voorbeeld
            says the same every day.
    """
    school = curriculum.school
    day = op or (last_day(school.schooljaar) if school and school.schooljaar else None)
    verdict = judge(curriculum, voorbeeld.route, op=day)
    differences = (d for v in voorbeeld.verwachtingen for d in _differences(v, verdict))
    return Uitkomst(voorbeeld, verdict, tuple(differences))


def _differences(verwachting: Verwachting, verdict: Verdict) -> Iterator[Verschil]:
    if verwachting.totaal is not None:
        yield from _total_differs(verwachting, verwachting.totaal, verdict)
        return
    if verwachting.oordeel != verdict.verdict:
        yield Verschil(verwachting, "oordeel", verdict.verdict)
        return
    regels = verdict.selection.curriculum.regels
    named = {regels[key].id if key in regels else key for key in verwachting.regels}
    caused = {rule.id for rule in (verdict.broken or verdict.open)}
    if named and named != caused:
        yield Verschil(verwachting, "regels", ", ".join(sorted(caused)))
    if verwachting.voorbehoud and not verdict.reservations:
        yield Verschil(verwachting, "voorbehoud", "")


def _total_differs(verwachting: Verwachting, expected: Totaalsoort, verdict: Verdict) -> Iterator[Verschil]:
    found = total(verdict.selection, expected.grootheid, expected.maat)
    if found.onbekend:
        yield Verschil(verwachting, "onbekend", str(found.onbekend))
    elif found.waarde != expected.waarde:
        yield Verschil(verwachting, "totaal", str(found.waarde))
