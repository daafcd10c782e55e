"""`in plaats van` and `telt als`: what counts where something else is asked."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import NamedTuple

from routeplanner.engine.selection import Selection
from routeplanner.model.rules import Keuze, Verband, Verwijzing


class Replacement(NamedTuple):
    """With every thing of `links` in the route, each thing of `rechts` counts as asked for and there."""

    links: tuple[frozenset[Keuze], ...]
    """A thing is there as soon as one of its choices is."""
    rechts: tuple[frozenset[Keuze], ...]


def replacements_of(verbanden: Iterable[Verband]) -> tuple[Replacement, ...]:
    """Return what these sentences let count for something else."""
    return tuple(
        Replacement(things(verband.links), things(verband.rechts))
        for verband in verbanden
        if verband.soort in ("in plaats van", "telt als")
    )


def things(verwijzingen: Iterable[Verwijzing]) -> tuple[frozenset[Keuze], ...]:
    """Return each thing as the choices of which one is enough."""
    return tuple(frozenset(verwijzing.keuzes) for verwijzing in verwijzingen)


def active(replacement: Replacement, have: Collection[Keuze]) -> bool:
    """Tell whether every thing on the left is there."""
    return all(any(keuze in have for keuze in thing) for thing in replacement.links)


def can_add(selection: Selection, replacement: Replacement) -> frozenset[Keuze] | None:
    """Return additions that bring a replacement about; None where there are none."""
    addable = {onderdeel.keuze: None for onderdeel in selection.open()}
    added: set[Keuze] = set()
    for thing in replacement.links:
        if not any(keuze in selection.gekozen for keuze in thing):
            option = next((keuze for keuze in addable if keuze in thing), None)
            if option is None:
                return None
            added.add(option)
    return frozenset(added)


def stands_in(thing: frozenset[Keuze], replacements: Iterable[Replacement], have: Collection[Keuze]) -> bool:
    """Tell whether something counts for this thing."""
    return any(
        active(replacement, have) and any(thing & other for other in replacement.rechts)
        for replacement in replacements
    )
