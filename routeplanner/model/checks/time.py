"""RP318, RP320: a leerjaar or periode that the school does not have, or in which something is not given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from routeplanner.language.syntax import PLACED, Atom, Block
from routeplanner.model.checks.subject import Checked, gezag_of
from routeplanner.model.curriculum import Curriculum, Gekozen, Kenmerken, School
from routeplanner.model.rules import Keuze, KeuzeSoort
from routeplanner.model.runs import Run, number_of, runs_of
from routeplanner.text.diagnostic import Diagnostic, found, label
from routeplanner.text.source import Span


def no_such_time(checked: Checked) -> Iterator[Diagnostic]:
    """Tell of a leerjaar or periode outside those of the school; of each line the first."""
    school = checked.curriculum.school
    if school is None:
        return
    for block in _own(checked.blocks):
        for years in block.alle("leerjaar"):
            yield from _no_such_year(school, runs_of(years))
        for periods in block.alle("perioden"):
            yield from _no_such_period(school, runs_of(periods))
        for zin in block.zinnen:
            if isinstance(zin, PLACED) and zin.wanneer is not None:
                yield from _no_such_year(school, _runs((zin.wanneer.leerjaar,)))
                yield from _no_such_period(school, _runs(zin.wanneer.perioden))


def _own(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks that are the school's to write, with the blocks in them."""
    for block in blocks:
        if block.soort not in ("programma", "school") and gezag_of(block) == "school":
            yield block
            yield from _own(block.kinderen)


def _runs(atoms: Iterable[Atom | None]) -> Iterator[Run]:
    for atom in atoms:
        value = number_of(atom) if atom is not None else None
        if atom is not None and value is not None:
            yield Run(value, value, atom.span)


def _no_such_year(school: School, runs: Iterable[Run]) -> Iterator[Diagnostic]:
    known = school.leerjaren
    if not known:
        return
    years = ((year, run.span) for run in runs for year in run.numbers if year not in known)
    for year, span in islice(years, 1):
        listed = ", ".join(map(str, known))
        related = [label(school.span, "de-school")]
        yield found("RP318", span, variant="leerjaar", number=year, known=listed, related=related)


def _no_such_period(school: School, runs: Iterable[Run]) -> Iterator[Diagnostic]:
    most = school.perioden
    if most is None:
        return
    periods = ((period, run.span) for run in runs for period in run.numbers if not 1 <= period <= most)
    for period, span in islice(periods, 1):
        related = [label(school.span, "de-school")]
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
            yield found("RP320", gekozen.span, choice=choice, number=wrong[0], known=listed, related=related)
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
