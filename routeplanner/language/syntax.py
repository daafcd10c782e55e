"""What a line says: declarations and sentences as written, with a span on every name.

Nothing here is looked up yet: a name is still only a name. Lists are already written out, so
`HV/K/9, 10` is two Dingen; the span of each is the piece that the author wrote for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from routeplanner.text.source import Span


class Atom(NamedTuple):
    """One word, text, code or number. `value` is without quotes, otherwise as written."""

    kind: str
    """`woord`, `tekst`, `code`, `getal`, `decimaal`, `schooljaar`, `datum`, `t/m` or `voorkomen`."""
    value: str
    span: Span


class Ding(NamedTuple):
    """Something that a sentence refers to."""

    kind: str
    """`code`, `verkennend`, `verdieping`, `keuzemodule`, `keuzevak`, `module`, `stage`, `activiteit`,
    `doel` or `groep`."""
    code: Atom | None
    """The code written out in full; for a quoted word in its place the text."""
    voorkomen: int | None
    """2 in `VZ/K/1 (2)`."""
    herkomst: Atom | None
    """The programme in `B/K/3 uit timmeren`."""
    naam: Atom | None
    """The name of a verdieping, keuzemodule, stage, activiteit, doel or groep."""
    span: Span


Dingen: TypeAlias = tuple[Ding, ...]


class Omvang(NamedTuple):
    """A size as written: `16 uur`, `2 weken`, `twee lesuren`."""

    getal: Atom
    maat: Atom
    span: Span


class Grens(NamedTuple):
    """How many: `minstens 2`, `tussen 40 en 160`; `soort` is minstens, hoogstens, precies or tussen."""

    soort: str
    getallen: tuple[Atom, ...]
    span: Span


class Grootheid(NamedTuple):
    """What is counted: `verdiepingen`, `uur verbreding`, `weken stage`."""

    maat: Atom | None
    woord: Atom
    span: Span


class Bepaling(NamedTuple):
    """A restriction on what is counted.

    `soort` is `per` (leerjaar, periode), `met` (kenmerk or competentie, with names), `uit` (one
    programme) or `elders` (another programme).
    """

    soort: str
    woord: Atom
    namen: tuple[Atom, ...]
    span: Span


class Telling(NamedTuple):
    """A counting sentence; without `grootheid` the things after `van` are counted themselves."""

    grens: Grens
    grootheid: Grootheid | None
    bepalingen: tuple[Bepaling, ...]
    van: Dingen
    span: Span


class Vereist(NamedTuple):
    """`A vereist B`: with A in the route, B (or a count) must hold."""

    links: Dingen
    rechts: Dingen | Telling
    span: Span


class Uitsluiting(NamedTuple):
    """`A niet samen met B`."""

    links: Dingen
    rechts: Dingen
    span: Span


class Vervanging(NamedTuple):
    """`A in plaats van B`."""

    links: Dingen
    rechts: Dingen
    span: Span


class Volgorde(NamedTuple):
    """`A vóór B`: an order in time."""

    links: Dingen
    rechts: Dingen
    span: Span


class Gelijk(NamedTuple):
    """`A telt als B`."""

    links: Dingen
    rechts: Dingen
    span: Span


class Verplicht(NamedTuple):
    """`verplicht A`."""

    dingen: Dingen
    span: Span


class Nooit(NamedTuple):
    """`nooit A`."""

    dingen: Dingen
    span: Span


class Voorwaarde(NamedTuple):
    """`als … dan …`."""

    als: Dingen | Telling
    dan: Telling | Verplicht | Nooit
    span: Span


class Enkel(NamedTuple):
    """`telt niet dubbel`, with the rules named or else the counting sentences of its own rule."""

    regels: tuple[Atom, ...]
    span: Span


class Ongecontroleerd(NamedTuple):
    """`niet gecontroleerd`: a rule exists whose content is not here."""

    span: Span


class Wanneer(NamedTuple):
    """A place in time: `in leerjaar 3 periode 1`."""

    leerjaar: Atom | None
    perioden: tuple[Atom, ...]
    span: Span


class Volgt(NamedTuple):
    """`volgt VT in leerweg KB`."""

    programma: Atom
    leerweg: Atom | None
    uitstroomprofiel: Atom | None
    span: Span


class Verdiept(NamedTuple):
    """`verdiept VT/K/9 met "Rijhulpsystemen" in periode 2`."""

    dingen: Dingen
    met: tuple[Atom, ...]
    wanneer: Wanneer | None
    span: Span


class VerdieptNiet(NamedTuple):
    """`verdiept niet VT/K/9`: no verdieping of these, and that stays so."""

    dingen: Dingen
    span: Span


class Verbreedt(NamedTuple):
    """`verbreedt met HV/K/9, 10`."""

    dingen: Dingen
    wanneer: Wanneer | None
    span: Span


class Kiest(NamedTuple):
    """`kiest keuzevak K/EO/01`, `kiest module P/EO/02 als keuzevak`, `kiest keuzemodule "Lassen"`."""

    dingen: Dingen
    als_keuzevak: bool
    wanneer: Wanneer | None
    span: Span


class KiestVak(NamedTuple):
    """`kiest vak economie`."""

    vak: Atom
    span: Span


class Loopt(NamedTuple):
    """`loopt stage "Oriënterende stage" bij "Autobedrijf"`."""

    dingen: Dingen
    bij: Atom | None
    wanneer: Wanneer | None
    span: Span


class Zonder(NamedTuple):
    """`zonder VT/K/9`: declined."""

    dingen: Dingen
    span: Span


class Gegeven(NamedTuple):
    """`gegeven route "Autoverkoper" zonder VT/K/9`."""

    route: Atom
    zonder: Dingen
    span: Span


class VerwachtOordeel(NamedTuple):
    """`verwacht ongeldig door a en b`, `verwacht geldig met voorbehoud`."""

    oordeel: Atom
    door: tuple[Atom, ...]
    met: Atom | None
    span: Span


class VerwachtTelling(NamedTuple):
    """`verwacht 84 uur verbreding`."""

    getal: Atom
    grootheid: Grootheid
    span: Span


Regelzin: TypeAlias = (
    Telling
    | Vereist
    | Uitsluiting
    | Vervanging
    | Volgorde
    | Gelijk
    | Verplicht
    | Nooit
    | Voorwaarde
    | Enkel
    | Ongecontroleerd
)
Routezin: TypeAlias = Volgt | Verdiept | VerdieptNiet | Verbreedt | Kiest | KiestVak | Loopt | Zonder
Voorbeeldzin: TypeAlias = Gegeven | VerwachtOordeel | VerwachtTelling
Zin: TypeAlias = Regelzin | Routezin | Voorbeeldzin

ROUTEZINNEN = (Volgt, Verdiept, VerdieptNiet, Verbreedt, Kiest, KiestVak, Loopt, Zonder)
PLACED = (Verdiept, Verbreedt, Kiest, Loopt)
"""Sentences that can say when."""
VOORBEELDZINNEN = (Gegeven, VerwachtOordeel, VerwachtTelling)


class Waarde(NamedTuple):
    """One value of a property: the words between two commas."""

    atoms: tuple[Atom, ...]

    @property
    def span(self) -> Span:
        """From the first word to the last."""
        return self.atoms[0].span.to(self.atoms[-1].span)


class Eigenschap(NamedTuple):
    """`sleutel: waarde, waarde`."""

    sleutel: Atom
    waarden: tuple[Waarde, ...]
    span: Span


class Kop(NamedTuple):
    """The first line of a block: `keuzemodule "Lassen": 16 uur`."""

    soort: str
    """The kind of block: a key of `vocabulary.BLOKKEN`."""
    naam: Atom | None
    """What it is known by: a code, a word or a text, after the first word."""
    titel: Atom | None
    omvang: Omvang | None
    voorkomen: int | None
    herkomst: Atom | None
    """The programme in `invulling B/K/3 uit timmeren`."""
    route: Atom | None
    """The route of an ontheffing."""
    span: Span

    def without_stand_ins(self) -> Kop:
        """Return the header without words that only stand for one that is missing from the text."""
        omvang = self.omvang
        return self._replace(
            naam=_written(self.naam),
            titel=_written(self.titel),
            omvang=omvang if omvang and _written(omvang.getal) and _written(omvang.maat) else None,
            herkomst=_written(self.herkomst),
            route=_written(self.route),
        )


def _written(atom: Atom | None) -> Atom | None:
    return atom if atom is not None and atom.span.start < atom.span.end else None


@dataclass(slots=True, eq=False)
class Block:
    """A block with all that belongs to it; filled while reading, not changed after."""

    kop: Kop
    eigenschappen: list[Eigenschap]
    zinnen: list[Zin]
    kinderen: list[Block]
    heel: bool = True
    """False where a line in it could not be read: then what seems missing may be in that line."""

    @property
    def soort(self) -> str:
        """The kind of block."""
        return self.kop.soort

    @property
    def span(self) -> Span:
        """Where its name stands, or else its first line."""
        return self.kop.naam.span if self.kop.naam else self.kop.span

    def alle(self, sleutel: str) -> Iterator[Eigenschap]:
        """Yield the property lines with this key, as the vocabulary names it."""
        return (e for e in self.eigenschappen if e.sleutel.value == sleutel)
