"""Tries every way to finish a route of a world, and scores each as docs/nl/voorstellen.md says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, combinations
from random import Random

from oracle import oracle
from oracle import world as w
from oracle.generate import KENMERKEN
from oracle.sentences import Geval, is_hard, omvat
from oracle.world import Gekozen, Keuze, Route, World

from routeplanner.engine.scope import scope_of
from routeplanner.engine.score import Score
from routeplanner.engine.selection import select
from routeplanner.engine.suggestion import Suggestion
from routeplanner.engine.worth import unsure
from routeplanner.model import curriculum as model
from routeplanner.model.rules import EenheidId, KeuzeSoort
from routeplanner.model.rules import Keuze as Product

MOST = 6
"""Additions of which every set is tried."""
GENOEG = 3
PARTS = ("verkennend", "verdieping", "keuzevak", "module")


@dataclass(frozen=True)
class Wens:
    """What a pupil wants, drawn by chance."""

    eenheden: tuple[str, ...]
    kenmerken: tuple[str, ...]
    interesses: tuple[str, ...]
    liever_niet: tuple[str, ...]


def wens_of(seed: int, world: World) -> Wens:
    random = Random(seed)  # noqa: S311 - chance that can be had again
    drawn = [random.sample(KENMERKEN, random.randint(0, 2)) for _ in range(3)]
    some = [id_ for id_ in world.eenheden if random.random() < 0.4]
    return Wens(tuple(some), *map(tuple, drawn))


def wishing(curriculum: model.Curriculum, route: Route, wens: Wens) -> tuple[model.Curriculum, model.Route]:
    """Return the route as the product read it, with a wish; a goal of its own stands for the drawn one."""
    mine = curriculum.routes[route.naam.lower()]
    doelen = dict(curriculum.doelen)
    name = mine.doel or "wat ook"
    known = doelen.get(name)
    doelen[name] = model.Doel(
        naam=known.naam if known else name,
        soort="beroep",
        niveau=2,
        crebo=(),
        past_bij=tuple(_eenheid(id_) for id_ in wens.eenheden),
        kenmerken=wens.kenmerken,
        span=mine.span,
    )
    fresh = replace(mine, doel=name, interesses=wens.interesses, liever_niet=wens.liever_niet)
    return replace(curriculum, doelen=doelen), fresh


def is_geldig(world: World, route: Route) -> bool:
    """Tell whether the oracle finds a route geldig.

    Raises:
        oracle.TooLarge: There is too much to try.
    """
    return oracle.judge(world, route)[0] == "geldig"


def finished(world: World, route: Route) -> Iterator[Route]:
    """Yield every geldige route that adds to this one.

    Raises:
        oracle.TooLarge: There is too much to try.
    """
    new = Geval(world, route).toevoegingen
    if len(new) > MOST:
        raise oracle.TooLarge
    for extra in chain.from_iterable(combinations(new, size) for size in range(len(new) + 1)):
        more = replace(route, gekozen=(*route.gekozen, *map(Gekozen, extra)))
        if is_geldig(world, more):
            yield more


def score_of(
    world: World, before: Route, after: Route, wens: Wens, ongewis: frozenset[Product]
) -> tuple[int, ...]:
    """Return the score of a route, the lower the better."""
    had, geval = Geval(world, before).keuzes, Geval(world, after)
    words = [set(world.delen[keuze].kenmerken) for keuze in geval.keuzes if keuze not in geval.verplicht]
    times = {word: sum(word in some for some in words) for word in KENMERKEN}
    there = {keuze.eenheid for keuze in geval.keuzes}
    added = geval.keuzes - had
    return (
        -sum(id_ in there for id_ in wens.eenheden),
        -sum(min(GENOEG, times[word]) for word in wens.kenmerken),
        sum(bool(some & set(wens.liever_niet)) for some in words)
        - sum(min(GENOEG, times[word]) for word in wens.interesses),
        sum(product(keuze) in ongewis for keuze in added),
        len(added),
        -sum(nabij_van(world, before, wens).get(keuze, 0) for keuze in geval.keuzes),
        -sum(times[word] for word in {*wens.kenmerken, *wens.interesses}),
    )


def nabij_van(world: World, before: Route, wens: Wens) -> dict[Keuze, int]:
    """Return what each choice counts for by how near it is to the goal: 3, 2 or 1."""
    geval = Geval(world, before)
    asks = list(_asks(geval))
    worth: dict[str | Keuze, int] = {}
    edge: set[str | Keuze] = set(wens.eenheden)
    for step in (3, 2, 1):
        edge |= {_whole(world, each) for each in edge if isinstance(each, str)}
        edge |= {
            each.eenheid for each in edge if isinstance(each, Keuze) and each == _whole(world, each.eenheid)
        }
        worth = dict.fromkeys(edge, step) | worth
        deeper = [each for each in edge if isinstance(each, Keuze) and each.soort == "verdieping"]
        edge = {right for left, right in asks if left in edge} | {_whole(world, k.eenheid) for k in deeper}
    free = (keuze for keuze in world.delen if keuze not in geval.verplicht)
    return {keuze: max(worth.get(keuze, 0), worth.get(keuze.eenheid, 0)) for keuze in free}


def _asks(geval: Geval) -> Iterator[tuple[Keuze, Keuze]]:
    """Yield what asks for what, by the rules that must hold for a route."""
    checked = (r for r in geval.regels if is_hard(geval.world, r) and omvat(r.geldig, geval.cohort))
    for zin in (zin for regel in checked for zin in regel.zinnen):
        match zin:
            case w.Vereist(links=links, rechts=rechts):
                pass
            case w.Als(dingen=(one,), telling=None, dan=w.Verplicht(dingen=rechts)):
                links = (one,)
            case _:
                continue
        yield from ((left, right) for a in links for b in rechts for left in a.keuzes for right in b.keuzes)


def _whole(world: World, eenheid: str) -> Keuze | None:
    soort = world.eenheden[eenheid].soort if eenheid in world.eenheden else ""
    return Keuze("keuzevak" if soort == "keuzevak" else "verkennend", eenheid) if soort else None


def score_told(score: Score) -> tuple[int, ...]:
    """Return the score of the product in the same form."""
    return (
        -score.eenheden,
        -score.kenmerken,
        score.liever_niet - score.interesses,
        score.ongewis,
        score.erbij,
        -score.nabij,
        -score.verwant,
    )


def without_size(curriculum: model.Curriculum, route: model.Route) -> frozenset[Product]:
    """Return what has no size although a rule asks for a minimum of it: the product's own word for it."""
    selection = select(curriculum, route)
    return unsure(selection, scope_of(selection).must_hold)


def suggested(world: World, before: Route, suggestion: Suggestion) -> Route:
    """Return a suggestion as a route of the world."""
    route = suggestion.route
    names = {product(keuze): keuze for keuze in world.delen}
    gekozen = [Gekozen(names[each.keuze], each.leerjaar, *each.perioden[:1]) for each in route.gekozen]
    return replace(before, gekozen=tuple(gekozen), afgewezen=tuple(names[keuze] for keuze in route.afgewezen))


def product(keuze: Keuze) -> Product:
    """Return a choice as the product has it."""
    id_ = _eenheid(keuze.eenheid) if keuze.eenheid else None
    return Product(KeuzeSoort(keuze.soort), id_, keuze.naam or None)


def _eenheid(id_: str) -> EenheidId:
    code, programma = id_.split(" uit ")
    return EenheidId(programma, code)
