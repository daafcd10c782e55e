"""Official blocks become programmes with their units."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from types import MappingProxyType

from routeplanner.language.syntax import Atom, Block
from routeplanner.language.vocabulary import fold
from routeplanner.model.curriculum import Exameneenheid, Kenmerken, Programma, Uitstroomprofiel
from routeplanner.model.names import Context, Names
from routeplanner.model.quantities import Leerweg, Toetsing
from routeplanner.model.rules import EenheidId
from routeplanner.model.values import Values, size
from routeplanner.text.diagnostic import Diagnostic, found, label

EIGEN = "school"
"""The id of the programme that a school's own keuzevakken stand in."""
_EENHEDEN = ("eenheid", "module", "keuzevak")


def link_programmas(blocks: Sequence[Block], names: Names, diagnostics: list[Diagnostic]) -> None:
    """Add every programme with its units to the names."""
    for block in blocks:
        if block.soort == "programma":
            _programma(block, names, diagnostics)
    own = [block for block in blocks if block.soort == "keuzevak"]
    for eenheid in _eenheden(own, EIGEN, names, diagnostics):
        names.add_eenheid(eenheid)


def _programma(block: Block, names: Names, diagnostics: list[Diagnostic]) -> None:
    naam, titel = block.kop.naam, block.kop.titel
    if naam is None or titel is None:
        return
    known = names.programmas.get(fold(naam.value))
    if known is not None:
        related = [label(known.span, "hier-staat-de-eerste")]
        diagnostics.append(found("RP204", naam.span, kind="programma", name=naam.value, related=related))
        return
    values = Values(block, diagnostics)
    eenheden = tuple(_eenheden(block.kinderen, naam.value, names, diagnostics))
    for eenheid in eenheden:
        names.add_eenheid(eenheid)
    names.programmas[fold(naam.value)] = Programma(
        id=naam.value,
        titel=titel.value,
        soort=values.word("soort") or "",
        sectoren=values.texts("sector"),
        geldig=values.period("geldig"),
        volledig="volledig" not in values or values.yes("volledig"),
        bron=values.texts("bron"),
        gecontroleerd=values.day("gecontroleerd op"),
        opmerking=values.texts("opmerking"),
        eenheden=eenheden,
        uitstroomprofielen=(),
        span=block.span,
    )
    profielen = tuple(_uitstroomprofielen(block, naam.value, names, diagnostics))
    if profielen:
        programma = names.programmas[fold(naam.value)]
        names.programmas[fold(naam.value)] = replace(programma, uitstroomprofielen=profielen)


def _uitstroomprofielen(
    block: Block, programma: str, names: Names, diagnostics: list[Diagnostic]
) -> Iterable[Uitstroomprofiel]:
    context = Context((programma,))
    for child in block.kinderen:
        if child.soort == "uitstroomprofiel" and child.kop.naam is not None:
            values = Values(child, diagnostics)
            ids = (names.eenheid(ding, context) for ding in values.dingen("eenheden"))
            eenheden = tuple(id_ for id_ in ids if id_ is not None)
            yield Uitstroomprofiel(child.kop.naam.value, values.leerwegen(), eenheden, child.span)


def _eenheden(
    blocks: Iterable[Block], programma: str, names: Names, diagnostics: list[Diagnostic]
) -> Iterable[Exameneenheid]:
    seen: dict[tuple[str, int], Block] = {}
    for block in blocks:
        naam = block.kop.naam
        if block.soort not in _EENHEDEN or naam is None:
            continue
        key = (fold(naam.value), block.kop.voorkomen or 1)
        if key in seen:
            related = [label(seen[key].span, "hier-staat-de-eerste")]
            diagnostics.append(found("RP204", naam.span, kind=block.soort, name=naam.value, related=related))
            continue
        seen[key] = block
        _termen(block, names)
        yield _eenheid(block, naam, EenheidId(programma, naam.value, key[1]), diagnostics)


def _eenheid(block: Block, naam: Atom, id_: EenheidId, diagnostics: list[Diagnostic]) -> Exameneenheid:
    values = Values(block, diagnostics)
    titel = block.kop.titel
    return Exameneenheid(
        id=id_,
        soort=block.soort,
        titel=titel.value if titel else naam.value,
        toetsing=MappingProxyType(_toetsing(block, values, diagnostics)),
        keuze=values.yes("keuze"),
        sectordeel=values.text("sectordeel"),
        afgeleid=values.yes("afgeleid"),
        opmerking=values.texts("opmerking"),
        omvang=size(block.kop.omvang, None, diagnostics)[0],
        kenmerken=Kenmerken(
            kenmerken=values.folded("kenmerken"),
            competenties=values.texts("competenties"),
            inhoud=values.texts("inhoud"),
            leerjaren=values.numbers("leerjaar"),
            perioden=values.numbers("perioden"),
            plaatsen=values.number("plaatsen"),
        ),
        span=block.span,
    )


def _toetsing(block: Block, values: Values, diagnostics: list[Diagnostic]) -> dict[Leerweg, Toetsing]:
    marks: dict[Leerweg, Toetsing] = {}
    for key, mark in (("CE", Toetsing.CE), ("SE", Toetsing.SE), ("deels CE", Toetsing.DEELS_CE)):
        double = [leerweg.value for leerweg in values.leerwegen(key) if leerweg in marks]
        if double:
            related = [label(values.spans["CE"], "hier-staat-de-eerste")] if "CE" in values.spans else []
            listed = ", ".join(double)
            diagnostics.append(found("RP325", values.spans[key], leerweg=listed, related=related))
        for leerweg in values.leerwegen(key):
            marks.setdefault(leerweg, mark)
    for leerweg in values.leerwegen("ook SE"):
        marks[leerweg] = Toetsing.CE_EN_SE
    for leerweg in values.leerwegen():
        marks.setdefault(leerweg, Toetsing.ONBEKEND)
    if not marks and block.heel and not _explained(block, values):
        diagnostics.append(found("RP326", block.span, code=block.span.text))
    return {leerweg: marks[leerweg] for leerweg in Leerweg if leerweg in marks}


def _explained(block: Block, values: Values) -> bool:
    """Tell whether a unit without any leerweg says why; a keuzevak of the school's own is in all of them."""
    keys = ("CE", "SE", "deels CE", "leerwegen", "opmerking")
    return any(key in values for key in keys) or block.kop.omvang is not None


def _termen(block: Block, names: Names) -> None:
    for child in block.kinderen:
        if child.kop.naam is not None:
            names.termen[fold(child.kop.naam.value)] = child.kop.naam.value
        _termen(child, names)
