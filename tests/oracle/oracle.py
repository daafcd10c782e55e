"""What the language says of a route, found by trying everything. The text is docs/nl/betekenis.md.

Small enough to be read, and plain enough to be believed; it shares no code with the product.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain, combinations, product
from typing import NamedTuple

from oracle import world as w
from oracle.everywhere import INGEBOUWD
from oracle.pupil import Keuzes
from oracle.sentences import Geval, Klopt, alle, is_hard, omvat
from oracle.world import Keuze, Regel, Route, Telling, World

VOLDAAN, OPEN, OVERTREDEN, ONGECONTROLEERD = "voldaan", "open", "overtreden", "niet gecontroleerd"
MOST_PLACINGS = 3_000


class TooLarge(Exception):  # noqa: N818 - it is no error, there is just too much to try
    """There are more ways to place the choices than are tried."""


class Eis(NamedTuple):
    """A sentence, or a rule that holds everywhere."""

    regel: str
    hard: bool
    klopt: Callable[[Keuzes], Klopt]
    raakt: Callable[[Keuze], bool]
    """Whether the place of a choice matters to it."""
    zin: w.Zin | None = None
    in_leerjaar: bool = False


def judge(world: World, route: Route) -> tuple[str, dict[str, str]]:
    """Return the verdict, and the state of the built-in rules and of every rule in scope.

    Raises:
        TooLarge: There is too much to try.
    """
    geval = Geval(world, route)
    standen = [(eis, stand(geval, eis)) for eis in eisen_van(geval)]
    per_regel = {regel.id: VOLDAAN for regel in geval.regels}
    for eis, its in standen:
        per_regel[eis.regel] = worst(per_regel.get(eis.regel, VOLDAAN), its)
    hard = [(eis, its) for eis, its in standen if eis.hard]
    if any(its == OVERTREDEN for _, its in hard):
        return "ongeldig", per_regel
    return samen(geval, [eis for eis, _ in hard]), per_regel


def worst(*standen: str) -> str:
    return next(s for s in (OVERTREDEN, OPEN, ONGECONTROLEERD, VOLDAAN) if s in standen)


def eisen_van(geval: Geval) -> Iterator[Eis]:
    """Yield all that is asked of a route, by its rules and everywhere."""
    for naam, check in INGEBOUWD.items():
        yield Eis(
            regel=naam,
            hard=True,
            klopt=lambda keuzes, c=check: c(geval, keuzes),
            raakt=lambda keuze, n=naam: _raakt_overal(geval, n, keuze),
        )
    for regel in geval.regels:
        for zin in regel.zinnen if omvat(regel.geldig, geval.cohort) else (w.NietGecontroleerd(),):
            yield Eis(
                regel=regel.id,
                hard=is_hard(geval.world, regel),
                klopt=lambda keuzes, r=regel, z=zin: geval.klopt(r, z, keuzes),
                raakt=lambda keuze, r=regel, z=zin: _raakt(geval, r, z, keuze),
                zin=zin,
                in_leerjaar=bool(regel.leerjaren),
            )


def stand(geval: Geval, eis: Eis) -> str:
    """Return the state of one sentence, apart from all others."""
    nu = eis.klopt(geval.keuzes)
    if nu is not False:
        return VOLDAAN if nu else ONGECONTROLEERD
    return OPEN if any(eis.klopt(keuzes) is not False for keuzes in with_additions(geval)) else OVERTREDEN


def with_additions(geval: Geval) -> Iterator[Keuzes]:
    """Yield the route with every set of additions, small ones first."""
    new = geval.toevoegingen
    sets = chain.from_iterable(combinations(new, size) for size in range(1, len(new) + 1))
    return (geval.keuzes.union(extra) for extra in sets)


# ---- all rules together, with one placement


def samen(geval: Geval, eisen: list[Eis]) -> str:
    """Return the verdict on what is asked, none of which is impossible by itself."""
    if kloppen_samen(geval, eisen, geval.keuzes):
        return "geldig"
    return "onvolledig" if any(kloppen_samen(geval, eisen, k) for k in with_additions(geval)) else "ongeldig"


def kloppen_samen(geval: Geval, eisen: list[Eis], keuzes: Keuzes) -> bool:
    """Tell whether one placement suits everything that is asked.

    A choice whose place matters to one of them only needs no trying here: that one has tried it by itself.
    """
    if any(eis.klopt(keuzes) is False for eis in eisen):
        return False
    loose = [keuze for keuze in keuzes if len(geval.plekken(keuze)) > 1]
    matters = Counter(keuze for keuze in loose for eis in eisen if eis.raakt(keuze))
    shared = [keuze for keuze in loose if matters[keuze] > 1]
    if not shared:
        return True
    options = [geval.plekken(keuze) for keuze in shared]
    if math.prod(map(len, options)) > MOST_PLACINGS:
        raise TooLarge
    for plekken in product(*options):
        with geval.geplaatst(dict(zip(shared, plekken, strict=True))):
            if all(eis.klopt(keuzes) is not False for eis in eisen):
                return True
    return False


def _raakt(geval: Geval, regel: Regel, zin: w.Zin, keuze: Keuze) -> bool:
    match zin:
        case Telling():
            return bool(zin.per or regel.leerjaren) and geval.telt_mee(zin, keuze)
        case w.Vereist(telling=Telling() as telling):
            return _raakt(geval, regel, telling, keuze)
        case w.Als(dan, telling=telling):
            counts = (part for part in (dan, telling) if isinstance(part, Telling))
            return any(_raakt(geval, regel, part, keuze) for part in counts)
        case w.Voor():
            return keuze in alle(zin.links + zin.rechts)
    return False


def _raakt_overal(geval: Geval, naam: str, keuze: Keuze) -> bool:
    return {
        "één-module-per-periode": keuze.soort == "keuzemodule",
        "past-in-de-weken": geval.world.school.lesuren_per_week is not None,
        "volgorde": keuze.soort in ("verkennend", "verdieping")
        and bool(geval.world.verdiepingen(keuze.eenheid)),
    }.get(naam, False)
