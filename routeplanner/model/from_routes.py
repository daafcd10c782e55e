"""Routes, linked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from routeplanner.language import syntax
from routeplanner.language.spelling import nearest_of
from routeplanner.language.syntax import Atom, Block, Ding, Dingen, Wanneer, Zin
from routeplanner.language.vocabulary import LEERWEG_ANDERS, fold
from routeplanner.model.curriculum import Gekozen, Programma, Route
from routeplanner.model.from_school import is_first
from routeplanner.model.names import Context, Names
from routeplanner.model.quantities import Leerweg
from routeplanner.model.rules import Keuze, KeuzeSoort
from routeplanner.model.suggestions import hint_of
from routeplanner.model.values import Values
from routeplanner.text.diagnostic import Diagnostic, found, label
from routeplanner.text.source import Span


def link_routes(blocks: Sequence[Block], names: Names, diagnostics: list[Diagnostic]) -> dict[str, Route]:
    """Return the routes by folded name."""
    routes: dict[str, Route] = {}
    for block in blocks:
        if block.soort == "route" and block.kop.naam is not None and is_first(block, "route", names):
            routes[fold(block.kop.naam.value)] = route_of(
                block, block.kop.naam.value, None, names, diagnostics
            )
    return routes


def route_of(
    block: Block, naam: str, base: Route | None, names: Names, diagnostics: list[Diagnostic]
) -> Route:
    """Return the route that the sentences of a block make, starting from `base`."""
    linker = RouteLinker(naam, base, names, diagnostics, block.span)
    if base is None and _misses_programme(block):
        variant = "voorbeeld" if block.soort == "voorbeeld" else ""
        diagnostics.append(found("RP216", block.span, variant=variant, name=naam))
    diagnostics += again(block, syntax.Volgt)
    ordered = sorted(block.zinnen, key=lambda zin: not isinstance(zin, syntax.Volgt))
    for zin in ordered:
        linker.add(zin)
    return linker.finish(Values(block, diagnostics))


def again(block: Block, kind: type[Zin]) -> Iterator[Diagnostic]:
    """Tell of each sentence that a route or voorbeeld starts with and that stood there already."""
    said = [zin for zin in block.zinnen if isinstance(zin, kind)]
    for zin in said[1:]:
        first = said[0]
        variant = "gegeven" if isinstance(zin, syntax.Gegeven) else ""
        yield found("RP218", zin.span, variant=variant, related=[label(first.span, "hier-staat-de-eerste")])


def _misses_programme(block: Block) -> bool:
    """Tell whether a block makes a route that follows nothing; a voorbeeld may be about no route at all."""
    makes = block.soort == "route" or any(isinstance(zin, syntax.ROUTEZINNEN) for zin in block.zinnen)
    return makes and block.heel and not any(isinstance(zin, syntax.Volgt) for zin in block.zinnen)


class RouteLinker:
    """Builds one route, sentence by sentence; a later sentence about the same choice wins, with a remark."""

    def __init__(
        self, naam: str, base: Route | None, names: Names, diagnostics: list[Diagnostic], span: Span
    ) -> None:
        self._names = names
        self._diagnostics = diagnostics
        self._route = replace(base, naam=naam, span=span) if base else empty_route(naam, span)
        self._context = Context((self._route.programma,)) if base else Context()
        self._chosen = {gekozen.keuze: gekozen for gekozen in self._route.gekozen}
        self._declined: dict[Keuze, Span] = dict.fromkeys(self._route.afgewezen, span)
        self._inherited: set[Keuze] = set(self._chosen) | set(self._declined)

    def add(self, zin: Zin) -> None:  # noqa: C901 - one case per kind of sentence
        """Take one sentence into the route."""
        match zin:
            case syntax.Volgt():
                self._volgt(zin)
            case syntax.Verdiept():
                for keuze, span in self._deepened(zin.dingen, zin.met):
                    self._choose(keuze, zin.wanneer, None, span)
            case syntax.VerdieptNiet():
                for keuze, span in self._deepened(zin.dingen, ()):
                    self._decline(keuze, span)
            case syntax.Verbreedt():
                self._choose_all(zin.dingen, zin.wanneer)
            case syntax.Kiest():
                self._choose_all(zin.dingen, zin.wanneer, als_keuzevak=zin.als_keuzevak)
            case syntax.KiestVak():
                self._vak(zin.vak)
            case syntax.Loopt():
                self._choose_all(zin.dingen, zin.wanneer, zin.bij.value if zin.bij else None)
            case syntax.Zonder():
                self.decline_all(zin.dingen)

    def finish(self, values: Values) -> Route:
        """Return the route with the properties of its block."""
        done = [keuze for keuze, _ in self._keuzes(values.dingen("afgerond"))]
        route = self._route
        doel = values.atom("doel")
        return replace(
            route,
            doel=self._names.named("doel", doel) if doel else route.doel,
            interesses=values.folded("interesses") or route.interesses,
            liever_niet=values.folded("liever niet") or route.liever_niet,
            schooljaar=values.number("schooljaar") or route.schooljaar,
            gekozen=tuple(self._chosen.values()),
            afgewezen=tuple(self._declined),
            afgerond=(*route.afgerond, *(keuze for keuze in done if keuze not in route.afgerond)),
        )

    # ---- sentences

    def _volgt(self, zin: syntax.Volgt) -> None:
        programma = self._names.programma(zin.programma)
        leerweg = self._leerweg(zin.leerweg) if zin.leerweg else None
        if zin.leerweg is None and programma is not None:
            self._diagnostics.append(found("RP216", zin.span, variant="leerweg", name=self._route.naam))
        profiel = zin.uitstroomprofiel
        if programma is not None:
            self._context = Context((programma,))
            if profiel is not None:
                self._check_profiel(profiel, self._names.programmas[fold(programma)])
        self._route = replace(
            self._route,
            programma=programma or "",
            leerweg=leerweg,
            uitstroomprofiel=profiel.value if profiel else None,
        )

    def _leerweg(self, atom: Atom) -> Leerweg | None:
        for leerweg in Leerweg:
            if leerweg.value.lower() == atom.value.lower():
                return leerweg
        known = tuple(leerweg.value for leerweg in Leerweg)
        other = LEERWEG_ANDERS.get(fold(atom.value))
        help_ = hint_of(atom.value, (other,) if other else known, atom.span)
        self._diagnostics.append(found("RP211", atom.span, key="leerweg", word=atom.value, **help_))
        meant = other or nearest_of(atom.value, known)
        return Leerweg(meant) if meant else None

    def _check_profiel(self, atom: Atom, programma: Programma) -> None:
        known = [profiel.naam for profiel in programma.uitstroomprofielen]
        if fold(atom.value) not in {fold(naam) for naam in known}:
            self._names.unknown("uitstroomprofiel", atom, known)

    def _deepened(self, dingen: Dingen, met: tuple[Atom, ...]) -> Iterable[tuple[Keuze, Span]]:
        """Yield the verdiepende delen that are meant: those after `met`, or all of the unit."""
        for ding in dingen:
            if ding.kind == "verdieping":
                yield from self._keuzes((ding,))
                continue
            id_ = self._names.eenheid(ding, self._context)
            if id_ is None:
                continue
            if met:
                linked = [self._names.verdieping(id_, naam, naam.span) for naam in met]
            else:
                linked = [self._names.alle_verdiepingen(id_, ding.span)]
            for verwijzing in linked:
                for keuze in verwijzing.keuzes if verwijzing else ():
                    yield keuze, ding.span

    def _choose_all(
        self, dingen: Dingen, wanneer: Wanneer | None, bij: str | None = None, *, als_keuzevak: bool = False
    ) -> None:
        for keuze, span in self._keuzes(dingen):
            if keuze.soort is KeuzeSoort.MODULE and not als_keuzevak:
                self._diagnostics.append(found("RP215", span, variant="module", code=str(keuze.eenheid)))
            if (
                keuze.soort is KeuzeSoort.VERKENNEND and als_keuzevak
            ):  # a code alone: `kiest P/EO/02 als keuzevak`
                keuze = keuze._replace(soort=KeuzeSoort.MODULE)  # noqa: PLW2901 - the same choice, named in full
            self._choose(keuze, wanneer, bij, span)

    def decline_all(self, dingen: Dingen) -> None:
        """Decline things; a unit with its verdiepingen."""
        for keuze, span in self._keuzes(dingen):
            self._decline(keuze, span)
            if keuze.soort is KeuzeSoort.VERKENNEND and keuze.eenheid is not None:
                delen = self._names.delen.get(keuze.eenheid, {})
                for deel in delen.values() if self._names.may_hold(len(delen), span) else ():
                    self._decline(Keuze(KeuzeSoort.VERDIEPING, keuze.eenheid, deel.naam), span, quiet=True)

    def _vak(self, atom: Atom) -> None:
        programma = self._names.programmas.get(fold(atom.value)) or self._names.titled(atom.value)
        if programma is not None:
            self._choose(Keuze(KeuzeSoort.VAK, None, programma.titel), None, None, atom.span)
            return
        known = [p.titel for p in self._names.programmas.values() if p.soort == "algemeen vak"]
        if known:
            self._names.unknown("vak", atom, known)
        else:  # no text with algemene vakken is used: the name is all there is
            self._choose(Keuze(KeuzeSoort.VAK, None, atom.value), None, None, atom.span)

    # ---- choices

    def _keuzes(self, dingen: Iterable[Ding]) -> Iterable[tuple[Keuze, Span]]:
        for ding in dingen:
            verwijzing = self._names.verwijzing(ding, self._context)
            for keuze in verwijzing.keuzes if verwijzing else ():
                yield keuze, ding.span

    def _choose(self, keuze: Keuze, wanneer: Wanneer | None, bij: str | None, span: Span) -> None:
        self._remark(keuze, span)
        self._declined.pop(keuze, None)
        leerjaar = _int(wanneer.leerjaar) if wanneer and wanneer.leerjaar else None
        perioden = tuple(_int(atom) for atom in wanneer.perioden) if wanneer else ()
        self._chosen[keuze] = Gekozen(keuze, leerjaar, perioden, bij, span)

    def _decline(self, keuze: Keuze, span: Span, *, quiet: bool = False) -> None:
        if not quiet:
            self._remark(keuze, span)
        self._chosen.pop(keuze, None)
        self._declined[keuze] = span

    def _remark(self, keuze: Keuze, span: Span) -> None:
        """Say that an earlier sentence about this choice no longer counts; a voorbeeld may change a route."""
        earlier = self._chosen[keuze].span if keuze in self._chosen else self._declined.get(keuze)
        if earlier is not None and keuze not in self._inherited:
            related = [label(earlier, "hier-staat-de-eerste")]
            self._diagnostics.append(found("RP314", span, choice=str(keuze), related=related))


def _int(atom: Atom) -> int:
    return int(atom.value)


def empty_route(naam: str, span: Span) -> Route:
    """Return a route that says nothing yet."""
    return Route(naam, "", None, None, None, (), (), None, (), (), (), None, span)
