"""A list whose values are not set apart as they should be is still read as the list that was meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

from routeplanner.language.syntax import Atom, Eigenschap, Waarde
from routeplanner.language.vocabulary import LEERWEGEN, Shape, Sleutel, fold
from routeplanner.text.diagnostic import Diagnostic, Fix, found, say

_EITHER = frozenset({"of"})


def set_apart(eigenschap: Eigenschap, sleutel: Sleutel, diagnostics: list[Diagnostic]) -> Eigenschap:
    """Return a property with each value of its list by itself; a missing comma and an `of` are told."""
    eigenschap = _as_one(eigenschap, sleutel, diagnostics)
    fits = _FITS.get(sleutel.shape)
    if fits is None or max(map(_size, eigenschap.waarden)) == 1:
        return eigenschap
    waarden = [part for waarde in eigenschap.waarden for part in _parts(waarde, sleutel, fits, diagnostics)]
    return eigenschap._replace(waarden=tuple(waarden))


def _as_one(eigenschap: Eigenschap, sleutel: Sleutel, diagnostics: list[Diagnostic]) -> Eigenschap:
    """Return a property with a word of its list as one value that has an `en` in it and no marks; that is told."""
    spans = [waarde.span for waarde in eigenschap.waarden]
    for place, (first, second) in enumerate(pairwise(spans)):
        span = first.to(second)
        word = next((woord for woord in sleutel.woorden if fold(woord) == fold(span.text)), None)
        if word is not None:
            fixes = [Fix(span, f'"{span.text}"')]
            help_ = say("schrijf", text=f'{sleutel.naam}: "{span.text}"')
            diagnostics.append(found("RP103", span, word=span.text, help=help_, fixes=fixes))
            one = Waarde((Atom("tekst", word, span),))
            waarden = (*eigenschap.waarden[:place], one, *eigenschap.waarden[place + 2 :])
            return eigenschap._replace(waarden=waarden)
    return eigenschap


def _size(waarde: Waarde) -> int:
    return len(waarde.atoms)


def _parts(
    waarde: Waarde, sleutel: Sleutel, fits: Callable[[Waarde, Sleutel], bool], diagnostics: list[Diagnostic]
) -> Iterator[Waarde]:
    pieces = list(_between_of(waarde, diagnostics))
    for piece in pieces:
        if len(piece.atoms) == 1 or not fits(piece, sleutel):
            yield piece
            continue
        new = ", ".join(atom.span.text for atom in piece.atoms)
        help_ = say("schrijf", text=f"{sleutel.naam}: {new}")
        shape, text = sleutel.shape.value, piece.span.text
        told = found(
            "RP209",
            piece.span,
            key=sleutel.naam,
            value=text,
            variant=shape,
            help=help_,
            fixes=[Fix(piece.span, new)],
        )
        diagnostics.append(told)
        yield from (Waarde((atom,)) for atom in piece.atoms)


def _between_of(waarde: Waarde, diagnostics: list[Diagnostic]) -> Iterator[Waarde]:
    """Yield what stands between one `of` and the next; each is told."""
    atoms: list[Atom] = []
    for place, atom in enumerate(waarde.atoms):
        if atom.kind == "woord" and fold(atom.value) in _EITHER and 0 < place < len(waarde.atoms) - 1:
            diagnostics.append(found("RP107", atom.span, word=atom.value, help=say("een-van")))
            if atoms:
                yield Waarde(tuple(atoms))
            atoms = []
        else:
            atoms.append(atom)
    if atoms:
        yield Waarde(tuple(atoms))


# ---- whether each word of a value is one by itself


def _of_list(waarde: Waarde, sleutel: Sleutel) -> bool:
    """Tell whether the words are each in the closed list, or else are not one name of which the marks are missing."""
    if sleutel.woorden:
        known = set(map(fold, sleutel.woorden))
        return all(fold(atom.value) in known for atom in waarde.atoms)
    kinds = {atom.kind for atom in waarde.atoms}
    return "tekst" in kinds and kinds <= {"tekst", "woord"}


def _texts(waarde: Waarde, _sleutel: Sleutel) -> bool:
    return all(atom.kind == "tekst" for atom in waarde.atoms)


def _leerwegen(waarde: Waarde, _sleutel: Sleutel) -> bool:
    return all(atom.value.upper() in LEERWEGEN for atom in waarde.atoms)


def _ids(waarde: Waarde, _sleutel: Sleutel) -> bool:
    return all(atom.kind in ("woord", "code") for atom in waarde.atoms)


def _numbers(waarde: Waarde, _sleutel: Sleutel) -> bool:
    return all(atom.kind == "getal" for atom in waarde.atoms)


_FITS: Mapping[Shape, Callable[[Waarde, Sleutel], bool]] = {
    Shape.NAMEN: _of_list,
    Shape.TEKSTEN: _texts,
    Shape.LEERWEGEN: _leerwegen,
    Shape.PROGRAMMAS: _ids,
    Shape.REGELS: _ids,
    Shape.GETALLEN: _numbers,
}
