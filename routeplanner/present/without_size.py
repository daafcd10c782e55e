"""Which choices of a route have no known size, so that a rule that adds sizes up could not be checked."""

from __future__ import annotations

from collections.abc import Iterator

from routeplanner.engine.counting import Count, weight
from routeplanner.engine.standing import RuleState
from routeplanner.engine.verdict import Verdict
from routeplanner.model.rules import Keuze, Maat, Regelzin, Telling, Verband, Voorwaarde


def without_size(verdict: Verdict, rule: RuleState) -> tuple[Keuze, ...]:
    """Return the choices whose size a rule asks for and that have none; empty where that is not what is wrong."""
    selection = verdict.selection
    if rule.regel is None:
        lessons = (o for o in selection.chosen() if o.kost_lessen and o.minuten is None)
        return tuple(o.keuze for o in lessons)
    tellingen = (telling for zin in rule.regel.zinnen for telling in _tellingen(zin))
    sums = (telling for telling in tellingen if telling.maat is not Maat.AANTAL)
    counts = ((telling.maat, Count(selection, telling, rule.regel.bereik.leerjaren)) for telling in sums)
    return tuple(
        dict.fromkeys(o.keuze for maat, count in counts for o in count.members if weight(o, maat) is None)
    )


def _tellingen(zin: Regelzin) -> Iterator[Telling]:
    parts = (zin.telling, zin.dan) if isinstance(zin, Voorwaarde) else (zin,)
    for part in (*parts, zin.telling) if isinstance(zin, Verband) else parts:
        if isinstance(part, Telling):
            yield part
