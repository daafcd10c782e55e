"""What the page of a conversation shows: the verdict, the cards, how far the route is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from routeplanner import api
from routeplanner.engine.options import Option
from routeplanner.engine.planner import Planner
from routeplanner.engine.repairs import Repair
from routeplanner.engine.standing import RuleState
from routeplanner.engine.totals import totals
from routeplanner.engine.verdict import Mended, Oordeel, Verdict
from routeplanner.model.rules import Keuze, in_order
from routeplanner.present.figure import subtitle
from routeplanner.present.suggestions import named
from routeplanner.present.verdicts import (
    amount_text,
    note_texts,
    repair_text,
    reservation_texts,
    total_text,
    verdict_words,
)
from routeplanner.present.words import Words
from routeplanner.web.cards import Section, key_of, sections_of

_REPAIRS = 4
"""Changes that are offered as a button."""


@dataclass(frozen=True)
class Change:
    """A change that is offered as a button."""

    number: int
    text: str
    finishes: bool
    """Whether the route is geldig after it; if not, it can be finished."""


@dataclass(frozen=True)
class Line:
    """A rule as a line: how it stands, and what it counts."""

    id: str
    title: str
    stand: str
    sentences: tuple[tuple[str, str], ...]
    """Each sentence of the rule, with the amount that it found."""
    omdat: str
    bron: str


@dataclass(frozen=True)
class Screen:
    """Everything about one draft that the page shows."""

    subtitle: str
    oordeel: str
    clean: bool
    """Whether it is geldig without any reservation."""
    reason: str
    """What is worth saying beside the verdict, as a sentence; empty where nothing is."""
    because: tuple[Line, ...]
    """The rules that the verdict comes from: those that are broken, or those that are open."""
    clash: tuple[str, ...]
    changes: tuple[Change, ...]
    plan: str
    """What would finish the route, as the language writes it; empty where nothing is missing."""
    sections: tuple[Section, ...]
    totals: tuple[str, ...]
    competenties: tuple[tuple[str, int], ...]
    rules: tuple[Line, ...]
    advice: tuple[Line, ...]
    notes: tuple[str, ...]
    reservations: tuple[str, ...]
    unknown: tuple[str, ...]
    """Choices of the draft that the texts do not know any more."""
    in_time: bool
    """Whether what is possible was found within the limit."""


def screen_of(planner: Planner, unknown: tuple[str, ...], facts: Collection[Keuze], words: Words) -> Screen:
    """Return what the page shows of the route of a planner.

    Raises:
        CancelledError: It was cancelled.
    """
    verdict = planner.verdict()
    options, in_time = _options(planner)
    places = verdict.plan.places if verdict.plan is not None else {}
    because = tuple(_line(rule, words) for rule in _because(verdict))
    return Screen(
        subtitle=subtitle(verdict.selection),
        oordeel=verdict.oordeel.value,
        clean=verdict.oordeel is Oordeel.GELDIG and not verdict.reservations,
        reason="" if because else verdict_words(verdict, words)[1].removeprefix(", "),
        because=because,
        clash=tuple(_clash(verdict, words)),
        changes=tuple(_change(n, mended, words) for n, mended in enumerate(changes_of(verdict))),
        plan=named(verdict.plan.added, words) if verdict.plan is not None else "",
        sections=sections_of(verdict.selection, options, places, facts, words),
        totals=tuple(total_text(total, words) for total in totals(verdict.selection)),
        competenties=_competenties(verdict),
        rules=tuple(_line(rule, words) for rule in _telling(verdict)),
        advice=tuple(_line(rule, words) for rule in verdict.advice),
        notes=tuple(note_texts(verdict, words)),
        reservations=tuple(reservation_texts(verdict, words)),
        unknown=unknown,
        in_time=in_time,
    )


def _because(verdict: Verdict) -> tuple[RuleState, ...]:
    """Return the rules that a verdict comes from."""
    if verdict.oordeel is Oordeel.ONGELDIG:
        return verdict.broken
    return verdict.open if verdict.oordeel is Oordeel.ONVOLLEDIG else ()


def _options(planner: Planner) -> tuple[tuple[Option, ...], bool]:
    try:
        return planner.options(), True
    except api.LimitReachedError:
        return (), False


def changes_of(verdict: Verdict) -> tuple[Mended, ...]:
    """Return the smallest changes after which an ongeldige route is possible again; none for any other route.

    What would have to be added to finish it, is left to the pupil: the page shows what can be.
    """
    if verdict.oordeel is not Oordeel.ONGELDIG:
        return ()
    try:
        found = api.repairs_of(verdict, 2 * _REPAIRS)
    except api.LimitReachedError:
        return ()
    changes: dict[Repair, Mended] = {}
    for mended in found:
        change = replace(mended.repair, add=())
        if not change.size or not mended.repair.add:
            changes[mended.repair] = mended
        else:
            changes.setdefault(change, Mended(change, Oordeel.ONVOLLEDIG))
    return tuple(changes.values())[:_REPAIRS]


def _change(number: int, mended: Mended, words: Words) -> Change:
    return Change(number, repair_text(mended.repair, words), mended.oordeel is Oordeel.GELDIG)


def _clash(verdict: Verdict, words: Words) -> Iterator[str]:
    """Yield the choices that the verdict comes from, as they are written."""
    if verdict.clash is not None:
        yield from (str(keuze) for keuze in verdict.clash.choices)
        yield from (words.phrase("oordeel.niet", choice=str(keuze)) for keuze in verdict.clash.declined)
    elif verdict.oordeel is Oordeel.ONGELDIG:
        yield from dict.fromkeys(choice for rule in verdict.broken for choice in rule.choices)


def _telling(verdict: Verdict) -> Iterator[RuleState]:
    """Yield the rules that tell how far a route is: those not met first, then those that count something."""
    hard = [rule for rule in verdict.rules if rule.hard]
    yield from (rule for rule in hard if rule.state != "voldaan")
    yield from (rule for rule in hard if rule.state == "voldaan" and rule.bedragen)


def _line(rule: RuleState, words: Words) -> Line:
    found = {bedrag.zin: amount_text(bedrag, words) for bedrag in rule.bedragen}
    title = rule.regel.titel if rule.regel is not None else words.phrase(f"regel.{rule.id}")
    sentences = tuple((span.text, found.get(span, "")) for span, _ in rule.zinnen)
    omdat, bron = (rule.regel.omdat or "", "".join(rule.regel.bron[:1])) if rule.regel else ("", "")
    return Line(rule.id, title or "", rule.state, sentences, omdat, bron)


def _competenties(verdict: Verdict) -> tuple[tuple[str, int], ...]:
    """Return how many chosen things work on each loopbaancompetentie."""
    found = Counter(c for onderdeel in verdict.selection.chosen() for c in onderdeel.kenmerken.competenties)
    return tuple(sorted(found.items()))


@dataclass(frozen=True)
class Why:
    """Why a choice is closed or forced."""

    key: str
    choice: str
    status: str
    rules: tuple[tuple[str, str], ...]
    """The rules of the smallest clash, each with its id and what it says."""
    choices: str
    """What does not go together with it, as the language writes it."""
    changes: tuple[Change, ...]


def why_of(planner: Planner, keuze: Keuze, words: Words) -> Why:
    """Return why a choice is closed or forced.

    Raises:
        NotOfferedError: This pupil can never take it.
        LimitReachedError: A limit was reached.
    """
    found = planner.why(keuze)
    clash = found.clashes[0] if found.clashes else None
    regels = {regel.id: regel for regel in planner.selection.curriculum.regels.values()}
    rules = tuple(
        (id_, (regels[id_].titel or "") if id_ in regels else words.phrase(f"regel.{id_}"))
        for id_ in (clash.rules if clash else ())
    )
    choices = named(sorted(clash.choices, key=in_order), words) if clash else ""
    changes = tuple(
        Change(n, repair_text(repair, words), finishes=False)
        for n, repair in enumerate(found.repairs[:_REPAIRS])
    )
    return Why(key_of(keuze), str(keuze), found.status.value, rules, choices, changes)
