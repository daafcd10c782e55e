"""Counting sentences, linked: `minstens 2 verbredingen van groep verkoop per leerjaar`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from routeplanner.language import syntax
from routeplanner.language.spelling import near_of, nearest_of
from routeplanner.language.syntax import Atom, Dingen
from routeplanner.language.vocabulary import COMPETENTIE_EERDER, COMPETENTIES, fold
from routeplanner.model.names import Context, Names
from routeplanner.model.quantities import KLOKUUR, Minuten, number, whole
from routeplanner.model.rules import Grootheid, Keuze, KeuzeSoort, Maat, Telling, Verwijzing
from routeplanner.model.suggestions import hint, hint_of
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
_MEER = {
    "kenmerk": "kenmerk",
    "kenmerken": "kenmerk",
    "competentie": "competentie",
    "competenties": "competentie",
}


class Bepalingen(NamedTuple):
    """What is counted only, as a Telling has it."""

    per: str | None = None
    kenmerken: tuple[str, ...] = ()
    competenties: tuple[str, ...] = ()
    uit: str | None = None
    elders: bool = False


class TellingLinker:
    """Links what counting sentences say."""

    def __init__(
        self, names: Names, context: Context, lesuur: Minuten | None, diagnostics: list[Diagnostic]
    ) -> None:
        self._names = names
        self._context = context
        self._lesuur = lesuur
        self._diagnostics = diagnostics

    def dingen(self, dingen: Dingen) -> tuple[Verwijzing, ...] | None:
        """Return what the things refer to; None if one of them means nothing."""
        linked = [self._names.verwijzing(ding, self._context) for ding in dingen]
        known = tuple(verwijzing for verwijzing in linked if verwijzing is not None)
        return known if known and len(known) == len(linked) else None

    def telling(self, zin: syntax.Telling) -> Telling | None:
        """Return a count, its bounds in minutes, weeks or pieces."""
        counted = self._grootheid(zin.grootheid) if zin.grootheid else (None, Maat.AANTAL)
        van = self._van(zin.van, counted[0] if counted else None) if zin.van else ()
        told = self._bepalingen(zin.bepalingen)
        if counted is None or van is None or told is None:
            return None
        grootheid, maat = counted
        unit = zin.grootheid.maat if zin.grootheid else None
        bounds = self._bounds(zin.grens, maat, unit)
        if bounds is None:
            return None
        per, kenmerken, competenties, uit, elders = told
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
            words = tuple(g.value for g in Grootheid)
            joined = _with_unit(word)
            near = () if joined else near_of(word, _WOORDEN)
            help_ = hint(joined, span) or hint_of(word, near or words, span)
            self._diagnostics.append(found("RP213", span, word=written.woord.value, **help_))
            if len(near) != 1:
                return None
            grootheid = _WOORDEN[near[0]]
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

    def _bepalingen(self, bepalingen: Iterable[syntax.Bepaling]) -> Bepalingen | None:
        """Return what is counted only; None where one cannot be: without it the count says something else."""
        told = Bepalingen()
        sure = True
        for bepaling in bepalingen:
            fresh = self._bepaald(told, bepaling)
            told, sure = fresh or told, sure and fresh is not None
        return told if sure else None

    def _bepaald(self, told: Bepalingen, bepaling: syntax.Bepaling) -> Bepalingen | None:
        """Return what was said with one more."""
        if bepaling.soort == "uit":
            uit = self._names.programma(bepaling.woord)
            return None if uit is None else told._replace(uit=uit)
        if bepaling.soort == "per":
            per = self._one_of(bepaling.woord, ("leerjaar", "periode"))
            return None if per is None else told._replace(per=per)
        if bepaling.soort == "elders":
            return told._replace(elders=True) if self._one_of(bepaling.woord, ("programma",)) else None
        return self._met(told, bepaling)

    def _met(self, told: Bepalingen, bepaling: syntax.Bepaling) -> Bepalingen | None:
        word = _MEER.get(fold(bepaling.woord.value)) or self._one_of(
            bepaling.woord, ("kenmerk", "competentie")
        )
        if word == "kenmerk":
            names = (fold(atom.value) for atom in bepaling.namen)
            return told._replace(kenmerken=(*told.kenmerken, *names))
        if word is None:
            return None
        known = [self._competentie(atom) for atom in bepaling.namen]
        competenties = tuple(word for word in known if word is not None)
        return told._replace(competenties=told.competenties + competenties) if None not in known else None

    def _competentie(self, atom: Atom) -> str | None:
        word = COMPETENTIE_EERDER.get(fold(atom.value), fold(atom.value))
        return word if word in COMPETENTIES else self._one_of(atom, COMPETENTIES)

    def _one_of(self, atom: Atom, words: tuple[str, ...]) -> str | None:
        """Return the word of a list; another is told, and read as one that it is a slip of."""
        word = fold(atom.value)
        if word in words:
            return word
        told = found("RP214", atom.span, word=atom.value, **hint_of(atom.value, words, atom.span))
        self._diagnostics.append(told)
        return nearest_of(word, words)

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
        if telling.maat is Maat.AANTAL and telling.per is None and self._is_known(telling.van):
            named = {keuze for verwijzing in telling.van for keuze in verwijzing.keuzes}
            most = len({part for keuze in named for part in self._parts(keuze, telling)})
            if low is not None and most and low > most:
                self._diagnostics.append(found("RP317", grens.span, variant="te-veel", low=low, most=most))

    def _is_known(self, van: Sequence[Verwijzing]) -> bool:
        """Tell whether there are things to count, of which none could not be read."""
        return bool(van) and all(verwijzing.groep not in self._names.torn for verwijzing in van)

    def _parts(self, keuze: Keuze, telling: Telling) -> Iterator[Keuze]:
        """Yield what a named thing can count for: of a unit also its verdiepende delen, where those count."""
        id_ = keuze.eenheid if keuze.soort is not KeuzeSoort.VERDIEPING else None
        if id_ is None or telling.grootheid is not Grootheid.VERDIEPING:
            yield keuze
        if id_ is not None and telling.grootheid in (Grootheid.VERDIEPING, Grootheid.VERBREDING):
            for deel in self._names.delen.get(id_, {}).values():
                yield Keuze(KeuzeSoort.VERDIEPING, id_, deel.naam)


def _with_unit(word: str) -> str | None:
    """Return the unit and the word that were written as one: `uurverbreding`."""
    units = ("lesuren", "lesuur", "uren", "uur", "weken", "week")
    unit = next((unit for unit in units if word.startswith(unit) and word[len(unit) :] in _WOORDEN), None)
    return f"{unit} {word[len(unit) :]}" if unit else None
