"""The rules that hold everywhere, in the normal form; see everywhere.py for what each says."""

from __future__ import annotations

from routeplanner.engine.everywhere import WHOLE, levels_of
from routeplanner.engine.normal import Problem
from routeplanner.engine.placing import given_cells, put_cells
from routeplanner.engine.selection import Selection
from routeplanner.engine.timing import Timing
from routeplanner.model.rules import Keuze, KeuzeSoort


def lower_everywhere(selection: Selection, problem: Problem, timing: Timing) -> None:
    """Add the rules that hold everywhere."""
    _explored(selection, problem)
    _takeable(selection, problem)
    _offered_then(selection, problem, timing)
    _one_module(selection, problem, timing)
    _within_weeks(selection, problem, timing)


def _explored(selection: Selection, problem: Problem) -> None:
    for onderdeel in selection.onderdelen.values():
        keuze = onderdeel.keuze
        if onderdeel.verplicht:
            problem.demand("verkennen-verplicht", problem.choice(keuze))
        if keuze.soort is not KeuzeSoort.VERDIEPING or keuze not in problem.choices:
            continue
        whole = [Keuze(soort, keuze.eenheid) for soort in WHOLE]
        explored = problem.any_of(problem.choice(part) for part in whole)
        problem.demand("verkennen-verplicht", explored, guard=(problem.choice(keuze),))


def lower_order(selection: Selection, problem: Problem, timing: Timing) -> None:
    """Add `volgorde`; last of all, as what no rule has given a place can go along with the other."""
    placed = {keuze for keuze, _ in problem.places}
    bound = {keuze for keuze in problem.choices if keuze in placed or _is_timed(selection, keuze)}
    for deeper in problem.choices:
        if deeper.soort is KeuzeSoort.VERDIEPING and deeper in bound:
            for part in (Keuze(soort, deeper.eenheid) for soort in WHOLE):
                if part in bound:
                    timing.before("volgorde", part, deeper, strict=False)


def _is_timed(selection: Selection, keuze: Keuze) -> bool:
    """Tell whether something cannot stand everywhere."""
    plaats = selection.gekozen.get(keuze)
    kenmerken = selection.onderdelen[keuze].kenmerken
    return bool(
        kenmerken.leerjaren or kenmerken.perioden or (plaats and (plaats.leerjaar or plaats.perioden))
    )


def _takeable(selection: Selection, problem: Problem) -> None:
    levels = levels_of(selection)
    for keuze, literal in problem.choices.items():
        onderdeel = selection.onderdelen[keuze]
        if onderdeel.uitgesloten:
            rule = "ce-is-heel" if keuze.soort is KeuzeSoort.VERDIEPING else "geen-dubbele-inhoud"
            problem.forbid(rule, (literal,))
        if not onderdeel.verplicht and not onderdeel.te_kiezen:
            problem.forbid("aanbod", (literal,))
        if keuze.soort is KeuzeSoort.KEUZEVAK and keuze.eenheid is not None:
            given = selection.curriculum.eenheden[keuze.eenheid].toetsing
            if given and not levels & set(given):
                problem.forbid("keuzevak-niveau", (literal,))


def _offered_then(selection: Selection, problem: Problem, timing: Timing) -> None:
    """Add that what the route has put where it is not given breaks `aanbod`."""
    for keuze in selection.gekozen:
        onderdeel = selection.onderdelen[keuze]
        given = given_cells(selection, onderdeel)
        if keuze in problem.choices and not set(put_cells(selection, onderdeel)) & set(given):
            for cel, literal in timing.places(keuze).items():
                if cel not in given:
                    problem.forbid("aanbod", (literal,))


def _one_module(selection: Selection, problem: Problem, timing: Timing) -> None:
    school = selection.curriculum.school
    if school is None or school.perioden is None:
        return
    modules = [keuze for keuze in problem.choices if keuze.soort is KeuzeSoort.KEUZEMODULE]
    for cel in selection.cellen:
        here = [(1, literal) for keuze in modules for literal in timing.within(keuze, (cel,))]
        problem.bound("één-module-per-periode", here, high=1)


def _within_weeks(selection: Selection, problem: Problem, timing: Timing) -> None:
    school = selection.curriculum.school
    if school is None or not (school.weken_per_periode and school.lesuren_per_week and school.lesuur):
        return
    room = school.weken_per_periode * school.lesuren_per_week * school.lesuur
    for cel in selection.cellen:
        here = [
            (onderdeel.minuten, literal)
            for keuze in problem.choices
            if (onderdeel := selection.onderdelen[keuze]).kost_lessen and onderdeel.minuten is not None
            for literal in timing.within(keuze, (cel,))
        ]
        problem.bound("past-in-de-weken", here, high=room)
