"""Everything that one pupil could choose, with what rules ask of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from routeplanner.language.vocabulary import fold
from routeplanner.model.curriculum import (
    Aanbod,
    Curriculum,
    Deel,
    Exameneenheid,
    Invulling,
    Kenmerken,
    Programma,
    Route,
    Verbreding,
)
from routeplanner.model.quantities import Minuten, Toetsing
from routeplanner.model.rules import EenheidId, Keuze, KeuzeSoort

_GEEN = Kenmerken()
_KINDS = ("keuzemodule", "stage", "activiteit")
"""What is offered by name, in the order in which people plan."""
_CE = frozenset({Toetsing.CE, Toetsing.CE_EN_SE})


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """One thing that a pupil can choose, with what rules ask of it."""

    keuze: Keuze
    eigen: bool
    """Whether it is of the pupil's own programme and leerweg; what is of no programme is not."""
    verplicht: bool
    """Whether it is in the route from the start."""
    te_kiezen: bool
    """Whether the school offers it to this pupil."""
    uitgesloten: bool
    """Whether it can never be added: it splits a unit that is CE here, or is a module done already."""
    minuten: Minuten | None
    """None: not known."""
    weken: int | None
    kenmerken: Kenmerken

    @property
    def neembaar(self) -> bool:
        """Whether this pupil can take it: it is on offer, or in the route from the start, and not excluded."""
        return (self.te_kiezen or self.verplicht) and not self.uitgesloten

    @property
    def programma(self) -> str | None:
        """The programme that it is of."""
        return self.keuze.eenheid.programma if self.keuze.eenheid else None

    @property
    def kost_lessen(self) -> bool:
        """Whether it takes lessons: a part of a unit or a keuzemodule."""
        return self.keuze.eenheid is not None or self.keuze.soort is KeuzeSoort.KEUZEMODULE

    @property
    def verbreding(self) -> bool:
        """Whether it is a part of a unit that is not of the own programme and leerweg."""
        return self.keuze.eenheid is not None and not self.eigen

    @property
    def verdieping(self) -> bool:
        """Whether it is a verdiepend deel of the own programme and leerweg."""
        return self.eigen and self.keuze.soort is KeuzeSoort.VERDIEPING


