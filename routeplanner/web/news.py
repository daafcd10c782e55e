"""What a change of the school's texts did to the route on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from routeplanner import api
from routeplanner.dossier.feeding import feed
from routeplanner.dossier.records import Ontwerp
from routeplanner.dossier.records_lob import Ervaring
from routeplanner.engine.verdict import Verdict
from routeplanner.exchange.route_document import from_text, read_route
from routeplanner.model.curriculum import Curriculum
from routeplanner.present.words import Words
from routeplanner.web.school import Edition, Reading


@dataclass(frozen=True)
class Change:
    """What is different for one route."""

    before: str
    """The verdict under the texts before, in words; empty where it stays the same."""
    after: str
    rules: tuple[str, ...]
    """What the route meets no longer, by title."""
    unknown: tuple[str, ...]
    """Choices of the route that the texts do not know any more."""


def marker_of(reading: Reading) -> str:
    """Return what a page says that it has seen: the edition, and whether newer texts hold an error."""
    return f"{reading.edition.number}{'f' if reading.errors else ''}"


def change_of(
    edition: Edition, draft: Ontwerp, ervaringen: Sequence[Ervaring], words: Words
) -> Change | None:
    """Return what the last change of the texts did to a draft; None where there are no texts before it."""
    if edition.before is None:
        return None
    before, _ = _judged(edition.before, draft, ervaringen)
    after, unknown = _judged(edition.curriculum, draft, ervaringen)
    was_met = {rule.id for rule in before.rules if rule.state == "voldaan"} | {
        rule.id for rule in after.rules if rule.id not in {old.id for old in before.rules}
    }
    lost = tuple(
        rule.regel.titel or rule.id
        for rule in after.rules
        if rule.hard and rule.regel is not None and rule.state != "voldaan" and rule.id in was_met
    )
    same = before.verdict == after.verdict
    told = [words.phrase(f"oordeel.{one.verdict}") for one in (before, after)]
    return Change("" if same else told[0], told[1], lost, unknown)


def _judged(
    curriculum: Curriculum, draft: Ontwerp, ervaringen: Sequence[Ervaring]
) -> tuple[Verdict, tuple[str, ...]]:
    read = read_route(curriculum, from_text(draft.document))
    fed = feed(curriculum, read.route, ervaringen)
    return api.judge(fed.curriculum, fed.route), tuple(dict.fromkeys((*read.unknown, *fed.unknown)))
