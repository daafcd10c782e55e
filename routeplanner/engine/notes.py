"""What is worth knowing of a route beside its verdict. Source: `docs/nl/betekenis.md`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from routeplanner.engine import vakken
from routeplanner.engine.everywhere import INFERRED
from routeplanner.engine.scope import cohort_of
from routeplanner.engine.selection import Selection
from routeplanner.engine.standing import RuleState, Stand
from routeplanner.model.quantities import Toetsing
from routeplanner.model.rules import EenheidId, KeuzeSoort


@dataclass(frozen=True, slots=True)
class Note:
    """Something worth knowing that changes no verdict: a key for its wording, and what it is about."""

    key: str
    params: tuple[tuple[str, str], ...]


def notes_on(selection: Selection) -> Iterator[Note]:
    """Yield what is worth knowing of the parts of units that a route broadens with."""
    for onderdeel in selection.chosen():
        id_ = onderdeel.keuze.eenheid
        if id_ is None or not onderdeel.verbreding:
            continue
        unit = selection.curriculum.eenheden[id_]
        if id_.programma == selection.route.programma:
            leerwegen = ", ".join(leerweg.value for leerweg in unit.leerwegen)
            yield _note("andere-leerweg", id_, leerwegen=leerwegen)
        elif onderdeel.keuze.soort is KeuzeSoort.VERKENNEND:
            ce = [w for w, mark in unit.toetsing.items() if mark in (Toetsing.CE, Toetsing.CE_EN_SE)]
            if ce:
                yield _note("ce-elders", id_, leerwegen=", ".join(leerweg.value for leerweg in ce))


def _note(key: str, id_: EenheidId, **params: str) -> Note:
    return Note(key, (("code", str(id_)), ("programma", id_.programma), *params.items()))


def _is_inferred(rule: RuleState) -> bool:
    """Tell whether a rule is our own inference; of one that holds everywhere it matters only when broken."""
    if rule.regel is None:
        return rule.id in INFERRED and rule.stand is Stand.OVERTREDEN
    return rule.regel.afgeleid and rule.hard


def reservations_on(selection: Selection, rules: tuple[RuleState, ...]) -> Iterator[Note]:
    """Yield why `geldig` is not plain: what nobody could check, and what is our own inference."""
    for rule in rules:
        if rule.regel is not None and vakken.are_unknown(selection, rule.regel):
            yield Note("vakken", ())  # one for all of these rules together
        elif rule.stand is Stand.NIET_GECONTROLEERD:
            yield Note("regel", (("rule", rule.id),))
        elif _is_inferred(rule):
            yield Note("afgeleid", (("rule", rule.id),))
    cohort, programma = cohort_of(selection), selection.programma
    if programma is not None and not programma.volledig:
        yield Note("volledig", (("programma", programma.id),))
    if programma is not None and cohort is not None and not programma.geldig.omvat(cohort):
        yield Note("cohort", (("programma", programma.id), ("year", f"{cohort}-{cohort + 1}")))
    for onderdeel in selection.chosen():
        id_ = onderdeel.keuze.eenheid
        if id_ is not None and selection.leerweg is not None:
            mark = selection.curriculum.eenheden[id_].toetsing.get(selection.leerweg)
            if mark is Toetsing.ONBEKEND:
                yield Note("toetsing", (("code", str(id_)), ("programma", id_.programma)))
