"""RP318, RP320: a leerjaar or periode that the school does not have, or in which something is not given."""

from __future__ import annotations

from collections.abc import Iterator

from routeplanner.model.checks.subject import Checked
from routeplanner.model.curriculum import Curriculum, Gekozen, Kenmerken, School
from routeplanner.model.rules import Keuze, KeuzeSoort
from routeplanner.text.diagnostic import Diagnostic, found, label
from routeplanner.text.source import Span


def no_such_time(checked: Checked) -> Iterator[Diagnostic]:
    """Tell of a leerjaar or periode outside those of the school."""
    school = checked.curriculum.school
    if school is None:
        return
    for kenmerken, span in _given(checked.curriculum):
        yield from _outside(school, kenmerken.leerjaren, kenmerken.perioden, span)
    for gekozen in _chosen(checked.curriculum):
        years = (gekozen.leerjaar,) if gekozen.leerjaar is not None else ()
        yield from _outside(school, years, gekozen.perioden, gekozen.span)
    for regel in checked.curriculum.regels.values():
        yield from _outside(school, regel.bereik.leerjaren, (), regel.span)


def _outside(
    school: School, years: tuple[int, ...], periods: tuple[int, ...], span: Span
) -> Iterator[Diagnostic]:
    """Tell of the first leerjaar and the first period of a line that are not there."""
    related = [label(school.span, "de-school")]
    year = next((year for year in years if school.leerjaren and year not in school.leerjaren), None)
    if year is not None:
        listed = ", ".join(str(y) for y in school.leerjaren)
        yield found("RP318", span, variant="leerjaar", number=year, known=listed, related=related)
    most = school.perioden
    period = next((period for period in periods if most is not None and not 1 <= period <= most), None)
    if period is not None and most is not None:
        yield found("RP318", span, variant="periode", number=period, most=most, related=related)


def not_in_this_period(checked: Checked) -> Iterator[Diagnostic]:
    """Tell of a choice placed where it is not given."""
    given = _by_choice(checked.curriculum)
    for gekozen in _chosen(checked.curriculum):
        if gekozen.keuze not in given:
            continue
        kenmerken, span = given[gekozen.keuze]
        related = [label(span, "hier-staat-wanneer")]
        wrong = [p for p in gekozen.perioden if kenmerken.perioden and p not in kenmerken.perioden]
        if wrong and len(wrong) == len(gekozen.perioden):
            listed = ", ".join(str(p) for p in kenmerken.perioden)
            choice = str(gekozen.keuze)
            yield found(
                "RP320", gekozen.span, choice=choice, number=wrong[0], known=listed, related=related
            )
        if (
            gekozen.leerjaar is not None
            and kenmerken.leerjaren
            and gekozen.leerjaar not in kenmerken.leerjaren
        ):
            listed = ", ".join(str(year) for year in kenmerken.leerjaren)
            choice = str(gekozen.keuze)
            yield found(
                "RP320",
                gekozen.span,
                variant="leerjaar",
                choice=choice,
                number=gekozen.leerjaar,
                known=listed,
                related=related,
            )


def _given(curriculum: Curriculum) -> Iterator[tuple[Kenmerken, Span]]:
    for aanbod in curriculum.aanbod.values():
        yield aanbod.kenmerken, aanbod.span
    for invulling in curriculum.invullingen.values():
        parts = (*((invulling.verkennend,) if invulling.verkennend else ()), *invulling.verdiepend)
        for deel in parts:
            yield deel.kenmerken, deel.span


def _chosen(curriculum: Curriculum) -> Iterator[Gekozen]:
    for route in curriculum.routes.values():
        yield from route.gekozen


def _by_choice(curriculum: Curriculum) -> dict[Keuze, tuple[Kenmerken, Span]]:
    """Return when each thing that can be placed is given, and where that stands."""
    parts = {
        Keuze(KeuzeSoort.VERDIEPING, id_, deel.naam): (deel.kenmerken, deel.span)
        for id_, invulling in curriculum.invullingen.items()
        for deel in invulling.verdiepend
    }
    named = {
        Keuze(KeuzeSoort(aanbod.soort), None, aanbod.naam): (aanbod.kenmerken, aanbod.span)
        for aanbod in curriculum.aanbod.values()
    }
    return parts | named
