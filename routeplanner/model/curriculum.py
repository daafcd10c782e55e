"""The linked curriculum: programmes, a school's offer, rules, routes and examples. All of it is immutable."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from routeplanner.language.vocabulary import fold
from routeplanner.model.quantities import Geldigheid, Leerweg, Minuten, Toetsing
from routeplanner.model.rules import EenheidId, Keuze, Regel, Totaalsoort
from routeplanner.text.diagnostic import Diagnostic, has_errors
from routeplanner.text.source import Source, Span


@dataclass(frozen=True, slots=True)
class Kenmerken:
    """What an offer is like and when it is given; empty means no restriction."""

    kenmerken: tuple[str, ...] = ()
    competenties: tuple[str, ...] = ()
    inhoud: tuple[str, ...] = ()
    leerjaren: tuple[int, ...] = ()
    perioden: tuple[int, ...] = ()
    leerwegen: tuple[Leerweg, ...] = ()
    programmas: tuple[str, ...] = ()
    plaatsen: int | None = None
    lokaal: str | None = None


@dataclass(frozen=True, slots=True)
class Exameneenheid:
    """A unit of an exam programme: an eenheid, a module of a profiel, or a keuzevak."""

    id: EenheidId
    soort: str
    """`eenheid`, `module` or `keuzevak`."""
    titel: str
    toetsing: Mapping[Leerweg, Toetsing]
    """A leerweg that is not in it does not have this unit."""
    keuze: bool
    """Whether a pupil may leave it out."""
    sectordeel: str | None
    afgeleid: bool
    opmerking: tuple[str, ...]
    omvang: Minuten | None
    """Of a keuzevak of the school's own."""
    kenmerken: Kenmerken
    span: Span

    @property
    def leerwegen(self) -> tuple[Leerweg, ...]:
        """The leerwegen that have it."""
        return tuple(leerweg for leerweg in Leerweg if leerweg in self.toetsing)


