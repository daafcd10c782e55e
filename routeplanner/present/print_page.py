"""One A4 for a pupil and parents: the route, when what is done, what is still to choose, and signatures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby

from routeplanner.engine.selection import Plaats, Selection
from routeplanner.engine.totals import totals
from routeplanner.engine.verdict import Oordeel, Verdict
from routeplanner.model.rules import Keuze
from routeplanner.present.figure import Figure, figure_of
from routeplanner.present.figure_svg import PRINT, figure_svg
from routeplanner.present.figure_words import described, place_text, size_text
from routeplanner.present.print_words import (
    choice_text,
    note_lines,
    placed_text,
    reservation_lines,
    rule_named,
    rule_text,
    total_line,
    verdict_text,
    why_text,
)
from routeplanner.present.printing import (
    Paragraph,
    Picture,
    PrintPage,
    Section,
    Signatures,
    Table,
    capitalised,
    cleaned,
    day_text,
    facts,
    items,
    section,
    sentence,
)
from routeplanner.present.words import Words

PRINT_FONT = "Libertinus Serif"
"""What typst has with it."""


def print_page(verdict: Verdict, words: Words, *, day: date, with_name: bool = True) -> PrintPage:
    """Return the printed page of a route.

    Args:
        verdict: The verdict on the route.
        words: The language.
        day: The day that stands on the page.
        with_name: Whether the name of the route, which is often that of a pupil, stands on it; without it
            the reasons of ontheffingen are left out too.
    """
    selection = verdict.selection
    figure = figure_of(selection)
    if not with_name:
        figure = replace(figure, title="")
    found = (
        _figure(figure, words),
        _when(selection, words),
        _sums(selection, words),
        _to_do(verdict, words),
        _wrong(verdict, words),
        _good_to_know(verdict, words, with_name=with_name),
        _not_checked(verdict, words),
        _signatures(words),
    )
    return cleaned(
        PrintPage(
            lang=words.lang,
            title=figure.title or capitalised(words.phrase("print.titel")),
            day=day,
            facts=facts(_facts(verdict, day, words)),
            sections=tuple(part for part in found if part is not None),
            footer=words.phrase("print.voet"),
        )
    )


def picture(figure: Figure, words: Words, *, prefix: str = "figuur") -> Picture:
    """Return the figure of a route as it is printed, without the heading that the page has itself."""
    svg = figure_svg(figure, words, prefix=prefix, width=PRINT, heading=False, font=PRINT_FONT)
    return Picture(svg, described(figure, words))


def _facts(verdict: Verdict, day: date, words: Words) -> Iterator[tuple[str, str]]:
    selection = verdict.selection
    route, programma, school = selection.route, selection.programma, selection.curriculum.school
    if programma is not None:
        yield words.phrase("print.programma"), f"{programma.titel} ({programma.id})"
    if route.leerweg is not None:
        name = words.phrase(f"leerweg.{route.leerweg.value}")
        yield words.phrase("print.leerweg"), f"{name} ({route.leerweg.value})"
    if route.uitstroomprofiel is not None:
        yield words.phrase("print.uitstroomprofiel"), route.uitstroomprofiel
    if route.doel is not None:
        yield words.phrase("print.doel"), selection.curriculum.doelen[route.doel].naam
    if school is not None:
        year = f", {school.schooljaar}-{school.schooljaar + 1}" if school.schooljaar else ""
        yield words.phrase("print.school"), f"{school.naam}{year}"
    yield words.phrase("print.datum"), day_text(day, words)
    yield words.phrase("print.oordeel"), sentence(verdict_text(verdict, words))


def _figure(figure: Figure, words: Words) -> Section | None:
    return Section("figuur", "", (picture(figure, words),)) if figure.rows else None


# ---- when


def _when(selection: Selection, words: Words) -> Section | None:
    chosen = sorted(_chosen(selection), key=lambda keuze: _moment(selection.gekozen[keuze]))
    rows = tuple(
        (_place(place, words), "; ".join(_thing(keuze, selection, words) for keuze in group))
        for place, group in groupby(chosen, key=lambda keuze: selection.gekozen[keuze])
    )
    if not rows:
        return None
    head = (words.phrase("print.wanneer"), words.phrase("print.wat"))
    return section("wanneer", words.phrase("print.keuzes"), Table(tuple(map(capitalised, head)), rows))


def _chosen(selection: Selection) -> Iterator[Keuze]:
    """Yield what the pupil chose, and those units of the programme that have a place in time."""
    for onderdeel in selection.chosen():
        plaats = selection.gekozen[onderdeel.keuze]
        if not onderdeel.verplicht or plaats != Plaats():
            yield onderdeel.keuze


def _moment(plaats: Plaats) -> tuple[int, tuple[int, ...]]:
    """Return what sorts by time: a leerjaar before its periodes, and what has no place last."""
    return (plaats.leerjaar or 99, plaats.perioden)


def _place(plaats: Plaats, words: Words) -> str:
    return capitalised(place_text(plaats, words) or words.phrase("tijdlijn.los"))


def _thing(keuze: Keuze, selection: Selection, words: Words) -> str:
    onderdeel = selection.onderdelen[keuze]
    name = choice_text(keuze, selection.curriculum, words)
    where = next((g.bij for g in selection.route.gekozen if g.keuze == keuze and g.bij), None)
    if where:
        name = words.phrase("print.bij", choice=name, company=where)
    done = words.phrase("figuur.klaar") if keuze in selection.route.afgerond else ""
    details = [part for part in (size_text(onderdeel.minuten, onderdeel.weken, words), done) if part]
    return f"{name} ({', '.join(details)})" if details else name


def _sums(selection: Selection, words: Words) -> Section | None:
    lines = [total_line(total, words) for total in totals(selection)]
    if not lines:
        return None
    text = words.phrase("print.samen", totals=words.listed(lines))
    return Section("hoeveel", "", (Paragraph(sentence(text)),))


# ---- how it stands


def _to_do(verdict: Verdict, words: Words) -> Section | None:
    if verdict.oordeel is not Oordeel.ONVOLLEDIG:
        return None
    curriculum, plan = verdict.selection.curriculum, verdict.plan
    blocks = [items([rule_text(rule, words) for rule in verdict.open])] if verdict.open else []
    added = plan.added if plan is not None else ()
    if plan is None or not added:
        return section("nog-kiezen", words.phrase("print.nog-kiezen"), *blocks)
    choices = words.listed([placed_text(k, plan.places.get(k), curriculum, words) for k in added])
    way = Paragraph(sentence(words.phrase("print.zo-kan-het", choices=choices)))
    return section("nog-kiezen", words.phrase("print.nog-kiezen"), *blocks, way)


def _wrong(verdict: Verdict, words: Words) -> Section | None:
    if verdict.oordeel is not Oordeel.ONGELDIG:
        return None
    texts = [why_text(rule, words) for rule in verdict.broken]
    return section("klopt-niet", words.phrase("print.klopt-niet"), items(texts))


def _good_to_know(verdict: Verdict, words: Words, *, with_name: bool) -> Section | None:
    texts = list(note_lines(verdict, words))
    texts += [words.phrase("print.advies", rule=why_text(rule, words)) for rule in verdict.advice]
    for waived in verdict.exceptions:
        rule = rule_named(waived.regel, verdict.selection.curriculum)
        key = "print.ontheffing" if with_name else "print.ontheffing-zonder"
        texts.append(words.phrase(key, rule=rule, reason=waived.reden, who=waived.door))
    return section("goed-om-te-weten", words.phrase("print.weten"), items(texts)) if texts else None


def _not_checked(verdict: Verdict, words: Words) -> Section | None:
    texts = reservation_lines(verdict, words)
    return section("niet-nagekeken", words.phrase("print.niet-nagekeken"), items(texts)) if texts else None


def _signatures(words: Words) -> Section:
    names = (words.phrase("print.leerling"), words.phrase("print.ouder"), words.phrase("print.mentor"))
    room = Signatures(tuple(map(capitalised, names)), capitalised(words.phrase("print.datum")))
    return section("handtekeningen", words.phrase("print.handtekeningen"), room)
