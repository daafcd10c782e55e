"""The problem of one pupil in the normal form, readable: rule by rule, with names instead of variables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from routeplanner.engine.normal import TRUE, Constraint, Lit, Problem
from routeplanner.engine.selection import Selection
from routeplanner.engine.timing import PLACED
from routeplanner.model.rules import Regel
from routeplanner.present.analysis import place_of
from routeplanner.present.pieces import Piece, Row, Style
from routeplanner.present.signs import shown
from routeplanner.present.verdicts import placed
from routeplanner.present.words import Words


class Line(NamedTuple):
    """One constraint with names."""

    guard: tuple[str, ...]
    terms: tuple[tuple[int, str], ...]
    low: int | None
    high: int | None


class Group(NamedTuple):
    """The constraints of one rule."""

    rule: str
    regel: Regel | None
    """None: a rule that holds everywhere."""
    lines: tuple[Line, ...]


class Names:
    """What the variables of a problem are called."""

    def __init__(self, problem: Problem, words: Words) -> None:
        self._words = words
        self._names = {TRUE: words.phrase("eis.altijd")}
        self._names |= {variable: str(keuze) for keuze, variable in problem.choices.items()}
        self._names |= {v: f"{keuze}{placed(cel)}" for (keuze, cel), v in problem.places.items()}
        self._parts = {conjunction.variable: conjunction.literals for conjunction in problem.conjunctions}

    def of(self, literal: Lit) -> str:
        """Return the name of a literal; of a combination, what it is made of."""
        if abs(literal) in self._parts:
            return self._combined(literal)
        name = self._names.get(abs(literal)) or self._words.phrase("eis.hulp", number=str(abs(literal)))
        return name if literal > 0 else self._words.phrase("eis.niet", what=name)

    def _combined(self, literal: Lit) -> str:
        """Return a combination: all of some, or (of opposites, turned round) one of some."""
        parts = self._parts[abs(literal)]
        if literal < 0:
            return f"({self._words.listed([self.of(-part) for part in parts], 'of')})"
        return f"({self._words.listed([self.of(part) for part in parts])})"


def groups(selection: Selection, problem: Problem, words: Words) -> Iterator[Group]:
    """Yield the constraints of every rule, in the order of the rules; where things can stand comes last."""
    names = Names(problem, words)
    regels = {regel.id: regel for regel in selection.curriculum.regels.values()}
    for rule in sorted(problem.rules, key=PLACED.__eq__):
        mine = [constraint for constraint in problem.constraints if constraint.rule == rule]
        yield Group(rule, regels.get(rule), tuple(_line(constraint, names) for constraint in mine))


def _line(constraint: Constraint, names: Names) -> Line:
    guard = tuple(names.of(literal) for literal in constraint.guard)
    terms = tuple((weight, names.of(literal)) for weight, literal in constraint.terms)
    return Line(guard, terms, constraint.low, constraint.high)


def constraint_rows(selection: Selection, problem: Problem, words: Words) -> Iterator[Row]:
    """Yield the choices of a pupil and every constraint on them."""
    counted = words.phrase(
        "eis.som",
        choices=len(problem.choices),
        places=len(problem.places),
        constraints=len(problem.constraints),
    )
    yield (Piece(counted),)
    for group in groups(selection, problem, words):
        yield ()
        yield (Piece(shown(group.rule), Style.SENTENCE),)
        if group.regel is not None:
            yield (Piece("  --> ", Style.EDGE), Piece(place_of(group.regel)))
        for line in group.lines:
            yield (Piece(f"  {shown(line_text(line, words))}"),)


def line_text(line: Line, words: Words) -> str:
    """Return a constraint in one line: `HV/K/9 → 4 ≤ 16 × keuzemodule "Lassen" + … ≤ 8`."""
    guard = f"{words.listed(line.guard)} → " if line.guard else ""
    if not line.terms:
        met = (line.low is None or line.low <= 0) and (line.high is None or line.high >= 0)
        return guard + words.phrase("eis.kan" if met else "eis.kan-niet")
    total = " + ".join(name if weight == 1 else f"{weight} × {name}" for weight, name in line.terms)
    low = f"{line.low} ≤ " if line.low is not None else ""
    high = f" ≤ {line.high}" if line.high is not None else ""
    return f"{guard}{low}{total}{high}"
