"""RP310, RP321: examples that expect nothing, or what cannot be."""

from __future__ import annotations

from collections.abc import Iterator

from routeplanner.language.syntax import VOORBEELDZINNEN, Gegeven
from routeplanner.model.checks.subject import Checked
from routeplanner.text.diagnostic import Diagnostic, found, label


def without_expectation(checked: Checked) -> Iterator[Diagnostic]:
    """Tell of a voorbeeld that says nothing of what should come of it, or that is about no route."""
    for block in checked.blocks:
        if block.soort != "voorbeeld" or not block.heel:
            continue
        expects = [
            zin for zin in block.zinnen if isinstance(zin, VOORBEELDZINNEN) and not isinstance(zin, Gegeven)
        ]
        given = [zin for zin in block.zinnen if zin not in expects]
        if not expects:
            yield found("RP310", block.span)
        elif not given:
            yield found("RP310", block.span, variant="route")


def impossible_expectation(checked: Checked) -> Iterator[Diagnostic]:
    """Tell of a voorbeeld with two verdicts, or of rules named for a verdict that no rule causes."""
    for voorbeeld in checked.curriculum.voorbeelden:
        verdicts = [v for v in voorbeeld.verwachtingen if v.oordeel is not None]
        for extra in verdicts[1:]:
            related = [label(verdicts[0].span, "hier-staat-de-eerste")]
            yield found("RP321", extra.span, variant="twee", related=related)
        for verdict in verdicts[:1]:
            if verdict.regels and verdict.oordeel in ("geldig", "onbeslist"):
                yield found("RP321", verdict.span, verdict=verdict.oordeel)
            if verdict.voorbehoud and verdict.oordeel != "geldig":
                yield found("RP321", verdict.span, variant="voorbehoud", verdict=str(verdict.oordeel))
