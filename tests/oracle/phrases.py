"""Writes things and sentences in the language, with the words varied."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from random import Random

from oracle import world as w
from oracle.world import Ding, Dingen, Keuze, Telling, World

ENKEL = {
    "eenheden": "eenheid",
    "keuzevakken": "keuzevak",
    "verbredingen": "verbreding",
    "verdiepingen": "verdieping",
}
TELWOORDEN = (
    "",
    "één",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
)


def opgesomd(items: Sequence[str]) -> str:
    return f"{', '.join(items[:-1])} en {items[-1]}" if len(items) > 1 else items[0]


class Phrases:
    """The things and sentences of one world; its seed chooses the words, 0 the plainest."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.random = Random(world.seed) if world.seed else None  # noqa: S311 - chance that can be had again
        codes = [eenheid.code for eenheid in world.eenheden.values()]
        self.shared = {code for code in codes if codes.count(code) > 1}

    def one(self, *words: str) -> str:
        return self.random.choice(words) if self.random else words[0]

    # ---- things

    def code(self, eenheid: str) -> str:
        code = self.world.eenheden[eenheid].code
        return eenheid if code in self.shared else code

    def keuze(self, keuze: Keuze) -> str:
        """Write a choice as it stands in a list, without an article."""
        if keuze.soort in w.MET_NAAM:
            return f'{keuze.soort} "{keuze.naam}"'
        code = self.code(keuze.eenheid)
        if keuze.soort == "verkennend":
            return code
        return (
            f'verdieping "{keuze.naam}" van {code}'
            if keuze.soort == "verdieping"
            else f"{keuze.soort} {code}"
        )

    def ding(self, ding: Ding, *, first: bool, explored: bool) -> str:
        if ding.soort == "groep":
            return f"{'de ' if first or self.one('', 'de') else ''}groep {ding.naam}"
        keuze = ding.keuzes[0]
        if ding.soort == "verdieping":
            return f"verdieping van {self.code(keuze.eenheid)}"
        if keuze.soort == "keuzevak" and not explored and self.one("", "code"):
            return self.code(keuze.eenheid)
        if keuze.soort == "verkennend" and explored:
            return f"verkennend deel van {self.code(keuze.eenheid)}"
        written = self.keuze(keuze)
        if keuze.soort in ("verkennend", "verdieping"):
            return written
        article = "het" if keuze.soort == "keuzevak" else "de"
        return f"{article} {written}" if first or self.one("", article) else written

    def dingen(self, dingen: Dingen, *, first: bool = False, plain: bool = False) -> str:
        """Write a list; a qualifier would run on to a plain code, so the plain codes come first."""
        ordered = sorted(dingen, key=lambda ding: (ding.soort != "keuze", rank(ding.keuzes[0])))
        explored = not plain and self.one("", "", "deel") == "deel"
        written = [
            self.ding(ding, first=first and not i, explored=explored) for i, ding in enumerate(ordered)
        ]
        return self.listed(self.shortened(written))

    def listed(self, items: list[str]) -> str:
        return opgesomd(items) if self.one("en", "") else ", ".join(items)

    def shortened(self, items: list[str]) -> list[str]:
        """Write VT/K/9, VT/K/10 as VT/K/9, 10."""
        short = list(items)
        for i, (before, item) in enumerate(pairwise(items), 1):
            head, slash, number = item.rpartition("/")
            if slash and before.rpartition("/")[0] == head and number.isdigit() and self.one("", "short"):
                short[i] = number
        return short

    # ---- sentences

    def zin(self, zin: w.Zin) -> str:  # noqa: C901, PLR0911 - one per kind of sentence
        match zin:
            case Telling():
                return self.telling(zin)
            case w.Verplicht():
                return f"verplicht {self.dingen(zin.dingen)}"
            case w.Nooit():
                return f"nooit {self.dingen(zin.dingen)}"
            case w.Vereist():
                right = self.telling(zin.telling) if zin.telling else self.dingen(zin.rechts)
                return f"{self.dingen(zin.links, first=True)} vereist {right}"
            case w.NietSamen():
                return self._two_sides(zin.links, "niet samen met", zin.rechts)
            case w.InPlaatsVan():
                return self._two_sides(zin.links, "in plaats van", zin.rechts)
            case w.TeltAls():
                return self._two_sides(zin.links, "telt als", zin.rechts)
            case w.Voor():
                return self._two_sides(zin.links, self.one("vóór", "voor"), zin.rechts)
            case w.Als():
                return f"als {self._voorwaarde(zin)} dan {self.zin(zin.dan)}"
            case w.NietDubbel():
                return "telt niet dubbel" + (f" met {self.listed(list(zin.regels))}" if zin.regels else "")
            case w.NietGecontroleerd():
                return "niet gecontroleerd"

    def _two_sides(self, links: Dingen, words: str, rechts: Dingen) -> str:
        return f"{self.dingen(links, first=True)} {words} {self.dingen(rechts)}"

    def _voorwaarde(self, zin: w.Als) -> str:
        if zin.telling:
            return self.telling(zin.telling)
        things = [self.dingen(zin.dingen)] if zin.dingen else []
        return ", ".join([*things, *([f'het doel "{zin.doel}"'] if zin.doel else [])])

    def telling(self, telling: Telling) -> str:
        bepalingen = list(self._bepalingen(telling))
        place = 0 if telling.wat is None or (telling.van and self.one("", "na")) else len(bepalingen)
        before, after = bepalingen[:place], bepalingen[place:]
        origin = [f"uit {telling.uit}"] if telling.uit else []
        van = [f"van {self.dingen(telling.van, plain=True)}"] if telling.van else []
        return " ".join([self._grens(telling), *origin, *before, *van, *after])

    def _grens(self, telling: Telling) -> str:
        bounds = [bound for bound in (telling.laag, telling.hoog) if bound is not None]
        exact = len(set(bounds)) == 1 and len(bounds) == 2
        words, unit = self._getallen(telling, bounds[:1] if exact else bounds)
        if exact:
            amount = f"{self.one('precies', 'exact')} {words[0]}"
        elif len(words) > 1:
            amount = f"tussen {words[0]} en {words[1]}"
        elif telling.laag is not None:
            amount = f"{self.one('minstens', 'minimaal', 'ten minste')} {words[0]}"
        else:
            amount = f"{self.one('hoogstens', 'maximaal', 'ten hoogste')} {words[0]}"
        if telling.wat is None:
            return amount
        single = telling.maat == "aantal" and bounds[-1] == 1
        wat = (
            telling.wat
            if not single
            else ENKEL.get(telling.wat, telling.wat.removesuffix("s").replace("eiten", "eit"))
        )
        in_units = {"verdiepingen": "verdieping", "verbredingen": "verbreding", "stages": "stage"}
        wat = in_units.get(wat, wat) if telling.maat != "aantal" else wat
        return " ".join([amount, *unit, wat])

    def _getallen(self, telling: Telling, bounds: list[int]) -> tuple[list[str], list[str]]:
        if telling.maat == "minuten":
            *words, unit = self.uren(bounds)
            return words, [unit]
        words = [self.one(str(n), TELWOORDEN[n]) if 0 < n < len(TELWOORDEN) else str(n) for n in bounds]
        return words, ["weken"] if telling.maat == "weken" else []

    def uren(self, minuten: Iterable[int | None]) -> list[str]:
        """Return amounts of minutes in uren or lesuren, and then that word."""
        amounts = [int(m or 0) for m in minuten]
        lesuur = self.world.school.lesuur
        if lesuur and all(m % lesuur == 0 for m in amounts) and self.one("", "lesuren"):
            return [*(str(m // lesuur) for m in amounts), "lesuren"]
        return [*(f"{m / 60:g}".replace(".", ",") for m in amounts), "uur"]

    def _bepalingen(self, telling: Telling) -> Iterator[str]:
        if telling.per:
            yield f"per {telling.per}"
        if telling.kenmerken:
            yield f"met kenmerk {', '.join(telling.kenmerken)}"
        if telling.competenties:
            yield f"met competentie {', '.join(telling.competenties)}"
        if telling.elders:
            yield "uit een ander programma"


def rank(keuze: Keuze) -> int:
    """Plain codes before those with a word before them."""
    return ("verkennend", "keuzevak").index(keuze.soort) if keuze.soort in ("verkennend", "keuzevak") else 2
