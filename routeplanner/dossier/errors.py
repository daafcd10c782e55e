"""What can go wrong in a dossier: a class for each thing that a caller can act on.

No text of these holds what a pupil or teacher wrote: it may end up in a log.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from routeplanner.dossier.records import Record


class DossierError(Exception):
    """Something could not be done; what was kept before still stands."""


class Conflict(DossierError):  # noqa: N818 - it is no error of anyone: two people worked at the same time
    """Someone else changed it since it was read.

    Attributes:
        mine: What the caller wanted to keep, with the version that it saw.
        theirs: What is kept now.
    """

    def __init__(self, mine: Record, theirs: Record) -> None:
        super().__init__(f"{type(theirs).__name__} {theirs.id}: {mine.versie} is nu {theirs.versie}")
        self.mine = mine
        self.theirs = theirs


class NotFoundError(DossierError):
    """There is no such record (any more)."""


class NothingLeftError(DossierError):
    """There is no step left to undo or redo."""


class TextError(DossierError):
    """A text cannot be kept: it is too long, or holds signs that no text has.

    Attributes:
        field: The field that holds it.
        limit: How many signs it may have; None where its length is not what is wrong.
    """

    def __init__(self, field: str, limit: int | None = None) -> None:
        super().__init__(field)
        self.field = field
        self.limit = limit


class NumberError(TextError):
    """A number cannot be kept: it is too large to mean anything. The `limit` is the largest that can."""


class BewijsError(DossierError):
    """A file is not taken in as bewijs."""


class TooLargeError(BewijsError):
    """The file is too large.

    Attributes:
        limit: Bytes that it may have.
    """

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit


class NoRoomError(TooLargeError):
    """With it, the files of this pupil together would be too large; `limit` is what they may be together."""


class UnknownContentError(BewijsError):
    """What the file holds is none of what can be taken in, whatever its name says."""


class TooManyPixelsError(BewijsError):
    """The photo is larger than any camera makes: opening it could exhaust the memory.

    Attributes:
        limit: Pixels that it may have.
    """

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit


class AlreadyThereError(DossierError):
    """What comes in is there already."""


class NoPlaceError(DossierError):
    """All places are taken, or would be by more pupils than there are places."""


class InUseError(DossierError):
    """It cannot be removed, as something else hangs on it that is to be moved first."""


class NoDossierError(DossierError):
    """What comes in is no exported dossier.

    Attributes:
        where: The field that is wrong, as `ervaringen.0.staat`; never what it holds.
    """

    def __init__(self, where: str = "") -> None:
        super().__init__(where)
        self.where = where


class NotHereError(DossierError):
    """This can be done with a file of SQLite only; a server has ways of its own."""


class ExistsError(DossierError):
    """There is a file already at the place where one is to be written."""


class UnknownPlaceError(DossierError):
    """The place of the dossier is none that is known: not a file, and not PostgreSQL."""


class UnreachableError(DossierError):
    """The dossier cannot be reached: no such server or folder, or no right to it."""


class BusyError(DossierError):
    """Others kept the dossier busy for too long; trying again may do."""


class FullError(DossierError):
    """There is no room left where the dossier is."""


class DamagedError(DossierError):
    """The file is damaged, or is no dossier; a backup has to come back."""


class NewerError(DossierError):
    """A newer version of the program made this dossier; this one would harm it."""


class MissingExtraError(DossierError):
    """What this needs is not installed.

    Attributes:
        extra: The extra of routeplanner that brings it.
    """

    def __init__(self, extra: str) -> None:
        super().__init__(f'pip install "routeplanner[{extra}]"')
        self.extra = extra
