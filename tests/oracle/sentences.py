"""Does a sentence hold for a set of choices? True, False, or None where that is not to be said.

The text is docs/nl/betekenis.md, "De stand van een regel". Without a place yet, every place is tried.
"""

from __future__ import annotations

import math
import operator

from oracle import world as w
from oracle.pupil import Keuzes, Leerling
from oracle.world import Ding, Keuze, Regel, Route, Telling, World

Klopt = bool | None


def omvat(jaren: w.Jaren, jaar: int) -> bool:
    return (jaren[0] is None or jaren[0] <= jaar) and (jaren[1] is None or jaar <= jaren[1])


def is_hard(world: World, regel: Regel) -> bool:
    overgenomen = any(regel.id in other.neemt_over for other in world.regels)
    return regel.soort == "regel" and (regel.gezag != "richtlijn" or overgenomen)


def of(one: Klopt, other: Klopt) -> Klopt:
    return True if True in (one, other) else None if None in (one, other) else False


def niet(waarde: Klopt) -> Klopt:
    return None if waarde is None else not waarde


class Geval(Leerling):
    """One route under the rules of its world."""

    def __init__(self, world: World, route: Route) -> None:
        super().__init__(world, route)
        self.regels = [regel for regel in world.regels if self._geldt(regel)]
        self.gelezen = [regel for regel in self.regels if omvat(regel.geldig, self.cohort)]
        self._telt_mee: dict[tuple[int, Keuze], bool] = {}

    # ---- rules

    def _geldt(self, regel: Regel) -> bool:
        doel = not regel.doelen or self.route.doel in regel.doelen
        return self.is_voor_mij(regel) and doel and omvat(regel.schooljaar, self.cohort)

    def klopt(self, regel: Regel, zin: w.Zin, keuzes: Keuzes) -> Klopt:  # noqa: C901, PLR0911 - one per kind
        match zin:
            case Telling():
                return self.telling(regel, zin, keuzes)
            case w.Verplicht():
                return all(self.is_beantwoord(regel, ding, keuzes) for ding in zin.dingen)
            case w.Nooit():
                return not any(is_er(ding, keuzes) for ding in zin.dingen)
            case w.Vereist():
                if not any(is_er(ding, keuzes) for ding in zin.links):
                    return True
                if zin.telling is not None:
                    return self.telling(regel, zin.telling, keuzes)
                return all(self.is_beantwoord(regel, ding, keuzes) for ding in zin.rechts)
            case w.NietSamen():
                left, right = (any(is_er(d, keuzes) for d in side) for side in (zin.links, zin.rechts))
                return not (left and right)
            case w.InPlaatsVan():
                left = all(is_er(ding, keuzes) for ding in zin.links)
                return not (left and any(is_er(ding, keuzes) for ding in zin.rechts))
            case w.Voor():
                first, then = (keuzes & alle(side) for side in (zin.links, zin.rechts))
                return all(min(self.plekken(a)) < max(self.plekken(b)) for a in first for b in then)
            case w.Als():
                return of(niet(self.voorwaarde(regel, zin, keuzes)), self.klopt(regel, zin.dan, keuzes))
            case w.NietDubbel():
                return self.verdeling(regel, zin, keuzes)
            case w.NietGecontroleerd():
                return None
        return True  # w.TeltAls asks nothing

    def voorwaarde(self, regel: Regel, zin: w.Als, keuzes: Keuzes) -> Klopt:
        """Tell whether the condition holds, wherever things come to stand."""
        if zin.telling is not None:
            return self.telling(regel, zin.telling, keuzes, overal=True)
        return all(is_er(ding, keuzes) for ding in zin.dingen) and zin.doel in (None, self.route.doel)

    def vervangen(self, regel: Regel, keuzes: Keuzes) -> set[Keuzes]:
        """Return the things that others count for. An advies cannot do that in a rule that must hold."""
        from_ = [r for r in self.gelezen if is_hard(self.world, r) or not is_hard(self.world, regel)]
        zinnen = (z for r in from_ for z in r.zinnen if isinstance(z, w.InPlaatsVan | w.TeltAls))
        active = (zin for zin in zinnen if all(is_er(ding, keuzes) for ding in zin.links))
        return {frozenset(ding.keuzes) for zin in active for ding in zin.rechts}

    def is_beantwoord(self, regel: Regel, ding: Ding, keuzes: Keuzes) -> bool:
        """Tell whether what is asked for is there, or something that counts for it."""
        return is_er(ding, keuzes) or any(other & set(ding.keuzes) for other in self.vervangen(regel, keuzes))

    # ---- counting

    def telt_mee(self, telling: Telling, keuze: Keuze) -> bool:
        key = (id(telling), keuze)
        if key not in self._telt_mee:
            self._telt_mee[key] = self._past_bij(telling, keuze)
        return self._telt_mee[key]

    def _past_bij(self, telling: Telling, keuze: Keuze) -> bool:
        deel, eenheid = self.world.delen[keuze], self.world.eenheden.get(keuze.eenheid)
        programma = eenheid.programma if eenheid else None
        genoemd = alle(telling.van)
        eenheden = {k.eenheid for k in genoemd if k.soort != "verdieping" and k.eenheid}
        if telling.wat is None:
            binnen = keuze in genoemd
        else:
            within = not telling.van or keuze in genoemd or keuze.eenheid in eenheden
            binnen = telling.wat in self.soorten(keuze) and within
        return (
            binnen
            and (not telling.kenmerken or bool(set(telling.kenmerken) & set(deel.kenmerken)))
            and (not telling.competenties or bool(set(telling.competenties) & set(deel.competenties)))
            and telling.uit in (None, programma)
            and (not telling.elders or programma not in (None, self.route.programma))
        )

    def omvang(self, telling: Telling, keuze: Keuze) -> int | None:
        deel = self.world.delen[keuze]
        return {"aantal": 1, "minuten": deel.minuten, "weken": deel.weken}[telling.maat]

    def telling(self, regel: Regel, telling: Telling, keuzes: Keuzes, *, overal: bool = False) -> Klopt:
        """Tell whether the bounds hold in every stretch of time that is asked, for some placement or for all.

        Where the size of something that counts is not known, only too much of the rest can be told.
        """
        stretches = self._stretches(regel, telling)
        totalen, all_known = {(0,) * len(stretches)}, True
        for keuze in keuzes:
            ergens = self._ergens(stretches, keuze) if self.telt_mee(telling, keuze) else {None}
            if ergens != {None}:
                omvang = self.omvang(telling, keuze)
                all_known = all_known and omvang is not None
                totalen = {erbij(totaal, i, omvang or 0) for totaal in totalen for i in ergens}
        extra = 0 if telling.per or regel.leerjaren else self._vervangen_in(regel, telling, keuzes)
        low, high = telling.laag or 0, math.inf if telling.hoog is None else telling.hoog
        if not all_known:
            te_veel = [max(totaal) > high for totaal in totalen]
            return False if (any(te_veel) if overal else all(te_veel)) else None
        goed = (all(total <= high and total + extra >= low for total in totaal) for totaal in totalen)
        return all(goed) if overal else any(goed)

    def _ergens(self, stretches: list[set[w.Plek]], keuze: Keuze) -> set[int | None]:
        """Return in which stretches a choice stands or may stand; None is outside all of them."""
        plekken = self.plekken(keuze)
        return {next((i for i, stretch in enumerate(stretches) if p in stretch), None) for p in plekken}

    def _vervangen_in(self, regel: Regel, telling: Telling, keuzes: Keuzes) -> int:
        if telling.maat != "aantal" or telling.laag is None:
            return 0
        absent = (other for other in self.vervangen(regel, keuzes) if not other & keuzes)
        return sum(any(self.telt_mee(telling, keuze) for keuze in other) for other in absent)

    def _stretches(self, regel: Regel, telling: Telling) -> list[set[w.Plek]]:
        plekken = [p for p in self.world.school.plekken if p[0] in (regel.leerjaren or (p[0],))]
        if telling.per == "periode":
            return [{plek} for plek in plekken]
        if telling.per == "leerjaar":
            return [{p for p in plekken if p[0] == jaar} for jaar in dict(plekken)]
        return [set(plekken)]

    def verdeling(self, regel: Regel, zin: w.NietDubbel, keuzes: Keuzes) -> Klopt:
        """Tell whether the choices can be divided over the counts so that each has its minimum."""
        over = [r for r in self.gelezen if r.id == regel.id or r.id in zin.regels]
        tellingen = [z for r in over for z in r.zinnen if isinstance(z, Telling) and z.laag is not None]
        totalen, all_known = {(0,) * len(tellingen)}, True
        for keuze in keuzes:
            uses = [i for i, telling in enumerate(tellingen) if self.telt_mee(telling, keuze)]
            for_one = [(i, self.omvang(tellingen[i], keuze)) for i in uses]
            all_known = all_known and all(omvang is not None for _, omvang in for_one)
            totalen |= {erbij(totaal, i, omvang or 0) for totaal in totalen for i, omvang in for_one}
        low = [telling.laag or 0 for telling in tellingen]
        met = any(all(map(operator.ge, totaal, low)) for totaal in totalen)
        return met or (False if all_known else None)


def alle(dingen: w.Dingen) -> Keuzes:
    return frozenset(keuze for ding in dingen for keuze in ding.keuzes)


def is_er(ding: Ding, keuzes: Keuzes) -> bool:
    return any(keuze in keuzes for keuze in ding.keuzes)


def erbij(totaal: tuple[int, ...], i: int | None, omvang: int) -> tuple[int, ...]:
    return totaal if i is None else (*totaal[:i], totaal[i] + omvang, *totaal[i + 1 :])
