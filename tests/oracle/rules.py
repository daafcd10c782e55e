"""Makes rules by chance for a world: every kind of sentence, every determiner, every scope."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from random import Random
from typing import TypeVar

from oracle import world as w
from oracle.sentences import Geval
from oracle.world import Ding, Dingen, Keuze, Regel, Telling, World

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
GEEN = (None, None)


class RuleMaker:
    def __init__(self, random: Random, world: World) -> None:
        self.random, self.world = random, world
        self.order = {
            keuze: i for i, keuze in enumerate(self.random.sample(list(world.delen), len(world.delen)))
        }
        self.gevallen = [Geval(world, route) for route in world.routes]
        self.said: set[object] = set()
        """What was said of which choices: the opposite would be a mistake in the text."""
        self.vervangt = self.chance(0.3)
        """Whether something is replaced in this world; then no choice has to count once only."""

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def some(self, items: Iterable[T], share: float = 0.5) -> tuple[T, ...]:
        return tuple(item for item in items if self.chance(share))

    def regels(self) -> tuple[Regel, ...]:
        regels = [self._regel(f"regel-{chr(96 + i)}") for i in range(1, self.random.randint(2, 5) + 1)]
        regels += self._niet_dubbel_met(regels)
        guides = [regel.id for regel in regels if regel.gezag == "richtlijn"]
        if guides and self.chance(0.5):
            takes = Regel("overname", self._zinnen()[:1] if self.chance(0.5) else (), neemt_over=(guides[0],))
            regels.append(takes)
        return tuple(regels)

    def _niet_dubbel_met(self, regels: list[Regel]) -> list[Regel]:
        """Return a rule that shares its choices with no count of an earlier one."""
        others = [
            regel
            for regel in regels
            if not regel.leerjaren
            and all(isinstance(zin, Telling) and zin.per is None for zin in regel.zinnen)
        ]
        if self.vervangt or not others or self.chance(0.7):
            return []
        zinnen = (*self._tellingen()[:1], w.NietDubbel((self.random.choice(others).id,)))
        return [Regel("regel-z", zinnen)]

    def _regel(self, naam: str) -> Regel:
        year = self.random.choice((2008, 2009, 2010))
        regel = Regel(
            id=naam,
            zinnen=self._zinnen(),
            soort="advies" if self.chance(0.12) else "regel",
            gezag=self.random.choice(("school",) * 5 + ("wet", "richtlijn")),
            programmas=self.some(self.world.programmas) if self.chance(0.15) else (),
            leerwegen=self.some(self.world.school.leerwegen) if self.chance(0.15) else (),
            doelen=self.some(self.world.doelen) if self.chance(0.15) else (),
            schooljaar=self._jaren(year) if self.chance(0.08) else GEEN,
            geldig=self._jaren(year) if self.chance(0.06) else GEEN,
        )
        return self._in_leerjaar(regel) if self.chance(0.4) else regel

    def _jaren(self, year: int) -> w.Jaren:
        return self.random.choice(((year, None), (None, year), (year, year), (year, year + 1)))

    def _in_leerjaar(self, regel: Regel) -> Regel:
        """Count in one leerjaar only, where the words say what that means."""
        plain = all(isinstance(zin, Telling | w.Verplicht | w.Vereist) for zin in regel.zinnen)
        if not plain:
            return regel
        return replace(regel, leerjaren=(self.random.choice(self.world.school.leerjaren),))

    # ---- sentences

    def _zinnen(self) -> tuple[w.Zin, ...]:
        if self.chance(0.06):
            return (w.NietGecontroleerd(),)
        zinnen = [
            zin for _ in range(self.random.choice((1, 1, 1, 2, 2, 3))) if (zin := self._zin()) is not None
        ]
        if not self.vervangt and self.chance(0.12):
            zinnen = [*self._tellingen(), w.NietDubbel()]
        return tuple(zinnen) or (self._telling(),)

    def _tellingen(self) -> list[w.Zin]:
        """Return counts of much the same things, to be met by different choices."""
        geval = self.random.choice(self.gevallen)
        words = [w_ for keuze in sorted(geval.keuzes) + geval.toevoegingen for w_ in geval.soorten(keuze)]
        wat = self.random.choice([word for word in words if word != "maatwerk"] or ["eenheden"])
        low = self.random.choice((1, 1, 1, 2))
        made = (self._bepaald(Telling(low, None, wat)) for _ in range(2))
        return [
            telling if self.chance(0.8) else replace(telling, laag=600, maat="minuten") for telling in made
        ]

    def _zin(self) -> w.Zin | None:
        makers: list[tuple[Callable[[], w.Zin | None], int]] = [
            (self._telling, 36),
            (self._verplicht, 10),
            (self._nooit, 5),
            (self._vereist, 10),
            (self._niet_samen, 7),
            (self._voor, 7),
            (self._als, 12),
            (self._vervanging, 25 if self.vervangt else 0),
        ]
        (make,) = self.random.choices([m for m, _ in makers], [share for _, share in makers])
        return make()

    def _says(self, soort: str, *about: Keuze) -> bool:
        """Tell whether this may be said; remember it."""
        opposite = {
            "verplicht": "nooit",
            "nooit": "verplicht",
            "vereist": "niet samen",
            "niet samen": "vereist",
        }
        if (opposite[soort], *about) in self.said:
            return False
        self.said.add((soort, *about))
        return True

    def _verplicht(self) -> w.Verplicht | None:
        dingen = tuple(
            ding for ding in self._dingen(self._aantal_dingen()) if self._says("verplicht", *ding.keuzes)
        )
        return w.Verplicht(dingen) if dingen else None

    def _nooit(self) -> w.Nooit | None:
        dingen = tuple(
            ding for ding in self._dingen(self._aantal_dingen()) if self._says("nooit", *ding.keuzes)
        )
        return w.Nooit(dingen) if dingen else None

    def _vereist(self) -> w.Vereist | None:
        links = self._dingen(self._aantal_dingen())
        if self.chance(0.35):
            return w.Vereist(links, (), self._telling())
        rechts = self._na(links, self._dingen(2))
        if (
            any(not self._says("vereist", a.keuzes[0], b.keuzes[0]) for a in links for b in rechts)
            or not rechts
        ):
            return None
        return w.Vereist(links, rechts)

    def _niet_samen(self) -> w.NietSamen | None:
        links, rechts = self._two_sides()
        if (
            any(not self._says("niet samen", a.keuzes[0], b.keuzes[0]) for a in links for b in rechts)
            or not rechts
        ):
            return None
        return w.NietSamen(links, rechts)

    def _voor(self) -> w.Voor | None:
        links = self._dingen(self._aantal_dingen(), single=True)
        rechts = self._na(links, self._dingen(self._aantal_dingen(), single=True))
        return w.Voor(links, rechts) if rechts else None

    def _vervanging(self) -> w.Zin | None:
        links, rechts = self._two_sides()
        if not rechts:
            return None
        return w.InPlaatsVan(links, rechts) if self.chance(0.5) else w.TeltAls(links, rechts)

    def _als(self) -> w.Als | None:
        dan: w.Zin | None = self.random.choice((self._telling, self._verplicht, self._nooit))()
        if dan is None:
            return None
        if self.chance(0.3):
            return w.Als(dan, telling=self._telling(per=False))  # type: ignore[arg-type] - one of the three
        doel = self.random.choice(self.world.doelen) if self.world.doelen and self.chance(0.3) else None
        dingen = self._dingen(self._aantal_dingen()) if doel is None or self.chance(0.3) else ()
        return w.Als(dan, dingen, doel)  # type: ignore[arg-type] - one of the three

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
        elif how < 0.36:
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
            telling = replace(telling, kenmerken=self.some(("mensen", "techniek", "computer", "anders"), 0.4))
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
