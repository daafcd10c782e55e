"""RP306, RP319, RP327: what is written for an offer that the school does not have."""

from __future__ import annotations

from collections.abc import Iterator

from routeplanner.language.vocabulary import fold
from routeplanner.model.checks.subject import Checked
from routeplanner.model.curriculum import School
from routeplanner.model.rules import EenheidId
from routeplanner.text.diagnostic import Diagnostic, found, label


def not_offered(checked: Checked) -> Iterator[Diagnostic]:
    """Tell of an invulling, a route or a scope for a programme that the school does not offer."""
    curriculum = checked.curriculum
    school = curriculum.school
    if school is None or not school.programmas:
        return
    opened = {id_ for verbreding in curriculum.verbredingen for id_ in verbreding.uit}
    for id_, invulling in curriculum.invullingen.items():
        if _is_elsewhere(id_, school) and id_ not in opened:
            yield _not_offered("invulling", invulling.span, id_.programma, school)
    for route in curriculum.routes.values():
        if route.programma and route.programma not in school.programmas:
            yield _not_offered("route", route.span, route.programma, school)
        elif route.leerweg is not None and school.leerwegen and route.leerweg not in school.leerwegen:
            related = [label(school.span, "de-school")]
            yield found("RP306", route.span, variant="leerweg", leerweg=route.leerweg.value, related=related)


def _not_offered(variant: str, span: object, programma: str, school: School) -> Diagnostic:
    related = [label(school.span, "de-school")]
    return found("RP306", span, variant=variant, programma=programma, related=related)  # type: ignore[arg-type]


def _is_elsewhere(id_: EenheidId, school: School) -> bool:
    return id_.programma not in school.programmas and id_.programma != "school"


def not_read_for_this_year(checked: Checked) -> Iterator[Diagnostic]:
    """Tell of a programme on offer whose text was not read for the school's schooljaar.

    Not of an algemeen vak: of that a route has only the name, and nothing that could have changed.
    """
    school = checked.curriculum.school
    if school is None or not school.schooljaar:
        return
    for id_ in school.programmas:
        programma = checked.curriculum.programmas.get(fold(id_))
        if programma is None or programma.soort == "algemeen vak":
            continue
        if not programma.geldig.omvat(school.schooljaar):
            year = f"{school.schooljaar}-{school.schooljaar + 1}"
            related = [label(programma.span, "het-programma")]
            yield found("RP327", school.span, programma=programma.id, year=year, related=related)


def not_in_leerweg(checked: Checked) -> Iterator[Diagnostic]:
    """Tell of an invulling of a unit that none of the school's pupils has, nor can take."""
    curriculum = checked.curriculum
    school = curriculum.school
    if school is None or not school.leerwegen:
        return
    opened = {id_ for verbreding in curriculum.verbredingen for id_ in verbreding.uit}
    for id_, invulling in curriculum.invullingen.items():
        unit = curriculum.eenheden[id_]
        offered = id_.programma in school.programmas and id_ not in opened
        if offered and unit.toetsing and not checked.taught(id_):
            listed = ", ".join(leerweg.value for leerweg in unit.leerwegen)
            yield found(
                "RP319",
                invulling.span,
                code=str(id_),
                leerwegen=listed,
                related=[label(unit.span, "de-eenheid")],
            )
