"""Why a pupil can never take something that stands in the texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from routeplanner.engine.everywhere import WHOLE
from routeplanner.engine.notes import Note
from routeplanner.engine.selection import Selection
from routeplanner.model.curriculum import Curriculum
from routeplanner.model.quantities import Leerweg
from routeplanner.model.rules import EenheidId, Keuze, KeuzeSoort


def every_choice(curriculum: Curriculum) -> Iterator[Keuze]:
    """Yield all that some pupil could choose: units, their parts, and what is offered by name."""
    for id_, unit in curriculum.eenheden.items():
        if unit.soort == "keuzevak":
            yield Keuze(KeuzeSoort.KEUZEVAK, id_)
        else:
            yield Keuze(KeuzeSoort.VERKENNEND, id_)
        if unit.soort == "module":
            yield Keuze(KeuzeSoort.MODULE, id_)
        yield from (Keuze(KeuzeSoort.VERDIEPING, id_, deel.naam) for deel in curriculum.verdiepingen(id_))
    for aanbod in curriculum.aanbod.values():
        yield Keuze(KeuzeSoort(aanbod.soort), None, aanbod.naam)


def why_never(selection: Selection, keuze: Keuze) -> Note:
    """Return why a pupil can never take something.

    Args:
        selection: The pupil's route.
        keuze: What is not on offer to this pupil, or excluded.
    """
    onderdeel = selection.named(keuze)
    kenmerken = onderdeel.kenmerken
    if onderdeel.uitgesloten:
        return Note("ce" if keuze.soort is KeuzeSoort.VERDIEPING else "dubbel", _pupil(selection))
    if kenmerken.leerwegen and selection.leerweg not in kenmerken.leerwegen:
        return Note("leerwegen", (("leerwegen", _listed(kenmerken.leerwegen)),))
    if kenmerken.programmas and selection.route.programma not in kenmerken.programmas:
        return Note("programmas", (("programmas", ", ".join(kenmerken.programmas)),))
    if keuze.eenheid is None:
        return Note("school", ())
    return _of_unit(selection, keuze, keuze.eenheid)


def _of_unit(selection: Selection, keuze: Keuze, id_: EenheidId) -> Note:
    """Return why a part of a unit is not on offer."""
    unit = selection.curriculum.eenheden[id_]
    if unit.soort == "keuzevak" or keuze.soort is KeuzeSoort.MODULE:
        return Note("school", ())
    if id_.programma == selection.route.programma:
        return Note("leerwegen", (("leerwegen", _listed(unit.toetsing)),))
    whole = (selection.onderdelen.get(Keuze(soort, id_)) for soort in WHOLE)
    opened = any(part is not None and part.te_kiezen for part in whole)
    return Note("alleen-verkennend" if opened else "niet-open", (("unit", str(id_)), *_pupil(selection)))


def _pupil(selection: Selection) -> tuple[tuple[str, str], ...]:
    leerweg = selection.leerweg.value if selection.leerweg is not None else ""
    return ("programma", selection.route.programma), ("leerweg", leerweg)


def _listed(leerwegen: Iterable[Leerweg]) -> str:
    return ", ".join(leerweg.value for leerweg in leerwegen)
