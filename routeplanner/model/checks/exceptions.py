"""RP307, RP308, RP309: an ontheffing that has expired, changes nothing, or may not be."""

from __future__ import annotations

from collections.abc import Iterator

from routeplanner.model.checks.subject import Checked
from routeplanner.model.curriculum import Ontheffing, Route
from routeplanner.model.quantities import Gezag
from routeplanner.model.rules import Regel
from routeplanner.text.diagnostic import Diagnostic, found, label


def expired(checked: Checked) -> Iterator[Diagnostic]:
    """Tell of an ontheffing whose last day has passed on the day of the check."""
    for ontheffing in checked.curriculum.ontheffingen:
        if ontheffing.tot is not None and ontheffing.tot < checked.op:
            yield found("RP307", ontheffing.span, rule=ontheffing.regel, day=f"{ontheffing.tot:%Y-%m-%d}")


def of_the_law(checked: Checked) -> Iterator[Diagnostic]:
    """Tell of an ontheffing of a rule that is not the school's to waive."""
    for ontheffing, regel, _ in _pairs(checked):
        if regel is None or regel.gezag is Gezag.WET:
            related = [label(regel.span, "de-regel")] if regel else []
            variant = "" if regel else "ingebouwd"
            yield found("RP309", ontheffing.span, variant=variant, rule=ontheffing.regel, related=related)


def needless(checked: Checked) -> Iterator[Diagnostic]:
    """Tell of an ontheffing of a rule that does not hold for this route anyway."""
    for ontheffing, regel, route in _pairs(checked):
        if regel is None or regel.gezag is Gezag.WET or route is None:
            continue
        bereik = regel.bereik
        outside = (
            (bereik.programmas and route.programma and route.programma not in bereik.programmas)
            or (bereik.leerwegen and route.leerweg is not None and route.leerweg not in bereik.leerwegen)
            or (bereik.doelen and route.doel is not None and route.doel not in bereik.doelen)
        )
        if outside:
            related = [label(regel.span, "de-regel")]
            yield found("RP308", ontheffing.span, rule=regel.id, route=route.naam, related=related)


def _pairs(checked: Checked) -> Iterator[tuple[Ontheffing, Regel | None, Route | None]]:
    curriculum = checked.curriculum
    for ontheffing in curriculum.ontheffingen:
        yield ontheffing, curriculum.regels.get(ontheffing.regel), curriculum.routes.get(ontheffing.route)
