"""Examples and exceptions, linked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from routeplanner.language import syntax
from routeplanner.language.syntax import Atom, Block, Zin
from routeplanner.language.vocabulary import OORDELEN, fold
from routeplanner.model.curriculum import Ontheffing, Route, Verwachting, Voorbeeld
from routeplanner.model.from_regels import ZinLinker
from routeplanner.model.from_routes import RouteLinker, again, empty_route, route_of
from routeplanner.model.from_school import is_first
from routeplanner.model.names import Context, Names
from routeplanner.model.quantities import KLOKUUR
from routeplanner.model.rules import INGEBOUWD, Totaalsoort
from routeplanner.model.suggestions import hint_of
from routeplanner.model.values import Values
from routeplanner.text.diagnostic import Diagnostic, Fix, found, say


def link_voorbeelden(
    blocks: Sequence[Block], names: Names, routes: dict[str, Route], diagnostics: list[Diagnostic]
) -> tuple[Voorbeeld, ...]:
    """Return the examples."""
    return tuple(
        _voorbeeld(block, block.kop.naam.value, names, routes, diagnostics)
        for block in blocks
        if block.soort == "voorbeeld" and block.kop.naam is not None and is_first(block, "voorbeeld", names)
    )


def _voorbeeld(
    block: Block, naam: str, names: Names, routes: dict[str, Route], diagnostics: list[Diagnostic]
) -> Voorbeeld:
    base: Route | None = None
    given: str | None = None
    diagnostics += again(block, syntax.Gegeven)
    for zin in block.zinnen:
        if isinstance(zin, syntax.Gegeven):
            given = names.named("route", zin.route)
            base = replace(routes.get(given or "") or empty_route(naam, block.span), van=given)
            if not names.may_hold(len(base.gekozen) + len(base.afgewezen), zin.span):
                base = empty_route(naam, block.span)
            linker = RouteLinker(naam, base, names, diagnostics, block.span)
            linker.decline_all(zin.zonder)
            base = linker.finish(Values(_bare(block), diagnostics))
    route = route_of(block, naam, base, names, diagnostics)
    verwachtingen = tuple(
        v for zin in block.zinnen if (v := _verwachting(zin, names, diagnostics)) is not None
    )
    return Voorbeeld(naam, route, given, verwachtingen, block.span)


def _bare(block: Block) -> Block:
    return Block(block.kop, [], [], [], heel=False)


def _verwachting(zin: Zin, names: Names, diagnostics: list[Diagnostic]) -> Verwachting | None:
    if isinstance(zin, syntax.VerwachtOordeel):
        oordeel = _oordeel(zin.oordeel, diagnostics)
        regels = tuple(key for atom in zin.door if (key := _rule(atom, names)) is not None)
        if zin.met is not None and fold(zin.met.value) != "voorbehoud":
            help_ = say("bedoelde-je", text="voorbehoud")
            diagnostics.append(
                found(
                    "RP211",
                    zin.met.span,
                    key="met",
                    word=zin.met.value,
                    help=help_,
                    fixes=[Fix(zin.met.span, "voorbehoud")],
                )
            )
        return Verwachting(oordeel, regels, zin.met is not None, None, zin.span) if oordeel else None
    if isinstance(zin, syntax.VerwachtTelling):
        return _totaal(zin, names, diagnostics)
    return None


def _oordeel(atom: Atom, diagnostics: list[Diagnostic]) -> str | None:
    if fold(atom.value) in OORDELEN:
        return fold(atom.value)
    help_ = hint_of(atom.value, OORDELEN, atom.span)
    diagnostics.append(found("RP211", atom.span, key="verwacht", word=atom.value, **help_))
    return None


def _rule(atom: Atom, names: Names) -> str | None:
    key = fold(atom.value)
    if key in INGEBOUWD:
        return key
    known = names.kinds["regel"].find(atom.value)
    if known is None:
        names.unknown("regel", atom, [*(name for name, _ in names.kinds["regel"].names.values()), *INGEBOUWD])
    return known


def _totaal(zin: syntax.VerwachtTelling, names: Names, diagnostics: list[Diagnostic]) -> Verwachting | None:

    grens = syntax.Grens("precies", (zin.getal,), zin.getal.span)
    telling = ZinLinker(names, Context(), KLOKUUR, diagnostics).telling(
        syntax.Telling(grens, zin.grootheid, (), (), zin.span)
    )
    if telling is None or telling.laag is None or telling.grootheid is None:
        return None
    totaal = Totaalsoort(telling.grootheid, telling.maat, telling.laag)
    return Verwachting(None, (), voorbehoud=False, totaal=totaal, span=zin.span)


def link_ontheffingen(
    blocks: Sequence[Block], names: Names, diagnostics: list[Diagnostic]
) -> tuple[Ontheffing, ...]:
    """Return the exceptions whose rule and route exist."""
    linked = (_ontheffing(block, names, diagnostics) for block in blocks if block.soort == "ontheffing")
    return tuple(ontheffing for ontheffing in linked if ontheffing is not None)


def _ontheffing(block: Block, names: Names, diagnostics: list[Diagnostic]) -> Ontheffing | None:
    values = Values(block, diagnostics)
    naam, voor = block.kop.naam, block.kop.route
    regel = _rule(naam, names) if naam else None
    route = names.named("route", voor)
    if regel is None or route is None:
        return None
    reden, door = values.text("reden") or "", values.text("door") or ""
    return Ontheffing(regel, route, reden, door, values.day("tot"), block.span)
