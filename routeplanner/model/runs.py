"""The whole numbers that a property lists, with the place of each: `2, 3` and `1 t/m 4`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from routeplanner.language.syntax import Atom, Eigenschap, Waarde
from routeplanner.language.vocabulary import fold
from routeplanner.model.quantities import number, whole
from routeplanner.text.diagnostic import Diagnostic, Fix, found, say
from routeplanner.text.source import Span

_MOST = 100
"""Numbers that one `t/m` may write out: no property has so many."""
_COUNTED = frozenset({"getal", "telwoord", "woord"})
"""Kinds of word that can be a number: in the value of a property a number word is read as a word."""


class Run(NamedTuple):
    """One number, or those from the first up to the last."""

    first: int
    last: int
    span: Span

    @property
    def numbers(self) -> range:
        """The numbers, lowest first."""
        return range(self.first, self.last + 1)


def number_of(atom: Atom) -> int | None:
    """Return the whole number that a word is."""
    value = number(fold(atom.value)) if atom.kind in _COUNTED else None
    return None if value is None else whole(value)


def run_of(waarde: Waarde) -> Run | None:
    """Return the numbers of one value; None where it has another shape."""
    ends = [number_of(atom) for atom in waarde.atoms if atom.kind != "t/m"]
    shape = [atom.kind == "t/m" for atom in waarde.atoms]
    if shape not in ([False], [False, True, False]) or ends[0] is None or ends[-1] is None:
        return None
    return Run(ends[0], ends[-1], waarde.span)


def runs_of(eigenschap: Eigenschap) -> Iterator[Run]:
    """Yield the numbers of each value that has them, without those that cannot be."""
    runs = map(run_of, eigenschap.waarden)
    return (run for run in runs if run is not None and wrong_run(run) is None)


def wrong_run(run: Run) -> Diagnostic | None:
    """Return what is wrong with a run of numbers."""
    if run.last < run.first:
        turned = f"{run.last} t/m {run.first}"
        help_, fixes = say("schrijf", text=turned), [Fix(run.span, turned)]
        return found("RP109", run.span, first=run.first, last=run.last, help=help_, fixes=fixes)
    if len(run.numbers) > _MOST:
        return found("RP109", run.span, variant="te-lang", most=_MOST, first=run.first, last=run.last)
    return None
