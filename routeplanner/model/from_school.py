"""A school's blocks become its offer: what it gives, in which parts, and under which names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from routeplanner.language.syntax import Block, Ding
from routeplanner.language.vocabulary import fold
from routeplanner.model.curriculum import Aanbod, Deel, Doel, Groep, Invulling, Kenmerken, School, Verbreding
from routeplanner.model.names import Context, Names
from routeplanner.model.quantities import Minuten
from routeplanner.model.rules import EenheidId, Keuze
from routeplanner.model.values import Values, size
from routeplanner.text.diagnostic import Diagnostic, found, label

AANBOD = ("keuzemodule", "stage", "activiteit")
_NERGENS = Context()


def link_school(blocks: Sequence[Block], names: Names, diagnostics: list[Diagnostic]) -> School | None:
    """Return the school; a second one is told and left out."""
    schools = [block for block in blocks if block.soort == "school" and block.kop.naam is not None]
    for extra in schools[1:]:
        related = [label(schools[0].span, "hier-staat-de-eerste")]
        diagnostics.append(found("RP217", extra.span, name=extra.span.text.strip('"'), related=related))
    if not schools:
        return None
    block = schools[0]
    values = Values(block, diagnostics)
    assert block.kop.naam is not None  # noqa: S101 - filtered above
    programmas = names.programmas_of(values.atoms("biedt aan"))
    names.offered = programmas
    keuzevakken = _units(values.dingen("keuzevakken"), names, _NERGENS)
    return School(
        naam=block.kop.naam.value,
        schooljaar=values.number("schooljaar") or 0,
        programmas=programmas,
        leerwegen=values.leerwegen(),
        keuzevakken=tuple(keuzevakken) if "keuzevakken" in values else None,
        leerjaren=values.numbers("leerjaren"),
        perioden=values.number("perioden"),
        weken_per_periode=values.number("weken per periode"),
        lesuur=values.minutes("lesuur"),
        lesuren_per_week=values.number("lesuren per week"),
        span=block.span,
    )


def declare_names(blocks: Sequence[Block], names: Names, diagnostics: list[Diagnostic]) -> None:
    """Give everything with a name its name, so that a sentence may come before what it names."""
    for block in blocks:
        soort = "regel" if block.soort == "advies" else block.soort
        if soort in names.kinds and block.kop.naam is not None:
            heette = [
                waarde.atoms[0]
                for line in block.alle("heette eerder")
                for waarde in line.waarden
                if waarde.atoms
            ]
            names.kinds[soort].declare(block.kop.naam, diagnostics, heette)


def is_first(block: Block, soort: str, names: Names) -> bool:
    """Tell whether this block is the one that has the name (a double one has been told)."""
    naam = block.kop.naam
    return naam is not None and names.kinds[soort].names.get(fold(naam.value), (None, None))[1] == naam.span


# ---- units and their parts


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
    return Invulling(id_, verkennend, tuple(verdiepend.values()), _kenmerken(values, names), block.span)


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
    return Deel(id_, naam, minuten, dekt, termen, _kenmerken(values, names), heette, child.span)


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


def _kenmerken(values: Values, names: Names) -> Kenmerken:
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


# ---- what is offered by name


def link_aanbod(
    blocks: Sequence[Block], names: Names, school: School | None, diagnostics: list[Diagnostic]
) -> dict[tuple[str, str], Aanbod]:
    """Return the keuzemodules, stages and activiteiten."""
    lesuur = school.lesuur if school else None
    aanbod: dict[tuple[str, str], Aanbod] = {}
    for block in blocks:
        if block.soort in AANBOD and block.kop.naam is not None and is_first(block, block.soort, names):
            values = Values(block, diagnostics)
            minuten, weken = size(block.kop.omvang, lesuur, diagnostics)
            naam = block.kop.naam.value
            aanbod[block.soort, fold(naam)] = Aanbod(
                soort=block.soort,
                naam=naam,
                aard=values.word("soort") if block.soort != "keuzemodule" else None,
                vakken=values.texts("vak") if block.soort == "activiteit" else (),
                minuten=minuten,
                weken=weken,
                kenmerken=_kenmerken(values, names),
                heette=values.folded("heette eerder"),
                span=block.span,
            )
    return aanbod


def link_doelen(blocks: Sequence[Block], names: Names, diagnostics: list[Diagnostic]) -> dict[str, Doel]:
    """Return the goals."""
    doelen: dict[str, Doel] = {}
    for block in blocks:
        if block.soort == "doel" and block.kop.naam is not None and is_first(block, "doel", names):
            values = Values(block, diagnostics)
            naam = block.kop.naam.value
            doelen[fold(naam)] = Doel(
                naam=naam,
                soort=values.word("soort") or "",
                niveau=values.number("niveau"),
                crebo=values.numbers("crebo"),
                past_bij=tuple(_units(values.dingen("past bij"), names, _NERGENS)),
                kenmerken=values.folded("kenmerken"),
                span=block.span,
            )
    return doelen


def link_groepen(blocks: Sequence[Block], names: Names, diagnostics: list[Diagnostic]) -> dict[str, Groep]:
    """Return the groups; a group may hold the choices of another."""
    groepen: dict[str, Groep] = {}
    for block in _inner_first([block for block in blocks if block.soort == "groep"]):
        if block.kop.naam is not None and is_first(block, "groep", names):
            values = Values(block, diagnostics)
            naam = block.kop.naam.value
            keuzes = tuple(_choices(values.dingen("bevat"), fold(naam), names, diagnostics))
            titel = block.kop.titel.value if block.kop.titel else None
            groepen[fold(naam)] = Groep(naam, titel, keuzes, block.span)
            names.groepen[fold(naam)] = keuzes
            if not block.heel:
                names.torn.add(fold(naam))
    return groepen


def _inner_first(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the groups, each after the groups that it holds; one that holds itself holds nothing by that."""
    by_name = {fold(block.kop.naam.value): block for block in reversed(blocks) if block.kop.naam is not None}
    started: set[int] = set()

    def visit(block: Block) -> Iterator[Block]:
        if id(block) in started:
            return
        started.add(id(block))
        for name in _groups_in(block):
            if name in by_name:
                yield from visit(by_name[name])
        yield block

    for block in blocks:
        yield from visit(block)


