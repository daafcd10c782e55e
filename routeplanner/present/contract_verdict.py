"""The JSON contract of a verdict, version 1; see contract.py."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from pydantic import Field

from routeplanner.engine.selection import Selection
from routeplanner.engine.standing import RuleState
from routeplanner.engine.totals import totals
from routeplanner.engine.verdict import Mended, Verdict
from routeplanner.model import curriculum as model
from routeplanner.model.rules import Maat
from routeplanner.present.contract_parts import Model, as_json, clean
from routeplanner.present.verdicts import amount_text, note_texts, placed, reservation_texts
from routeplanner.present.words import Words

State = Literal["voldaan", "open", "overtreden", "onbeslist", "niet gecontroleerd"]


class Rule(Model):
    """How one rule stands."""

    id: str
    gezag: Literal["wet", "richtlijn", "school"] | None
    """None: a rule that holds everywhere."""
    hard: bool
    """Whether breaking it makes the route ongeldig."""
    state: State
    file: str | None
    line: int | None
    bron: str | None
    value: str | None
    """What a counting sentence found, in words."""


class Conflict(Model):
    """The rules and choices that clash."""

    rules: list[str]
    choices: list[str]
    minimal: bool
    """Whether nothing in it can be missed; False while clashes are not yet made as small as they can be."""


class Repair(Model):
    """A change that helps."""

    add: list[str]
    drop: list[str]
    move: list[str]
    verdict: str


class Total(Model):
    """One sum over the route; only the one that fits is given."""

    minutes: int | None = None
    weeks: int | None = None
    count: int | None = None
    unknown: int = 0
    """How many parts have no known size."""


class Placement(Model):
    """Where in time a choice stands."""

    choice: str
    leerjaar: int | None
    perioden: list[int]


class Waiver(Model):
    """A rule that is waived for this route."""

    rule: str
    reden: str
    door: str
    tot: str | None


class VerdictContract(Model):
    """The verdict on one route."""

    schema_: Literal["routeplanner/verdict/1"] = Field(default="routeplanner/verdict/1", alias="schema")
    route: str
    programma: str
    leerweg: Literal["BB", "KB", "GL", "TL"] | None
    verdict: Literal["geldig", "onvolledig", "ongeldig", "onbeslist"]
    rules: list[Rule]
    conflict: Conflict
    repairs: list[Repair]
    totals: dict[str, Total]
    completion: list[str]
    placement: list[Placement]
    advice: list[str]
    """The ids of advice, and of guidance, that the route does not follow."""
    notes: list[str]
    reservations: list[str]
    """What nobody could check: a geldig with one of these is not plain."""
    exceptions: list[Waiver]
    limit: str | None
    """Why it is onbeslist."""


class VerdictsContract(Model):
    """The verdicts on several routes, in the order of the texts."""

    schema_: Literal["routeplanner/verdicts/1"] = Field(default="routeplanner/verdicts/1", alias="schema")
    verdicts: list[VerdictContract]


def from_verdict(verdict: Verdict, words: Words, changes: Sequence[Mended] = ()) -> VerdictContract:
    """Return a verdict as the contract has it."""
    route = verdict.selection.route
    return VerdictContract(
        route=route.naam,
        programma=route.programma,
        leerweg=route.leerweg.value if route.leerweg else None,
        verdict=verdict.oordeel.value,
        rules=[_rule(rule, words) for rule in verdict.rules],
        conflict=_conflict(verdict),
        repairs=[_repair(change) for change in changes],
        totals=_totals(verdict.selection),
        completion=[str(keuze) for keuze in verdict.plan.added] if verdict.plan else [],
        placement=list(_placement(verdict)),
        advice=[rule.id for rule in verdict.advice],
        notes=note_texts(verdict, words),
        reservations=reservation_texts(verdict, words),
        exceptions=[_exception(ontheffing) for ontheffing in verdict.exceptions],
        limit=verdict.limit,
    )


def verdict_json(verdict: Verdict, words: Words, changes: Sequence[Mended]) -> str:
    """Return one verdict as JSON, with the changes that would mend it."""
    return as_json(from_verdict(verdict, words, changes))


def verdicts_json(verdicts: Iterable[Verdict], words: Words) -> str:
    """Return verdicts as JSON."""
    return as_json(VerdictsContract(verdicts=[from_verdict(verdict, words) for verdict in verdicts]))


def _rule(rule: RuleState, words: Words) -> Rule:
    regel = rule.regel
    return Rule(
        id=rule.id,
        gezag=rule.gezag.value if regel else None,
        hard=rule.hard,
        state=rule.stand.value,
        file=clean(regel.span.source.path) if regel else None,
        line=regel.span.source.position(regel.span.start).line if regel else None,
        bron=regel.bron[0] if regel and regel.bron else None,
        value=", ".join(amount_text(bedrag, words) for bedrag in rule.bedragen) or None,
    )


def _conflict(verdict: Verdict) -> Conflict:
    if verdict.clash is not None:
        choices = [str(keuze) for keuze in verdict.clash.choices]
        return Conflict(rules=list(verdict.clash.rules), choices=choices, minimal=verdict.clash.smallest)
    broken = dict.fromkeys(choice for rule in verdict.broken for choice in rule.choices)
    return Conflict(
        rules=[rule.id for rule in verdict.broken], choices=list(broken), minimal=not verdict.broken
    )


def _repair(change: Mended) -> Repair:
    return Repair(
        add=[str(keuze) for keuze in change.repair.add],
        drop=[str(keuze) for keuze in change.repair.drop],
        move=[f"{keuze}{placed(cel)}" for keuze, cel in change.repair.move],
        verdict=change.oordeel.value,
    )


def _totals(selection: Selection) -> dict[str, Total]:
    fields = {Maat.MINUTEN: "minutes", Maat.WEKEN: "weeks", Maat.AANTAL: "count"}
    return {
        total.naam: Total.model_validate({fields[total.maat]: total.waarde, "unknown": total.onbekend})
        for total in totals(selection)
    }


def _placement(verdict: Verdict) -> Iterable[Placement]:
    """Yield where things stand, and where a plan puts what has no place yet."""
    planned = verdict.plan.places if verdict.plan else {}
    for keuze, plaats in verdict.selection.gekozen.items():
        if plaats.leerjaar is not None or plaats.perioden:
            yield Placement(choice=str(keuze), leerjaar=plaats.leerjaar, perioden=list(plaats.perioden))
        elif keuze in planned:
            yield Placement(
                choice=str(keuze), leerjaar=planned[keuze].leerjaar, perioden=[planned[keuze].periode]
            )


def _exception(ontheffing: model.Ontheffing) -> Waiver:
    tot = ontheffing.tot.isoformat() if ontheffing.tot else None
    return Waiver(rule=ontheffing.regel, reden=ontheffing.reden, door=ontheffing.door, tot=tot)
