"""How a school divides its units: invullingen become parts, with what makes each part like others."""

from __future__ import annotations

from collections.abc import Sequence

from routeplanner.language.syntax import Block, Ding
from routeplanner.language.vocabulary import fold
from routeplanner.model.curriculum import Deel, Invulling, Kenmerken, School
from routeplanner.model.names import Context, Names
from routeplanner.model.quantities import Minuten
from routeplanner.model.rules import EenheidId
from routeplanner.model.values import Values, size
from routeplanner.text.diagnostic import Diagnostic, found, label

_NERGENS = Context()


def link_invullingen(
    blocks: Sequence[Block], names: Names, school: School | None, diagnostics: list[Diagnostic]
) -> dict[EenheidId, Invulling]:
    """Return how the school divides its units."""
    lesuur = school.lesuur if school else None
    invullingen: dict[EenheidId, Invulling] = {}
    for block in blocks:
        if block.soort != "invulling":
            continue
        id_ = _unit_of(block, names)
        if id_ is None:
            continue
        if id_ in invullingen:
            related = [label(invullingen[id_].span, "hier-staat-de-eerste")]
            diagnostics.append(found("RP204", block.span, kind="invulling", name=str(id_), related=related))
            continue
        invullingen[id_] = _invulling(block, id_, names, lesuur, diagnostics)
        names.delen[id_] = {fold(deel.naam or ""): deel for deel in invullingen[id_].verdiepend}
        for deel in invullingen[id_].verdiepend:
            for old in deel.heette:
                names.delen[id_].setdefault(old, deel)
    return invullingen


def _unit_of(block: Block, names: Names) -> EenheidId | None:
    kop = block.kop
    ding = Ding("code", kop.naam, kop.voorkomen, kop.herkomst, None, block.span)
    return names.eenheid(ding, _NERGENS)


def _invulling(
    block: Block, id_: EenheidId, names: Names, lesuur: Minuten | None, diagnostics: list[Diagnostic]
) -> Invulling:
    values = Values(block, diagnostics)
    verkennend: Deel | None = None
    verdiepend: dict[str, Deel] = {}
    for child in block.kinderen:
        deel = _deel(child, id_, names, lesuur, diagnostics)
        earlier = verkennend if deel.naam is None else verdiepend.get(fold(deel.naam))
        if earlier is not None:
            related = [label(earlier.span, "hier-staat-de-eerste")]
            naam = deel.naam or "verkennend deel"
            diagnostics.append(found("RP204", deel.span, kind="deel", name=naam, related=related))
        elif deel.naam is None:
            verkennend = deel
        else:
            verdiepend[fold(deel.naam)] = deel
    return Invulling(id_, verkennend, tuple(verdiepend.values()), kenmerken_of(values, names), block.span)


def _deel(
    child: Block, id_: EenheidId, names: Names, lesuur: Minuten | None, diagnostics: list[Diagnostic]
) -> Deel:
    values = Values(child, diagnostics)
    naam = child.kop.naam.value if child.kop.naam and child.soort == "verdiepend_deel" else None
    minuten, weken = size(child.kop.omvang, lesuur, diagnostics)
    if weken is not None and child.kop.omvang is not None:
        omvang = child.kop.omvang
        diagnostics.append(
            found("RP209", omvang.span, key="omvang", value=omvang.span.text, variant="geen-weken")
        )
    dekt, termen = _dekt(values, id_, names, diagnostics)
    heette = values.folded("heette eerder")
    return Deel(id_, naam, minuten, dekt, termen, kenmerken_of(values, names), heette, child.span)


def _dekt(
    values: Values, id_: EenheidId, names: Names, diagnostics: list[Diagnostic]
) -> tuple[tuple[EenheidId, ...], tuple[str, ...]]:
    """Return the units and the eindtermen that a part covers; without the property it covers its own unit."""
    if "dekt" not in values:
        return (id_,), ()
    units, termen = [], []
    for ding in values.dingen("dekt"):
        term = names.termen.get(fold(ding.code.value)) if ding.code else None
        if term is not None:
            termen.append(term)
            continue
        unit = names.eenheid(ding, Context((id_.programma,)))
        if unit is None:
            continue
        if unit.programma != id_.programma:
            diagnostics.append(
                found("RP323", ding.span, code=unit.code, programma=unit.programma, own=id_.programma)
            )
        units.append(unit)
    return tuple(units), tuple(termen)


def kenmerken_of(values: Values, names: Names) -> Kenmerken:
    """Return what makes a part or offer like others: kenmerken, competenties, time, place and for whom."""
    return Kenmerken(
        kenmerken=values.folded("kenmerken"),
        competenties=values.texts("competenties"),
        inhoud=values.texts("inhoud"),
        leerjaren=values.numbers("leerjaar"),
        perioden=values.numbers("perioden"),
        leerwegen=values.leerwegen(),
        programmas=names.programmas_of(values.atoms("programma")),
        plaatsen=values.number("plaatsen"),
        lokaal=values.text("lokaal"),
    )
