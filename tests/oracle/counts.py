"""Makes things and counts by chance for a world, with bounds near what its routes have."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from random import Random
from typing import TypeVar

from oracle import world as w
from oracle.sentences import Geval
from oracle.world import Ding, Dingen, Keuze, Telling, World

T = TypeVar("T")

SOORTEN = (
    "verdiepingen",
    "verbredingen",
    "maatwerk",
    "keuzevakken",
    "modules",
    "eenheden",
    *w.MET_NAAM.values(),
)
VAN_EENHEDEN = SOORTEN[:6]
IN_UREN = (
    "verdiepingen",
    "verbredingen",
    "maatwerk",
    "maatwerk",
    "keuzemodules",
    "eenheden",
    "activiteiten",
    "stages",
)


class CountMaker:
    def __init__(self, random: Random, world: World) -> None:
        self.random, self.world = random, world
        self.order = {
            keuze: i for i, keuze in enumerate(self.random.sample(list(world.delen), len(world.delen)))
        }
        self.kenmerken = sorted({kenmerk for deel in world.delen.values() for kenmerk in deel.kenmerken})
        self.gevallen = [Geval(world, route) for route in world.routes]

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def some(self, items: Iterable[T], share: float = 0.5) -> tuple[T, ...]:
        return tuple(item for item in items if self.chance(share))

    # ---- things

    def _aantal_dingen(self) -> int:
        return self.random.choice((1, 1, 1, 2))

    def _two_sides(self) -> tuple[Dingen, Dingen]:
        links, rechts = self._dingen(self._aantal_dingen()), self._dingen(self._aantal_dingen())
        left = {keuze for ding in links for keuze in ding.keuzes}
        return links, tuple(ding for ding in rechts if not left & set(ding.keuzes))

    def _na(self, links: Dingen, rechts: Dingen) -> Dingen:
        """Return the things that come after all on the left, so that no circle can arise."""
        last = max(self.order[keuze] for ding in links for keuze in ding.keuzes)
        return tuple(ding for ding in rechts if min(self.order[keuze] for keuze in ding.keuzes) > last)

    def _dingen(self, size: int, *, single: bool = False) -> Dingen:
        dingen = (self._ding(single=single) for _ in range(size))
        return tuple({frozenset(ding.keuzes): ding for ding in dingen}.values())

    def _ding(self, *, single: bool) -> Ding:
        if not single and self.world.groepen and self.chance(0.15):
            naam = self.random.choice(list(self.world.groepen))
            return Ding(self.world.groepen[naam], "groep", naam)
        geval = self.random.choice(self.gevallen)
        from_ = self.random.choice((sorted(geval.keuzes), geval.toevoegingen, list(self.world.delen)))
        keuze = self.random.choice(from_ or list(self.world.delen))
        if not single and keuze.soort == "verdieping" and self.chance(0.5):
            return Ding(self.world.verdiepingen(keuze.eenheid), "verdieping")
        return Ding((keuze,))

    # ---- counts

    def _telling(self, *, per: bool = True) -> Telling:
        how = self.random.random()
        if how < 0.3:
            telling = Telling(None, None, self.random.choice(IN_UREN), "minuten")
            telling = self._bepaald(telling) if self.chance(0.5) else telling
        elif how < 0.41:
            telling = Telling(None, None, "stages", "weken")
        else:
            telling = self._aantal()
        if per and self.chance(0.2):
            telling = replace(telling, per=self.random.choice(("leerjaar", "periode")))
        return self._bounded(telling)

    def _aantal(self) -> Telling:
        wat = self.random.choice([soort for soort in SOORTEN if soort != "maatwerk"])
        telling = self._bepaald(Telling(None, None, wat))
        return self._van(telling) if self.chance(0.35) else telling

    def _bounded(self, telling: Telling) -> Telling:
        """Set bounds near what some route has, or could have."""
        has, could = self._totals(telling)
        step = {"aantal": 1, "weken": 1, "minuten": 300}[telling.maat]
        kind = self.random.choice(("minstens", "minstens", "hoogstens", "precies", "tussen"))
        if kind == "hoogstens":
            return replace(telling, hoog=self._near(has, step))
        low = self._near(self.random.choice((has, could)), step)
        high = low + (self.random.randint(1, 3) * step if kind == "tussen" else 0)
        low, high = self._possible(telling, low, high)
        return replace(
            telling,
            laag=max(low, step) if kind == "minstens" else low,
            hoog=high if kind != "minstens" else None,
        )

    def _totals(self, telling: Telling) -> tuple[int, int]:
        geval = self.random.choice(self.gevallen)
        has, could = (
            sum(geval.omvang(telling, keuze) or 0 for keuze in keuzes if geval.telt_mee(telling, keuze))
            for keuzes in (geval.keuzes, geval.toevoegingen)
        )
        parts = len(self.world.school.leerjaren) if telling.per else 1
        return has // parts, (has + could // self.random.choice((1, 2))) // parts

    def _near(self, total: int, step: int) -> int:
        return max(0, total // step + self.random.choice((-1, 0, 0, 0, 1))) * step

    def _possible(self, telling: Telling, low: int, high: int) -> tuple[int, int]:
        """Return bounds that do not ask for more than is named."""
        most = len({keuze for ding in telling.van for keuze in ding.keuzes})
        most = most if telling.van and telling.maat == "aantal" else high
        return min(low, most), max(high, min(low, most))

    def _bepaald(self, telling: Telling) -> Telling:
        if self.chance(0.2):
            telling = replace(telling, kenmerken=self.some(self.kenmerken, 0.4))
        if self.chance(0.12):
            telling = replace(telling, competenties=self.some(("netwerken", "werkexploratie"), 0.6))
        if telling.wat in VAN_EENHEDEN and self.chance(0.15):
            uit = self.random.choice(list(self.world.programmas))
            telling = replace(telling, uit=uit) if self.chance(0.5) else replace(telling, elders=True)
        return telling

    def _van(self, telling: Telling) -> Telling:
        """Name what is counted within: of its own kind, or the things themselves."""
        if self.chance(0.4):
            telling = replace(telling, wat=None, uit=None, van=self._dingen(self.random.randint(1, 4)))
        elif self.world.groepen and self.chance(0.4):
            naam = self.random.choice(list(self.world.groepen))
            telling = replace(telling, van=(Ding(self.world.groepen[naam], "groep", naam),))
        else:
            telling = replace(telling, van=self._van_soort(telling.wat))
        return telling if telling.van or telling.wat else replace(telling, wat="eenheden")

    def _van_soort(self, wat: str | None) -> Dingen:
        if wat in VAN_EENHEDEN:
            eenheden = [e for e in self.world.eenheden if wat != "verdiepingen" or self.world.verdiepingen(e)]
            some = self.random.sample(eenheden, min(len(eenheden), self.random.randint(1, 3)))
            return tuple(Ding((self._whole(eenheid),)) for eenheid in some)
        named = [keuze for keuze in self.world.delen if w.MET_NAAM.get(keuze.soort) == wat]
        return tuple(Ding((keuze,)) for keuze in self.random.sample(named, min(len(named), 2)))

    def _whole(self, eenheid: str) -> Keuze:
        kind = "keuzevak" if self.world.eenheden[eenheid].soort == "keuzevak" else "verkennend"
        return Keuze(kind, eenheid)
