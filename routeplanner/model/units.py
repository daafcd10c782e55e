"""Look up programmes and units: a code alone is not a key, so the programme that is meant decides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from routeplanner.language.official import head_of
from routeplanner.language.syntax import Atom, Ding
from routeplanner.language.vocabulary import fold
from routeplanner.model.curriculum import Exameneenheid, Programma
from routeplanner.model.rules import EenheidId
from routeplanner.model.suggestions import MAX_SHOWN, Loaded, Suggestions, hint, listed
from routeplanner.text.diagnostic import Diagnostic, Fix, Label, Say, found, label, say
from routeplanner.text.source import Span

VAK = "algemeen vak"
"""The kind of programme that a pupil chooses by its title."""
_DASHED = re.compile(r"(.+?)\s*[-–]\s*([0-9]+)\Z")
_MARKS = '"“”„'
_ANY_KIND = ("code", "verkennend", "verdieping")
"""Kinds of reference to any unit; a `keuzevak` and a `module` are to one of that kind."""


@dataclass(frozen=True, slots=True)
class Context:
    """Which programmes are meant where a code stands without one: the first that has it wins."""

    programmas: tuple[str, ...] = ()


class Units:
    """The programmes and units that there are, and how a code finds its unit. Filled while linking."""

    def __init__(self, diagnostics: list[Diagnostic], unsure: frozenset[str]) -> None:
        self._diagnostics = diagnostics
        self._unsure = unsure
        self.suggestions = Suggestions()
        self.programmas: dict[str, Programma] = {}
        self.eenheden: dict[EenheidId, Exameneenheid] = {}
        self.offered: tuple[str, ...] = ()
        """Ids of the programmes that the school offers."""
        self._by_code: dict[str, list[EenheidId]] = {}
        self._heads: set[str] = set()
        self._titled: dict[str, Programma] = {}
        self._titled_of = -1
        self._last_unknown: Span | None = None

    # ---- declaring

    def add_eenheid(self, eenheid: Exameneenheid) -> None:
        """Add a unit."""
        self.eenheden[eenheid.id] = eenheid
        self._by_code.setdefault(fold(eenheid.id.code), []).append(eenheid.id)
        self._heads.add(head_of(fold(eenheid.id.code)))

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
            self.tell(found("RP205", atom.span, name=atom.value, **self._meant_programme(atom)))
        return None

    def _meant_programme(self, atom: Atom) -> dict[str, Any]:
        """Return the help for an unknown programme: another is meant, or a `gebruik` is missing."""
        titled = self.titled(atom.value)
        if titled is not None:
            return hint(titled.id, atom.span)
        unused = self._loaded.of_programme(atom.value)
        nearest = None if unused else self.suggestions.name(atom.value, self.programmas)
        if nearest is not None:
            return hint(self.programmas[nearest].id, atom.span)
        return {"help": unused or say("gebruik-mist")}

    @property
    def _loaded(self) -> Loaded:
        return Loaded(self.programmas, self._heads)

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
        offer = self._without_kind(ding, code)
        if offer is not None:
            fixes = [Fix(ding.span, offer)]
            help_ = say("schrijf", text=offer)
            self.tell(found("RP201", ding.span, variant="soort", code=code, help=help_, fixes=fixes))
            return
        variant = "uit" if ding.herkomst else ""
        params: dict[str, Any] = {"programma": ding.herkomst.value} if ding.herkomst else {}
        shown = f"{code} ({ding.voorkomen})" if ding.voorkomen else code
        self.tell(
            found("RP201", ding.span, variant=variant, code=shown, **params, **self._meant_code(ding, code))
        )

    def _without_kind(self, _ding: Ding, _code: str) -> str | None:
        """Return what a name in the place of a code may mean; here only units are known."""
        return None

    def _meant_code(self, ding: Ding, code: str) -> dict[str, Any]:
        """Return the help for an unknown code: a range or another is meant, or a `gebruik` is missing."""
        dashed = _DASHED.match(code)
        if dashed and fold(dashed[1]) in self._by_code:
            new = f"{dashed[1]} t/m {dashed[2]}"
            return {"help": say("schrijf", text=new), "fixes": [Fix(ding.span, new)]}
        unused = None if ding.herkomst else self._unused(ding, code)
        nearest = None if unused else self._nearest_to(ding, code)
        if nearest is not None:
            written = ding.code.span if ding.code else ding.span
            whole = written.text.strip(_MARKS) == code
            return hint(nearest, written) if whole else {"help": say("bedoelde-je", text=nearest)}
        if unused is None and ding.herkomst is None and not self._loaded.starts_like(code):
            unused = say("gebruik-mist")
        return {"help": unused}

    def _unused(self, ding: Ding, code: str) -> Say | None:
        return self._loaded.of_programme(code) if is_name(ding) else self._loaded.of_code(code)

    def _nearest_to(self, ding: Ding, code: str) -> str | None:
        """Return the one unit that is near, or the algemeen vak where a name stands."""
        if not self.suggestions.may_compare(len(self.eenheden) + len(self.programmas)):
            return None
        known = [
            id_.code
            for id_ in self.eenheden
            if (ding.herkomst is None or fold(id_.programma) == fold(ding.herkomst.value))
            and ding.kind in (*_ANY_KIND, self.eenheden[id_].soort)
        ]
        nearest = self.suggestions.code(code, known)
        if nearest is not None or not is_name(ding):
            return nearest
        return self.suggestions.name(code, [p.titel for p in self.programmas.values() if p.soort == VAK])

    def _ambiguous(self, ding: Ding, candidates: Sequence[EenheidId]) -> None:
        assert ding.code is not None  # noqa: S101 - eenheid() has looked
        ids = list(dict.fromkeys(c.programma for c in candidates))
        related: list[Label] = [
            label(self.eenheden[c].span, "hier-staat-hij-in", programma=c.programma)
            for c in candidates[:MAX_SHOWN]
        ]
        help_ = say("schrijf-uit", code=ding.code.value, programma=ids[0])
        self.tell(
            found(
                "RP202", ding.span, code=ding.code.value, programmas=listed(ids), related=related, help=help_
            )
        )


def is_name(ding: Ding) -> bool:
    """Tell whether a quoted word stands in the place of a code: it may be the title of an algemeen vak."""
    quoted = ding.code is not None and ding.code.kind == "tekst"
    return quoted and ding.kind == "code" and ding.herkomst is None
