"""Everything that is answered about a route, held against all ways to finish it that the oracle finds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from oracle import oracle
from oracle import world as w
from oracle.comparing import load
from oracle.pupil import Keuzes
from oracle.sentences import Geval
from oracle.world import Gekozen, Keuze, Route, World

from routeplanner import api
from routeplanner.engine import options as engine_options
from routeplanner.engine.clashes import Clash
from routeplanner.engine.count import count_routes
from routeplanner.engine.joint import kept
from routeplanner.engine.options import Status
from routeplanner.engine.repairs import Repair
from routeplanner.engine.verdict import Verdict
from routeplanner.model import rules as m
from routeplanner.model.curriculum import Curriculum

FEW = 7
"""Additions of a route of which all sets are tried."""
FREE = 10
"""Choices that can be there or not, when all of them are free."""


def of(keuze: m.Keuze) -> Keuze:
    """Return a choice of the product as the oracle names it."""
    eenheid = f"{keuze.eenheid.code} uit {keuze.eenheid.programma}" if keuze.eenheid else ""
    return Keuze(keuze.soort.value, eenheid, keuze.naam or "")


@dataclass(frozen=True)
class Pair:
    """A route in a world, with what the product makes of it."""

    world: World
    route: Route
    curriculum: Curriculum

    @cached_property
    def geval(self) -> Geval:
        return Geval(self.world, self.route)

    @cached_property
    def eisen(self) -> list[oracle.Eis]:
        return [eis for eis in oracle.eisen_van(self.geval) if eis.hard]

    @cached_property
    def ways(self) -> list[Keuzes]:
        """Every way to finish the route."""
        sets = (self.geval.keuzes, *oracle.with_additions(self.geval))
        return [keuzes for keuzes in sets if oracle.kloppen_samen(self.geval, self.eisen, keuzes)]

    @cached_property
    def verdict(self) -> Verdict:
        return api.judge(self.curriculum, self.curriculum.routes[self.route.naam.lower()], seconds=60)


def pairs(world: World, folder: Path) -> Iterator[Pair]:
    """Yield the routes of a world that can be finished in few enough ways to try them all."""
    curriculum = load(world, folder)
    if curriculum.ok:
        for route in world.routes:
            pair = Pair(world, route, curriculum)
            if len(pair.geval.toevoegingen) <= FEW:
                yield pair


def wrong(pair: Pair) -> Iterator[str]:
    """Yield what is not as the oracle has it.

    Raises:
        oracle.TooLarge: There is too much to try.
    """
    yield from wrong_options(pair)
    yield from wrong_count(pair)
    yield from wrong_completion(pair)
    if pair.verdict.verdict == "ongeldig":
        yield from wrong_clashes(pair)
        yield from wrong_repairs(pair)


# ---- what is still possible


def wrong_options(pair: Pair) -> Iterator[str]:
    verdict = pair.verdict
    for option in engine_options.options(verdict.selection, verdict.problem):
        expected = _status(pair, of(option.keuze))
        if option.status is not expected:
            yield f"{option.keuze} is {option.status.value}, not {expected.value}"


def _status(pair: Pair, keuze: Keuze) -> Status:
    if keuze in pair.geval.keuzes:
        return Status.CHOSEN
    having = sum(keuze in way for way in pair.ways)
    if not having:
        return Status.CLOSED
    return Status.FORCED if having == len(pair.ways) else Status.OPEN


def wrong_count(pair: Pair) -> Iterator[str]:
    selection, problem = pair.verdict.selection, pair.verdict.problem
    number = count_routes(problem, [literal for some in kept(selection, problem) for literal in some])
    if number.exact and number.value != len(pair.ways):
        yield f"{number.value} routes, not {len(pair.ways)}"
    if not number.exact and pair.ways and number.value > len(pair.ways):
        yield f"more than {number.value} routes, where there are {len(pair.ways)}"


def wrong_completion(pair: Pair) -> Iterator[str]:
    plan = pair.verdict.plan
    if plan is None:
        return
    added = frozenset(map(of, plan.added))
    if pair.geval.keuzes | added not in pair.ways:
        yield f"{sorted(added)} is no way to finish it"
    least = min((len(way) for way in pair.ways), default=0) - len(pair.geval.keuzes)
    if len(added) > least:
        yield f"{sorted(added)} adds more than the {least} that are enough"


# ---- why not


def wrong_clashes(pair: Pair) -> Iterator[str]:
    if any(state == oracle.OVERTREDEN for state in oracle.judge(pair.world, pair.route)[1].values()):
        return  # then those rules are told
    clash = pair.verdict.clash
    if clash is None:
        yield "no clash"
        return
    rules = set(clash.rules)
    if _possible(pair, rules):
        yield f"{sorted(rules)} do not clash"
    for rule in sorted(rules):
        if not _possible(pair, rules - {rule}):
            yield f"{rule} is not needed for {sorted(rules)} to clash"
    if any(_smaller(pair, size) for size in range(1, len(rules))):
        yield f"{sorted(rules)} is not the smallest clash"
    yield from _wrong_choices(pair, clash)


def _possible(pair: Pair, rules: Iterable[str]) -> bool:
    asked = set(rules)
    eisen = [eis for eis in pair.eisen if eis.regel in asked]
    sets = (pair.geval.keuzes, *oracle.with_additions(pair.geval))
    return any(oracle.kloppen_samen(pair.geval, eisen, keuzes) for keuzes in sets)


def _smaller(pair: Pair, size: int) -> bool:
    """Tell whether some rules, this many, cannot hold together."""
    from itertools import combinations

    names = sorted({eis.regel for eis in pair.eisen})
    return any(not _possible(pair, some) for some in combinations(names, size))


def _wrong_choices(pair: Pair, clash: Clash) -> Iterator[str]:
    """Yield where the choices of a clash are not enough for it, or more than that."""
    chosen, declined = frozenset(map(of, clash.choices)), frozenset(map(of, clash.declined))
    if _possible_with(pair, clash, chosen, declined):
        yield f"{sorted(chosen | declined)} are not enough to clash"
    for one in sorted(chosen | declined):
        if _possible_with(pair, clash, chosen - {one}, declined - {one}) is False:
            yield f"{one} is not needed to clash"


def _possible_with(pair: Pair, clash: Clash, chosen: Keuzes, declined: Keuzes) -> bool | None:
    """Tell whether the rules of a clash can hold with only these choices made; None where that is too much to try."""
    all_free = frozenset(map(of, pair.verdict.problem.choices)) - chosen - declined
    if len(all_free) > FREE:
        return None
    eisen = [eis for eis in pair.eisen if eis.regel in clash.rules]
    sets = (chosen | extra for extra in _subsets(sorted(all_free)))
    return any(oracle.kloppen_samen(pair.geval, eisen, keuzes) for keuzes in sets)


def _subsets(keuzes: list[Keuze]) -> Iterator[Keuzes]:
    for bits in range(1 << len(keuzes)):
        yield frozenset(keuze for i, keuze in enumerate(keuzes) if bits >> i & 1)


# ---- what would help


def wrong_repairs(pair: Pair) -> Iterator[str]:
    mended = api.repairs_of(pair.verdict)
    for one in mended:
        route = repaired(pair.route, one.repair)
        verdict, _ = oracle.judge(pair.world, route)
        if verdict != one.oordeel.value:
            yield f"after {one.repair} the route is {verdict}, not {one.oordeel.value}"
        if {of(keuze) for keuze in one.repair.drop} & set(pair.route.afgerond):
            yield f"{one.repair} takes back what is afgerond"
    whole = [one.repair.size for one in mended if one.oordeel.value == "geldig"]
    if (not whole or min(whole) > 1) and (easier := _one_change(pair)):
        yield f"{easier} would be enough, and is not told"


def _one_change(pair: Pair) -> str:
    """Return one choice to drop or add after which the route is geldig; empty where there is none."""
    for keuze in sorted(pair.geval.keuzes - set(pair.route.afgerond)):
        if _verdict_of(pair, _changed(pair.route, drop=(keuze,))) == "geldig":
            return f"without {keuze}"
    addable = {of(keuze) for keuze in pair.verdict.problem.choices} - pair.geval.keuzes
    for keuze in sorted(addable):
        if _verdict_of(pair, _changed(pair.route, add=(keuze,))) == "geldig":
            return f"with {keuze}"
    return ""


def _verdict_of(pair: Pair, route: Route) -> str:
    return oracle.judge(pair.world, route)[0]


def repaired(route: Route, repair: Repair) -> Route:
    """Return the route of the oracle after a repair of the product."""
    moves = {of(keuze): cel for keuze, cel in repair.move}
    changed = _changed(route, drop=tuple(map(of, repair.drop)), add=tuple(map(of, repair.add)))
    gekozen = {one.keuze: one for one in changed.gekozen}
    gekozen |= {keuze: Gekozen(keuze, cel.leerjaar, cel.periode) for keuze, cel in moves.items()}
    return replace(changed, gekozen=tuple(gekozen.values()))


def _changed(route: Route, drop: tuple[Keuze, ...] = (), add: tuple[Keuze, ...] = ()) -> Route:
    gekozen = (*(one for one in route.gekozen if one.keuze not in drop), *map(w.Gekozen, add))
    declined = (*(keuze for keuze in route.afgewezen if keuze not in add), *drop)
    return replace(route, gekozen=gekozen, afgewezen=declined)
