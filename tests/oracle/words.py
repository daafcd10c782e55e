"""Writes a world as text in the language, in the layout of the formatter, with the words varied."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from oracle import world as w
from oracle.phrases import Phrases, rank
from oracle.world import Keuze, Regel, Route, World


def to_text(world: World) -> str:
    """Return the text of a world; its seed chooses the words."""
    return Writer(world).text()


class Writer(Phrases):
    def text(self) -> str:
        blocks = [
            *map(self.programma, self.world.programmas),
            self.school(),
            *(self.invulling(e) for e in self.world.eenheden.values() if e.ingevuld),
            *(self.aanbod(keuze) for keuze in self.world.delen if keuze.soort in w.MET_NAAM),
            *([f'doel "{doel}"', "  soort: beroep"] for doel in self.world.doelen),
            *map(self.groep, self.world.groepen),
            *map(self.verbreding, self.world.verbredingen),
            *map(self.regel, self.world.regels),
            *map(self.route, self.world.routes),
        ]
        return "\n\n".join("\n".join(block) for block in blocks) + "\n"

    # ---- programmes and the school

    def programma(self, naam: str) -> list[str]:
        eenheden = [e for e in self.world.eenheden.values() if e.programma == naam]
        lines = [f'programma {naam} "Programma {naam}"', f"  soort: {self.world.programmas[naam]}"]
        for profiel in dict.fromkeys(e.uitstroomprofiel for e in eenheden if e.uitstroomprofiel):
            own = ", ".join(e.code for e in eenheden if e.uitstroomprofiel == profiel)
            lines += ["", f'  uitstroomprofiel "{profiel}"', f"    eenheden: {own}"]
        for eenheid in eenheden:
            lines += ["", *("  " + line for line in self.eenheid(eenheid))]
        return lines

    def eenheid(self, eenheid: w.Eenheid) -> Iterator[str]:
        yield f'{eenheid.soort} {eenheid.code} "Over {eenheid.code}"'
        for key, marks in (
            ("CE", ("CE", "CE en SE")),
            ("SE", ("SE",)),
            ("deels CE", ("deels CE",)),
            ("ook SE", ("CE en SE",)),
        ):
            leerwegen = [leerweg for leerweg, mark in eenheid.toetsing.items() if mark in marks]
            if leerwegen:
                yield f"  {key}: {', '.join(leerwegen)}"
        if eenheid.keuze:
            yield "  keuze: ja"
        if eenheid.sectordeel:
            yield f'  sectordeel: "{eenheid.sectordeel}"'

    def school(self) -> Iterator[str]:
        school = self.world.school
        yield 'school "School"'
        yield f"  schooljaar: {school.schooljaar}-{school.schooljaar + 1}"
        yield f"  biedt aan: {', '.join(school.biedt_aan)}"
        yield f"  leerwegen: {', '.join(school.leerwegen)}"
        yield f"  leerjaren: {_getallen(school.leerjaren)}"
        yield f"  perioden: {school.perioden}"
        yield f"  weken per periode: {school.weken}"
        if school.lesuur is not None:
            yield f"  lesuur: {school.lesuur} minuten"
        if school.lesuren_per_week is not None:
            yield f"  lesuren per week: {school.lesuren_per_week}"

    def invulling(self, eenheid: w.Eenheid) -> Iterator[str]:
        yield f"invulling {self.code(eenheid.id)}"
        soort = "keuzevak" if eenheid.soort == "keuzevak" else "verkennend"
        for keuze in (Keuze(soort, eenheid.id), *self.world.verdiepingen(eenheid.id)):
            kop = f'verdiepend deel "{keuze.naam}"' if keuze.naam else "verkennend deel"
            yield f"  {kop}{self.omvang(keuze)}"
            yield from ("    " + line for line in self.deel(keuze))

    def aanbod(self, keuze: Keuze) -> Iterator[str]:
        yield f'{keuze.soort} "{keuze.naam}"{self.omvang(keuze)}'
        if keuze.soort != "keuzemodule":
            yield f"  soort: {'oriënterend' if keuze.soort == 'stage' else 'school'}"
        yield from ("  " + line for line in self.deel(keuze))

    def omvang(self, keuze: Keuze) -> str:
        deel = self.world.delen[keuze]
        if deel.weken is not None:
            return f": {deel.weken} {'week' if deel.weken == 1 else 'weken'}"
        return f": {' '.join(self.uren([deel.minuten]))}" if deel.minuten is not None else ""

    def deel(self, keuze: Keuze) -> Iterator[str]:
        deel = self.world.delen[keuze]
        lists = {
            "kenmerken": deel.kenmerken,
            "competenties": deel.competenties,
            "leerwegen": deel.leerwegen,
            "programma": deel.programmas,
        }
        yield from (f"{key}: {', '.join(values)}" for key, values in lists.items() if values)
        if deel.leerjaren:
            yield f"leerjaar: {_getallen(deel.leerjaren)}"
        if deel.perioden:
            yield f"perioden: {self.perioden(deel.perioden)}"

    def perioden(self, perioden: tuple[int, ...]) -> str:
        row = len(perioden) > 1 and perioden == tuple(range(perioden[0], perioden[-1] + 1))
        return (
            self.one(_getallen(perioden), f"{perioden[0]} t/m {perioden[-1]}") if row else _getallen(perioden)
        )

    def groep(self, naam: str) -> Iterator[str]:
        yield f"groep {naam}"
        yield f"  bevat: {', '.join(map(self.keuze, _plain_first(self.world.groepen[naam])))}"

    def verbreding(self, verbreding: w.Verbreding) -> Iterator[str]:
        yield f'verbreding "{verbreding.naam}"'
        if verbreding.programmas:
            yield f"  programma: {', '.join(verbreding.programmas)}"
        if verbreding.leerwegen:
            yield f"  leerwegen: {', '.join(verbreding.leerwegen)}"
        yield f"  uit: {', '.join(map(self.code, verbreding.uit))}"
        if verbreding.ook_verdiepend:
            yield "  ook verdiepend: ja"

    # ---- rules

    def regel(self, regel: Regel) -> Iterator[str]:
        yield f"{regel.soort} {regel.id}"
        yield from ("  " + self.zin(zin) for zin in regel.zinnen)
        lists = {"programma": regel.programmas, "leerwegen": regel.leerwegen}
        yield from (f"  {key}: {', '.join(values)}" for key, values in lists.items() if values)
        if regel.leerjaren:
            yield f"  leerjaar: {_getallen(regel.leerjaren)}"
        if regel.doelen:
            yield "  doel: " + ", ".join(f'"{doel}"' for doel in regel.doelen)
        for key, jaren in (("schooljaar", regel.schooljaar), ("geldig", regel.geldig)):
            if jaren != (None, None):
                yield f"  {key}: {_jaren(jaren)}"
        if regel.gezag != "school":
            yield f"  gezag: {regel.gezag}"
            yield '  bron: "Een tekst"'
            yield "  gecontroleerd op: 2026-11-23"
        if regel.neemt_over:
            yield f"  neemt over: {', '.join(regel.neemt_over)}"

    # ---- routes

    def route(self, route: Route) -> Iterator[str]:
        """Write a route; first what it declines, as a later sentence wins."""
        yield f'route "{route.naam}"'
        profiel = f' met uitstroomprofiel "{route.uitstroomprofiel}"' if route.uitstroomprofiel else ""
        yield f"  volgt {route.programma} in leerweg {route.leerweg}{profiel}"
        yield from ("  " + line for line in self._afgewezen(route))
        yield from ("  " + line for line in self._gekozen(route))
        if route.doel:
            yield f'  doel: "{route.doel}"'
        if route.afgerond:
            yield f"  afgerond: {', '.join(map(self.keuze, _plain_first(route.afgerond)))}"
        if route.schooljaar:
            yield f"  schooljaar: {route.schooljaar}-{route.schooljaar + 1}"

    def _afgewezen(self, route: Route) -> Iterator[str]:
        whole = {k.eenheid for k in route.afgewezen if k.soort == "verkennend"}
        for keuze in route.afgewezen:
            if keuze.soort != "verdieping":
                yield f"zonder {self.keuze(keuze)}"
            elif keuze.eenheid not in whole:
                rest = set(self.world.verdiepingen(keuze.eenheid))
                if not rest <= set(route.afgewezen):
                    yield self.one("verdiept niet", "zonder") + " " + self.keuze(keuze)
                elif keuze == self.world.verdiepingen(keuze.eenheid)[0]:
                    yield f"verdiept niet {self.code(keuze.eenheid)}"

    def _gekozen(self, route: Route) -> Iterator[str]:
        """Write what is chosen, with what is chosen alike in one sentence."""
        alike: dict[tuple[str, str], list[str]] = {}
        whole: set[str] = set()
        for gekozen in route.gekozen:
            keuze, when = gekozen.keuze, self._wanneer(gekozen)
            all_parts = self.world.verdiepingen(keuze.eenheid)
            same = {gekozen._replace(keuze=part) for part in all_parts} <= set(route.gekozen)
            if keuze.soort == "verdieping" and same and (len(all_parts) > 1 or self.one("", "alle")):
                if keuze.eenheid not in whole:
                    alike.setdefault(("verdiept", when), []).append(self.code(keuze.eenheid))
                whole.add(keuze.eenheid)
                continue
            verb, what = self._keuzezin(route, keuze)
            alike.setdefault((verb, when + self.one("", " ")), []).append(what)
        for (verb, when), things in alike.items():
            things.sort(key=lambda thing: "/" not in thing.split()[0])
            if "{}" in verb:
                yield from (verb.format(thing) + when.rstrip() for thing in things)
            else:
                yield f"{verb} {self.listed(self.shortened(things))}{when.rstrip()}"

    def _keuzezin(self, route: Route, keuze: Keuze) -> tuple[str, str]:
        """Return the verb with which a choice is made, and the choice."""
        own = keuze.eenheid and self.world.eenheden[keuze.eenheid].programma == route.programma
        if keuze.soort == "verdieping" and own:
            return f"verdiept {self.code(keuze.eenheid)} met", f'"{keuze.naam}"'
        if keuze.soort in ("verkennend", "verdieping"):
            return self.one("verbreedt met", "kiest") if own else "verbreedt met", self.keuze(keuze)
        if keuze.soort == "module":
            return "kiest {} als keuzevak", self.keuze(keuze)
        return "loopt" if keuze.soort == "stage" else "kiest", self.keuze(keuze)

    def _wanneer(self, gekozen: w.Gekozen) -> str:
        jaar, periode = gekozen.leerjaar, gekozen.periode
        if jaar and periode:
            return self.one(
                f" in leerjaar {jaar} periode {periode}", f" in periode {periode} van leerjaar {jaar}"
            )
        return f" in leerjaar {jaar}" if jaar else f" in periode {periode}" if periode else ""


def _plain_first(keuzes: Iterable[Keuze]) -> list[Keuze]:
    return sorted(keuzes, key=rank)


def _getallen(getallen: Iterable[int]) -> str:
    return ", ".join(map(str, getallen))


def _jaren(jaren: w.Jaren) -> str:
    van, tot = ("" if jaar is None else f"{jaar}-{jaar + 1}" for jaar in jaren)
    if van == tot:
        return van
    return f"{van} t/m {tot}" if van and tot else f"vanaf {van}" if van else f"t/m {tot}"
