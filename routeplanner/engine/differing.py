"""In what suggestions differ from each other, so that they are really others.

Each next one leaves out something of every earlier one that adds any, and differs from it in at least DISTANCE
points: a whole unit or a keuzevak is two points, anything else one. At first only parts of units and keuzevakken
count that have to do with the goal or an interest; where no route differs enough in these, all parts of units and
keuzevakken; and then everything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from routeplanner.engine.everywhere import WHOLE
from routeplanner.engine.normal import Problem
from routeplanner.engine.optimise import Best, Bound
from routeplanner.engine.score import serves, wens_of
from routeplanner.engine.selection import Selection
from routeplanner.model.rules import Keuze

DISTANCE = 3
"""Points in which two suggestions differ: one deepening in the place of another is not enough."""


def kinds(selection: Selection, problem: Problem) -> Iterator[Sequence[Keuze]]:
    """Yield what counts for a difference, the best first."""
    wens, onderdelen = wens_of(selection), selection.onderdelen
    units = [keuze for keuze in problem.choices if keuze.eenheid is not None]
    yield [keuze for keuze in units if serves(onderdelen[keuze], wens)]
    yield units
    yield list(problem.choices)


def differs(selection: Selection, problem: Problem, other: Best, counted: Iterable[Keuze]) -> Iterator[Bound]:
    """Yield what must hold of a suggestion that differs enough from another one in what counts.

    Args:
        selection: The route that suggestions start from.
        problem: Its rules.
        other: The other suggestion.
        counted: What counts for a difference.
    """
    points = [(2 if k.soort in WHOLE else 1, problem.choices[k]) for k in counted]
    yield Bound([(w, -lit if lit in other.true else lit) for w, lit in points], DISTANCE, None)
    added = [problem.choices[k] for k in counted if k not in selection.gekozen]
    there = [literal for literal in added if literal in other.true]
    if there:
        yield Bound([(1, literal) for literal in there], None, len(there) - 1)
