"""The shapes of numbers, years, dates and durations: one converter each, as in shapes.py."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from routeplanner.language.everyday import day_of
from routeplanner.language.spelling import like, nearest_of
from routeplanner.language.syntax import Atom, Eigenschap
from routeplanner.language.vocabulary import Sleutel, fold
from routeplanner.model.quantities import KLOKUUR, Geldigheid, Minuten, number, whole
from routeplanner.model.runs import number_of, run_of, wrong_run
from routeplanner.model.wrong_values import single, whole_span, wrong
from routeplanner.text.diagnostic import Diagnostic, found, say

_KLOK = frozenset({"uur", "uren", "klokuur", "klokuren"})
_MINUUT = frozenset({"minuut", "minuten"})
LONGEST = 3 * KLOKUUR
"""Minutes that a lesuur takes at most: no school gives longer ones, so `50 uur` is a slip for `50 minuten`."""


def getal(eigenschap: Eigenschap, sleutel: Sleutel, diagnostics: list[Diagnostic]) -> int | None:
    """Return a whole number."""
    atom = single(eigenschap)
    value = number_of(atom) if atom else None
    if value is None:
        first = eigenschap.waarden[0].atoms[0]  # of `16 leerlingen` the number is meant
        new = first.value if len(eigenschap.waarden) == 1 and number_of(first) is not None else ""
        wrong(whole_span(eigenschap), sleutel, diagnostics, new)
    return value


def getallen(
    eigenschap: Eigenschap, sleutel: Sleutel, diagnostics: list[Diagnostic]
) -> tuple[int, ...] | None:
    """Return whole numbers, ranges written out."""
    numbers: dict[int, None] = {}
    for waarde in eigenschap.waarden:
        run = run_of(waarde)
        fault = wrong_run(run) if run else None
        if run is None:
            wrong(waarde.span, sleutel, diagnostics)
        elif fault is not None:
            diagnostics.append(fault)
        else:
            numbers |= dict.fromkeys(run.numbers)
    return tuple(numbers) or None


def _year(atom: Atom) -> int | None:
    """Return the year in which a schooljaar starts."""
    if atom.kind != "schooljaar":
        return None
    start, end = int(atom.value[:4]), int(atom.value[5:])
    return start if end == start + 1 else None


def schooljaar(eigenschap: Eigenschap, sleutel: Sleutel, diagnostics: list[Diagnostic]) -> int | None:
    """Return the year in which a schooljaar starts."""
    atom = single(eigenschap)
    year = _year(atom) if atom else None
    if year is None:
        wrong(whole_span(eigenschap), sleutel, diagnostics, _next_year(atom))
    return year


def _next_year(atom: Atom | None) -> str:
    """Return the schooljaar that was probably meant: by the first of its years, or by the last."""
    if atom is None or atom.kind not in ("schooljaar", "getal"):
        return ""
    for year, before in ((atom.value[:4], 0), (atom.value[5:], 1)):
        if year.isdecimal() and int(year) in _YEARS:
            start = int(year) - before
            return f"{start}-{start + 1}"
    return ""


_YEARS = range(1900, 2100)
"""Years that a text can be about."""


def schooljaren(eigenschap: Eigenschap, sleutel: Sleutel, diagnostics: list[Diagnostic]) -> Geldigheid | None:
    """Return a stretch of schooljaren."""
    atoms = [atom for waarde in eigenschap.waarden for atom in waarde.atoms]
    words = [None if atom.kind == "schooljaar" else fold(atom.value) for atom in atoms]
    years = [_year(atom) for atom in atoms if atom.kind == "schooljaar"]
    if len(eigenschap.waarden) == 1 and None not in years:
        match words:
            case ["vanaf", None]:
                return Geldigheid(years[0], None)
            case ["t/m", None]:
                return Geldigheid(None, years[0])
            case [None]:
                return Geldigheid(years[0], years[0])
            case [None, "t/m", None]:
                return Geldigheid(years[0], years[1])
            case [str(word), None] if like(word, "vanaf"):
                wrong(whole_span(eigenschap), sleutel, diagnostics, f"vanaf {atoms[1].value}")
                return Geldigheid(years[0], None)
    wrong(whole_span(eigenschap), sleutel, diagnostics)
    return None


def _day(atom: Atom) -> date | None:
    if atom.kind != "datum":
        return None
    try:
        return date(*map(int, atom.value.split("-")))
    except ValueError:
        return None


def datum(eigenschap: Eigenschap, sleutel: Sleutel, diagnostics: list[Diagnostic]) -> date | None:
    """Return a day."""
    atom = single(eigenschap)
    day = _day(atom) if atom else None
    if day is None:
        span = whole_span(eigenschap)
        wrong(span, sleutel, diagnostics, day_of(span.text))
    return day


def datums(eigenschap: Eigenschap, sleutel: Sleutel, diagnostics: list[Diagnostic]) -> date | None:
    """Return the last day that the text was read in."""
    atoms = [atom for waarde in eigenschap.waarden for atom in waarde.atoms]
    days = [_day(atom) for atom in atoms if atom.kind != "t/m"]
    right = len(eigenschap.waarden) == 1 and len(days) in (1, 2) and len(atoms) == 2 * len(days) - 1
    if not right or None in days:
        span = whole_span(eigenschap)
        wrong(span, sleutel, diagnostics, day_of(span.text))
        return None
    return days[-1]


def duur(eigenschap: Eigenschap, sleutel: Sleutel, diagnostics: list[Diagnostic]) -> Minuten | None:
    """Return a duration: that of one lesuur, so not nothing, nor more than LONGEST."""
    atoms = eigenschap.waarden[0].atoms
    value = number(fold(atoms[0].value)) if len(atoms) == 2 and len(eigenschap.waarden) == 1 else None  # noqa: PLR2004
    unit = fold(atoms[1].value) if value is not None else ""
    minutes = None
    if value is not None and unit in _MINUUT | _KLOK:
        minutes = whole(value * (1 if unit in _MINUUT else KLOKUUR))
    if minutes is None:
        wrong(whole_span(eigenschap), sleutel, diagnostics, _in_minutes(atoms, unit))
        return None
    if not minutes or minutes > LONGEST:
        span = whole_span(eigenschap)
        told = found(
            "RP209", span, key=sleutel.naam, value=span.text, variant="te-lang", help=say("zet-lesuur")
        )
        diagnostics.append(told)
        return None
    return Minuten(minutes)


def _in_minutes(atoms: Sequence[Atom], unit: str) -> str:
    """Return how a duration was probably meant: a number alone is minutes, and a unit may have a slip."""
    if len(atoms) == 1 and atoms[0].kind == "getal":
        return f"{atoms[0].value} minuten"
    nearest = nearest_of(unit, (*sorted(_MINUUT), *sorted(_KLOK))) if unit else None
    return f"{atoms[0].value} {nearest}" if nearest else ""