def _groups_in(block: Block) -> Iterator[str]:
    """Yield the folded names of the groups that a group holds."""
    for line in block.alle("bevat"):
        atoms = [atom for waarde in line.waarden for atom in waarde.atoms]
        for word, name in pairwise(atoms):
            if fold(word.value) == "groep":
                yield fold(name.value)


def link_verbredingen(
    blocks: Sequence[Block], names: Names, diagnostics: list[Diagnostic]
) -> tuple[Verbreding, ...]:
    """Return what is open to pupils of other programmes."""
    return tuple(
        _verbreding(block, block.kop.naam.value, names, diagnostics)
        for block in blocks
        if block.soort == "verbreding" and block.kop.naam is not None
    )


def _verbreding(block: Block, naam: str, names: Names, diagnostics: list[Diagnostic]) -> Verbreding:
    values = Values(block, diagnostics)
    return Verbreding(
        naam=naam,
        programmas=names.programmas_of(values.atoms("programma")),
        leerwegen=values.leerwegen(),
        leerjaren=values.numbers("leerjaar"),
        uit=tuple(_units(values.dingen("uit"), names, _NERGENS)),
        ook_verdiepend=values.yes("ook verdiepend"),
        span=block.span,
    )


def _units(dingen: Iterable[Ding], names: Names, context: Context) -> Iterator[EenheidId]:
    """Yield the units that a list names, each once; one named twice is told."""
    seen: set[EenheidId] = set()
    for ding in dingen:
        id_ = names.eenheid(ding, context)
        if id_ in seen:
            names.tell(found("RP324", ding.span, name=str(id_)))
        elif id_ is not None:
            seen.add(id_)
            yield id_


def _choices(
    dingen: Iterable[Ding], groep: str, names: Names, diagnostics: list[Diagnostic]
) -> Iterator[Keuze]:
    seen: set[Keuze] = set()
    for ding in dingen:
        verwijzing = names.verwijzing(ding, _NERGENS)
        if verwijzing is None or verwijzing.groep in names.torn:
            names.torn.add(groep)
        for keuze in verwijzing.keuzes if verwijzing else ():
            if keuze in seen:
                diagnostics.append(found("RP324", ding.span, name=str(keuze)))
            else:
                seen.add(keuze)
                yield keuze
