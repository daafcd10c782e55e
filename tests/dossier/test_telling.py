import pytest

from routeplanner.dossier import errors
from routeplanner.dossier.records import Leerling
from routeplanner.dossier.telling import said
from routeplanner.present.words import LANGUAGES, Words

KINDS = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, Exception)]
NAAM = "Proef Persoon 1"


def made(kind: type[errors.DossierError]) -> list[errors.DossierError]:
    """Each way in which an error of this kind is made."""
    if kind is errors.Conflict:
        leerling = Leerling(naam=NAAM)
        return [errors.Conflict(leerling, leerling)]
    if issubclass(kind, errors.TextError):
        return [kind("naam"), kind("naam", 200)]
    if issubclass(kind, errors.TooLargeError | errors.TooManyPixelsError):
        return [kind(5 * 1024 * 1024)]
    if kind is errors.MissingExtraError:
        return [errors.MissingExtraError("postgresql")]
    if kind is errors.NoDossierError:
        return [errors.NoDossierError(), errors.NoDossierError("leerling.naam")]
    return [kind()]


@pytest.mark.parametrize("kind", KINDS)
def test_every_error_has_a_sentence_that_names_nobody(kind: type[errors.DossierError]) -> None:
    for error in made(kind):
        sentences = {said(error, Words(lang)) for lang in LANGUAGES}
        assert len(sentences) == len(LANGUAGES)
        assert not any(NAAM in text or "{" in text for text in (*sentences, str(error), repr(error)))


def test_what_is_most_telling_is_told() -> None:
    words = Words()
    assert said(errors.NoRoomError(50 * 1024 * 1024), words) == (
        "de bestanden van deze leerling zijn samen te groot; hoogstens 50 MB is te bewaren"
    )
    assert said(errors.TextError("naam", 200), words) == "deze tekst is te lang; hij mag 200 tekens hebben"
    assert said(errors.NoDossierError("leerling.naam"), words).endswith("het gaat mis bij `leerling.naam`")
    assert said(errors.BewijsError(), words) == said(errors.DossierError(), words)
