"""RP308: an ontheffing that lifts nothing, because its route meets the rule without it."""

from __future__ import annotations

from collections.abc import Iterator

from routeplanner.engine.verdict import judge
from routeplanner.model.curriculum import Curriculum
from routeplanner.text.diagnostic import Diagnostic, found, label


def needless(curriculum: Curriculum) -> Iterator[Diagnostic]:
    """Tell of an ontheffing that its route can do without; one that has expired is told elsewhere."""
    for ontheffing in curriculum.ontheffingen:
        route = curriculum.routes.get(ontheffing.route)
        if route is None:
            continue
        verdict = judge(curriculum, route, together=False)
        overbodig = {dict(n.params)["rule"] for n in verdict.notes if n.key == "ontheffing-overbodig"}
        if ontheffing in verdict.exceptions and ontheffing.regel in overbodig:
            regel = curriculum.regels[ontheffing.regel]
            related = [label(regel.span, "de-regel")]
            yield found(
                "RP308", ontheffing.span, variant="voldoet", rule=regel.id, route=route.naam, related=related
            )
