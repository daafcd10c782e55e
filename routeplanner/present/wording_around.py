"""The Dutch around findings: of figures, of what a text holds, and of the commands; see wording.py."""

from __future__ import annotations

# The rows of the figure of a route.
FIGURE = {
    "figuur.programma": "programma",
    "figuur.verdieping": "verdieping",
    "figuur.verbreding": "verbreding",
    "figuur.keuzevakken": "keuzevakken",
    "figuur.keuzemodules": "keuzemodules",
    "figuur.stages": "stages",
    "figuur.activiteiten": "activiteiten",
    "figuur.vakken": "algemene vakken",
    "figuur.afgerond": "✓ is afgerond",
}

# What there is in a curriculum.
SHOW = {
    "toon.school": "schooljaar {year}, leerwegen {leerwegen}",
    "toon.programmas": "programma's",
    "toon.invullingen": "invullingen, met hun verdiepende delen",
    "toon.aanbod": "te kiezen",
    "toon.doelen": "doelen",
    "toon.groepen": "groepen",
    "toon.regels-wet": "regels van de wet",
    "toon.regels-richtlijn": "regels van een richtlijn",
    "toon.regels-school": "regels van de school",
    "toon.routes": "routes",
    "toon.nergens": "nergens genoemd",
    "toon.onbekend": "niets heet `{name}`",
    "toon.vervolg": "dit is wat er wel gelezen is; alle fouten: {command}",
}

# The words around findings.
FRAME = {
    "ernst.error": "fout",
    "ernst.warning": "waarschuwing",
    "ernst.note": "opmerking",
    "hulp": "hulp",
    "lijst.en": "{items} en {last}",
    "lijst.of": "{items} of {last}",
    "lijst.meer": "{items}, …",
    "meer-uitleg": "meer uitleg: {command}",
    "in-orde": "alles in orde: {files}",
    "gevonden": "{findings} in {files}",
    "geen-code": "geen code heet `{code}`; `routeplanner explain` noemt ze allemaal",
    "geen-contract": "geen contract heet `{name}`; wel {known}",
    "geen-datum": "`{value}` is geen datum zoals 2026-11-23",
    "intussen-veranderd": "`{path}` is intussen veranderd en is niet geschreven",
    "niet-bewezen": "`{path}` is niet geschreven: het is niet zeker dat de tekst hetzelfde blijft zeggen",
    "uitvoer-mislukt": "de uitvoer is niet te schrijven: {reason}",
    "niet-te-schrijven": "`{path}` is niet te schrijven",
}
