"""Declarations become one linked curriculum; every name that means nothing is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from types import MappingProxyType

from routeplanner.language.files import Project
from routeplanner.model.checks import CHECKS, Checked
from routeplanner.model.consequences import told_once
from routeplanner.model.curriculum import Curriculum, School
from routeplanner.model.from_invullingen import link_invullingen
from routeplanner.model.from_programmas import link_programmas
from routeplanner.model.from_regels import link_regels
from routeplanner.model.from_routes import link_routes
from routeplanner.model.from_school import (
    declare_names,
    link_aanbod,
    link_doelen,
    link_groepen,
    link_school,
    link_verbredingen,
)
from routeplanner.model.from_voorbeelden import link_ontheffingen, link_voorbeelden
from routeplanner.model.names import Names
from routeplanner.model.quantities import last_day
from routeplanner.text.diagnostic import Diagnostic


def link(project: Project, *, op: date | None = None) -> Curriculum:
    """Return the curriculum of a project with all that was found in it.

    Args:
        project: What was read.
        op: The day on which exceptions are judged. Without it that is today, or the last day of the
            school's schooljaar where that has passed: a text is about its own year.
    """
    diagnostics: list[Diagnostic] = list(project.diagnostics)
    blocks = list(project.blocks)
    names = Names(diagnostics, project.unsure)
    link_programmas(blocks, names, diagnostics)
    school = link_school(blocks, names, diagnostics)
    day = op or _day(school)
    lesuur = school.lesuur if school else None
    declare_names(blocks, names, diagnostics)
    invullingen = link_invullingen(blocks, names, school, diagnostics)
    aanbod = link_aanbod(blocks, names, school, diagnostics)
    groepen = link_groepen(blocks, names, diagnostics)
    doelen = link_doelen(blocks, names, diagnostics)
    verbredingen = link_verbredingen(blocks, names, diagnostics)
    regels = link_regels(blocks, names, lesuur, diagnostics)
    routes = link_routes(blocks, names, diagnostics)
    voorbeelden = link_voorbeelden(blocks, names, routes, diagnostics)
    ontheffingen = link_ontheffingen(blocks, names, diagnostics)
    curriculum = Curriculum(
        sources=tuple(file.source for file in project.files),
        programmas=MappingProxyType(names.programmas),
        eenheden=MappingProxyType(names.eenheden),
        school=school,
        invullingen=MappingProxyType(invullingen),
        aanbod=MappingProxyType(aanbod),
        doelen=MappingProxyType(doelen),
        groepen=MappingProxyType(groepen),
        verbredingen=verbredingen,
        regels=MappingProxyType(regels),
        ontheffingen=ontheffingen,
        routes=MappingProxyType(routes),
        voorbeelden=voorbeelden,
        op=day,
    )
    checked = Checked(curriculum, tuple(blocks), project.unsure, day)
    diagnostics.extend(finding for check in CHECKS for finding in check(checked))
    return replace(curriculum, diagnostics=told_once(diagnostics, project, curriculum))


def _day(school: School | None) -> date:
    today = datetime.now(UTC).astimezone().date()
    return min(today, last_day(school.schooljaar)) if school and school.schooljaar else today
