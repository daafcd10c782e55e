"""Where the official texts differ on purpose from the lists they were made from, each with its reason.

A row changes what a list says of some units into what the law's own table, or the record that counts, says of
them. A row that changes nothing any more is a failure too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from fnmatch import fnmatchcase
from typing import NamedTuple

LEERWEGEN = ("BB", "KB", "GL", "TL")
ALLE = "BB SE, KB SE, GL SE, TL SE"


class Key(NamedTuple):
    """A unit; a profiel goes by its letters, a programme of 2007 by its folded title."""

    programma: str
    code: str
    voorkomen: int


class Fact(NamedTuple):
    """What is known of a unit: its title, and its marks as `BB CE, KB SE`."""

    titel: str
    toetsing: str


Facts = dict[Key, Fact]


class Change(NamedTuple):
    """One intended difference."""

    waarom: str
    programmas: str
    """Titles or letters, with a bar between them; with `*` those of a kind."""
    codes: str
    """Codes with a space between them; a `*` is anything, and `(2)` behind it is the second of that code."""
    doet: Callable[[Fact], Fact | None]

    def about(self, key: Key, kind: str) -> bool:
        """Tell whether a unit is meant; `kind` is `beroep`, `avo`, `landbouw` or `profiel`."""
        programmas = self.programmas.split("|")
        if key.programma not in programmas and f"*{kind}" not in programmas:
            return False
        code = f"{key.code}({key.voorkomen})" if key.voorkomen > 1 else key.code
        return any(fnmatchcase(code, pattern) for pattern in self.codes.split())


def merken(toetsing: str) -> Callable[[Fact], Fact]:
    return lambda fact: fact._replace(toetsing=toetsing)


def met_titel(titel: str, toetsing: str) -> Callable[[Fact], Fact]:
    return lambda _: Fact(titel, toetsing)


def zonder(rommel: str) -> Callable[[Fact], Fact]:
    """Leave out what a list kept in a title."""
    return lambda fact: fact._replace(titel=re.sub(rommel, "", fact.titel, flags=re.IGNORECASE))


def vervalt(_: Fact) -> None:
    return None


def ook_se(fact: Fact) -> Fact:
    return fact._replace(toetsing=re.sub(r"CE(?=,|$)", "CE en SE", fact.toetsing))


def in_gl_en_tl(fact: Fact) -> Fact:
    """Read a column that a list has under BB as that of GL and TL."""
    mark = fact.toetsing.removeprefix("BB ")
    return fact._replace(toetsing=f"GL {mark}, TL {mark}")


_GESCHIEDENIS = "geschiedenis en staatsinrichting"

CHANGES = (
    Change("2.0 (Leeswijzer): dit toetst ook het schoolexamen", "*beroep", "*/K/2 Gm2", ook_se),
    Change(
        "De tabel heeft één kolom, GL/TL; de lijst zet die onder BB",
        "natuur- en scheikunde ii|beeldende vorming|muziek|drama|dans",
        "*",
        in_gl_en_tl,
    ),
    Change("2.0 (Leeswijzer): dit toetst ook het schoolexamen", "*avo", "*/K/3", ook_se),
    Change(
        "2.17: een deel van de eindtermen hoort alleen bij het SE", "aardrijkskunde", "AK/K/[468]", ook_se
    ),
    Change(
        "Twee regels met één code, de tweede voor alleen behangwerk",
        "bouwtechniek-schilderen",
        "BT/K/23",
        merken("BB deels CE, KB deels CE"),
    ),
    Change("Samengevoegd met de eerste regel", "bouwtechniek-schilderen", "BT/K/23(2)", vervalt),
    Change(
        "De lijst las een X met een voetnoot niet",
        _GESCHIEDENIS,
        "GS/K/[46789]",
        merken(ALLE),
    ),
    Change(
        "De lijst las de kolom GL/TL met een voetnoot niet",
        _GESCHIEDENIS,
        "GS/V/[1-7]",
        merken("GL SE, TL SE"),
    ),
    Change(
        "De lijst las de kolom GL/TL met een voetnoot niet",
        _GESCHIEDENIS,
        "GS/V/[89]",
        merken("GL CE, TL CE"),
    ),
    Change(
        "De lijst liet de code voor de titel staan",
        _GESCHIEDENIS,
        "GS/V/1",
        zonder(r"^GS/V/1 "),
    ),
    Change("De lijst las de kolom ML/TL niet", "fryske taal en kultuer", "FR/K/[1-8]", merken(ALLE)),
    Change("Een voetnoot is geen deel van een titel", "*avo", "*", zonder(r"\s*[¹²³]+$|\s*\[\d+\]$")),
    Change("Opmaak is geen deel van een titel", "*avo|*beroep", "*", zonder(r"</?sub>")),
    Change(
        "De bron zegt achter de titel welke eindtermen CE zijn",
        "agrarische bedrijfseconomie",
        "LN/K/10",
        met_titel("Werken in de detailhandel/bedrijfseconomische begrippen", "KB deels CE"),
    ),
    Change(
        "De bron zegt achter de titel welke eindtermen CE zijn",
        "agrarische bedrijfseconomie",
        "LN/K/11",
        met_titel("Berekeningen", "KB deels CE"),
    ),
    Change(
        "SLO zegt in de titel wat een keuzevak verdiept; dat staat bij opmerking",
        "EO|HBR|ZW",
        "K/*",
        zonder(r"\s*\(dit keuzevak is een verdieping van [^)]*\)\.?$"),
    ),
    Change(
        "SLO noemt geen niveau; afgeleid uit de eindtermen",
        "BWI|GR|MT|PIE",
        "K/BWI/25 K/GR/17 K/MT/16 K/PIE/26",
        merken("BB SE, KB SE, GL SE"),
    ),
)

_GEEN_LETTER = "De lijst las een code met een letter erachter niet"
_GEEN_F = "De lijst las een code met een F niet"
ADDED: Mapping[Key, tuple[Fact, str]] = {
    Key("economie", "EC/K/4A", 1): (Fact("Consumptie", "BB CE, KB CE, GL CE, TL CE"), _GEEN_LETTER),
    Key("economie", "EC/K/4B", 1): (Fact("Consumptie en consumentenorganisaties", ALLE), _GEEN_LETTER),
    Key("economie", "EC/K/5A", 1): (Fact("Arbeid en productie", "BB CE, KB CE, GL CE, TL CE"), _GEEN_LETTER),
    Key("economie", "EC/K/5B", 1): (Fact("Arbeid en bedrijfsleven", ALLE), _GEEN_LETTER),
    Key("fryske taal en kultuer", "FR/F/1", 1): (
        Fact("Ynwinne, ferwurkje en jaan fan ynformaasje", "GL SE, TL SE"),
        _GEEN_F,
    ),
    Key("fryske taal en kultuer", "FR/F/2", 1): (Fact("Feardichheden yn gearhing", "GL SE, TL SE"), _GEEN_F),
}
"""Units that the law's table has and the list has not."""


def changed(facts: Facts, kinds: Mapping[str, str]) -> tuple[Facts, list[Change]]:
    """Return the facts with every intended change made, and the changes that changed nothing."""
    left = dict(facts)
    idle = []
    for change in CHANGES:
        touched = {key for key in left if change.about(key, kinds[key.programma])}
        new = {key: change.doet(left[key]) for key in touched}
        if all(new[key] == left[key] for key in touched):
            idle.append(change)
        left = {key: fact for key in left if (fact := new.get(key, left[key])) is not None}
    return left | {key: fact for key, (fact, _) in ADDED.items()}, idle
