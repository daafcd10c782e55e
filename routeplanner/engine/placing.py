"""Where in time things can stand, and whether bounds can hold for each stretch of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from routeplanner.engine.selection import Onderdeel, Selection

MAX_STATES = 50_000
"""Sums per stretch of time that are looked at before the answer is: not decided."""


class Cel(NamedTuple):
    """One periode of one leerjaar."""

    leerjaar: int
    periode: int


class Item(NamedTuple):
    """Something with a weight that may stand in some stretches; -1 is none of those that are counted."""

    gewicht: int
    plekken: tuple[int, ...]


class UndecidedError(Exception):
    """Too many sums to look at."""


def cells(selection: Selection) -> tuple[Cel, ...]:
    """Return every periode of the school, in order; a school that names none has one per leerjaar."""
    school = selection.curriculum.school
    years = school.leerjaren if school and school.leerjaren else _years_named(selection)
    perioden = school.perioden if school and school.perioden else 1
    return tuple(Cel(year, period) for year in sorted(years) for period in range(1, perioden + 1))


def _years_named(selection: Selection) -> tuple[int, ...]:
    years = {plaats.leerjaar for plaats in selection.gekozen.values() if plaats.leerjaar is not None}
    return tuple(years) or (0,)


def put_cells(selection: Selection, onderdeel: Onderdeel) -> tuple[Cel, ...]:
    """Return where the route puts something; everywhere, as far as it does not say."""
    plaats = selection.gekozen.get(onderdeel.keuze)
    years = (plaats.leerjaar,) if plaats and plaats.leerjaar is not None else ()
    periods = plaats.perioden if plaats else ()
    put = _within(cells(selection), years, periods)
    if not put and years:  # a place outside the school's own is told elsewhere; here it counts as it stands
        return tuple(Cel(year, period) for year in years for period in periods or (1,))
    return put


def given_cells(selection: Selection, onderdeel: Onderdeel) -> tuple[Cel, ...]:
    """Return where the school gives something."""
    return _within(cells(selection), onderdeel.kenmerken.leerjaren, onderdeel.kenmerken.perioden)


def cells_of(selection: Selection, onderdeel: Onderdeel) -> tuple[Cel, ...]:
    """Return where something can stand: where the route puts it, or else wherever it is given."""
    put = put_cells(selection, onderdeel)
    given = _within(put, onderdeel.kenmerken.leerjaren, onderdeel.kenmerken.perioden)
    return given or put


def _within(cellen: Iterable[Cel], years: Sequence[int], periods: Sequence[int]) -> tuple[Cel, ...]:
    return tuple(
        cel
        for cel in cellen
        if (not years or cel.leerjaar in years) and (not periods or cel.periode in periods)
    )


def fits(
    fixed: Iterable[Item], optional: Iterable[Item], stretches: int, low: int | None, high: int | None
) -> bool:
    """Tell whether every stretch can have a sum within the bounds, with any of the optional items.

    Raises:
        UndecidedError: There are more sums than MAX_STATES.
    """
    states = {(0,) * stretches}
    for item in fixed:
        states = _placed(states, item, low, high)
    for item in optional:
        if any(_enough(state, low) for state in states):
            return True
        states |= _placed(states, item, low, high)
    return any(_enough(state, low) for state in states)


def _enough(state: tuple[int, ...], low: int | None) -> bool:
    return low is None or all(amount >= low for amount in state)


def _placed(
    states: set[tuple[int, ...]], item: Item, low: int | None, high: int | None
) -> set[tuple[int, ...]]:
    """Return the sums after an item has its place; above the minimum, without a maximum, all sums are one."""
    after: set[tuple[int, ...]] = set()
    for state in states:
        for plek in item.plekken:
            if plek < 0:
                after.add(state)
                continue
            amount = state[plek] + item.gewicht
            if high is None:
                amount = min(amount, low or 0)
            elif amount > high:
                continue
            after.add((*state[:plek], amount, *state[plek + 1 :]))
    if len(after) > MAX_STATES:
        raise UndecidedError
    return after
