"""What a printed route says of rules and choices, in words for a pupil and for parents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from routeplanner.engine.notes import Note
from routeplanner.engine.selection import Cel, Plaats, Selection
from routeplanner.engine.standing import RuleState
from routeplanner.engine.totals import Totaal
from routeplanner.engine.verdict import Oordeel, Verdict
from routeplanner.language.vocabulary import fold
from routeplanner.model.curriculum import Curriculum
from routeplanner.model.quantities import Minuten
from routeplanner.model.rules import Keuze, KeuzeSoort, Maat
from routeplanner.present.figure_words import place_text, size_text
from routeplanner.present.printing import sentence
from routeplanner.present.without_size import without_size
from routeplanner.present.words import Words

_MOST = 6
"""Things that are named in one sentence; the rest is counted."""


def choice_text(keuze: Keuze, curriculum: Curriculum, words: Words) -> str:
    """Return a choice by its name: `HV/K/9 Verkopen`, `keuzemodule Lassen`, `verdieping … van VT/K/9`."""
    if keuze.soort is KeuzeSoort.VERDIEPING:
        return words.phrase("figuur.verdiept", title=keuze.naam or "", code=str(keuze.eenheid))
    if keuze.eenheid is not None:
        return f"{keuze.eenheid} {curriculum.eenheden[keuze.eenheid].titel}"
    return words.phrase(f"soort.{keuze.soort.value}", name=keuze.naam or "")


def placed_text(keuze: Keuze, cel: Cel | None, curriculum: Curriculum, words: Words) -> str:
    """Return a choice with where it can stand."""
    name = choice_text(keuze, curriculum, words)
    if cel is None:
        return name
    return words.phrase(
        "print.in", choice=name, place=place_text(Plaats(cel.leerjaar, (cel.periode,)), words)
    )


def verdict_text(verdict: Verdict, words: Words) -> str:
    """Return what the verdict means for the pupil."""
    if verdict.oordeel is Oordeel.GELDIG and verdict.reservations:
        return words.phrase("print.oordeel.voorbehoud")
    return words.phrase(f"print.oordeel.{verdict.oordeel.value}")


def rule_text(rule: RuleState, words: Words) -> str:
    """Return a rule by its title."""
    if rule.regel is None:
        return words.phrase(f"regel.{rule.id}")
    return rule.regel.titel or rule.id


def rule_named(id_: str, curriculum: Curriculum) -> str:
    """Return the title of a rule by its name, also by an earlier one."""
    key = fold(id_)
    for regel in curriculum.regels.values():
        if key in {fold(name) for name in (regel.id, *regel.heette)}:
            return regel.titel or regel.id
    return id_


def why_text(rule: RuleState, words: Words) -> str:
    """Return a rule by its title, with the reason that its author gave."""
    because = rule.regel.omdat if rule.regel is not None else None
    if not because:
        return rule_text(rule, words)
    return f"{sentence(rule_text(rule, words))} {sentence(because)}"


def total_line(total: Totaal, words: Words) -> str:
    """Return a total: `3 verbredingen`, `84 uur verbreding`."""
    if total.maat is Maat.AANTAL:
        return words.count(f"totaal.{total.grootheid.value}", total.waarde)
    weeks = total.maat is Maat.WEKEN
    size = size_text(None if weeks else Minuten(total.waarde), total.waarde if weeks else None, words)
    text = words.phrase(f"print.totaal.{total.grootheid.value}", size=size)
    unknown = f" ({words.count('aantal.onbekend', total.onbekend)})" if total.onbekend else ""
    return f"{text}{unknown}"


def note_lines(verdict: Verdict, words: Words) -> Iterator[str]:
    """Yield what is worth knowing, a sentence each."""
    from routeplanner.engine.reasons import notes

    curriculum = verdict.selection.curriculum
    for note in notes(verdict.selection):
        if note.key == "twee-stappen":
            yield words.phrase("let-op.twee-stappen", **dict(note.params))
    for note in verdict.notes:
        params = dict(note.params)
        if note.key == "ce-elders":
            unit = _unit(params, curriculum)
            yield words.phrase("print.ce-elders", unit=unit, programme=_programme(params, curriculum))
        elif note.key == "andere-leerweg":
            unit = _unit(params, curriculum)
            yield words.phrase("print.andere-leerweg", unit=unit, leerwegen=params["leerwegen"])


def reservation_lines(verdict: Verdict, words: Words) -> list[str]:
    """Return what nobody could check; what is said of many things is said once, with their names."""
    kinds = dict.fromkeys(note.key for note in verdict.reservations)
    return [
        line
        for kind in kinds
        for line in _reservations(
            kind, [note for note in verdict.reservations if note.key == kind], verdict, words
        )
    ]


def _reservations(kind: str, notes: Sequence[Note], verdict: Verdict, words: Words) -> Iterator[str]:
    selection = verdict.selection
    if kind == "regel":
        by_size = [note for note in notes if _unknown(note, verdict)]
        plain = [note for note in notes if note not in by_size]
        yield from _of_rules("print.voorbehoud.regel", plain, selection, words)
        yield from _of_rules("print.voorbehoud.omvang", by_size, selection, words)
    elif kind == "afgeleid":
        yield from _of_rules("print.voorbehoud.afgeleid", notes, selection, words)
    elif kind == "toetsing":
        names = [str(dict(note.params)["code"]) for note in notes]
        yield words.phrase("print.voorbehoud.toetsing", units=_listed(names, words))
    elif kind == "vakken":
        yield words.phrase("print.voorbehoud.vakken")
    else:
        for note in notes:
            params = dict(note.params)
            params["programma"] = _programme(params, selection.curriculum)
            yield words.phrase(f"print.voorbehoud.{kind}", **params)


def _of_rules(key: str, notes: Sequence[Note], selection: Selection, words: Words) -> Iterator[str]:
    names = [rule_named(dict(note.params)["rule"], selection.curriculum) for note in notes]
    if names:
        yield words.phrase(key, rules=_listed([f"“{name}”" for name in names], words))  # fmt: skip


def _unknown(note: Note, verdict: Verdict) -> bool:
    """Tell whether a rule is not checked because something that it counts has no known size."""
    rule = next((rule for rule in verdict.rules if rule.id == dict(note.params)["rule"]), None)
    return rule is not None and bool(without_size(verdict, rule))


def _listed(names: Sequence[str], words: Words) -> str:
    if len(names) <= _MOST:
        return words.listed(names)
    return words.phrase("voorstel.en-nog", items=", ".join(names[:_MOST]), count=len(names) - _MOST)


def _unit(params: dict[str, str], curriculum: Curriculum) -> str:
    for id_, unit in curriculum.eenheden.items():
        if str(id_) == params["code"] and id_.programma == params["programma"]:
            return f"{id_} {unit.titel}"
    return params["code"]


def _programme(params: dict[str, str], curriculum: Curriculum) -> str:
    programma = curriculum.programmas.get(fold(params["programma"]))
    return programma.titel if programma is not None else params["programma"]
