"""Rules and their sentences, linked to the choices they speak of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from routeplanner.language import syntax
from routeplanner.language.syntax import Atom, Block, Ding
from routeplanner.language.vocabulary import fold
from routeplanner.model.names import Context, Names
from routeplanner.model.quantities import Gezag, Minuten
from routeplanner.model.rules import (
    Bereik,
    Gebod,
    NietDubbel,
    NietGecontroleerd,
    Regel,
    Regelzin,
    Verband,
    Verwijzing,
    Voorwaarde,
)
from routeplanner.model.tellingen import TellingLinker
from routeplanner.model.values import Values
from routeplanner.text.diagnostic import Diagnostic

_VERBAND = {
    syntax.Vereist: "vereist",
    syntax.Uitsluiting: "niet samen met",
    syntax.Vervanging: "in plaats van",
    syntax.Volgorde: "vóór",
    syntax.Gelijk: "telt als",
}


def link_regels(
    blocks: Sequence[Block], names: Names, lesuur: Minuten | None, diagnostics: list[Diagnostic]
) -> dict[str, Regel]:
    """Return the rules by folded id; a regel of a richtlijn that the school takes over is hard, an advies never."""
    regels: dict[str, Regel] = {}
    advies = {fold(block.kop.naam.value) for block in blocks if block.soort == "advies" and block.kop.naam}
    for block in blocks:
        naam = block.kop.naam
        if block.soort not in ("regel", "advies") or naam is None:
            continue
        if names.kinds["regel"].names.get(fold(naam.value), (None, None))[1] == naam.span:
            regels[fold(naam.value)] = _regel(block, naam, names, lesuur, diagnostics)
    taken_over = {id_ for regel in regels.values() for id_ in regel.neemt_over} - advies
    return {key: replace(regel, hard=True) if key in taken_over else regel for key, regel in regels.items()}


def _regel(
    block: Block, naam: Atom, names: Names, lesuur: Minuten | None, diagnostics: list[Diagnostic]
) -> Regel:
    values = Values(block, diagnostics)
    gezag = Gezag(values.word("gezag") or "school")
    bereik = _bereik(values, names)
    linker = ZinLinker(names, Context(bereik.programmas), lesuur, diagnostics)
    return Regel(
        id=naam.value,
        titel=block.kop.titel.value if block.kop.titel else None,
        hard=block.soort == "regel" and gezag is not Gezag.RICHTLIJN,
        gezag=gezag,
        bereik=bereik,
        zinnen=tuple(linker.link(block.zinnen)),
        geldig=values.period("geldig"),
        omdat=values.text("omdat"),
        bron=values.texts("bron"),
        afgeleid=values.yes("afgeleid"),
        heette=values.folded("heette eerder"),
        neemt_over=_rule_ids(values.atoms("neemt over"), names),
        span=block.span,
    )


def _bereik(values: Values, names: Names) -> Bereik:
    return Bereik(
        programmas=names.programmas_of(values.atoms("programma")),
        leerwegen=values.leerwegen(),
        leerjaren=values.numbers("leerjaar"),
        doelen=tuple(k for atom in values.atoms("doel") if (k := names.named("doel", atom)) is not None),
        schooljaren=values.period("schooljaar"),
    )


def _rule_ids(atoms: Iterable[Atom], names: Names) -> tuple[str, ...]:
    return tuple(key for atom in atoms if (key := names.named("regel", atom)) is not None)


class ZinLinker(TellingLinker):
    """Links the sentences of one rule."""

    def link(self, zinnen: Iterable[syntax.Zin]) -> Iterator[Regelzin]:
        """Yield what each sentence says; one with a name that means nothing is told and left out."""
        for zin in zinnen:
            linked = self._zin(zin)
            if linked is not None:
                yield linked

    def _zin(self, zin: syntax.Zin) -> Regelzin | None:  # noqa: PLR0911 - one per kind of sentence
        match zin:
            case syntax.Telling():
                return self.telling(zin)
            case syntax.Vereist(rechts=syntax.Telling() as rechts):
                telling, links = self.telling(rechts), self.dingen(zin.links)
                return (
                    Verband("vereist", links, (), telling, zin.span)
                    if telling and links is not None
                    else None
                )
            case (
                syntax.Vereist()
                | syntax.Uitsluiting()
                | syntax.Vervanging()
                | syntax.Volgorde()
                | syntax.Gelijk()
            ):
                return self._verband(zin)
            case syntax.Verplicht() | syntax.Nooit():
                return self._gebod(zin)
            case syntax.Voorwaarde():
                return self._voorwaarde(zin)
            case syntax.Enkel():
                regels = _rule_ids(zin.regels, self._names)
                return NietDubbel(regels, zin.span) if len(regels) == len(zin.regels) else None
            case syntax.Ongecontroleerd():
                return NietGecontroleerd(zin.span)
        return None

    def _verband(
        self, zin: syntax.Vereist | syntax.Uitsluiting | syntax.Vervanging | syntax.Volgorde | syntax.Gelijk
    ) -> Verband | None:
        assert not isinstance(zin.rechts, syntax.Telling)  # noqa: S101 - _zin has taken it
        links, rechts = self.dingen(zin.links), self.dingen(zin.rechts)
        if links is None or rechts is None:
            return None
        return Verband(_VERBAND[type(zin)], links, rechts, None, zin.span)

    def _gebod(self, zin: syntax.Verplicht | syntax.Nooit) -> Gebod | None:
        dingen = self.dingen(zin.dingen)
        soort = "verplicht" if isinstance(zin, syntax.Verplicht) else "nooit"
        return Gebod(soort, dingen, zin.span) if dingen is not None else None

    def _voorwaarde(self, zin: syntax.Voorwaarde) -> Voorwaarde | None:
        als: tuple[Verwijzing, ...] | None = ()
        doelen: tuple[str, ...] = ()
        goals: list[Ding] = []
        telling = None
        if isinstance(zin.als, syntax.Telling):
            telling = self.telling(zin.als)
        else:
            goals = [ding for ding in zin.als if ding.kind == "doel"]
            found_ = [self._names.named("doel", ding.naam) for ding in goals]
            doelen = tuple(key for key in found_ if key is not None)
            rest = tuple(ding for ding in zin.als if ding.kind != "doel")
            als = self.dingen(rest) if rest else ()
        dan = self.telling(zin.dan) if isinstance(zin.dan, syntax.Telling) else self._gebod(zin.dan)
        unknown = als is None or len(doelen) < len(goals) or (telling is None and not (als or doelen))
        if dan is None or als is None or unknown:
            return None
        return Voorwaarde(als, doelen, telling, dan, zin.span)
