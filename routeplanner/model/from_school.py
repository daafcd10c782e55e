"""A school's blocks become its offer: what it gives, in which parts, and under which names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from routeplanner.language.syntax import Block, Ding
from routeplanner.language.vocabulary import fold
from routeplanner.model.curriculum import Aanbod, Doel, Groep, School, Verbreding
from routeplanner.model.from_invullingen import kenmerken_of
from routeplanner.model.names import Context, Names
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
                kenmerken=kenmerken_of(values, names),
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
