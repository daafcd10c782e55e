"""Which rules the voorbeelden look after: without such a rule some voorbeeld comes out differently."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from routeplanner.engine.examples import Uitkomst, outcome
from routeplanner.engine.standing import Stand
from routeplanner.engine.verdict import Oordeel
from routeplanner.model.curriculum import Curriculum, Voorbeeld
from routeplanner.model.quantities import Gezag
from routeplanner.model.rules import NietDubbel, Regel, Verband


@dataclass(frozen=True)
class Coverage:
    """The rules of a school that must hold, and which of them no voorbeeld would miss."""

    curriculum: Curriculum
    regels: tuple[Regel, ...]
    """Those that were tried."""
    missed: tuple[Regel, ...]
    """Those that no voorbeeld would miss, in the order of the text."""


def coverage(curriculum: Curriculum, outcomes: Sequence[Uitkomst], *, op: date | None = None) -> Coverage:
    """Return which rules no voorbeeld would miss: without any one of these every voorbeeld comes out the same.

    Only rules of the school's own that must hold and can be checked: an advies changes no verdict.

    Args:
        curriculum: The text.
        outcomes: What came of each of its voorbeelden.
        op: The day on which exceptions are judged.
    """
    regels = {
        key: regel
        for key, regel in curriculum.regels.items()
        if regel.hard and regel.gezag is not Gezag.WET and regel.zinnen and regel.gecontroleerd
    }
    missed = tuple(
        regel for key, regel in regels.items() if not _is_looked_after(curriculum, key, outcomes, op)
    )
    return Coverage(curriculum, tuple(regels.values()), missed)


def _is_looked_after(curriculum: Curriculum, key: str, outcomes: Sequence[Uitkomst], op: date | None) -> bool:
    without = replace(
        curriculum,
        regels=MappingProxyType({k: regel for k, regel in curriculum.regels.items() if k != key}),
    )
    changed = (_differs(was, without, op) for was in outcomes if _can_differ(was, key))
    return any(changed)


def _differs(was: Uitkomst, without: Curriculum, op: date | None) -> bool:
    now = outcome(without, was.voorbeeld, op=op)
    return (now.klopt, now.beslist, now.verschillen) != (was.klopt, was.beslist, was.verschillen)


def _can_differ(was: Uitkomst, key: str) -> bool:
    """Tell whether a voorbeeld can come out differently without a rule; where it surely cannot, it is not tried.

    A rule that is met, that no other one reads and that is in no clash makes no verdict what it is: what is geldig
    stays so with fewer rules, and what is wrong or open elsewhere stays that too.
    """
    verdict = was.verdict
    regel = verdict.selection.curriculum.regels[key]
    state = next((rule for rule in verdict.rules if rule.regel is regel), None)
    if state is None:  # it does not hold for this route, or is waived
        return False
    if verdict.oordeel is Oordeel.ONBESLIST or state.stand is not Stand.VOLDAAN or regel.afgeleid:
        return True
    if verdict.clash is not None and regel.id in verdict.clash.rules:
        return True
    return _is_read(regel, key, was.voorbeeld, verdict.selection.curriculum)


def _is_read(regel: Regel, key: str, voorbeeld: Voorbeeld, curriculum: Curriculum) -> bool:
    """Tell whether other rules read this one, or the voorbeeld names it."""
    replaces = any(isinstance(z, Verband) and z.soort in ("in plaats van", "telt als") for z in regel.zinnen)
    named = {one for verwachting in voorbeeld.verwachtingen for one in verwachting.regels}
    return replaces or bool({key, regel.id} & named) or key in set(_counted_apart(curriculum))


def _counted_apart(curriculum: Curriculum) -> Iterator[str]:
    for regel in curriculum.regels.values():
        for zin in regel.zinnen:
            if isinstance(zin, NietDubbel):
                yield from zin.regels
