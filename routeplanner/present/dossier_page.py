"""The loopbaandossier of one pupil on paper: experiences, reflections, conversations and choices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from routeplanner.language.vocabulary import COMPETENTIE_EERDER, COMPETENTIES
from routeplanner.present.printing import (
    Block,
    Facts,
    Items,
    Paragraph,
    Picture,
    PrintPage,
    Section,
    Table,
    capitalised,
    cleaned,
    day_text,
    facts,
    section,
    sentence,
)
from routeplanner.present.words import Words


@dataclass(frozen=True, slots=True)
class Ervaring:
    """Something that the pupil did."""

    soort: str
    """`les`, `stage`, `activiteit` or `eigen`; another word is printed as it is."""
    titel: str
    wanneer: str = ""
    """As people say it: `leerjaar 3, periode 2`, or a date."""
    waar: str = ""
    tekst: str = ""
    """What the pupil tells of it; an empty line starts a new paragraph."""


@dataclass(frozen=True, slots=True)
class Reflectie:
    """What the pupil answered to one question."""

    competentie: str
    """One of COMPETENTIES."""
    vraag: str
    antwoord: str
    dag: date | None = None


@dataclass(frozen=True, slots=True)
class Afspraak:
    """What was agreed in a conversation."""

    tekst: str
    wie: str = ""
    voor: date | None = None
    gedaan: bool = False


@dataclass(frozen=True, slots=True)
class Gesprek:
    """A loopbaangesprek."""

    dag: date
    met: str
    verslag: str = ""
    afspraken: tuple[Afspraak, ...] = ()


@dataclass(frozen=True, slots=True)
class KeuzeMetReden:
    """A choice with the pupil's own reason."""

    keuze: str
    """As people say it: `HV/K/9 Verkopen`."""
    reden: str
    dag: date | None = None


@dataclass(frozen=True, slots=True)
class DossierPrint:
    """All of a dossier that is printed."""

    naam: str | None
    """None: left out."""
    programma: str
    """`Voertuigentechniek (VT), KB`."""
    doel: str | None
    ervaringen: tuple[Ervaring, ...] = ()
    reflecties: tuple[Reflectie, ...] = ()
    gesprekken: tuple[Gesprek, ...] = ()
    keuzes: tuple[KeuzeMetReden, ...] = ()
    figuur: Picture | None = None
    """Made by `print_page.picture`."""


def dossier_page(dossier: DossierPrint, words: Words, *, day: date) -> PrintPage:
    """Return the printed pages of a dossier.

    Args:
        dossier: What is in it.
        words: The language; what the pupil and others wrote stays as they wrote it.
        day: The day that stands on it.
    """
    title = words.phrase("dossier.titel")
    if dossier.naam:
        title = words.phrase("dossier.titel-van", name=dossier.naam)
    return cleaned(
        PrintPage(
            lang=words.lang,
            title=capitalised(title),
            day=day,
            facts=facts(_facts(dossier, day, words)),
            sections=tuple(_sections(dossier, words)),
            footer=words.phrase("print.voet"),
        )
    )


def _facts(dossier: DossierPrint, day: date, words: Words) -> Iterator[tuple[str, str]]:
    yield words.phrase("print.programma"), dossier.programma
    if dossier.doel:
        yield words.phrase("print.doel"), dossier.doel
    yield words.phrase("print.datum"), day_text(day, words)


def _sections(dossier: DossierPrint, words: Words) -> Iterator[Section]:
    if dossier.figuur is not None:
        yield section("figuur", words.phrase("dossier.route"), dossier.figuur)
    if dossier.keuzes:
        yield section("keuzes", words.phrase("dossier.keuzes"), _choices(dossier, words))
    if dossier.ervaringen:
        blocks = [block for one in dossier.ervaringen for block in _experience(one, words)]
        yield section("ervaringen", words.phrase("dossier.ervaringen"), *blocks)
    yield from _reflections(dossier, words)
    if dossier.gesprekken:
        blocks = [block for one in dossier.gesprekken for block in _conversation(one, words)]
        yield section("gesprekken", words.phrase("dossier.gesprekken"), *blocks)


def _choices(dossier: DossierPrint, words: Words) -> Table:
    head = (words.phrase("dossier.keuze"), words.phrase("dossier.reden"), words.phrase("print.datum"))
    rows = tuple((one.keuze, one.reden, _day(one.dag, words)) for one in dossier.keuzes)
    return Table(tuple(map(capitalised, head)), rows)


def _experience(one: Ervaring, words: Words) -> Iterator[Block]:
    known = one.soort in ("les", "stage", "activiteit", "eigen")
    kind = words.phrase(f"dossier.soort.{one.soort}") if known else one.soort
    details = ", ".join(part for part in (kind, one.waar, one.wanneer) if part)
    yield Facts(((one.titel, details),))
    yield from paragraphs(one.tekst)


def _reflections(dossier: DossierPrint, words: Words) -> Iterator[Section]:
    """Yield a section for each competentie of which there is a reflection, others last."""
    asked = [COMPETENTIE_EERDER.get(one.competentie, one.competentie) for one in dossier.reflecties]
    for competentie in dict.fromkeys([*(c for c in COMPETENTIES if c in asked), *asked]):
        pairs = zip(asked, dossier.reflecties, strict=True)
        mine = [one for name, one in pairs if name == competentie]
        blocks = [block for one in mine for block in _reflection(one, words)]
        yield section("reflectie", competentie, *blocks)


def _reflection(one: Reflectie, words: Words) -> Iterator[Block]:
    yield Facts(((one.vraag, _day(one.dag, words)),))
    yield from paragraphs(one.antwoord)


def _conversation(one: Gesprek, words: Words) -> Iterator[Block]:
    yield Facts(((day_text(one.dag, words), words.phrase("dossier.met", who=one.met)),))
    yield from paragraphs(one.verslag)
    if one.afspraken:
        yield Items(tuple(_agreed(afspraak, words) for afspraak in one.afspraken))


def _agreed(one: Afspraak, words: Words) -> str:
    details = [one.wie] if one.wie else []
    if one.voor is not None:
        details.append(words.phrase("dossier.voor", day=day_text(one.voor, words)))
    if one.gedaan:
        details.append(words.phrase("dossier.gedaan"))
    text = sentence(one.tekst)
    return f"{text} ({', '.join(details)})" if details else text


def paragraphs(text: str) -> Iterator[Paragraph]:
    """Yield what somebody wrote as paragraphs: an empty line starts a new one."""
    for part in "\n".join(line.strip() for line in text.splitlines()).split("\n\n"):
        if part.strip():
            yield Paragraph(" ".join(part.split()))


def _day(day: date | None, words: Words) -> str:
    return day_text(day, words) if day is not None else ""
