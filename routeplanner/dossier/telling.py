"""What could not be done, in a sentence for people."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from routeplanner.dossier import errors
from routeplanner.present.words import Words

_KEYS: Mapping[type[errors.DossierError], str] = MappingProxyType(
    {
        errors.DossierError: "mislukt",
        errors.Conflict: "tegelijk",
        errors.NotFoundError: "weg",
        errors.NothingLeftError: "niets-over",
        errors.TextError: "tekst",
        errors.UnknownContentError: "onbekend-bestand",
        errors.TooManyPixelsError: "te-veel-beeldpunten",
        errors.AlreadyThereError: "staat-er-al",
        errors.NoPlaceError: "geen-stageplaats",
        errors.InUseError: "in-gebruik",
        errors.NotHereError: "alleen-bestand",
        errors.ExistsError: "bestand-bestaat",
        errors.UnknownPlaceError: "onbekende-plaats",
        errors.UnreachableError: "onbereikbaar",
        errors.BusyError: "bezig",
        errors.FullError: "vol",
        errors.DamagedError: "beschadigd",
        errors.NewerError: "nieuwer",
    }
)
_MEGABYTE = 1024 * 1024


def said(error: errors.DossierError, words: Words) -> str:
    """Return why something could not be done."""
    match error:
        case errors.MissingExtraError():
            return words.phrase("extra-mist", extra=error.extra)
        case errors.TooLargeError():
            return _about_size(error, words)
        case errors.NoDossierError():
            return _about_import(error, words)
        case errors.TextError(limit=int(limit)):
            return _about_limit(error, limit, words)
    known = next(kind for kind in type(error).__mro__ if kind in _KEYS)
    return words.phrase(f"dossier.{_KEYS[known]}")


def _about_size(error: errors.TooLargeError, words: Words) -> str:
    together = isinstance(error, errors.NoRoomError)
    key = "dossier.geen-plek" if together else "dossier.bestand-te-groot"
    return words.phrase(key, megabytes=error.limit // _MEGABYTE)


def _about_import(error: errors.NoDossierError, words: Words) -> str:
    key = "dossier.geen-dossier.waar" if error.where else "dossier.geen-dossier"
    return words.phrase(key, where=error.where)


def _about_limit(error: errors.TextError, limit: int, words: Words) -> str:
    key = "dossier.getal" if isinstance(error, errors.NumberError) else "dossier.tekst-te-lang"
    return words.phrase(key, limit=limit)
