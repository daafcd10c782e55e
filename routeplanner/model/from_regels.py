"""Rules and their sentences, linked to the choices they speak of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from routeplanner.language import syntax
from routeplanner.language.spelling import nearest_of
from routeplanner.language.syntax import Atom, Block, Dingen
from routeplanner.language.vocabulary import COMPETENTIE_EERDER, COMPETENTIES, fold
from routeplanner.model.names import Context, Names
from routeplanner.model.quantities import KLOKUUR, Gezag, Minuten, number, whole
from routeplanner.model.rules import (
    Bereik,
    Gebod,
    Grootheid,
    Keuze,
    KeuzeSoort,
    Maat,
    NietDubbel,
    NietGecontroleerd,
    Regel,
    Regelzin,
    Telling,
    Verband,
    Verwijzing,
    Voorwaarde,
)
from routeplanner.model.values import Values
from routeplanner.text.diagnostic import Diagnostic, Fix, found, say
from routeplanner.text.source import Span

_LES = frozenset({"lesuur", "lesuren"})
_WOORDEN = {grootheid.value: grootheid for grootheid in Grootheid} | {
    "verdieping": Grootheid.VERDIEPING,
    "verbreding": Grootheid.VERBREDING,
    "keuzevak": Grootheid.KEUZEVAK,
    "module": Grootheid.MODULE,
    "eenheid": Grootheid.EENHEID,
    "exameneenheden": Grootheid.EENHEID,
    "keuzemodule": Grootheid.KEUZEMODULE,
    "stage": Grootheid.STAGE,
    "activiteit": Grootheid.ACTIVITEIT,
    "vak": Grootheid.VAK,
}
_IN_WEKEN = frozenset({Grootheid.STAGE})
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
    """Return the rules by folded id; a richtlijn that a rule of the school takes over is hard."""
    regels: dict[str, Regel] = {}
    for block in blocks:
        naam = block.kop.naam
        if block.soort not in ("regel", "advies") or naam is None:
            continue
        if names.kinds["regel"].names.get(fold(naam.value), (None, None))[1] == naam.span:
            regels[fold(naam.value)] = _regel(block, naam, names, lesuur, diagnostics)
    taken_over = {id_ for regel in regels.values() for id_ in regel.neemt_over}
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


class ZinLinker:
    """Links the sentences of one rule."""

    def __init__(
        self, names: Names, context: Context, lesuur: Minuten | None, diagnostics: list[Diagnostic]
    ) -> None:
        self._names = names
        self._context = context
        self._lesuur = lesuur
        self._diagnostics = diagnostics

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
                return NietDubbel(_rule_ids(zin.regels, self._names), zin.span)
            case syntax.Ongecontroleerd():
                return NietGecontroleerd(zin.span)
        return None

    def dingen(self, dingen: Dingen) -> tuple[Verwijzing, ...] | None:
        """Return what the things refer to; None if one of them means nothing."""
        linked = [self._names.verwijzing(ding, self._context) for ding in dingen]
        known = tuple(verwijzing for verwijzing in linked if verwijzing is not None)
        return known if known and len(known) == len(linked) else None

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
        if dan is None or als is None or not (als or doelen or telling):
            return None
        return Voorwaarde(als, doelen, telling, dan, zin.span)

    # ---- counting

    def telling(self, zin: syntax.Telling) -> Telling | None:
        """Return a count, its bounds in minutes, weeks or pieces."""
        counted = self._grootheid(zin.grootheid) if zin.grootheid else (None, Maat.AANTAL)
        van = self._van(zin.van, counted[0] if counted else None) if zin.van else ()
        if counted is None or van is None:
            return None
        grootheid, maat = counted
        unit = zin.grootheid.maat if zin.grootheid else None
        bounds = self._bounds(zin.grens, maat, unit)
        if bounds is None:
            return None
        per, kenmerken, competenties, uit, elders = self._bepalingen(zin.bepalingen)
        telling = Telling(*bounds, maat, grootheid, per, kenmerken, competenties, uit, elders, van, zin.span)
        self._check_bounds(telling, zin.grens)
        return telling

    def _van(self, dingen: Dingen, grootheid: Grootheid | None) -> tuple[Verwijzing, ...] | None:
        """Return what is counted: `verdiepingen van HA/K/4` are the verdiepende delen of that unit."""
        if grootheid is Grootheid.VERDIEPING:
            dingen = tuple(d._replace(kind="verdieping") if d.kind == "code" else d for d in dingen)
        return self.dingen(dingen)

    def _grootheid(self, written: syntax.Grootheid) -> tuple[Grootheid, Maat] | None:
        word = fold(written.woord.value)
        grootheid = _WOORDEN.get(word)
        span = written.woord.span
        if grootheid is None:
            nearest = nearest_of(word, _WOORDEN)
            words = ", ".join(f"`{g.value}`" for g in Grootheid)
            help_ = say("bedoelde-je", text=nearest) if nearest else say("kies-uit", words=words)
            fixes = [Fix(span, nearest)] if nearest else []
            self._diagnostics.append(found("RP213", span, word=written.woord.value, help=help_, fixes=fixes))
            return None
        maat = self._maat(written.maat)
        if maat is Maat.WEKEN and grootheid not in _IN_WEKEN:
            self._diagnostics.append(found("RP213", written.span, variant="weken", word=written.woord.value))
            return None
        if maat is Maat.AANTAL and grootheid is Grootheid.MAATWERK:
            self._diagnostics.append(
                found("RP213", written.span, variant="maatwerk", word=written.woord.value)
            )
            return None
        return grootheid, maat

    @staticmethod
    def _maat(unit: Atom | None) -> Maat:
        if unit is None:
            return Maat.AANTAL
        return Maat.WEKEN if fold(unit.value) in ("week", "weken") else Maat.MINUTEN

    def _bounds(
        self, grens: syntax.Grens, maat: Maat, unit: Atom | None
    ) -> tuple[int | None, int | None] | None:
        values = [self._amount(atom, maat, unit) for atom in grens.getallen]
        known = [value for value in values if value is not None]
        if len(known) != len(values):
            return None
        first, last = known[0], known[-1]
        if grens.soort == "minstens":
            return first, None
        return (None, last) if grens.soort == "hoogstens" else (first, last)

    def _amount(self, atom: Atom, maat: Maat, unit: Atom | None) -> int | None:
        """Return a number in minutes, weeks or pieces; it must be whole."""
        value = number(fold(atom.value))
        if value is None:
            return None
        if maat is Maat.MINUTEN:
            hour = self._lesuur if unit is not None and fold(unit.value) in _LES else KLOKUUR
            if hour is None:
                self._refuse(atom.span, "lesuur")
                return None
            value *= hour
        amount = whole(value)
        if amount is None:
            self._refuse(atom.span, "minuten" if maat is Maat.MINUTEN else "heel")
        return amount

    def _refuse(self, span: Span, variant: str) -> None:
        self._diagnostics.append(found("RP209", span, key="omvang", value=span.text, variant=variant))

    def _bepalingen(
        self, bepalingen: Iterable[syntax.Bepaling]
    ) -> tuple[str | None, tuple[str, ...], tuple[str, ...], str | None, bool]:
        per: str | None = None
        uit: str | None = None
        elders = False
        kenmerken: list[str] = []
        competenties: list[str] = []
        for bepaling in bepalingen:
            word = fold(bepaling.woord.value)
            if bepaling.soort == "uit":
                uit = self._names.programma(bepaling.woord)
            elif bepaling.soort == "per":
                per = self._one_of(bepaling.woord, ("leerjaar", "periode"))
            elif bepaling.soort == "elders":
                elders = self._one_of(bepaling.woord, ("programma",)) is not None
            elif word in ("competentie", "competenties"):
                competenties.extend(self._competenties(bepaling.namen))
            elif word in ("kenmerk", "kenmerken"):
                kenmerken.extend(fold(atom.value) for atom in bepaling.namen)
            else:
                self._one_of(bepaling.woord, ("kenmerk", "competentie"))
        return per, tuple(kenmerken), tuple(competenties), uit, elders

    def _competenties(self, namen: Iterable[Atom]) -> Iterator[str]:
        for atom in namen:
            word = COMPETENTIE_EERDER.get(fold(atom.value), fold(atom.value))
            if word in COMPETENTIES:
                yield word
            else:
                self._one_of(atom, COMPETENTIES)

    def _one_of(self, atom: Atom, words: tuple[str, ...]) -> str | None:
        word = fold(atom.value)
        if word in words:
            return word
        nearest = nearest_of(word, words)
        help_ = (
            say("bedoelde-je", text=nearest)
            if nearest
            else say("kies-uit", words=", ".join(f"`{w}`" for w in words))
        )
        fixes = [Fix(atom.span, nearest)] if nearest else []
        self._diagnostics.append(found("RP214", atom.span, word=atom.value, help=help_, fixes=fixes))
        return None

    def _check_bounds(self, telling: Telling, grens: syntax.Grens) -> None:
        low, high = telling.laag, telling.hoog
        if low is not None and high is not None and low > high:
            fix = [Fix(grens.span, f"tussen {grens.getallen[1].value} en {grens.getallen[0].value}")]
            self._diagnostics.append(
                found(
                    "RP317", grens.span, variant="omgekeerd", fixes=fix, help=say("schrijf", text=fix[0].text)
                )
            )
            return
        if telling.van and telling.maat is Maat.AANTAL and telling.per is None:
            named = {keuze for verwijzing in telling.van for keuze in verwijzing.keuzes}
            most = len({part for keuze in named for part in self._parts(keuze, telling)})
            if low is not None and most and low > most:
                self._diagnostics.append(found("RP317", grens.span, variant="te-veel", low=low, most=most))

    def _parts(self, keuze: Keuze, telling: Telling) -> Iterator[Keuze]:
        """Yield what a named thing can count for: of a unit also its verdiepende delen, where those count."""
        id_ = keuze.eenheid if keuze.soort is not KeuzeSoort.VERDIEPING else None
        if id_ is None or telling.grootheid is not Grootheid.VERDIEPING:
            yield keuze
        if id_ is not None and telling.grootheid in (Grootheid.VERDIEPING, Grootheid.VERBREDING):
            for deel in self._names.delen.get(id_, {}).values():
                yield Keuze(KeuzeSoort.VERDIEPING, id_, deel.naam)
