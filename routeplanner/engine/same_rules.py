"""Whether two rules mean the same, however they are written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from enum import Enum

from routeplanner.engine.cases import Case
from routeplanner.engine.limits import LimitReachedError
from routeplanner.engine.lowering import lower
from routeplanner.engine.opposites import apparent, with_opposites
from routeplanner.engine.scope import Scope, applies
from routeplanner.engine.selection import select
from routeplanner.engine.solve import Solver
from routeplanner.language.vocabulary import fold
from routeplanner.model.curriculum import Curriculum
from routeplanner.model.rules import NietDubbel, Regel, Regelzin, Telling, Verband, Verwijzing
from routeplanner.text.source import Span

_OLD, _NEW = "oud", "nieuw"


@dataclass(frozen=True)
class Changed:
    """A rule that is new, gone, or means something else."""

    old: Regel | None
    new: Regel | None
    matters: bool = True
    """False: it says something else, and with what is on offer in the new text that makes no difference."""

    @property
    def id(self) -> str:
        """The id that it has now, or had."""
        regel = self.new or self.old
        return regel.id if regel is not None else ""


def changed_rules(old: Curriculum, new: Curriculum, cases: Sequence[Case]) -> Iterator[Changed]:
    """Yield the rules that differ in meaning, in the order of the new text, then those that are gone.

    Args:
        old: The one text.
        new: The other.
        cases: The pupils for whom a difference matters.
    """
    earlier = {fold(name): key for key, regel in new.regels.items() for name in (regel.id, *regel.heette)}
    before = {earlier.get(key, key): regel for key, regel in old.regels.items()}
    for key, regel in new.regels.items():
        was = before.pop(key, None)
        if was is None or _written(was) != _written(regel):
            yield Changed(was, regel, matters=was is None or not _same(was, regel, new, cases))
    for was in before.values():
        yield Changed(was, None)


# ---- as it is written


def _written(regel: Regel) -> tuple[object, ...]:
    """Return what a rule says, without its words, its place, and the order of what is in a list."""
    zinnen = frozenset(_plain(part) for zin in regel.zinnen for part in _bounds(zin))
    return (regel.hard, _plain(regel.bereik), _plain(regel.geldig), zinnen)


def _bounds(zin: Regelzin) -> tuple[Regelzin, ...]:
    """Return a sentence with two bounds as two: `precies vier` is `minstens vier` and `hoogstens vier`."""
    if isinstance(zin, Telling) and zin.laag is not None and zin.hoog is not None:
        return replace(zin, hoog=None), replace(zin, laag=None)
    return (zin,)


def _plain(thing: object) -> object:
    if isinstance(thing, Verwijzing):
        return frozenset(thing.keuzes)
    if isinstance(thing, tuple) and not hasattr(thing, "_fields"):
        return frozenset(_plain(part) for part in thing)
    if is_dataclass(thing) and not isinstance(thing, Enum):
        parts = ((f.name, getattr(thing, f.name)) for f in fields(thing))
        if isinstance(thing, Telling):  # behind `van` a groep is what is in it
            among = frozenset(keuze for verwijzing in thing.van for keuze in verwijzing.keuzes)
            parts = ((name, among if name == "van" else part) for name, part in parts)
        named = tuple((name, _plain(part)) for name, part in parts if not isinstance(part, Span))
        return (type(thing).__name__, named)
    return thing


# ---- as it works


def _same(old: Regel, new: Regel, curriculum: Curriculum, cases: Sequence[Case]) -> bool:
    """Tell whether two rules forbid the same for each of these pupils; False where that is not known."""
    if old.hard != new.hard or not old.hard or _is_read(old) or _is_read(new):
        return False
    pair = (replace(old, id=_OLD), replace(new, id=_NEW))
    try:
        return all(_same_for(pair, curriculum, case) for case in cases)
    except LimitReachedError:
        return False


def _same_for(pair: tuple[Regel, Regel], curriculum: Curriculum, case: Case) -> bool:
    selection = select(curriculum, case.route())
    regels = tuple(regel for regel in pair if applies(regel, selection))
    problem = lower(selection, Scope(regels, regels, ()))
    ids = [regel.id for regel in regels if regel.id in problem.rules]
    everywhere = [rule for rule in problem.rules if rule not in ids]
    solver = Solver(with_opposites(problem, ids))
    return all(
        solver.model((), (*everywhere, *(other for other in ids if other != rule), apparent(rule))) is None
        for rule in ids
    )


def _is_read(regel: Regel) -> bool:
    """Tell whether a rule changes what other rules say, or cannot be checked: then only its words are compared."""
    kinds = [zin.soort for zin in regel.zinnen if isinstance(zin, Verband)]
    apart = any(isinstance(zin, NietDubbel) and zin.regels for zin in regel.zinnen)
    return apart or "in plaats van" in kinds or "telt als" in kinds or not regel.gecontroleerd
