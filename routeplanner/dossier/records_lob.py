"""What a pupil did, thought of it, agreed on and chose: the body of the loopbaandossier."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from routeplanner.dossier.records import VanLeerling


class Soort(StrEnum):
    """What kind of experience it was."""

    LES = "les"
    STAGE = "stage"
    AVO = "avo-activiteit"
    EIGEN = "eigen activiteit"
    """Outside school: a job, a hobby, voluntary work."""


class Staat(StrEnum):
    """How far it is."""

    GEPLAND = "gepland"
    BEZIG = "bezig"
    AFGEROND = "afgerond"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Ervaring(VanLeerling):
    """Something that a pupil does or did."""

    soort: Soort
    naam: str
    keuze: str | None = None
    """The choice that it is in the route, as the language writes it: `VT/K/9`, `stage "Garage"`; None is none."""
    competenties: tuple[str, ...] = ()
    leerjaar: int | None = None
    periode: int | None = None
    staat: Staat = Staat.GEPLAND
    minuten: int | None = None
    van: date | None = None
    tot: date | None = None
    aantekening: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Reflectie(VanLeerling):
    """What a pupil thinks of it, for one loopbaancompetentie."""

    competentie: str
    tekst: str
    datum: date
    ervaring: str | None = None
    """The id of the experience that it is about; None is about more than one."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Gesprek(VanLeerling):
    """A loopbaangesprek, planned or held."""

    leerjaar: int
    periode: int
    datum: date | None = None
    gevoerd: bool = False
    verslag: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Afspraak(VanLeerling):
    """What was agreed on in a gesprek."""

    gesprek: str
    """The id of the gesprek."""
    tekst: str
    gedaan: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Keuzereden(VanLeerling):
    """Why the pupil chose something, in the pupil's own words."""

    keuze: str
    """As the language writes it."""
    reden: str


class Bestandssoort(StrEnum):
    """What a file turned out to hold, by its media type."""

    PNG = "image/png"
    JPEG = "image/jpeg"
    WEBP = "image/webp"
    PDF = "application/pdf"
    TEKST = "text/plain"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Bewijs(VanLeerling):
    """A photo or file that shows what was done; `Store.content_of` gives what is in it."""

    naam: str
    soort: Bestandssoort
    omvang: int
    """Bytes."""
    sha256: str
    """Of what is kept; of a photo that is not what was handed in."""
    ervaring: str | None = None
    """The id of the experience that it shows."""
