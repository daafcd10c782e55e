"""The pupils of the guide: of the voorbeeldcollege, of a school of today, and one whose rules clash."""

from __future__ import annotations

from engine.judging import PROFIELEN, bundled, errors, judged, linked

from routeplanner.api import Verdict
from routeplanner.engine.totals import total
from routeplanner.model.rules import Grootheid, Maat

TYPEN = 'verbreedt met HA/K/4 en verdieping "Typediploma" van HA/K/4'
DRIE = 'verdiept HA/K/4 met "Typediploma" in leerjaar 4 periode 2'
TWEE_TEGELIJK = 'kiest keuzemodule "Fietsen repareren" in leerjaar 3 periode 4'
ZONDER_MEDIA = 'zonder keuzemodule "Beeld en media"'

VAKKEN = (
    "Nederlandse taal",
    "Engelse taal",
    "Maatschappijleer",
    "Lichamelijke opvoeding 1",
    "Beeldende vorming",
    "Wiskunde",
    "Natuur- en scheikunde I",
    "Economie",
)
NU = """
school "Nu"
  schooljaar: 2026-2027
  biedt aan: MET, EO, ZW, MT, {vakken}
  leerwegen: BB, KB, GL
{regels}

route "Leerling"
  volgt MET in leerweg {leerweg}
{zinnen}
"""
VIER = ("kiest keuzevak K/EO/01, 05, 06", "kiest keuzevak K/MET/13")

BOTSING = """
programma AA "Alfa"
  soort: afdelingsprogramma

  eenheid AA/K/1 "Een"
    SE: KB

programma BB "Bravo"
  soort: afdelingsprogramma

  eenheid BB/K/1 "Een"
    SE: KB
  eenheid BB/K/2 "Twee"
    SE: KB

school "Botsing"
  schooljaar: 2009-2010
  biedt aan: AA, BB
  leerwegen: KB

invulling AA/K/1
  verkennend deel: 30 uur
  verdiepend deel "Dieper": 40 uur

invulling BB/K/1
  verkennend deel: 30 uur

invulling BB/K/2
  verkennend deel: 30 uur

verbreding "Open"
  uit: BB/K/1, 2

regel genoeg
  minstens 60 uur maatwerk

regel niet-te-breed
  hoogstens 40 uur verbreding

regel vervangt
  BB/K/1 in plaats van verdieping van AA/K/1

route "Leerling"
  volgt AA in leerweg KB
  verbreedt met BB/K/1
"""


def hours(verdict: Verdict, what: Grootheid = Grootheid.VERBREDING) -> int:
    found = total(verdict.selection, what, Maat.MINUTEN)
    assert (found.waarde % 60, found.onbekend) == (0, 0)
    return found.waarde // 60


def college(*sentences: str, route: str = "Autoverkoper", more: str = "") -> Verdict:
    """Return the verdict on a route of the voorbeeldcollege, changed by these sentences."""
    lines = "\n".join(f"  {sentence}" for sentence in sentences)
    text = f'{more}\n\nvoorbeeld "Proef"\n  gegeven route "{route}"\n{lines}\n  verwacht geldig\n'
    curriculum = bundled("voorbeeldcollege", text)
    wrong = errors(curriculum)
    assert not wrong, wrong
    return judged(curriculum, "Proef")


def met(*sentences: str, leerweg: str = "KB", regels: str = "", vakken: bool = True) -> Verdict:
    """Return the verdict on a pupil of MET with these sentences, and every vak that the law may ask."""
    chosen = (*sentences, *(f'kiest vak "{vak}"' for vak in VAKKEN if vakken))
    text = NU.format(
        vakken="NE, EN, ML1, LO1, BV, WI, NASK1, EC" if vakken else "GR",
        leerweg=leerweg,
        regels=regels,
        zinnen="\n".join(f"  {sentence}" for sentence in chosen),
    )
    curriculum = linked(text, *PROFIELEN)
    wrong = errors(curriculum)
    assert not wrong, wrong
    return judged(curriculum, "Leerling")
