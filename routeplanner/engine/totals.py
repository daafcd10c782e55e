"""What a route adds up to: the totals that people ask for, and that a voorbeeld can expect."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from routeplanner.engine.counting import Count, weight
from routeplanner.engine.selection import Selection
from routeplanner.model.rules import Grootheid, Maat, Telling
from routeplanner.text.source import Source, Span

_NOWHERE = Span(Source("", ""), 0, 0)
_SHOWN = (
    (Grootheid.VERDIEPING, Maat.AANTAL),
    (Grootheid.VERDIEPING, Maat.MINUTEN),
    (Grootheid.VERBREDING, Maat.AANTAL),
    (Grootheid.VERBREDING, Maat.MINUTEN),
    (Grootheid.MAATWERK, Maat.MINUTEN),
    (Grootheid.KEUZEVAK, Maat.AANTAL),
    (Grootheid.KEUZEMODULE, Maat.AANTAL),
    (Grootheid.STAGE, Maat.AANTAL),
    (Grootheid.STAGE, Maat.WEKEN),
    (Grootheid.ACTIVITEIT, Maat.AANTAL),
    (Grootheid.VAK, Maat.AANTAL),
)
_WORD = {Grootheid.VERDIEPING: "verdieping", Grootheid.VERBREDING: "verbreding", Grootheid.STAGE: "stage"}


@dataclass(frozen=True, slots=True)
class Totaal:
    """One total of a route."""

    grootheid: Grootheid
    maat: Maat
    waarde: int
    """In minutes, weeks or pieces; what has no known size counts as none."""
    onbekend: int
    """How many parts have no known size."""

    @property
    def naam(self) -> str:
        """The total as the language names it: `uur verbreding`, `verdiepingen`, `weken stage`."""
        word = _WORD.get(self.grootheid, self.grootheid.value)
        if self.maat is Maat.AANTAL:
            return self.grootheid.value
        return f"{'uur' if self.maat is Maat.MINUTEN else 'weken'} {word}"


def totals(selection: Selection) -> Iterator[Totaal]:
    """Yield the totals of a route that are not nothing."""
    for grootheid, maat in _SHOWN:
        found = total(selection, grootheid, maat)
        if found.waarde or found.onbekend:
            yield found


def total(selection: Selection, grootheid: Grootheid, maat: Maat) -> Totaal:
    """Return one total of a route."""
    telling = Telling(None, None, maat, grootheid, None, (), (), None, elders=False, van=(), span=_NOWHERE)
    count = Count(selection, telling, ())
    unknown = sum(weight(onderdeel, maat) is None for onderdeel in count.members)
    return Totaal(grootheid, maat, count.amount, unknown)
