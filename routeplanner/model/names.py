"""Look names up: what a word in a sentence refers to, in what the school offers and in the programmes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from routeplanner.language.spelling import near_of
from routeplanner.language.syntax import Atom, Ding
from routeplanner.language.vocabulary import fold
from routeplanner.model.curriculum import Deel
from routeplanner.model.named import Named
from routeplanner.model.rules import EenheidId, Keuze, KeuzeSoort, Verwijzing
from routeplanner.model.suggestions import MAX_SHOWN, hint, listed
from routeplanner.model.units import VAK, Context, Units, is_name
from routeplanner.text.diagnostic import Diagnostic, Fix, found, say
from routeplanner.text.source import Span

__all__ = ["Context", "Named", "Names"]

OFFERS = ("keuzemodule", "stage", "activiteit")
"""What a school offers by a name of its own."""
_MAX_CHOICES = 250_000
"""Choices that words for more than one (a groep, the verdiepingen of a unit) may stand for, all together."""


class Names(Units):
    """Everything that has a name, and how a name finds its thing. Filled while linking."""

    def __init__(self, diagnostics: list[Diagnostic], unsure: frozenset[str]) -> None:
        super().__init__(diagnostics, unsure)
        self._choices = 0
        self._homes: dict[str, list[EenheidId]] | None = None
        self._all_of: dict[EenheidId, tuple[Keuze, ...]] = {}
        self.delen: dict[EenheidId, dict[str, Deel]] = {}
        """The verdiepende delen by unit and folded name."""
        self.termen: dict[str, str] = {}
        """Folded codes of deeltaken and eindtermen to the code."""
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
        self.torn: set[str | None] = set()
        """Groups of which some member means nothing."""

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
        if soort is KeuzeSoort.VERKENNEND and eenheid.soort == "keuzevak":
            if ding.kind == "verkennend":
                self._whole_keuzevak(ding, id_.code)
                return None
            soort = KeuzeSoort.KEUZEVAK
        return Verwijzing((Keuze(soort, id_),), ding.span)

    def _whole_keuzevak(self, ding: Ding, code: str) -> None:
        """Tell that a keuzevak is chosen whole, and show how it is named; of a list only what to write."""
        alone = fold(ding.span.text).startswith("verkennend") and fold(ding.span.text).endswith(fold(code))
        fixes = [Fix(ding.span, f"keuzevak {code}")] if alone else []
        help_ = say("schrijf", text=f"keuzevak {code}")
        self.tell(found("RP215", ding.span, variant="keuzevak", code=code, help=help_, fixes=fixes))

    def _vak(self, ding: Ding) -> str | None:
        """Return the title of the algemeen vak that a quoted word names, as in `verplicht "wiskunde"`."""
        if ding.kind != "code" or ding.code is None or ding.herkomst is not None:
            return None
        vak = self.titled(ding.code.value)
        return vak.titel if vak is not None and vak.soort == VAK else None

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
        nearest = self.suggestions.name(naam.value, names)
        help_ = hint(nearest, naam.span, quoted=True)
        if not nearest and names:
            help_["help"] = say("wel-bekend", keys=listed(names))
        self.tell(found("RP212", naam.span, name=naam.value, code=id_.code, **help_))
        return None

    def alle_verdiepingen(self, id_: EenheidId, span: Span) -> Verwijzing | None:
        """Return every verdiepend deel of a unit; without any there is nothing to refer to."""
        delen = self.delen.get(id_, {})
        if not delen:
            if not self.is_unsure(id_.code):
                self.tell(found("RP322", span, code=id_.code))
            return None
        if id_ not in self._all_of:
            # a deel with an earlier name stands there under both
            keuzes = (Keuze(KeuzeSoort.VERDIEPING, id_, deel.naam) for deel in delen.values())
            self._all_of[id_] = tuple(dict.fromkeys(keuzes))
        return Verwijzing(self._all_of[id_], span) if self.may_hold(len(delen), span) else None

    def _verdieping_anywhere(self, ding: Ding) -> Verwijzing | None:
        naam = ding.naam
        if naam is None:
            return None
        homes = self._homes_of(naam)
        if len(homes) == 1:
            return self.verdieping(homes[0], naam, ding.span)
        if homes:
            help_ = say("schrijf", text=f'verdieping "{naam.value}" van {homes[0]}')
            self.tell(
                found(
                    "RP202",
                    ding.span,
                    variant="verdieping",
                    name=naam.value,
                    codes=listed(map(str, homes)),
                    help=help_,
                )
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

    def _without_kind(self, ding: Ding, code: str) -> str | None:
        """Return the offer of which only the name stands in the place of a code, with its kind."""
        meant = self._offer(code) if is_name(ding) else None
        before = ding.span.source.text[: ding.span.start].rpartition("\n")[2]
        return (
            meant if meant is None or before.strip() else f"de {meant}"
        )  # there `stage "X"` would declare one

    def _offer(self, name: str) -> str | None:
        """Return the one offer of this name, or nearly, as a sentence refers to it: `keuzemodule "Lassen"`."""
        offers = {
            (soort, given): key
            for soort in OFFERS
            for key, (given, _) in self.kinds[soort].names.items()
            if self.suggestions.may_compare(1)
        }
        near = near_of(name, set(offers.values()))
        meant = [offer for offer, key in offers.items() if key in near]
        return f'{meant[0][0]} "{meant[0][1]}"' if len(meant) == 1 else None

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
        names = tuple(dict.fromkeys(known)) if self.suggestions.may_compare(0) else ()
        nearest = self.suggestions.name(atom.value, names)
        help_ = hint(nearest, atom.span, quoted=atom.kind == "tekst")
        other = self._offer(atom.value) if nearest is None and soort in (*OFFERS, "groep") else None
        if other is not None:
            help_["help"] = say("bedoelde-je", text=other)
        elif nearest is None and 0 < len(names) <= MAX_SHOWN:
            help_["help"] = say("wel-bekend", keys=listed(names))
        self.tell(found("RP203", atom.span, kind=soort, name=atom.value, **help_))
