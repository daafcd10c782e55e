"""A generated school of any size, for benches and limits; its text is right and has no two lines of a kind alike."""

from __future__ import annotations

from itertools import count

_HEAD = """gebruik "curricula/2007/voertuigentechniek.lob"
gebruik "curricula/2007/handel-en-verkoop.lob"
gebruik "curricula/2007/bouwtechniek-timmeren.lob"

school "Groot College"
  schooljaar: 2009-2010
  biedt aan: VT, HV, timmeren
  leerwegen: BB, KB
  leerjaren: 3, 4
  perioden: 4
  weken per periode: 8
  lesuur: 50 minuten
  lesuren per week: 12

invulling VT/K/9
  verkennend deel: 24 uur
    inhoud: "verlichting", "signalering"
  verdiepend deel "Rijhulpsystemen": 16 uur
    kenmerken: elektronica, diagnose

verbreding "Handel voor techniek"
  programma: VT
  uit: HV/K/9 t/m 12

doel "Autoverkoper"
  soort: beroep
  niveau: 3
  past bij: VT/K/9, 12, HV/K/9, 10, 11
"""

_PIECE = """
keuzemodule "Module {n}": {hours} uur
  plaatsen: {places}
  lokaal: "Lokaal {n}"
  perioden: 1 t/m {period}
  competenties: werkexploratie, netwerken
  kenmerken: kenmerk-{n}, techniek

groep groep-{n} "Groep {n}"
  bevat: HV/K/9 t/m 11, keuzemodule "Module {n}"

regel regel-{n} "Regel {n}"
  hoogstens {hours} uur verbreding van groep groep-{n}
  minstens één van keuzemodule "Module {n}", VT/K/9
  de keuzemodule "Module {n}" vereist VT/K/9
  programma: VT
  leerwegen: BB, KB
  omdat: "Zo hebben wij het op {day} maart afgesproken, punt {n}."

route "Leerling {n}"
  volgt VT in leerweg {leerweg}
  doel: "Autoverkoper"
  interesses: verkopen, auto's, kenmerk-{n}
  verdiept niet VT/K/9
  verbreedt met HV/K/9, 10 en 11 in leerjaar 4
  kiest keuzemodule "Module {n}" in leerjaar 3 periode 1

voorbeeld "Leerling {n} mag dit"
  gegeven route "Leerling {n}"
  verwacht geldig
  verwacht {hours} uur verbreding
"""


def school(lines: int) -> str:
    """Return the text of a school of about this many lines."""
    text = [_HEAD]
    size = _HEAD.count("\n")
    for n in count(1):
        if size >= lines:
            break
        piece = _PIECE.format(
            n=n,
            hours=8 + n % 90,
            places=8 + n % 20,
            period=1 + n % 4,
            day=1 + n % 28,
            leerweg="BB" if n % 3 else "KB",
        )
        text.append(piece)
        size += piece.count("\n")
    return "".join(text)
