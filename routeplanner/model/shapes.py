"""The shapes that values of properties have: one converter each, `(property, vocabulary, findings) -> value`.

A value of another shape is told, with the right way to write it where that is known, and is None.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from routeplanner.language.lines import LineReader
from routeplanner.language.quoting import as_text, quoted_as
from routeplanner.language.spelling import near_of
from routeplanner.language.syntax import Atom, Ding, Dingen, Eigenschap
from routeplanner.language.vocabulary import COMPETENTIE_EERDER, LEERWEG_ANDERS, Shape, Sleutel, fold
from routeplanner.model.quantities import Leerweg
from routeplanner.model.shapes_of_numbers import datum, datums, duur, getal, getallen, schooljaar, schooljaren
from routeplanner.model.wrong_values import single, whole_span, wrong
from routeplanner.text.diagnostic import Diagnostic, Fix, found, say
from routeplanner.text.hidden import as_seen
from routeplanner.text.source import Span

_MANY = 500
"""Findings, after which no value is mended any more: it takes time, and helps nobody."""
_LEERWEG = {leerweg.value.lower(): leerweg for leerweg in Leerweg}


def _tekst(eigenschap: Eigenschap, sleutel: Sleutel, diagnostics: list[Diagnostic]) -> Atom | None:
    atom = single(eigenschap)
    if atom is not None and atom.kind == "tekst":
        return atom
    span = whole_span(eigenschap)
    meant = as_text(span.text)
    wrong(span, sleutel, diagnostics, meant)
    return Atom("tekst", meant[1:-1], span) if meant else None


def _teksten(
    eigenschap: Eigenschap, sleutel: Sleutel, diagnostics: list[Diagnostic]
) -> tuple[Atom, ...] | None:
    if all(len(w.atoms) == 1 and w.atoms[0].kind == "tekst" for w in eigenschap.waarden):
        return tuple(waarde.atoms[0] for waarde in eigenschap.waarden)
    span = whole_span(eigenschap)
    meant = as_text(span.text)
    wrong(span, sleutel, diagnostics, meant)
    return (Atom("tekst", meant[1:-1], span),) if meant else None


def _namen(
    eigenschap: Eigenschap, sleutel: Sleutel, diagnostics: list[Diagnostic]
) -> tuple[Atom, ...] | None:
    namen = []
    for waarde in eigenschap.waarden:
        atom = waarde.atoms[0]
        if len(waarde.atoms) > 1 or atom.kind not in ("woord", "tekst"):
            wrong(waarde.span, sleutel, diagnostics)
            continue
        if sleutel.woorden:
            value = _of_list(atom.value, atom.span, sleutel, diagnostics)
            if value is None:
                continue
            atom = atom._replace(value=value)
        namen.append(atom)
    return tuple(namen)


def _woord(eigenschap: Eigenschap, sleutel: Sleutel, diagnostics: list[Diagnostic]) -> str | None:
    span = whole_span(eigenschap)
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
        as_seen(whole_span(eigenschap)).text,
        whole_span(eigenschap),
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
            wrong(waarde.span, sleutel, diagnostics, ", ".join(parts), key=len(eigenschap.waarden) == 1)
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
    span = whole_span(eigenschap)
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
    wrong(span, sleutel, diagnostics, mended[1] if mended else "")
    return mended[0] if mended else None


def _programmas(eigenschap: Eigenschap, sleutel: Sleutel, diagnostics: list[Diagnostic]) -> tuple[Atom, ...]:
    atoms = []
    for waarde in eigenschap.waarden:
        if len(waarde.atoms) == 1 and waarde.atoms[0].kind in ("woord", "code", "tekst"):
            atoms.append(waarde.atoms[0])
        else:
            wrong(waarde.span, sleutel, diagnostics)
    return tuple(atoms)


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
    Shape.GETAL: getal,
    Shape.GETALLEN: getallen,
    Shape.SCHOOLJAAR: schooljaar,
    Shape.SCHOOLJAREN: schooljaren,
    Shape.DATUM: datum,
    Shape.DATUMS: datums,
    Shape.DUUR: duur,
    Shape.REGELS: _namen,
}