@dataclass(frozen=True, slots=True)
class Uitstroomprofiel:
    """A way through an intersectoral programme: the units that go with it."""

    naam: str
    leerwegen: tuple[Leerweg, ...]
    eenheden: tuple[EenheidId, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Programma:
    """An exam programme: an afdelingsprogramma and its like, a profiel, or an algemeen vak."""

    id: str
    titel: str
    soort: str
    sectoren: tuple[str, ...]
    geldig: Geldigheid
    volledig: bool
    """False where the text that was read has only some of its units."""
    bron: tuple[str, ...]
    gecontroleerd: date | None
    opmerking: tuple[str, ...]
    eenheden: tuple[Exameneenheid, ...]
    uitstroomprofielen: tuple[Uitstroomprofiel, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class School:
    """What a school offers in one schooljaar, and its clock."""

    naam: str
    schooljaar: int
    """The year in which it starts."""
    programmas: tuple[str, ...]
    leerwegen: tuple[Leerweg, ...]
    keuzevakken: tuple[EenheidId, ...] | None
    """None: every keuzevak of its programmes."""
    leerjaren: tuple[int, ...]
    perioden: int | None
    weken_per_periode: int | None
    lesuur: Minuten | None
    lesuren_per_week: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class Deel:
    """A part of a unit: its verkennend deel (`naam` None), or one of its verdiepende delen."""

    eenheid: EenheidId
    naam: str | None
    minuten: Minuten | None
    dekt: tuple[EenheidId, ...]
    dekt_termen: tuple[str, ...]
    """Codes of deeltaken or eindtermen that it covers, where it does not cover whole units."""
    kenmerken: Kenmerken
    heette: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Invulling:
    """How the school divides one unit."""

    eenheid: EenheidId
    verkennend: Deel | None
    verdiepend: tuple[Deel, ...]
    kenmerken: Kenmerken
    span: Span


@dataclass(frozen=True, slots=True)
class Aanbod:
    """A keuzemodule, stage or activiteit."""

    soort: str
    """`keuzemodule`, `stage` or `activiteit`."""
    naam: str
    aard: str | None
    """Of a stage or activiteit: oriënterend, avo, …"""
    vakken: tuple[str, ...]
    minuten: Minuten | None
    weken: int | None
    kenmerken: Kenmerken
    heette: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Doel:
    """What a pupil wants to become or study."""

    naam: str
    soort: str
    niveau: int | None
    crebo: tuple[int, ...]
    past_bij: tuple[EenheidId, ...]
    kenmerken: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Groep:
    """Choices under one name."""

    id: str
    titel: str | None
    keuzes: tuple[Keuze, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Verbreding:
    """What pupils of some programmes may take from others."""

    naam: str
    programmas: tuple[str, ...]
    leerwegen: tuple[Leerweg, ...]
    leerjaren: tuple[int, ...]
    uit: tuple[EenheidId, ...]
    ook_verdiepend: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Ontheffing:
    """One rule waived for one route, with who did and why."""

    regel: str
    route: str
    reden: str
    door: str
    tot: date | None
    span: Span


@dataclass(frozen=True, slots=True)
class Gekozen:
    """A choice that a route makes, and where in time; `perioden` empty means not placed."""

    keuze: Keuze
    leerjaar: int | None
    perioden: tuple[int, ...]
    bij: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Route:
    """A pupil's route: what is added to and declined from the mandatory units of the programme."""

    naam: str
    programma: str
    leerweg: Leerweg | None
    uitstroomprofiel: str | None
    doel: str | None
    interesses: tuple[str, ...]
    liever_niet: tuple[str, ...]
    schooljaar: int | None
    gekozen: tuple[Gekozen, ...]
    afgewezen: tuple[Keuze, ...]
    afgerond: tuple[Keuze, ...]
    van: str | None
    """The folded name of the route that a voorbeeld starts from: its ontheffingen hold here too."""
    span: Span

    @classmethod
    def new(  # noqa: PLR0913 - what is known of a pupil
        cls,
        *,
        programma: str,
        leerweg: str | Leerweg,
        naam: str = "",
        doel: str | None = None,
        interesses: Iterable[str] = (),
        liever_niet: Iterable[str] = (),
    ) -> Route:
        """Return the route of a pupil who has chosen nothing yet.

        Args:
            programma: The id of a programme, as `VT`.
            leerweg: BB, KB, GL or TL.
            naam: The name of the route.
            doel: The name of a goal of the school.
            interesses: Kenmerken that the pupil likes.
            liever_niet: Kenmerken that the pupil likes not.

        Raises:
            ValueError: There is no such leerweg.
        """
        return cls(
            naam=naam,
            programma=programma,
            leerweg=Leerweg(leerweg),
            uitstroomprofiel=None,
            doel=None if doel is None else fold(doel),
            interesses=tuple(map(fold, interesses)),
            liever_niet=tuple(map(fold, liever_niet)),
            schooljaar=None,
            gekozen=(),
            afgewezen=(),
            afgerond=(),
            van=None,
            span=Span(Source("", ""), 0, 0),
        )


@dataclass(frozen=True, slots=True)
class Verwachting:
    """What a voorbeeld expects: a verdict with its rules, or a total."""

    oordeel: str | None
    regels: tuple[str, ...]
    voorbehoud: bool
    totaal: Totaalsoort | None
    span: Span


@dataclass(frozen=True, slots=True)
class Voorbeeld:
    """A route with what should come of it: a test."""

    naam: str
    route: Route
    gegeven: str | None
    verwachtingen: tuple[Verwachting, ...]
    span: Span


@dataclass(frozen=True)
class Curriculum:
    """Everything that was read, linked. Mappings keep the order of the text; keys are folded names."""

    sources: tuple[Source, ...]
    programmas: Mapping[str, Programma]
    eenheden: Mapping[EenheidId, Exameneenheid]
    school: School | None
    invullingen: Mapping[EenheidId, Invulling]
    aanbod: Mapping[tuple[str, str], Aanbod]
    """By kind and folded name."""
    doelen: Mapping[str, Doel]
    groepen: Mapping[str, Groep]
    verbredingen: tuple[Verbreding, ...]
    regels: Mapping[str, Regel]
    ontheffingen: tuple[Ontheffing, ...]
    routes: Mapping[str, Route]
    voorbeelden: tuple[Voorbeeld, ...]
    op: date | None = None
    """The day on which it was checked: what an ontheffing is judged on."""
    diagnostics: tuple[Diagnostic, ...] = field(default=())

    @property
    def ok(self) -> bool:
        """Whether nothing in it is an error."""
        return not has_errors(self.diagnostics)

    def verdiepingen(self, eenheid: EenheidId) -> tuple[Deel, ...]:
        """Return the verdiepende delen that the school offers in a unit."""
        invulling = self.invullingen.get(eenheid)
        return invulling.verdiepend if invulling else ()
