"""What the language says of a route, found by trying everything. The text is docs/nl/betekenis.md.

A sentence is True, False or None (not to be said) for a set of choices. No code is shared with the product.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Iterable
from itertools import chain, combinations

from oracle import world as w
from oracle.pupil import Keuzes, Leerling, is_gegeven
from oracle.world import Ding, Keuze, Regel, Route, Telling, World

VOLDAAN, OPEN, OVERTREDEN, ONGECONTROLEERD = "voldaan", "open", "overtreden", "niet gecontroleerd"
Klopt = bool | None


def judge(world: World, route: Route) -> tuple[str, dict[str, str]]:
    """Return the verdict, and the state of the built-in rules and of every rule in scope."""
    geval = Geval(world, route)
    standen = {regel.id: geval.stand(regel) for regel in geval.regels}
    ingebouwd = {naam: check(geval) for naam, check in INGEBOUWD.items()}
    moet = {*ingebouwd.values(), *(standen[regel.id] for regel in geval.regels if is_hard(world, regel))}
    oordeel = "ongeldig" if OVERTREDEN in moet else "onbeslist" if OPEN in moet else "geldig"
    return oordeel, standen | ingebouwd


def is_hard(world: World, regel: Regel) -> bool:
    overgenomen = any(regel.id in other.neemt_over for other in world.regels)
    return regel.soort == "regel" and (regel.gezag != "richtlijn" or overgenomen)


def omvat(jaren: w.Jaren, jaar: int) -> bool:
    return (jaren[0] is None or jaren[0] <= jaar) and (jaren[1] is None or jaar <= jaren[1])


def of(waarden: Iterable[Klopt]) -> Klopt:
    """At least one of these."""
    onbekend = False
    for waarde in waarden:
        if waarde is True:
            return True
        onbekend = onbekend or waarde is None
    return None if onbekend else False


def niet(waarde: Klopt) -> Klopt:
    return None if waarde is None else not waarde


class Geval(Leerling):
    """One route under the rules of its world."""

    def __init__(self, world: World, route: Route) -> None:
        super().__init__(world, route)
        self.regels = [regel for regel in world.regels if self._geldt(regel)]
        zinnen = [zin for regel in self.regels for zin in regel.zinnen]
        self.vervangingen = [zin for zin in zinnen if isinstance(zin, w.InPlaatsVan | w.TeltAls)]
        self._telt_mee: dict[tuple[int, Keuze], bool] = {}

    # ---- rules

    def _geldt(self, regel: Regel) -> bool:
        doel = not regel.doelen or self.route.doel in regel.doelen
        return self.is_voor_mij(regel) and doel and omvat(regel.schooljaar, self.cohort)

    def stand(self, regel: Regel) -> str:
        if not omvat(regel.geldig, self.cohort):
            return ONGECONTROLEERD
        standen = [self.stand_van_zin(regel, zin) for zin in regel.zinnen]
        return next((s for s in (OVERTREDEN, OPEN, ONGECONTROLEERD) if s in standen), VOLDAAN)

    def stand_van_zin(self, regel: Regel, zin: w.Zin) -> str:
        nu = self.klopt(regel, zin, self.keuzes)
        if nu is not False:
            return VOLDAAN if nu else ONGECONTROLEERD
        straks = of(self.klopt(regel, zin, self.keuzes | frozenset(extra)) for extra in self._extra())
        return {True: OPEN, None: ONGECONTROLEERD, False: OVERTREDEN}[straks]

    def _extra(self) -> Iterable[tuple[Keuze, ...]]:
        """Return every set of additions, small ones first."""
        new = self.toevoegingen
        return chain.from_iterable(combinations(new, size) for size in range(1, len(new) + 1))

    def klopt(self, regel: Regel, zin: w.Zin, keuzes: Keuzes) -> Klopt:  # noqa: C901, PLR0911 - one per kind
        match zin:
            case Telling():
                return self.telling(regel, zin, keuzes)
            case w.Verplicht():
                return all(self.is_beantwoord(ding, keuzes) for ding in zin.dingen)
            case w.Nooit():
                return not any(is_er(ding, keuzes) for ding in zin.dingen)
            case w.Vereist():
                if not any(is_er(ding, keuzes) for ding in zin.links):
                    return True
                if zin.telling is not None:
                    return self.telling(regel, zin.telling, keuzes)
                return all(self.is_beantwoord(ding, keuzes) for ding in zin.rechts)
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
                return of((niet(self.voorwaarde(regel, zin, keuzes)), self.klopt(regel, zin.dan, keuzes)))
            case w.NietDubbel():
                return self.verdeling(regel, zin, keuzes)
            case w.NietGecontroleerd():
                return None
        return True  # w.TeltAls asks nothing

    def voorwaarde(self, regel: Regel, zin: w.Als, keuzes: Keuzes) -> Klopt:
        if zin.telling is not None:
            return self.telling(regel, zin.telling, keuzes)
        return all(is_er(ding, keuzes) for ding in zin.dingen) and zin.doel in (None, self.route.doel)

    def vervangen(self, keuzes: Keuzes) -> set[Keuzes]:
        """Return the things that others count for."""
        active = (zin for zin in self.vervangingen if all(is_er(ding, keuzes) for ding in zin.links))
        return {frozenset(ding.keuzes) for zin in active for ding in zin.rechts}

    def is_beantwoord(self, ding: Ding, keuzes: Keuzes) -> bool:
        """Tell whether what is asked for is there, or something that counts for it."""
        return is_er(ding, keuzes) or any(other & set(ding.keuzes) for other in self.vervangen(keuzes))

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

    def telling(self, regel: Regel, telling: Telling, keuzes: Keuzes) -> Klopt:
        """Tell whether the bounds hold in every stretch of time that is asked, for some placement.

        Where the size of something that counts is not known, only too much of the rest can be told.
        """
        stretches = self._stretches(regel, telling)
        totalen, all_known = {(0,) * len(stretches)}, True
        for keuze in keuzes:
            ergens = self._ergens(stretches, keuze) if self.telt_mee(telling, keuze) else {None}
            if ergens != {None}:
                omvang = self.omvang(telling, keuze)
                all_known = all_known and omvang is not None
                totalen = {_erbij(totaal, i, omvang or 0) for totaal in totalen for i in ergens}
        extra = 0 if telling.per or regel.leerjaren else self._vervangen_in(telling, keuzes)
        low, high = telling.laag or 0, math.inf if telling.hoog is None else telling.hoog
        if not all_known:
            return None if any(max(totaal) <= high for totaal in totalen) else False
        return any(all(total <= high and total + extra >= low for total in totaal) for totaal in totalen)

    def _ergens(self, stretches: list[set[w.Plek]], keuze: Keuze) -> set[int | None]:
        """Return in which stretches a choice stands or may stand; None is outside all of them."""
        plekken = self.plekken(keuze)
        return {next((i for i, stretch in enumerate(stretches) if p in stretch), None) for p in plekken}

    def _vervangen_in(self, telling: Telling, keuzes: Keuzes) -> int:
        if telling.maat != "aantal" or telling.laag is None:
            return 0
        absent = (other for other in self.vervangen(keuzes) if not other & keuzes)
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
        over = [r for r in self.regels if r.id == regel.id or r.id in zin.regels]
        tellingen = [z for r in over for z in r.zinnen if isinstance(z, Telling) and z.laag is not None]
        totalen, all_known = {(0,) * len(tellingen)}, True
        for keuze in keuzes:
            uses = [i for i, telling in enumerate(tellingen) if self.telt_mee(telling, keuze)]
            for_one = [(i, self.omvang(tellingen[i], keuze)) for i in uses]
            all_known = all_known and all(omvang is not None for _, omvang in for_one)
            totalen |= {_erbij(totaal, i, omvang or 0) for totaal in totalen for i, omvang in for_one}
        low = [telling.laag or 0 for telling in tellingen]
        met = any(all(map(operator.ge, totaal, low)) for totaal in totalen)
        return met or (False if all_known else None)


def alle(dingen: w.Dingen) -> Keuzes:
    return frozenset(keuze for ding in dingen for keuze in ding.keuzes)


def is_er(ding: Ding, keuzes: Keuzes) -> bool:
    return any(keuze in keuzes for keuze in ding.keuzes)


def _erbij(totaal: tuple[int, ...], i: int | None, omvang: int) -> tuple[int, ...]:
    return totaal if i is None else (*totaal[:i], totaal[i] + omvang, *totaal[i + 1 :])


# ---- rules that hold everywhere


def verkennen_verplicht(geval: Geval) -> str:
    deepened = {Keuze("verkennend", keuze.eenheid) for keuze in geval.keuzes if keuze.soort == "verdieping"}
    missing = (geval.verplicht | deepened) - geval.keuzes
    return OPEN if missing and missing <= set(geval.toevoegingen) else _stand(not missing)


def ce_is_heel(geval: Geval) -> str:
    return _stand(not any(geval.is_ce(keuze) for keuze in geval.keuzes))


def keuzevak_niveau(geval: Geval) -> str:
    levels = {geval.route.leerweg} | ({"KB"} if geval.route.leerweg == "BB" else set())
    vakken = (geval.world.eenheden[keuze.eenheid] for keuze in geval.keuzes if keuze.soort == "keuzevak")
    return _stand(all(levels & set(vak.toetsing) for vak in vakken))


def een_module_per_periode(geval: Geval) -> str:
    """Place the keuzemodules one by one, each in a periode of its own."""
    taken: set[frozenset[w.Plek]] = {frozenset()}
    for keuze in geval.keuzes:
        if keuze.soort == "keuzemodule":
            taken = {done | {plek} for done in taken for plek in geval.plekken(keuze) if plek not in done}
    return _stand(bool(taken))


def past_in_de_weken(geval: Geval) -> str:
    """Place everything of which the hours are known, so that no periode holds more than it can."""
    school = geval.world.school
    if school.lesuur is None or school.lesuren_per_week is None:
        return VOLDAAN
    room = school.weken * school.lesuren_per_week * school.lesuur
    loads = {(0,) * len(school.plekken)}
    lessons = [k for k in geval.keuzes if k.soort not in ("stage", "activiteit")]
    for keuze in lessons:
        minuten = geval.world.delen[keuze].minuten or 0
        spots = [school.plekken.index(plek) for plek in geval.plekken(keuze)]
        more = {_erbij(load, i, minuten) for load in loads for i in spots}
        loads = {load for load in more if max(load) <= room}
    known = all(geval.world.delen[keuze].minuten is not None for keuze in lessons)
    return OVERTREDEN if not loads else VOLDAAN if known else ONGECONTROLEERD


def volgorde(geval: Geval) -> str:
    deepened = (keuze for keuze in geval.keuzes if keuze.soort == "verdieping")
    pairs = ((Keuze("verkennend", keuze.eenheid), keuze) for keuze in deepened)
    both = (pair for pair in pairs if geval.keuzes.issuperset(pair))
    return _stand(all(min(geval.plekken(a)) <= max(geval.plekken(b)) for a, b in both))


def aanbod(geval: Geval) -> str:
    def is_given(keuze: Keuze) -> bool:
        return any(is_gegeven(geval.world.delen[keuze], plek) for plek in geval.plekken(keuze))

    return _stand(all(geval.is_aangeboden(keuze) and is_given(keuze) for keuze in geval.keuzes))


def geen_dubbele_inhoud(geval: Geval) -> str:
    return _stand(not any(geval.is_dubbel(keuze) for keuze in geval.keuzes))


def _stand(klopt: bool) -> str:  # noqa: FBT001 - it is what the name says
    return VOLDAAN if klopt else OVERTREDEN


INGEBOUWD: dict[str, Callable[[Geval], str]] = {
    "verkennen-verplicht": verkennen_verplicht,
    "ce-is-heel": ce_is_heel,
    "keuzevak-niveau": keuzevak_niveau,
    "één-module-per-periode": een_module_per_periode,
    "past-in-de-weken": past_in_de_weken,
    "volgorde": volgorde,
    "aanbod": aanbod,
    "geen-dubbele-inhoud": geen_dubbele_inhoud,
}
