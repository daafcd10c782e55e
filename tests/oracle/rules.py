"""Makes rules by chance for a world: every kind of sentence, every determiner, every scope."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import TypeVar

from oracle import world as w
from oracle.counts import CountMaker
from oracle.world import Keuze, Regel, Telling, World

T = TypeVar("T")

GEEN = (None, None)


class RuleMaker(CountMaker):
    def __init__(self, random: Random, world: World) -> None:
        super().__init__(random, world)
        self.said: set[object] = set()
        """What was said of which choices: the opposite would be a mistake in the text."""
        self.vervangt = self.chance(0.3)
        """Whether something is replaced in this world; then no choice has to count once only."""

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
            return w.Als(dan, telling=self._telling())  # type: ignore[arg-type] - one of the three
        doel = self.random.choice(self.world.doelen) if self.world.doelen and self.chance(0.3) else None
        dingen = self._dingen(self._aantal_dingen()) if doel is None or self.chance(0.3) else ()
        return w.Als(dan, dingen, doel)  # type: ignore[arg-type] - one of the three