class Builder:
    """Builds the things that one pupil can choose."""

    def __init__(self, curriculum: Curriculum, route: Route, programma: Programma | None) -> None:
        self._curriculum = curriculum
        self._route = route
        self._programma = programma
        self._leerweg = route.leerweg

    def onderdelen(self) -> dict[Keuze, Onderdeel]:
        """Return them in the order of the texts: own programme, other programmes, then what is offered by name."""
        found: dict[Keuze, Onderdeel] = {}
        for onderdeel in (*self._own(), *self._opened(), *self._keuzevakken(), *self._named()):
            found.setdefault(onderdeel.keuze, onderdeel)
        return found

    # ---- the own programme

    def _own(self) -> Iterator[Onderdeel]:
        for unit in self._programma.eenheden if self._programma else ():
            if unit.soort == "keuzevak" or self._leerweg not in unit.toetsing:
                continue
            yield self._verkennend(unit, verplicht=self._is_mandatory(unit), te_kiezen=True)
            for deel in self._curriculum.verdiepingen(unit.id):
                yield self._verdiepend(deel, te_kiezen=self._for_leerweg(deel.kenmerken))

    def _is_mandatory(self, unit: Exameneenheid) -> bool:
        """Tell whether every pupil of this programme, leerweg and uitstroomprofiel has a unit."""
        if unit.keuze or unit.sectordeel is not None or self._programma is None:
            return False
        profielen = [p for p in self._programma.uitstroomprofielen if unit.id in p.eenheden]
        followed = fold(self._route.uitstroomprofiel or "")
        return not profielen or any(fold(p.naam) == followed for p in profielen)

    # ---- other programmes

    def _open_to_me(self) -> Iterator[Verbreding]:
        """Yield what the school opens to pupils of this programme and leerweg."""
        for verbreding in self._curriculum.verbredingen:
            mine = not verbreding.programmas or self._route.programma in verbreding.programmas
            if mine and (not verbreding.leerwegen or self._leerweg in verbreding.leerwegen):
                yield verbreding

    def _opened(self) -> Iterator[Onderdeel]:
        for verbreding in self._open_to_me():
            for id_ in verbreding.uit:
                unit = self._curriculum.eenheden[id_]
                if unit.soort == "keuzevak":
                    continue
                whole = self._verkennend(unit, verplicht=False, te_kiezen=True)
                yield self._opened_by(verbreding, whole)
                for deel in self._curriculum.verdiepingen(id_) if verbreding.ook_verdiepend else ():
                    yield self._opened_by(verbreding, self._verdiepend(deel, te_kiezen=True))

    def _opened_by(self, verbreding: Verbreding, onderdeel: Onderdeel) -> Onderdeel:
        """Return a part as it is on offer to pupils of another programme: for whom, and in which leerjaren."""
        kenmerken = onderdeel.kenmerken
        if verbreding.leerjaren:
            years = tuple(
                y for y in verbreding.leerjaren if not kenmerken.leerjaren or y in kenmerken.leerjaren
            )
            kenmerken = replace(kenmerken, leerjaren=years or verbreding.leerjaren)
        return replace(onderdeel, te_kiezen=self._for_leerweg(kenmerken), kenmerken=kenmerken)

    # ---- keuzevakken, and modules as keuzevak

    def _keuzevakken(self) -> Iterator[Onderdeel]:
        school = self._curriculum.school
        units = self._curriculum.eenheden.values()
        keuzevakken = (unit for unit in units if unit.soort == "keuzevak")
        modules = (unit for unit in units if unit.soort == "module")
        opened = {id_ for verbreding in self._open_to_me() for id_ in verbreding.uit}
        for unit in (*keuzevakken, *modules):
            on_offer = school is None or _on_offer(unit, school.programmas, school.keuzevakken)
            on_offer = on_offer or (unit.soort == "keuzevak" and unit.id in opened)
            yield self._part(KeuzeSoort(unit.soort), unit, te_kiezen=on_offer)
            for deel in self._curriculum.verdiepingen(unit.id) if unit.soort == "keuzevak" else ():
                yield self._verdiepend(deel, te_kiezen=on_offer and self._for_leerweg(deel.kenmerken))

    # ---- what is offered by name

    def _named(self) -> Iterator[Onderdeel]:
        school = self._curriculum.school
        for aanbod in sorted(self._curriculum.aanbod.values(), key=lambda one: _KINDS.index(one.soort)):
            kenmerken = aanbod.kenmerken
            mine = not kenmerken.programmas or self._route.programma in kenmerken.programmas
            keuze = Keuze(KeuzeSoort(aanbod.soort), None, aanbod.naam)
            yield self._by_name(keuze, te_kiezen=mine and self._for_leerweg(kenmerken), aanbod=aanbod)
        for programma in self._curriculum.programmas.values():
            if programma.soort == "algemeen vak":
                offered = school is None or programma.id in school.programmas
                yield self._by_name(Keuze(KeuzeSoort.VAK, None, programma.titel), te_kiezen=offered)

    def elsewhere(self, keuze: Keuze) -> Onderdeel:
        """Return something that a route names although it is not offered to this pupil."""
        if keuze.eenheid is None:
            # without texts of algemene vakken nobody can say whether a vak is on offer
            return self._by_name(keuze, te_kiezen=keuze.soort is KeuzeSoort.VAK)
        unit = self._curriculum.eenheden[keuze.eenheid]
        if keuze.soort is KeuzeSoort.VERKENNEND:
            return self._verkennend(unit, verplicht=False, te_kiezen=False)
        if keuze.soort is KeuzeSoort.VERDIEPING:
            delen = self._curriculum.verdiepingen(keuze.eenheid)
            deel = next(deel for deel in delen if deel.naam == keuze.naam)
            return self._verdiepend(deel, te_kiezen=False)
        return self._part(keuze.soort, unit, te_kiezen=False)

    # ---- making one

    def _verkennend(self, unit: Exameneenheid, *, verplicht: bool, te_kiezen: bool) -> Onderdeel:
        invulling = self._curriculum.invullingen.get(unit.id)
        deel = invulling.verkennend if invulling else None
        kenmerken = _together(unit.kenmerken, invulling, deel)
        return Onderdeel(
            Keuze(KeuzeSoort.VERKENNEND, unit.id),
            eigen=self._is_own(unit.id),
            verplicht=verplicht,
            te_kiezen=te_kiezen,
            uitgesloten=False,
            minuten=deel.minuten if deel else None,
            weken=None,
            kenmerken=kenmerken,
        )

    def _verdiepend(self, deel: Deel, *, te_kiezen: bool) -> Onderdeel:
        eigen = self._is_own(deel.eenheid)
        unit = self._curriculum.eenheden[deel.eenheid]
        return Onderdeel(
            Keuze(KeuzeSoort.VERDIEPING, deel.eenheid, deel.naam),
            eigen=eigen,
            verplicht=False,
            te_kiezen=te_kiezen,
            uitgesloten=eigen and self._mark(unit) in _CE,
            minuten=deel.minuten,
            weken=None,
            kenmerken=_together(_GEEN, self._curriculum.invullingen[deel.eenheid], deel),
        )

    def _part(self, soort: KeuzeSoort, unit: Exameneenheid, *, te_kiezen: bool) -> Onderdeel:
        """Return a keuzevak, or a module as keuzevak."""
        basis = self._verkennend(unit, verplicht=False, te_kiezen=te_kiezen)
        twice = soort is KeuzeSoort.MODULE and basis.eigen
        minuten = unit.omvang or basis.minuten
        return replace(basis, keuze=Keuze(soort, unit.id), minuten=minuten, uitgesloten=twice)

    def _by_name(self, keuze: Keuze, *, te_kiezen: bool, aanbod: Aanbod | None = None) -> Onderdeel:
        return Onderdeel(
            keuze,
            eigen=False,
            verplicht=False,
            te_kiezen=te_kiezen,
            uitgesloten=False,
            minuten=aanbod.minuten if aanbod else None,
            weken=aanbod.weken if aanbod else None,
            kenmerken=aanbod.kenmerken if aanbod else _GEEN,
        )

    def _mark(self, unit: Exameneenheid) -> Toetsing | None:
        return unit.toetsing.get(self._leerweg) if self._leerweg else None

    def _is_own(self, id_: EenheidId) -> bool:
        unit = self._curriculum.eenheden.get(id_)
        return unit is not None and id_.programma == self._route.programma and self._leerweg in unit.toetsing

    def _for_leerweg(self, kenmerken: Kenmerken) -> bool:
        return not kenmerken.leerwegen or self._leerweg in kenmerken.leerwegen


def _together(own: Kenmerken, invulling: Invulling | None, deel: Deel | None) -> Kenmerken:
    """Return what holds for a part: its own, that of its invulling and that of its unit."""
    layers = [own, *([invulling.kenmerken] if invulling else []), *([deel.kenmerken] if deel else [])]
    last = layers[-1]
    return replace(
        last,
        kenmerken=tuple(dict.fromkeys(k for layer in layers for k in layer.kenmerken)),
        competenties=tuple(dict.fromkeys(c for layer in layers for c in layer.competenties)),
        leerjaren=last.leerjaren or own.leerjaren,
        perioden=last.perioden or own.perioden,
    )


def _on_offer(
    unit: Exameneenheid, programmas: tuple[str, ...], keuzevakken: tuple[EenheidId, ...] | None
) -> bool:
    if unit.soort == "keuzevak" and keuzevakken is not None:
        return unit.id in keuzevakken
    return unit.id.programma in programmas or unit.id.programma == "school"
