"""Where in time things can stand, and whether bounds can hold for each stretch of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from routeplanner.engine.limits import LimitReachedError, check
from routeplanner.engine.selection import Cel, Onderdeel, Selection

MAX_STATES = 50_000
"""Sums per stretch of time that are looked at before the answer is: not decided."""

_LOOK = 256
"""Sums between two looks at the limit."""


class Item(NamedTuple):
    """Something with a weight that may stand in some stretches; -1 is none of those that are counted."""

    gewicht: int
    plekken: tuple[int, ...]


class UndecidedError(LimitReachedError):
    """Too many sums to look at."""

    limit = "plaatsing"


def put_cells(selection: Selection, onderdeel: Onderdeel) -> tuple[Cel, ...]:
    """Return where the route puts something; everywhere, as far as it does not say."""
    plaats = selection.gekozen.get(onderdeel.keuze)
    years = (plaats.leerjaar,) if plaats and plaats.leerjaar is not None else ()
    periods = plaats.perioden if plaats else ()
    put = _within(selection.cellen, years, periods)
    if not put and years:  # a place outside the school's own is told elsewhere; here it counts as it stands
        return tuple(Cel(year, period) for year in years for period in periods or (1,))
    return put


def given_cells(selection: Selection, onderdeel: Onderdeel) -> tuple[Cel, ...]:
    """Return where the school gives something."""
    return _within(selection.cellen, onderdeel.kenmerken.leerjaren, onderdeel.kenmerken.perioden)


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


def seated(places: Sequence[Sequence[int]]) -> bool:
    """Tell whether each of these can have one of its places to itself; -1 is a place for any number."""
    asking = [options for options in places if -1 not in options]
    taken: dict[int, int] = {}
    return all(_seat(one, asking, taken) for one in range(len(asking)))


def _seat(one: int, places: Sequence[Sequence[int]], taken: dict[int, int]) -> bool:
    """Give one more its place, if those who sit can move up; `taken` says who sits where."""
    wanted: dict[int, int] = {}
    sits = {who: place for place, who in taken.items()}
    waiting = [one]
    for who in waiting:
        for place in places[who]:
            if place in wanted:
                continue
            wanted[place] = who
            if place not in taken:
                while True:
                    mover = wanted[place]
                    taken[place] = mover
                    if mover == one:
                        return True
                    place = sits[mover]  # noqa: PLW2901 - it is free now, for who wanted it
            waiting.append(taken[place])
    return False


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
    for number, state in enumerate(states):
        if number % _LOOK == 0:
            check()
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
