"""Why things are in a suggestion, and what is worth knowing before choosing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from routeplanner.engine.everywhere import WHOLE
from routeplanner.engine.normal import Problem
from routeplanner.engine.notes import Note
from routeplanner.engine.optimise import Bound, Optimiser
from routeplanner.engine.score import has, in_plan, wens_of
from routeplanner.engine.selection import Selection
from routeplanner.model.quantities import Leerweg
from routeplanner.model.rules import Keuze

HOOGSTE_NIVEAU: Mapping[Leerweg, int] = MappingProxyType(
    {Leerweg.BB: 2, Leerweg.KB: 4, Leerweg.GL: 4, Leerweg.TL: 4}
)
"""The highest niveau of the mbo to which a diploma gives direct entry.

Source: Doorstroomregeling vmbo - beroepsonderwijs (BWBR0012156), art. 3 lid 1 and 2, text of 2003-08-01.
"""


@dataclass(frozen=True, slots=True)
class Reden:
    """Why things are in a route."""

    key: str
    """`past-bij`, `kenmerk`, `interesse`, `liever-niet`, `nodig` (for rules) or `anders` (to differ)."""
    wat: tuple[str, ...]
    """The goal, the kenmerk, or the rules."""
    keuzes: tuple[Keuze, ...]


def wishes(before: Selection, after: Selection) -> Iterator[Reden]:
    """Yield what the chosen things in a route have to do with what the pupil wants."""
    wens = wens_of(before)
    programma = before.route.programma
    chosen = (o for o in after.chosen() if not o.verplicht)
    mine = sorted(chosen, key=lambda onderdeel: in_plan(onderdeel.keuze, programma))
    units = tuple(o.keuze for o in mine if o.keuze.eenheid in wens.eenheden and o.keuze.soort in WHOLE)
    found = [Reden("past-bij", (wens.doel.naam,), units)] if wens.doel else []
    words = [("kenmerk", word) for word in wens.kenmerken if word not in wens.interesses]
    words += [("interesse", word) for word in wens.interesses]
    words += [("liever-niet", word) for word in wens.liever_niet]
    found += [Reden(key, (word,), tuple(o.keuze for o in mine if has(o, word))) for key, word in words]
    return (reden for reden in found if reden.keuzes)


def needs(
    after: Selection, rest: Sequence[Keuze], rules: Sequence[str], problem: Problem, optimiser: Optimiser
) -> Iterator[Reden]:
    """Yield why things are added that meet no wish: rules ask for them, or the difference does.

    Args:
        after: The route with everything in it.
        rest: What is added and meets no wish.
        rules: The rules that were not met before.
        problem: The rules of the route.
        optimiser: Where these can be asked.

    Raises:
        OutOfTimeError: The limit was reached.
    """
    if not rest:
        return
    others = {keuze: literal for keuze, literal in problem.choices.items() if keuze not in rest}
    as_it_is = [(1, -lit if keuze in after.gekozen else lit) for keuze, lit in others.items()]
    spared = [(1, problem.choices[keuze]) for keuze in rest]
    least = optimiser.best([spared], [Bound(as_it_is, None, 0)])
    needed = tuple(keuze for keuze in rest if least is None or problem.choices[keuze] in least.true)
    spare = tuple(keuze for keuze in rest if keuze not in needed)
    for reden in (Reden("nodig", tuple(rules), needed), Reden("anders", (), spare)):
        if reden.keuzes:
            yield reden


def notes(selection: Selection) -> Iterator[Note]:
    """Yield what is worth knowing before choosing: the steps to the goal, and wishes that nothing meets."""
    wens, leerweg = wens_of(selection), selection.leerweg
    if wens.doel is not None and wens.doel.niveau is not None and leerweg is not None:
        highest = HOOGSTE_NIVEAU[leerweg]
        if wens.doel.niveau > highest:
            steps = (("leerweg", leerweg.value), ("niveau", str(wens.doel.niveau)), ("eerst", str(highest)))
            yield Note("twee-stappen", (("doel", wens.doel.naam), *steps))
    offered = [o for o in selection.onderdelen.values() if o.te_kiezen and not o.uitgesloten]
    for word in dict.fromkeys((*wens.interesses, *wens.liever_niet)):
        if not any(has(onderdeel, word) for onderdeel in offered):
            yield Note("geen-kenmerk", (("word", word),))
