"""The rules that hold everywhere, each for a set of choices: True, False, or None (not to be said).

The text is docs/nl/betekenis.md, "Regels die overal gelden".
"""

from __future__ import annotations

from collections.abc import Callable

from oracle import world as w
from oracle.pupil import Keuzes, is_gegeven
from oracle.sentences import Geval, Klopt, erbij
from oracle.world import Keuze


def verkennen_verplicht(geval: Geval, keuzes: Keuzes) -> Klopt:
    deepened = {Keuze("verkennend", keuze.eenheid) for keuze in keuzes if keuze.soort == "verdieping"}
    return geval.verplicht | deepened <= keuzes


def ce_is_heel(geval: Geval, keuzes: Keuzes) -> Klopt:
    return not any(geval.is_ce(keuze) for keuze in keuzes)


def keuzevak_niveau(geval: Geval, keuzes: Keuzes) -> Klopt:
    levels = {geval.route.leerweg} | ({"KB"} if geval.route.leerweg == "BB" else set())
    vakken = (geval.world.eenheden[keuze.eenheid] for keuze in keuzes if keuze.soort == "keuzevak")
    return all(levels & set(vak.toetsing) for vak in vakken)


def een_module_per_periode(geval: Geval, keuzes: Keuzes) -> Klopt:
    """Place the keuzemodules one by one, each in a periode of its own."""
    taken: set[frozenset[w.Plek]] = {frozenset()}
    for keuze in keuzes:
        if keuze.soort == "keuzemodule":
            taken = {done | {plek} for done in taken for plek in geval.plekken(keuze) if plek not in done}
    return bool(taken)


def past_in_de_weken(geval: Geval, keuzes: Keuzes) -> Klopt:
    """Place everything of which the hours are known, so that no periode holds more than it can."""
    school = geval.world.school
    if school.lesuur is None or school.lesuren_per_week is None:
        return True
    room = school.weken * school.lesuren_per_week * school.lesuur
    loads = {(0,) * len(school.plekken)}
    lessons = [keuze for keuze in keuzes if keuze.soort not in ("stage", "activiteit")]
    for keuze in lessons:
        minuten = geval.world.delen[keuze].minuten or 0
        spots = [school.plekken.index(plek) for plek in geval.plekken(keuze)]
        more = {erbij(load, i, minuten) for load in loads for i in spots}
        loads = {load for load in more if max(load) <= room}
    known = all(geval.world.delen[keuze].minuten is not None for keuze in lessons)
    return False if not loads else True if known else None


def volgorde(geval: Geval, keuzes: Keuzes) -> Klopt:
    deepened = (keuze for keuze in keuzes if keuze.soort == "verdieping")
    pairs = ((Keuze("verkennend", keuze.eenheid), keuze) for keuze in deepened)
    both = (pair for pair in pairs if keuzes.issuperset(pair))
    return all(min(geval.plekken(a)) <= max(geval.plekken(b)) for a, b in both)


def aanbod(geval: Geval, keuzes: Keuzes) -> Klopt:
    def is_given(keuze: Keuze) -> bool:
        return any(is_gegeven(geval.world.delen[keuze], plek) for plek in geval.plekken(keuze))

    return all(geval.is_aangeboden(keuze) and is_given(keuze) for keuze in keuzes)


def geen_dubbele_inhoud(geval: Geval, keuzes: Keuzes) -> Klopt:
    return not any(geval.is_dubbel(keuze) for keuze in keuzes)


INGEBOUWD: dict[str, Callable[[Geval, Keuzes], Klopt]] = {
    "verkennen-verplicht": verkennen_verplicht,
    "ce-is-heel": ce_is_heel,
    "keuzevak-niveau": keuzevak_niveau,
    "één-module-per-periode": een_module_per_periode,
    "past-in-de-weken": past_in_de_weken,
    "volgorde": volgorde,
    "aanbod": aanbod,
    "geen-dubbele-inhoud": geen_dubbele_inhoud,
}
