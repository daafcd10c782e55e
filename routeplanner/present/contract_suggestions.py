"""The JSON contract of suggestions, version 1; see contract.py."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from routeplanner.engine.score import Score
from routeplanner.engine.suggestion import Suggestion, Suggestions
from routeplanner.present.contract_options import ClashContract, clash_of
from routeplanner.present.contract_parts import Model, as_json
from routeplanner.present.suggestions import reason_texts, suggestion_notes
from routeplanner.present.verdicts import note_texts, placed, reservation_texts
from routeplanner.present.words import Words


class ScoreContract(Model):
    """What makes a suggestion better than another, what matters most first. Whole numbers only."""

    changed: int
    """What of the route had to change: things dropped, moved or taken back. The fewer the better."""
    eenheden: int
    """Units of the goal in the route. The more the better, as are the next two."""
    eenheden_total: int
    """Units of the goal."""
    kenmerken: int
    """Times that a kenmerk of the goal is met."""
    interesses: int
    """Times that an interest is met."""
    liever_niet: int
    """Chosen things that the pupil likes not; this and what follows: the fewer the better."""
    unsure: int
    """Things that are added without a known size, where a rule asks for a minimum of it."""
    added: int
    """Things that are added."""
    near: int
    """What chosen things count for that are near to the goal: 3 for a part of one of its units, 2 for what such
    a unit asks for, 1 for what that asks for. The more the better, as is the next."""
    related: int
    """Times that a chosen thing has a kenmerk of the goal or an interest."""
    busiest_minutes: int
    """Minutes in the busiest periode, of what is chosen and has a place."""
    unknown: int
    """How many of these have no known size; they count as the largest of their kind."""


class SuggestionContract(Model):
    """One suggestion."""

    choices: list[str]
    """Everything beside what is mandatory, each with its place in time."""
    added: list[str]
    dropped: list[str]
    returned: list[str]
    """What of `added` the route had declined."""
    moved: list[str]
    proposed: list[str]
    """What was chosen without a periode and has one now."""
    score: ScoreContract
    because: list[str]
    """Why, a sentence each."""
    closes: list[str] | None
    """What could be chosen before and not after it; null where that was not known within the limit."""
    verdict: Literal["geldig"]
    advice: list[str]
    """The ids of advice, and of guidance, that it does not follow."""
    notes: list[str]
    reservations: list[str]
    """What nobody could check: a geldig with one of these is not plain."""


class SuggestionsContract(Model):
    """The best routes that really differ, the best first."""

    schema_: Literal["routeplanner/suggestions/1"] = Field(
        default="routeplanner/suggestions/1", alias="schema"
    )
    route: str
    """Empty where none was named."""
    programma: str
    leerweg: Literal["BB", "KB", "GL", "TL"] | None
    doel: str | None
    searched: Literal["complete", "limit"]
    """Whether it is proven that nothing is better, or a limit came first."""
    notes: list[str]
    """What is worth knowing before choosing."""
    suggestions: list[SuggestionContract]
    conflict: ClashContract | None
    """Why not all that was chosen could stay or, without suggestions, why there is no route; null if unknown."""


def suggestions_json(suggestions: Suggestions, words: Words) -> str:
    """Return suggestions as JSON."""
    selection = suggestions.selection
    route = selection.route
    return as_json(
        SuggestionsContract(
            route=route.naam,
            programma=route.programma,
            leerweg=route.leerweg.value if route.leerweg else None,
            doel=selection.curriculum.doelen[route.doel].naam if route.doel is not None else None,
            searched="complete" if suggestions.complete else "limit",
            notes=suggestion_notes(suggestions.notes, words),
            suggestions=[_suggestion(suggestion, words) for suggestion in suggestions.found],
            conflict=None if suggestions.clash is None else clash_of(suggestions.clash),
        )
    )


def _suggestion(suggestion: Suggestion, words: Words) -> SuggestionContract:
    places, verdict, closed = suggestion.places, suggestion.verdict, suggestion.closes
    return SuggestionContract(
        choices=[f"{keuze}{placed(places.get(keuze))}" for keuze in suggestion.chosen],
        added=[str(keuze) for keuze in suggestion.added],
        dropped=[str(keuze) for keuze in suggestion.dropped],
        returned=[str(keuze) for keuze in suggestion.returned],
        moved=[f"{keuze}{placed(places[keuze])}" for keuze in suggestion.moved],
        proposed=[f"{keuze}{placed(places[keuze])}" for keuze in suggestion.proposed],
        score=_score(suggestion.score),
        because=reason_texts(suggestion.redenen, words),
        closes=None if closed is None else [str(keuze) for keuze in closed],
        verdict="geldig",
        advice=[rule.id for rule in verdict.advice],
        notes=note_texts(verdict, words),
        reservations=reservation_texts(verdict, words),
    )


def _score(score: Score) -> ScoreContract:
    return ScoreContract(
        changed=score.weg,
        eenheden=score.eenheden,
        eenheden_total=score.eenheden_van,
        kenmerken=score.kenmerken,
        interesses=score.interesses,
        liever_niet=score.liever_niet,
        unsure=score.ongewis,
        added=score.erbij,
        near=score.nabij,
        related=score.verwant,
        busiest_minutes=score.drukste,
        unknown=score.onbekend,
    )
