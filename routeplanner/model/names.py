"""Look names up: in the programmes, in what the school offers, in the programme that is meant."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA

from routeplanner.language.spelling import nearest_of
from routeplanner.language.syntax import Atom, Ding
from routeplanner.language.vocabulary import fold
from routeplanner.model.curriculum import Deel, Exameneenheid, Programma
from routeplanner.model.rules import EenheidId, Keuze, KeuzeSoort, Verwijzing
from routeplanner.text.diagnostic import Diagnostic, Fix, Label, Say, found, label, say
from routeplanner.text.source import Span

_DASHED = re.compile(r"(.+?)\s*[-–]\s*([0-9]+)\Z")
_MAX_SHOWN = 6
_MAX_COMPARED = 1_000_000
"""Known names that unknown ones are held against: after that no name gets a hint any more."""
_MAX_CHOICES = 250_000
"""Choices that words for more than one (a groep, the verdiepingen of a unit) may stand for, all together."""


@dataclass(slots=True)
class Named:
    """The things of one kind that are known by name: folded name to the name as declared and its place."""

    soort: str
    names: dict[str, tuple[str, Span]] = field(default_factory=dict)
    earlier: dict[str, str] = field(default_factory=dict)
    """Folded earlier names to the present folded name."""

    def declare(self, atom: Atom, diagnostics: list[Diagnostic], heette: Iterable[Atom] = ()) -> bool:
        """Add a name; False, and told, where it is there already."""
        key = fold(atom.value)
        if key in self.names:
            first = self.names[key][1]
            diagnostics.append(
                found(
                    "RP204",
                    atom.span,
                    kind=self.soort,
                    name=atom.value,
                    related=[label(first, "hier-staat-de-eerste")],
                )
            )
            return False
        self.names[key] = (atom.value, atom.span)
        for old in heette:
            self.earlier[fold(old.value)] = key
        return True

    def find(self, name: str) -> str | None:
        """Return the present folded name, also for an earlier one."""
        key = fold(name)
        return key if key in self.names else self.earlier.get(key)


@dataclass(frozen=True, slots=True)
class Context:
    """Which programmes are meant where a code stands without one: the first that has it wins."""

    programmas: tuple[str, ...] = ()


class Names:
    """Everything that has a name, and how a name finds its thing. Filled while linking."""

    def __init__(self, diagnostics: list[Diagnostic], unsure: frozenset[str]) -> None:
        self._diagnostics = diagnostics
        self._unsure = unsure
        self.programmas: dict[str, Programma] = {}
        self.eenheden: dict[EenheidId, Exameneenheid] = {}
        self._by_code: dict[str, list[EenheidId]] = {}
        self._compared = 0
        self._choices = 0
        self._titled: dict[str, Programma] = {}
        self._titled_of = -1
        self._homes: dict[str, list[EenheidId]] | None = None
        self._all_of: dict[EenheidId, tuple[Keuze, ...]] = {}
        self._last_unknown: Span | None = None
        self.delen: dict[EenheidId, dict[str, Deel]] = {}
        """The verdiepende delen by unit and folded name."""
        self.termen: dict[str, str] = {}
        """Folded codes of deeltaken and eindtermen to the code."""
        self.offered: tuple[str, ...] = ()
        """Ids of the programmes that the school offers."""
        self.kinds: dict[str, Named] = {
            soort: Named(soort)
            for soort in (
                "keuzemodule",
                "stage",
                "activiteit",
                "doel",
                "groep",
                "regel",
                "route",
                "voorbeeld",
                "verbreding",
            )
        }
        self.groepen: dict[str, tuple[Keuze, ...]] = {}

    # ---- declaring

    def add_eenheid(self, eenheid: Exameneenheid) -> None:
        """Add a unit."""
        self.eenheden[eenheid.id] = eenheid
        self._by_code.setdefault(fold(eenheid.id.code), []).append(eenheid.id)

    def tell(self, diagnostic: Diagnostic) -> None:
        """Add a finding."""
        self._diagnostics.append(diagnostic)

    def is_unsure(self, name: str) -> bool:
        """Tell whether a name stands in a line that could not be read: then nothing is said of it."""
        return fold(name) in self._unsure

    # ---- programmes

    def programma(self, atom: Atom) -> str | None:
        """Return the id of a programme, or tell that there is none."""
        known = self.programmas.get(fold(atom.value))
        if known is not None:
            return known.id
        if not self.is_unsure(atom.value):
            meant = self.titled(atom.value) or self.programmas.get(
                self._nearest(atom.value, self.programmas) or ""
            )
            self.tell(
                found("RP205", atom.span, name=atom.value, **_hint(meant.id if meant else None, atom.span))
            )
        return None

    def titled(self, title: str) -> Programma | None:
        """Return the programme with this title."""
        if self._titled_of != len(self.programmas):
            self._titled_of = len(self.programmas)
            self._titled = {fold(p.titel): p for p in self.programmas.values()}
        return self._titled.get(fold(title))

    def programmas_of(self, atoms: Iterable[Atom]) -> tuple[str, ...]:
        """Return the ids of programmes; unknown ones are told and left out."""
        return tuple(id_ for atom in atoms if (id_ := self.programma(atom)) is not None)

    # ---- units

    def eenheid(self, ding: Ding, context: Context) -> EenheidId | None:
        """Return the unit that a code means here, or tell why that is not clear."""
        if ding.code is None:
            return None
        candidates = self._candidates(ding)
        if candidates is None:
            return None
        if len({c.programma for c in candidates}) > 1:
            candidates = self._meant(candidates, context)
        if len({c.programma for c in candidates}) > 1:
            self._ambiguous(ding, candidates)
            return None
        wanted = ding.voorkomen or 1
        meant = next((candidate for candidate in candidates if candidate.voorkomen == wanted), None)
        if meant is None:
            self._no_such(ding)
        return meant

    def _candidates(self, ding: Ding) -> list[EenheidId] | None:
        assert ding.code is not None  # noqa: S101 - eenheid() has looked
        candidates = self._by_code.get(fold(ding.code.value), [])
        if ding.herkomst is not None:
            programma = self.programma(ding.herkomst)
            if programma is None:
                return None
            candidates = [c for c in candidates if c.programma == programma]
        if not candidates:
            self._no_such(ding)
            return None
        return candidates

    def _meant(self, candidates: list[EenheidId], context: Context) -> list[EenheidId]:
        """Return the candidates in the first programme of the context that has any, else those on offer."""
        for programma in context.programmas:
            own = [c for c in candidates if c.programma == programma]
            if own:
                return own
        offered = [c for c in candidates if c.programma in self.offered]
        return offered or candidates

    def _no_such(self, ding: Ding) -> None:
        assert ding.code is not None  # noqa: S101 - eenheid() has looked
        code = ding.code.value
        if self.is_unsure(code) or self.is_unsure(ding.span.text) or ding.span == self._last_unknown:
            return
        self._last_unknown = ding.span  # of a range, `A/1 t/m 200`, the first unknown code is enough
        dashed = _DASHED.match(code)
        help_: Say | None
        fixes: list[Fix] = []
        if dashed and fold(dashed[1]) in self._by_code:
            new = f"{dashed[1]} t/m {dashed[2]}"
            help_, fixes = say("schrijf", text=new), [Fix(ding.span, new)]
        else:
            nearest = self._nearest_code(code, ding.herkomst)
            help_ = say("bedoelde-je", text=nearest) if nearest else None
            if nearest and ding.span.text == code:
                fixes = [Fix(ding.span, nearest)]
        variant = "uit" if ding.herkomst else ""
        params: dict[str, Any] = {"programma": ding.herkomst.value} if ding.herkomst else {}
        shown = f"{code} ({ding.voorkomen})" if ding.voorkomen else code
        self.tell(found("RP201", ding.span, variant=variant, code=shown, help=help_, fixes=fixes, **params))

    def _nearest_code(self, code: str, herkomst: Atom | None) -> str | None:
        """Return the one known code that is nearest; where several are as near it is a guess, and None."""
        if not self._may_compare(len(self.eenheden)):
            return None
        known = {
            fold(id_.code): id_.code
            for ids in self._by_code.values()
            for id_ in ids
            if herkomst is None or fold(id_.programma) == fold(herkomst.value)
        }
        near = process.extract(fold(code), list(known), scorer=OSA.distance, score_cutoff=2, limit=2)
        if not near or (len(near) == 2 and near[0][1] == near[1][1]):  # noqa: PLR2004 - two as near
            return None
        return known[near[0][0]]

    def _ambiguous(self, ding: Ding, candidates: Sequence[EenheidId]) -> None:
        assert ding.code is not None  # noqa: S101 - eenheid() has looked
        ids = list(dict.fromkeys(c.programma for c in candidates))
        related: list[Label] = [
            label(self.eenheden[c].span, "hier-staat-hij-in", programma=c.programma)
            for c in candidates[:_MAX_SHOWN]
        ]
        help_ = say("schrijf-uit", code=ding.code.value, programma=ids[0])
        listed = _listed(ids)
        self.tell(
            found("RP202", ding.span, code=ding.code.value, programmas=listed, related=related, help=help_)
        )

    # ---- choices

    def verwijzing(self, ding: Ding, context: Context) -> Verwijzing | None:
        """Return what a thing in a sentence refers to, or tell that it is not there."""
        linked = self._verwijzing(ding, context)
        if linked is None or len(linked.keuzes) <= 1 or self.may_hold(len(linked.keuzes), ding.span):
            return linked
        return None

    def may_hold(self, count: int, span: Span) -> bool:
        """Tell whether this many choices more can be held; if not, that is told once."""
        before = self._choices
        self._choices += count
        if before <= _MAX_CHOICES < self._choices:
            self.tell(found("RP109", span, variant="te-veel", most=_MAX_CHOICES))
        return self._choices <= _MAX_CHOICES

    def _verwijzing(self, ding: Ding, context: Context) -> Verwijzing | None:  # noqa: PLR0911 - one per kind
        if ding.kind in ("code", "verkennend"):
            return self._unit_choice(ding, context, KeuzeSoort.VERKENNEND)
        if ding.kind == "verdieping":
            return self._verdieping(ding, context)
        if ding.kind in ("keuzevak", "module"):
            return self._unit_choice(ding, context, KeuzeSoort(ding.kind))
        if ding.kind == "groep":
            key = self.named("groep", ding.naam)
            return Verwijzing(self.groepen.get(key, ()), ding.span, key) if key is not None else None
        if ding.kind == "doel":
            self.tell(found("RP215", ding.span, variant="doel"))
            return None
        key = self.named(ding.kind, ding.naam)
        if key is None:
            return None
        return Verwijzing(
            (Keuze(KeuzeSoort(ding.kind), None, self.kinds[ding.kind].names[key][0]),), ding.span
        )

    def _unit_choice(self, ding: Ding, context: Context, soort: KeuzeSoort) -> Verwijzing | None:
        vak = self._vak(ding)
        if vak is not None:
            return Verwijzing((Keuze(KeuzeSoort.VAK, None, vak),), ding.span)
        id_ = self.eenheid(ding, context)
        if id_ is None:
            return None
        eenheid = self.eenheden[id_]
        if soort is not KeuzeSoort.VERKENNEND and eenheid.soort != soort.value:
            self.tell(
                found(
                    "RP215", ding.span, variant="soort", code=id_.code, kind=eenheid.soort, asked=soort.value
                )
            )
            return None
        if soort is KeuzeSoort.VERKENNEND and eenheid.soort == "keuzevak" and ding.kind == "code":
            soort = KeuzeSoort.KEUZEVAK
        return Verwijzing((Keuze(soort, id_),), ding.span)

    def _vak(self, ding: Ding) -> str | None:
        """Return the title of the algemeen vak that a quoted word names, as in `verplicht "wiskunde"`."""
        if ding.kind != "code" or ding.code is None or ding.herkomst is not None:
            return None
        vak = self.titled(ding.code.value)
        return vak.titel if vak is not None and vak.soort == "algemeen vak" else None

    def _verdieping(self, ding: Ding, context: Context) -> Verwijzing | None:
        if ding.code is None:
            return self._verdieping_anywhere(ding)
        id_ = self.eenheid(ding, context)
        if id_ is None:
            return None
        if ding.naam is None:
            return self.alle_verdiepingen(id_, ding.span)
        return self.verdieping(id_, ding.naam, ding.span)

    def verdieping(self, id_: EenheidId, naam: Atom, span: Span) -> Verwijzing | None:
        """Return one verdiepend deel of a unit by name, or tell which there are."""
        delen = self.delen.get(id_, {})
        deel = delen.get(fold(naam.value))
        if deel is not None:
            return Verwijzing((Keuze(KeuzeSoort.VERDIEPING, id_, deel.naam),), span)
        if self.is_unsure(naam.value) or self.is_unsure(id_.code):
            return None
        names = tuple(str(d.naam) for d in delen.values())
        nearest = self._nearest(naam.value, names)
        hint = _hint(nearest, naam.span, quoted=True)
        if not nearest and names:
            hint["help"] = say("wel-bekend", keys=_listed(names))
        self.tell(found("RP212", naam.span, name=naam.value, code=id_.code, **hint))
        return None

    def alle_verdiepingen(self, id_: EenheidId, span: Span) -> Verwijzing | None:
        """Return every verdiepend deel of a unit; without any there is nothing to refer to."""
        delen = self.delen.get(id_, {})
        if not delen:
            if not self.is_unsure(id_.code):
                self.tell(found("RP322", span, code=id_.code))
            return None
        if id_ not in self._all_of:
            keuzes = (Keuze(KeuzeSoort.VERDIEPING, id_, deel.naam) for deel in delen.values())
            self._all_of[id_] = tuple(keuzes)
        return Verwijzing(self._all_of[id_], span) if self.may_hold(len(delen), span) else None

    def _verdieping_anywhere(self, ding: Ding) -> Verwijzing | None:
        naam = ding.naam
        if naam is None:
            return None
        homes = self._homes_of(naam)
        if len(homes) == 1:
            return self.verdieping(homes[0], naam, ding.span)
        if homes:
            listed = _listed(map(str, homes))
            help_ = say("schrijf", text=f'verdieping "{naam.value}" van {homes[0]}')
            self.tell(
                found("RP202", ding.span, variant="verdieping", name=naam.value, codes=listed, help=help_)
            )
            return None
        self.unknown(
            "verdieping", naam, (str(d.naam) for delen in self.delen.values() for d in delen.values())
        )
        return None

    def _homes_of(self, naam: Atom) -> Sequence[EenheidId]:
        """Return the units that have a verdiepend deel of this name; all parts are known by now."""
        if self._homes is None:
            self._homes = {}
            for id_, delen in self.delen.items():
                for name in delen:
                    self._homes.setdefault(name, []).append(id_)
        return self._homes.get(fold(naam.value), ())

    # ---- other names

    def named(self, soort: str, atom: Atom | None) -> str | None:
        """Return the folded name of a thing of this kind, or tell that there is none."""
        if atom is None:
            return None
        kind = self.kinds[soort]
        key = kind.find(atom.value)
        if key is None:
            self.unknown(soort, atom, (name for name, _ in kind.names.values()))
        return key

    def unknown(self, soort: str, atom: Atom, known: Iterable[str]) -> None:
        """Tell that a name means nothing, unless it may stand in a line that could not be read."""
        if self.is_unsure(atom.value):
            return
        names = tuple(dict.fromkeys(known)) if self._may_compare(0) else ()
        nearest = self._nearest(atom.value, names)
        hint = _hint(nearest, atom.span, quoted=atom.kind == "tekst")
        if nearest is None and 0 < len(names) <= _MAX_SHOWN:
            hint["help"] = say("wel-bekend", keys=_listed(names))
        self.tell(found("RP203", atom.span, kind=soort, name=atom.value, **hint))

    # ---- hints

    def _nearest(self, word: str, known: Collection[str]) -> str | None:
        return nearest_of(word, known) if self._may_compare(len(known)) else None

    def _may_compare(self, count: int) -> bool:
        """Tell whether a name may be held against this many more."""
        self._compared += count
        return self._compared <= _MAX_COMPARED


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in list(names)[:_MAX_SHOWN])


def _hint(nearest: str | None, span: Span, *, quoted: bool = False) -> dict[str, Any]:
    """Return the help and fix of a name that was meant."""
    if nearest is None:
        return {}
    text = f'"{nearest}"' if quoted or span.text.startswith(('"', "“", "„")) else nearest
    return {"help": say("bedoelde-je", text=nearest), "fixes": [Fix(span, text)]}
