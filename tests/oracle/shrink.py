"""Makes a world that shows a difference smaller, so that a person can see what it is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain

from oracle.world import MET_NAAM, Deel, Eenheid, Gekozen, Keuze, Regel, Route, World


def shrunk(world: World, route: Route, differs: Callable[[World, Route], bool]) -> tuple[World, Route]:
    """Return the smallest world found, with its one route, that still differs."""
    world = replace(world, routes=(route,))
    smaller = True
    while smaller:
        smaller = False
        for other in chain.from_iterable(step(world) for step in _STEPS):
            if differs(other, other.routes[0]):
                world, smaller = other, True
                break
    return world, world.routes[0]


def _plain_words(world: World) -> Iterator[World]:
    if world.seed:
        yield replace(world, seed=0)


def _fewer_regels(world: World) -> Iterator[World]:
    for i, regel in enumerate(world.regels):
        before, after = world.regels[:i], world.regels[i + 1 :]
        yield replace(world, regels=before + after)
        for z in range(len(regel.zinnen) if len(regel.zinnen) > 1 else 0):
            fewer = replace(regel, zinnen=(*regel.zinnen[:z], *regel.zinnen[z + 1 :]))
            yield replace(world, regels=(*before, fewer, *after))
        plain = Regel(regel.id, regel.zinnen, leerjaren=regel.leerjaren)
        if plain != regel:
            yield replace(world, regels=(*before, plain, *after))


def _plainer_route(world: World) -> Iterator[World]:
    (route,) = world.routes
    plain = replace(route, afgerond=(), schooljaar=None)
    if plain != route:
        yield replace(world, routes=(plain,))
    if route.doel and not any(regel.doelen for regel in world.regels):
        yield replace(world, routes=(replace(route, doel=None),))
    for gekozen in route.gekozen:
        rest = tuple(other for other in route.gekozen if other != gekozen)
        yield replace(world, routes=(replace(route, gekozen=rest),))
        if gekozen.leerjaar or gekozen.periode:
            loose = (*rest, Gekozen(gekozen.keuze))
            yield replace(world, routes=(replace(route, gekozen=loose),))
    for keuze in route.afgewezen:
        left = tuple(other for other in route.afgewezen if other != keuze)
        yield replace(world, routes=(replace(route, afgewezen=left),))


def _fewer_keuzes(world: World) -> Iterator[World]:
    """Leave out what is chosen by name, a verdieping, or a whole unit, where nothing speaks of it."""
    (route,) = world.routes
    used = str((world.regels, tuple(world.groepen.values()), route.gekozen, route.afgewezen, route.afgerond))
    for keuze in world.delen:
        if keuze.soort in (*MET_NAAM, "verdieping") and str(keuze) not in used:
            yield replace(world, delen={k: deel for k, deel in world.delen.items() if k != keuze})
    for eenheid in world.eenheden:
        if f"'{eenheid}'" not in used:
            yield replace(
                world,
                delen={keuze: deel for keuze, deel in world.delen.items() if keuze.eenheid != eenheid},
                eenheden={naam: e for naam, e in world.eenheden.items() if naam != eenheid},
                verbredingen=tuple(
                    replace(verbreding, uit=uit)
                    for verbreding in world.verbredingen
                    if (uit := tuple(e for e in verbreding.uit if e != eenheid))
                ),
            )


def _fewer_names(world: World) -> Iterator[World]:
    (route,) = world.routes
    for doel in world.doelen:
        if doel != route.doel and f"'{doel}'" not in str(world.regels):
            yield replace(world, doelen=tuple(other for other in world.doelen if other != doel))
    for verbreding in world.verbredingen:
        yield replace(world, verbredingen=tuple(v for v in world.verbredingen if v != verbreding))
    for naam in world.groepen:
        if naam not in str(world.regels):
            yield replace(world, groepen={n: keuzes for n, keuzes in world.groepen.items() if n != naam})
    used = {route.programma, *(eenheid.programma for eenheid in world.eenheden.values())}
    for programma in set(world.programmas) - used:
        if f"'{programma}'" not in str((world.regels, world.verbredingen, tuple(world.delen.values()))):
            school = replace(
                world.school, biedt_aan=tuple(p for p in world.school.biedt_aan if p != programma)
            )
            programmas = {naam: soort for naam, soort in world.programmas.items() if naam != programma}
            yield replace(world, programmas=programmas, school=school)


def _plainer_parts(world: World) -> Iterator[World]:
    for naam, eenheid in world.eenheden.items():
        ingevuld = eenheid.ingevuld and bool(world.verdiepingen(naam))
        plain = Eenheid(
            eenheid.programma, eenheid.code, eenheid.toetsing, eenheid.soort, ingevuld=eenheid.ingevuld
        )
        for other in (plain, replace(eenheid, ingevuld=ingevuld)):
            if other != eenheid:
                yield replace(world, eenheden={**world.eenheden, naam: other})
    for keuze, deel in world.delen.items():
        for less in (Deel(deel.minuten, deel.weken), replace(deel, minuten=None, weken=None)):
            if less != deel:
                alike = {k: less for k in world.delen if k.eenheid == keuze.eenheid and _is_whole(k, keuze)}
                yield replace(world, delen={**world.delen, **alike, keuze: less})


def _is_whole(one: Keuze, other: Keuze) -> bool:
    """Tell whether two choices are the same part of a unit: a module is so in two ways."""
    return {one.soort, other.soort} <= {"verkennend", "module"} and bool(one.eenheid)


_STEPS = (_plain_words, _fewer_regels, _plainer_route, _fewer_keuzes, _fewer_names, _plainer_parts)
