"""Makes a world that shows a difference smaller, so that a person can see what it is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from oracle.world import Deel, Eenheid, Keuze, Regel, Route, World


def shrunk(world: World, route: Route, differs: Callable[[World, Route], bool]) -> tuple[World, Route]:
    """Return the smallest world found, with its one route, that still differs."""
    world = replace(world, routes=(route,))
    smaller = True
    while smaller:
        smaller = False
        for other in _smaller(world):
            if differs(other, other.routes[0]):
                world, smaller = other, True
                break
    return world, world.routes[0]


def _smaller(world: World) -> Iterator[World]:
    if world.seed:
        yield replace(world, seed=0)
    yield from _without_regels(world)
    yield from _without_keuzes(world)
    for programma in world.programmas:
        yield from _without_programma(world, programma)
    for doel in world.doelen:
        if doel != world.routes[0].doel and not any(doel in regel.doelen for regel in world.regels):
            yield replace(world, doelen=tuple(other for other in world.doelen if other != doel))
    for verbreding in world.verbredingen:
        yield replace(world, verbredingen=tuple(v for v in world.verbredingen if v != verbreding))
    for naam in world.groepen:
        if not any(naam in str(regel) for regel in world.regels):
            yield replace(world, groepen={n: keuzes for n, keuzes in world.groepen.items() if n != naam})
    for naam, eenheid in world.eenheden.items():
        plain = Eenheid(
            eenheid.programma, eenheid.code, eenheid.toetsing, eenheid.soort, ingevuld=eenheid.ingevuld
        )
        if plain != eenheid:
            yield replace(world, eenheden={**world.eenheden, naam: plain})
    for keuze, deel in world.delen.items():
        for plainer in (
            Deel(minuten=deel.minuten, weken=deel.weken),
            replace(deel, minuten=None, weken=None),
        ):
            if plainer != deel:
                yield replace(world, delen={**world.delen, keuze: plainer})


def _without_regels(world: World) -> Iterator[World]:
    for i, regel in enumerate(world.regels):
        yield replace(world, regels=(*world.regels[:i], *world.regels[i + 1 :]))
        plain = Regel(regel.id, regel.zinnen, leerjaren=regel.leerjaren)
        fewer = (
            replace(regel, zinnen=(*regel.zinnen[:z], *regel.zinnen[z + 1 :]))
            for z in range(len(regel.zinnen))
            if len(regel.zinnen) > 1
        )
        for other in (plain, *fewer):
            if other != regel:
                yield replace(world, regels=(*world.regels[:i], other, *world.regels[i + 1 :]))


def _without_keuzes(world: World) -> Iterator[World]:
    (route,) = world.routes
    for keuze in world.delen:
        if _is_named(world, keuze):
            continue
        delen = {other: deel for other, deel in world.delen.items() if other != keuze}
        kept = tuple(gekozen for gekozen in route.gekozen if gekozen.keuze != keuze)
        left = tuple(other for other in route.afgewezen if other != keuze)
        eenheden = dict(world.eenheden)
        if keuze.eenheid and keuze.soort != "verdieping":
            if any(other.eenheid == keuze.eenheid for other in delen):
                continue
            del eenheden[keuze.eenheid]
        verbredingen = tuple(
            smaller
            for verbreding in world.verbredingen
            if (smaller := replace(verbreding, uit=tuple(e for e in verbreding.uit if e in eenheden))).uit
        )
        smaller_route = replace(route, gekozen=kept, afgewezen=left)
        if any(
            eenheid.ingevuld and Keuze("verkennend", eenheid.id) not in delen and eenheid.soort != "keuzevak"
            for eenheid in eenheden.values()
        ):
            continue
        yield replace(
            world, delen=delen, eenheden=eenheden, routes=(smaller_route,), verbredingen=verbredingen
        )
    for gekozen in route.gekozen:
        others = tuple(other for other in route.gekozen if other != gekozen)
        yield replace(world, routes=(replace(route, gekozen=others),))
        if gekozen.leerjaar or gekozen.periode:
            loose = tuple(type(g)(g.keuze) if g == gekozen else g for g in route.gekozen)
            yield replace(world, routes=(replace(route, gekozen=loose),))
    for keuze in route.afgewezen:
        yield replace(
            world, routes=(replace(route, afgewezen=tuple(k for k in route.afgewezen if k != keuze)),)
        )
    if route.schooljaar:
        yield replace(world, routes=(replace(route, schooljaar=None),))


def _without_programma(world: World, programma: str) -> Iterator[World]:
    used = {eenheid.programma for eenheid in world.eenheden.values()} | {world.routes[0].programma}
    named = {name for regel in world.regels for name in regel.programmas}
    if programma not in used | named and f"uit='{programma}'" not in str(world.regels):
        school = replace(world.school, biedt_aan=tuple(p for p in world.school.biedt_aan if p != programma))
        verbredingen = tuple(
            replace(v, programmas=tuple(p for p in v.programmas if p != programma))
            for v in world.verbredingen
        )
        programmas = {name: soort for name, soort in world.programmas.items() if name != programma}
        yield replace(world, programmas=programmas, school=school, verbredingen=verbredingen)


def _is_named(world: World, keuze: Keuze) -> bool:
    return any(str(keuze) in str(regel) for regel in world.regels) or any(
        keuze in keuzes for keuzes in world.groepen.values()
    )
