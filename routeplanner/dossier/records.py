"""What a dossier is made of: the pupil, the drafts of a route, and the trail of who did what.

Records are frozen. To change one, make another with `dataclasses.replace` and save that: its `versie` tells
which one was seen.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum


def new_id() -> str:
    """Return an id that tells nothing of what it is of."""
    return secrets.token_hex(8)


def now() -> datetime:
    """Return the moment, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Record:
    """Something that is kept, with the version that was seen of it."""

    id: str = field(default_factory=new_id)
    versie: int = 0
    """Counted from 1; 0 is not kept yet."""
    gemaakt: datetime = field(default_factory=now)

    def __repr__(self) -> str:
        """Return what may stand in a log: no name, and nothing that someone wrote."""
        return f"<{type(self).__name__} {self.id} versie {self.versie}>"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Leerling(Record):
    """A pupil. An empty text is not known."""

    naam: str
    klas: str = ""
    team: str = ""
    programma: str = ""
    """The id of a programme, as `VT`."""
    leerweg: str = ""
    schooljaar: int | None = None
    """The year in which the schooljaar starts in which the pupil begins leerjaar 3: the cohort."""
    mentor: str = ""
    """Who the mentor is, by the id under which that person signs in."""
    bewaren_tot: date | None = None
    """The last day on which this is kept; None is not known."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Instellingen(Record):
    """What a school set for all its dossiers; there is one."""

    id: str = "instellingen"
    bewaren_maanden: int | None = None
    """How long a new dossier is kept, in months from when it begins; None is not known, and sets no date."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class VanLeerling(Record):
    """Something of one pupil."""

    leerling: str
    """The id of the pupil."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Ontwerp(VanLeerling):
    """A draft of a pupil's route."""

    naam: str
    document: str
    """The route as the page tells it (JSON); the dossier does not look inside."""
    gekozen: bool = False
    """Whether this is the pupil's route; of one pupil at most one draft is."""
    stap: int = 0
    """The number of the step in its history that it stands at."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Stap:
    """A step in the history of a draft."""

    ontwerp: str
    nummer: int
    """Counted from 0, how the draft began."""
    wat: str
    """What was done, for people."""
    document: str
    moment: datetime


class Handeling(StrEnum):
    """What someone did, as the trail tells it."""

    GEMAAKT = "gemaakt"
    GEWIJZIGD = "gewijzigd"
    VERWIJDERD = "verwijderd"
    TERUG = "terug"
    OPNIEUW = "opnieuw"
    GEKOZEN = "gekozen"
    GEEXPORTEERD = "geëxporteerd"
    GEIMPORTEERD = "geïmporteerd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoorregel:
    """A line of the trail: who did what to which record, and when. It holds no names and no contents."""

    nummer: int
    moment: datetime
    door: str
    """The id of who did it; empty for the only user of the machine."""
    handeling: Handeling
    soort: str
    """The kind of record, as `Ontwerp`."""
    record: str
    leerling: str
    """The id of the pupil it is of; empty where it is of none."""
