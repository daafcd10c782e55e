"""The properties of one block as values, each checked against the shape the vocabulary gives it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, cast

from routeplanner.language.syntax import Atom, Block, Dingen, Eigenschap, Kop, Omvang
from routeplanner.language.vocabulary import BLOKKEN, Shape, Sleutel, fold
from routeplanner.model.lists import set_apart
from routeplanner.model.quantities import KLOKUUR, Geldigheid, Leerweg, Minuten, number, whole
from routeplanner.model.runs import run_of
from routeplanner.model.shapes import CONVERTERS
from routeplanner.text.diagnostic import Diagnostic, found
from routeplanner.text.source import Span

_LES = frozenset({"lesuur", "lesuren"})
_LISTS = frozenset(
    {Shape.TEKSTEN, Shape.NAMEN, Shape.LEERWEGEN, Shape.PROGRAMMAS, Shape.GETALLEN, Shape.REGELS}
)
"""Lists of words and numbers; those of codes are looked at where they are linked: one code may have more names."""
_MARKS = '"“”„'
_MOST = 100
"""Numbers of one run that are looked at."""


class Values:
    """The values of a block's properties; what has the wrong shape is told once, and left out."""

    def __init__(self, block: Block, diagnostics: list[Diagnostic]) -> None:
        self.block = block
        self._diagnostics = diagnostics
        self._values: dict[str, Any] = {}
        self._lists: dict[str, dict[Any, None]] = {}
        """The lists among them, that lines add to."""
        self._double = ""
        """The property of which doubles were told."""
        self._there: dict[str, set[str]] = {}
        """By property: the values of lists of words and numbers that were seen, folded."""
        self.spans: dict[str, Span] = {}
        """Where each property has its value."""
        sleutels = BLOKKEN[block.soort].sleutels
        for eigenschap in block.eigenschappen:
            self._convert(sleutels[eigenschap.sleutel.value], eigenschap)
        self._values |= {naam: tuple(items) for naam, items in self._lists.items()}
        if block.heel:
            self._demand(sleutels.values())

    def _convert(self, sleutel: Sleutel, eigenschap: Eigenschap) -> None:
        naam = sleutel.naam
        self.spans.setdefault(naam, eigenschap.waarden[0].span.to(eigenschap.waarden[-1].span))
        eigenschap = set_apart(eigenschap, sleutel, self._diagnostics)
        self._diagnostics += self._doubles(sleutel, eigenschap)
        value = CONVERTERS[sleutel.shape](eigenschap, sleutel, self._diagnostics)
        if value is None:
            self._values.setdefault(naam, None)
        elif isinstance(value, tuple) and not isinstance(value, Atom | Geldigheid):
            self._values[naam] = value
            self._lists.setdefault(naam, {}).update(dict.fromkeys(value))
        else:
            self._values[naam] = value

    def _doubles(self, sleutel: Sleutel, eigenschap: Eigenschap) -> Iterator[Diagnostic]:
        """Tell of each value of a list that stands in it already, also on an earlier line."""
        if sleutel.shape not in _LISTS:
            return
        there = self._there.setdefault(sleutel.naam, set())
        for waarde in eigenschap.waarden:
            run = run_of(waarde) if sleutel.shape is Shape.GETALLEN else None
            kept = {str(n) for n in run.numbers[:_MOST]} if run else {fold(waarde.span.text.strip(_MARKS))}
            if kept and kept <= there and self._double in ("", sleutel.naam):
                self._double = (
                    sleutel.naam
                )  # doubles in more properties are one mistake: a header that is gone
                yield found("RP324", waarde.span, name=waarde.span.text.strip(_MARKS))
            there |= kept

    def _demand(self, sleutels: Iterable[Sleutel]) -> None:
        for sleutel in sleutels:
            if sleutel.verplicht and sleutel.naam not in self._values:
                self._diagnostics.append(_missing(sleutel, self.block.kop))

    def __contains__(self, key: str) -> bool:
        """Tell whether the property stands there, right or wrong."""
        return key in self._values

    def _get(self, key: str) -> Any:  # noqa: ANN401 - the shape of the key decides; the accessors give types
        return self._values.get(key)

    def text(self, key: str) -> str | None:
        """Return a text."""
        atom = self._get(key)
        return cast("Atom", atom).value if atom else None

    def atom(self, key: str) -> Atom | None:
        """Return a text with its place."""
        return cast("Atom | None", self._get(key))

    def atoms(self, key: str) -> tuple[Atom, ...]:
        """Return names or texts with their places."""
        return cast("tuple[Atom, ...]", self._get(key) or ())

    def texts(self, key: str) -> tuple[str, ...]:
        """Return texts."""
        return tuple(atom.value for atom in self.atoms(key))

    def folded(self, key: str) -> tuple[str, ...]:
        """Return names as they compare."""
        return tuple(fold(atom.value) for atom in self.atoms(key))

    def word(self, key: str) -> str | None:
        """Return a word of a closed list."""
        return cast("str | None", self._get(key))

    def yes(self, key: str) -> bool:
        """Return whether it says `ja`."""
        return bool(self._get(key))

    def number(self, key: str) -> int | None:
        """Return a whole number."""
        return cast("int | None", self._get(key))

    def numbers(self, key: str) -> tuple[int, ...]:
        """Return whole numbers, ranges written out."""
        return cast("tuple[int, ...]", self._get(key) or ())

    def leerwegen(self, key: str = "leerwegen") -> tuple[Leerweg, ...]:
        """Return leerwegen."""
        return cast("tuple[Leerweg, ...]", self._get(key) or ())

    def dingen(self, key: str) -> Dingen:
        """Return things, not yet looked up."""
        return cast("Dingen", self._get(key) or ())

    def day(self, key: str) -> date | None:
        """Return a date."""
        return cast("date | None", self._get(key))

    def period(self, key: str) -> Geldigheid:
        """Return a stretch of schooljaren."""
        return cast("Geldigheid", self._get(key) or Geldigheid())

    def minutes(self, key: str) -> Minuten | None:
        """Return a duration."""
        return cast("Minuten | None", self._get(key))


def _missing(sleutel: Sleutel, kop: Kop) -> Diagnostic:
    """Return that a property is not there, and what it looks like: of a closed list, the words."""
    block = BLOKKEN[kop.soort].kop
    if sleutel.woorden:
        words = ", ".join(f"`{word}`" for word in sleutel.woorden)
        return found("RP210", kop.span, variant="woorden", key=sleutel.naam, block=block, words=words)
    return found("RP210", kop.span, key=sleutel.naam, block=block, shape=sleutel.shape.value)


def size(
    omvang: Omvang | None, lesuur: Minuten | None, diagnostics: list[Diagnostic]
) -> tuple[Minuten | None, int | None]:
    """Return a size in minutes or in weeks; exact, or told and left out."""
    if omvang is None:
        return None, None
    value = number(fold(omvang.getal.value))
    unit = fold(omvang.maat.value)
    if value is None:
        return None, None
    if unit in ("week", "weken"):
        weeks = whole(value)
        if weeks is None:
            diagnostics.append(
                found("RP209", omvang.span, key="omvang", value=omvang.span.text, variant="weken")
            )
        return None, weeks
    hour = lesuur if unit in _LES else KLOKUUR
    if hour is None:
        diagnostics.append(
            found("RP209", omvang.span, key="omvang", value=omvang.span.text, variant="lesuur")
        )
        return None, None
    minutes = whole(value * hour)
    if minutes is None:
        diagnostics.append(
            found("RP209", omvang.span, key="omvang", value=omvang.span.text, variant="minuten")
        )
        return None, None
    return Minuten(minutes), None
