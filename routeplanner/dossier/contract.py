"""The JSON contract of one pupil's dossier, version 1; see present/contract.py. What is exported can be imported."""

from __future__ import annotations

from base64 import b64decode, b64encode
from datetime import date
from typing import Annotated, Literal

from pydantic import AwareDatetime, EncodedBytes, EncoderProtocol, Field

from routeplanner.dossier.records_lob import Bestandssoort, Soort, Staat
from routeplanner.dossier.records_stage import Beurtstaat
from routeplanner.present.contract_parts import Model

Id = Annotated[str, Field(pattern=r"^[0-9A-Za-z][0-9A-Za-z_-]{0,31}$")]
"""What a record is known by; it tells nothing of what it is of."""


class _Strict(EncoderProtocol):
    """Base64 without anything between: what pydantic has skips signs that it does not know."""

    @classmethod
    def decode(cls, data: bytes) -> bytes:
        return b64decode(data, validate=True)

    @classmethod
    def encode(cls, value: bytes) -> bytes:
        return b64encode(value)

    @classmethod
    def get_json_format(cls) -> Literal["base64"]:
        return "base64"


class RecordContract(Model):
    """What every record has."""

    id: Id
    gemaakt: AwareDatetime
    """When it was made."""


class LeerlingContract(RecordContract):
    """The pupil. An empty text is not known."""

    naam: str
    klas: str
    team: str
    programma: str
    """The id of a programme, as `VT`."""
    leerweg: str
    schooljaar: int | None
    """The year in which the schooljaar starts in which the pupil begins leerjaar 3."""
    mentor: str
    """Who the mentor is, by the id under which that person signs in."""
    bewaren_tot: date | None
    """The last day on which the dossier is kept; null is not known."""


class StapContract(Model):
    """A step in the history of a draft, the first is how it began."""

    wat: str
    """What was done."""
    document: str
    """The route after it, as JSON in a text."""
    moment: AwareDatetime


class OntwerpContract(RecordContract):
    """A draft of the route."""

    naam: str
    gekozen: bool
    """Whether this is the pupil's route; of at most one draft it is so."""
    stap: int = Field(ge=0)
    """The step that the draft stands at, counted from 0; those after it were undone."""
    stappen: list[StapContract] = Field(min_length=1)


class ErvaringContract(RecordContract):
    """Something that the pupil does or did."""

    soort: Soort
    naam: str
    keuze: str | None
    """The choice that it is in the route, as the language writes it."""
    competenties: list[str]
    """The loopbaancompetenties that it was about."""
    leerjaar: int | None
    periode: int | None
    staat: Staat
    minuten: int | None = Field(ge=0)
    van: date | None
    tot: date | None
    aantekening: str


class ReflectieContract(RecordContract):
    """What the pupil thinks of it, for one loopbaancompetentie."""

    competentie: str
    tekst: str
    datum: date
    ervaring: Id | None
    """The experience that it is about."""


class GesprekContract(RecordContract):
    """A loopbaangesprek, planned or held."""

    leerjaar: int
    periode: int
    datum: date | None
    gevoerd: bool
    verslag: str


class AfspraakContract(RecordContract):
    """What was agreed on."""

    gesprek: Id
    tekst: str
    gedaan: bool


class KeuzeredenContract(RecordContract):
    """Why the pupil chose something."""

    keuze: str
    """As the language writes it."""
    reden: str


class BewijsContract(RecordContract):
    """A photo or file."""

    naam: str
    soort: Bestandssoort
    ervaring: Id | None
    """The experience that it shows."""
    inhoud: Annotated[bytes, EncodedBytes(encoder=_Strict)]
    """What it holds, in base64."""


class StageplaatsContract(Model):
    """Where the pupil went. It is told and not taken in: a stagebedrijf is the school's."""

    bedrijf: str
    plaats: str
    schooljaar: int
    """The year in which it starts."""
    leerjaar: int
    periode: int


class BeurtContract(Model):
    """The turn of the pupil in a ronde of the class. It is told and not taken in; the answer is a reflectie."""

    vraag: str
    datum: date
    staat: Beurtstaat
    reflectie: Id | None
    bewijs: Id | None


class DossierContract(Model):
    """Everything that is kept of one pupil, save who did what when: that trail stays with the school."""

    schema_: Literal["routeplanner/dossier/1"] = Field(default="routeplanner/dossier/1", alias="schema")
    leerling: LeerlingContract
    ontwerpen: list[OntwerpContract]
    ervaringen: list[ErvaringContract]
    reflecties: list[ReflectieContract]
    gesprekken: list[GesprekContract]
    afspraken: list[AfspraakContract]
    keuzeredenen: list[KeuzeredenContract]
    bewijzen: list[BewijsContract]
    stageplaatsen: list[StageplaatsContract]
    beurten: list[BeurtContract]
