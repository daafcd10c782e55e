"""The shapes that values of properties have: one converter each, `(property, vocabulary, findings) -> value`.

A value of another shape is told, with the right way to write it where that is known, and is None.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from routeplanner.language.everyday import day_of
from routeplanner.language.lines import LineReader
from routeplanner.language.quoting import as_text, quoted_as
from routeplanner.language.spelling import like, near_of, nearest_of
from routeplanner.language.syntax import Atom, Ding, Dingen, Eigenschap
from routeplanner.language.vocabulary import COMPETENTIE_EERDER, LEERWEG_ANDERS, Shape, Sleutel, fold
from routeplanner.model.quantities import KLOKUUR, Geldigheid, Leerweg, Minuten, number, whole
from routeplanner.model.runs import number_of, run_of, wrong_run
from routeplanner.text.diagnostic import Diagnostic, Fix, found, say
from routeplanner.text.hidden import as_seen
from routeplanner.text.source import Span

_MANY = 500
"""Findings, after which no value is mended any more: it takes time, and helps nobody."""
_LEERWEG = {leerweg.value.lower(): leerweg for leerweg in Leerweg}
_KLOK = frozenset({"uur", "uren", "klokuur", "klokuren"})
_MINUUT = frozenset({"minuut", "minuten"})


def _wrong(
    span: Span, sleutel: Sleutel, diagnostics: list[Diagnostic], new: str = "", *, key: bool = True
) -> None:
    """Tell that a value is not of its shape; `new` is the same value written right, shown with its key."""
    help_ = say("schrijf", text=f"{sleutel.naam}: {new}" if key else new) if new else None
    fixes = [Fix(span, new)] if new else []
    diagnostics.append(
        found(
            "RP209",
            span,
            key=sleutel.naam,
            value=span.text,
            variant=sleutel.shape.value,
            help=help_,
            fixes=fixes,
        )
    )


def _whole_span(eigenschap: Eigenschap) -> Span:
    return eigenschap.waarden[0].span.to(eigenschap.waarden[-1].span)


def _single(eigenschap: Eigenschap) -> Atom | None:
    if len(eigenschap.waarden) == 1 and len(eigenschap.waarden[0].atoms) == 1:
        return eigenschap.waarden[0].atoms[0]
    return None


def _tekst(eigenschap: Eigenschap, sleutel: Sleutel, diagnostics: list[Diagnostic]) -> Atom | None:
    atom = _single(eigenschap)
    if atom is not None and atom.kind == "tekst":
        return atom
    span = _whole_span(eigenschap)
    meant = as_text(span.text)
    _wrong(span, sleutel, diagnostics, meant)
    return Atom("tekst", meant[1:-1], span) if meant else None


def _teksten(
    eigenschap: Eigenschap, sleutel: Sleutel, diagnostics: list[Diagnostic]
) -> tuple[Atom, ...] | None:
    if all(len(w.atoms) == 1 and w.atoms[0].kind == "tekst" for w in eigenschap.waarden):
        return tuple(waarde.atoms[0] for waarde in eigenschap.waarden)
    span = _whole_span(eigenschap)
    meant = as_text(span.text)
    _wrong(span, sleutel, diagnostics, meant)
    return (Atom("tekst", meant[1:-1], span),) if meant else None


def _namen(
    eigenschap: Eigenschap, sleutel: Sleutel, diagnostics: list[Diagnostic]
) -> tuple[Atom, ...] | None:
    namen = []
    for waarde in eigenschap.waarden:
        atom = waarde.atoms[0]
        if len(waarde.atoms) > 1 or atom.kind not in ("woord", "tekst"):
            _wrong(waarde.span, sleutel, diagnostics)
            continue
        if sleutel.woorden:
            value = _of_list(atom.value, atom.span, sleutel, diagnostics)
            if value is None:
                continue
            atom = atom._replace(value=value)
        namen.append(atom)
    return tuple(namen)


def _woord(eigenschap: Eigenschap, sleutel: Sleutel, diagnostics: list[Diagnostic]) -> str | None:
    span = _whole_span(eigenschap)
    return _of_list(as_seen(span).text.strip('"'), span, sleutel, diagnostics)


def _of_list(text: str, span: Span, sleutel: Sleutel, diagnostics: list[Diagnostic]) -> str | None:
    folded = fold(text)
    folded = COMPETENTIE_EERDER.get(folded, folded)
    for woord in sleutel.woorden:
        if fold(woord) == folded:
            return woord
    other = LEERWEG_ANDERS.get(folded)
    near = (other,) if other in sleutel.woorden else near_of(text, sleutel.woorden)
    words = ", ".join(f"`{woord}`" for woord in near or sleutel.woorden)
    help_ = say("bedoelde-je", text=near[0]) if len(near) == 1 else say("kies-uit", words=words)
    fixes = [Fix(span, quoted_as(span.text, near[0]))] if len(near) == 1 else []
    diagnostics.append(found("RP211", span, key=sleutel.naam, word=text, help=help_, fixes=fixes))
    return near[0] if len(near) == 1 else None


def _ja_nee(eigenschap: Eigenschap, sleutel: Sleutel, diagnostics: list[Diagnostic]) -> bool | None:
    word = _of_list(
        as_seen(_whole_span(eigenschap)).text,
        _whole_span(eigenschap),
        sleutel._replace(woorden=("ja", "nee")),
        diagnostics,
    )
    return None if word is None else word == "ja"


def _leerwegen(
    eigenschap: Eigenschap, sleutel: Sleutel, diagnostics: list[Diagnostic]
) -> tuple[Leerweg, ...]:
    found_: list[Leerweg] = []
    for waarde in eigenschap.waarden:
        atom = waarde.atoms[0]
        parts = _slashed(atom)
        if len(waarde.atoms) > 1 or parts:
            _wrong(waarde.span, sleutel, diagnostics, ", ".join(parts), key=len(eigenschap.waarden) == 1)
            found_ += [part for part in map(Leerweg, parts) if part not in found_]
            continue
        leerweg = _LEERWEG.get(atom.value.lower())
        if leerweg is None:
            word = _of_list(atom.value, atom.span, _not_there(eigenschap, sleutel), diagnostics)
            leerweg = Leerweg(word) if word else None
        if leerweg is not None and leerweg not in found_:
            found_.append(leerweg)
    return tuple(found_)


def _slashed(atom: Atom) -> list[str]:
    """Return the leerwegen of which the names stand there with a slash between: `BB/KB`."""
    parts = [part.upper() for part in atom.value.split("/")]
    return parts if len(parts) > 1 and all(part.lower() in _LEERWEG for part in parts) else []


def _not_there(eigenschap: Eigenschap, sleutel: Sleutel) -> Sleutel:
    """Return the property with only the leerwegen that the list does not have yet: one of these was meant."""
    there = {waarde.atoms[0].value.lower() for waarde in eigenschap.waarden}
    return sleutel._replace(woorden=tuple(w.value for w in Leerweg if w.value.lower() not in there))


def _dingen(eigenschap: Eigenschap, sleutel: Sleutel, diagnostics: list[Diagnostic]) -> Dingen | None:
    span = _whole_span(eigenschap)
    if len(eigenschap.waarden) == 1 and len(eigenschap.waarden[0].atoms) == 1:
        atom = eigenschap.waarden[0].atoms[0]
        if atom.kind in ("code", "tekst"):
            return (Ding("code", atom, None, None, None, atom.span),)
    reader = LineReader(span.source, diagnostics)
    dingen = reader.listed(span)
    if dingen is not None:
        return dingen
    told = len(diagnostics)
    mended = reader.mended_list(span) if told < _MANY else None
    del diagnostics[told:]  # one mistake is one message
    _wrong(span, sleutel, diagnostics, mended[1] if mended else "")
    return mended[0] if mended else None


def _programmas(eigenschap: Eigenschap, sleutel: Sleutel, diagnostics: list[Diagnostic]) -> tuple[Atom, ...]:
    atoms = []
    for waarde in eigenschap.waarden:
        if len(waarde.atoms) == 1 and waarde.atoms[0].kind in ("woord", "code", "tekst"):
            atoms.append(waarde.atoms[0])
        else:
            _wrong(waarde.span, sleutel, diagnostics)
    return tuple(atoms)


def _getal(eigenschap: Eigenschap, sleutel: Sleutel, diagnostics: list[Diagnostic]) -> int | None:
    atom = _single(eigenschap)
    value = number_of(atom) if atom else None
    if value is None:
        first = eigenschap.waarden[0].atoms[0]  # of `16 leerlingen` the number is meant
        new = first.value if len(eigenschap.waarden) == 1 and number_of(first) is not None else ""
        _wrong(_whole_span(eigenschap), sleutel, diagnostics, new)
    return value


def _getallen(
    eigenschap: Eigenschap, sleutel: Sleutel, diagnostics: list[Diagnostic]
) -> tuple[int, ...] | None:
    numbers: dict[int, None] = {}
    for waarde in eigenschap.waarden:
        run = run_of(waarde)
        wrong = wrong_run(run) if run else None
        if run is None:
            _wrong(waarde.span, sleutel, diagnostics)
        elif wrong is not None:
            diagnostics.append(wrong)
        else:
            numbers |= dict.fromkeys(run.numbers)
    return tuple(numbers) or None


def _year(atom: Atom) -> int | None:
    """Return the year in which a schooljaar starts."""
    if atom.kind != "schooljaar":
        return None
    start, end = int(atom.value[:4]), int(atom.value[5:])
    return start if end == start + 1 else None


def _schooljaar(eigenschap: Eigenschap, sleutel: Sleutel, diagnostics: list[Diagnostic]) -> int | None:
    atom = _single(eigenschap)
    year = _year(atom) if atom else None
    if year is None:
        _wrong(_whole_span(eigenschap), sleutel, diagnostics, _next_year(atom))
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


def _schooljaren(
    eigenschap: Eigenschap, sleutel: Sleutel, diagnostics: list[Diagnostic]
) -> Geldigheid | None:
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
                _wrong(_whole_span(eigenschap), sleutel, diagnostics, f"vanaf {atoms[1].value}")
                return Geldigheid(years[0], None)
    _wrong(_whole_span(eigenschap), sleutel, diagnostics)
    return None


def _day(atom: Atom) -> date | None:
    if atom.kind != "datum":
        return None
    try:
        return date(*map(int, atom.value.split("-")))
    except ValueError:
        return None


def _datum(eigenschap: Eigenschap, sleutel: Sleutel, diagnostics: list[Diagnostic]) -> date | None:
    atom = _single(eigenschap)
    day = _day(atom) if atom else None
    if day is None:
        span = _whole_span(eigenschap)
        _wrong(span, sleutel, diagnostics, day_of(span.text))
    return day


def _datums(eigenschap: Eigenschap, sleutel: Sleutel, diagnostics: list[Diagnostic]) -> date | None:
    """Return the last day that the text was read in."""
    atoms = [atom for waarde in eigenschap.waarden for atom in waarde.atoms]
    days = [_day(atom) for atom in atoms if atom.kind != "t/m"]
    right = len(eigenschap.waarden) == 1 and len(days) in (1, 2) and len(atoms) == 2 * len(days) - 1
    if not right or None in days:
        span = _whole_span(eigenschap)
        _wrong(span, sleutel, diagnostics, day_of(span.text))
        return None
    return days[-1]


def _duur(eigenschap: Eigenschap, sleutel: Sleutel, diagnostics: list[Diagnostic]) -> Minuten | None:
    atoms = eigenschap.waarden[0].atoms
    value = number(fold(atoms[0].value)) if len(atoms) == 2 and len(eigenschap.waarden) == 1 else None  # noqa: PLR2004
    unit = fold(atoms[1].value) if value is not None else ""
    minutes = None
    if value is not None and unit in _MINUUT | _KLOK:
        minutes = whole(value * (1 if unit in _MINUUT else KLOKUUR))
    if minutes is None:
        _wrong(_whole_span(eigenschap), sleutel, diagnostics, _in_minutes(atoms, unit))
        return None
    return Minuten(minutes)


def _in_minutes(atoms: Sequence[Atom], unit: str) -> str:
    """Return how a duration was probably meant: a number alone is minutes, and a unit may have a slip."""
    if len(atoms) == 1 and atoms[0].kind == "getal":
        return f"{atoms[0].value} minuten"
    nearest = nearest_of(unit, (*sorted(_MINUUT), *sorted(_KLOK))) if unit else None
    return f"{atoms[0].value} {nearest}" if nearest else ""


CONVERTERS: dict[Shape, Callable[[Eigenschap, Sleutel, list[Diagnostic]], Any]] = {
    Shape.TEKST: _tekst,
    Shape.TEKSTEN: _teksten,
    Shape.NAMEN: _namen,
    Shape.WOORD: _woord,
    Shape.JA_NEE: _ja_nee,
    Shape.LEERWEGEN: _leerwegen,
    Shape.CODES: _dingen,
    Shape.KEUZES: _dingen,
    Shape.PROGRAMMAS: _programmas,
    Shape.GETAL: _getal,
    Shape.GETALLEN: _getallen,
    Shape.SCHOOLJAAR: _schooljaar,
    Shape.SCHOOLJAREN: _schooljaren,
    Shape.DATUM: _datum,
    Shape.DATUMS: _datums,
    Shape.DUUR: _duur,
    Shape.REGELS: _namen,
}
