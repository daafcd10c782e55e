"""Suggestions as the page shows them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby

from routeplanner import api
from routeplanner.engine.planner import Planner
from routeplanner.engine.reasons import Reden
from routeplanner.engine.suggestion import Suggestion
from routeplanner.engine.totals import totals
from routeplanner.present.suggestions import (
    named,
    reason_texts,
    score_texts,
    searched_text,
    suggestion_notes,
)
from routeplanner.present.verdicts import reservation_texts, total_text
from routeplanner.present.words import Words

_MOST = 6
"""Choices that are named of what a suggestion closes."""


@dataclass(frozen=True)
class Shown:
    """One suggestion."""

    number: int
    oordeel: str
    plan: tuple[tuple[str, str], ...]
    """What is added, periode by periode."""
    drops: str
    moves: str
    reasons: tuple[str, ...]
    counts: tuple[str, ...]
    totals: tuple[str, ...]
    closes: str
    reservations: tuple[str, ...]


@dataclass(frozen=True)
class ShownAll:
    """All of them, and how far was searched."""

    found: tuple[Shown, ...]
    searched: str
    complete: bool
    notes: tuple[str, ...]


def shown_suggestions(planner: Planner, most: int, words: Words) -> ShownAll | None:
    """Return the best ways to go on; None where the limit came before there was any."""
    try:
        found = planner.suggest(most)
    except api.LimitReachedError:
        return None
    return ShownAll(
        tuple(_shown(number, one, words) for number, one in enumerate(found.found)),
        searched_text(found, words),
        found.complete,
        tuple(suggestion_notes(found.notes, words)),
    )


def _shown(number: int, one: Suggestion, words: Words) -> Shown:
    closed = one.closes or ()
    return Shown(
        number=number,
        oordeel=one.verdict.verdict,
        plan=_plan(one, words),
        drops=named(one.dropped, words),
        moves=named(one.moved, words),
        reasons=tuple(reason_texts(_titled(one), words)),
        counts=tuple(score_texts(one.score, words)),
        totals=tuple(total_text(total, words) for total in totals(one.verdict.selection)),
        closes=named(closed[:_MOST], words, more=len(closed) - _MOST) if closed else "",
        reservations=tuple(reservation_texts(one.verdict, words)),
    )


def _titled(one: Suggestion) -> list[Reden]:
    """Return why things are in it; a rule is called by its title, as everywhere on the page."""
    titles = {
        rule.id: f'"{rule.regel.titel}"' for rule in one.verdict.rules if rule.regel and rule.regel.titel
    }
    return [
        replace(reden, wat=tuple(titles.get(id_, id_) for id_ in reden.wat))
        if reden.key == "nodig"
        else reden
        for reden in one.redenen
    ]


def _plan(one: Suggestion, words: Words) -> tuple[tuple[str, str], ...]:
    places = one.places
    rows = sorted(one.added, key=lambda keuze: (keuze not in places, places.get(keuze)))
    return tuple(
        (
            words.phrase("voorstel.periode", leerjaar=cel.leerjaar, periode=cel.periode)
            if cel is not None
            else words.phrase("voorstel.zonder-periode"),
            named(tuple(together), words),
        )
        for cel, together in groupby(rows, key=places.get)
    )
