"""Which choice of a pupil is meant: as the language writes it, or by its name or code alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from routeplanner.language.spelling import near_of
from routeplanner.language.vocabulary import fold
from routeplanner.model.rules import Keuze, KeuzeSoort


def meant(keuzes: Iterable[Keuze], words: str) -> tuple[Keuze, ...]:
    """Return the choice that is written so; where there is none, those that go by that name or code."""
    known, folded = tuple(keuzes), fold(words)
    for keuze in known:
        if fold(str(keuze)) == folded:
            return (keuze,)
    return tuple(keuze for keuze in known if folded in map(fold, _short(keuze)))


def nearly(keuzes: Iterable[Keuze], words: str) -> tuple[Keuze, ...]:
    """Return the choice of which these words are most likely a slip; none where several are as near."""
    called = [(name, keuze) for keuze in keuzes for name in (str(keuze), *_short(keuze))]
    near = {*near_of(words, (name for name, _ in called))}
    found = tuple(dict.fromkeys(keuze for name, keuze in called if name in near))
    return found if len(found) == 1 else ()


def _short(keuze: Keuze) -> Iterator[str]:
    """Yield the shorter ways to write a choice: `Lassen`, `verdieping "Uitlijnen"`, `K/EO/05`."""
    if keuze.naam is not None:
        yield keuze.naam
        yield f'{keuze.soort.value} "{keuze.naam}"'
    elif keuze.soort is not KeuzeSoort.VERKENNEND:
        yield str(keuze.eenheid)
