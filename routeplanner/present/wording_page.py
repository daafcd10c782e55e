"""The Dutch of what the page builds itself, beside what stands in its templates; see wording.py."""

from __future__ import annotations

PAGE = {
    "serveren": "de pagina staat open op {address}\nstop met Ctrl-C",
    "poort-bezet": "op poort {port} luistert al een programma; kies een andere met --port, of 0 voor een die vrij is",
    "extra-mist": 'hiervoor ontbreekt een onderdeel; installeer het met pip install "routeplanner[{extra}]"',
    "pagina.deel.programma": "verkennen en verdiepen",
    "pagina.deel.keuzevakken": "keuzevakken",
    "pagina.deel.verbreden": "verbreden",
    "pagina.deel.keuzemodules": "keuzemodules",
    "pagina.deel.stages": "stages",
    "pagina.deel.activiteiten": "activiteiten",
    "pagina.deel.vakken": "vakken",
    "pagina.soort.verkennend": "verkennen",
    "pagina.soort.keuzevak": "keuzevak",
    "pagina.soort.module": "module als keuzevak",
    "pagina.van-de-school": "van de school zelf",
    "pagina.stap.kies": "{choice} gekozen",
    "pagina.stap.plaats": "{choice} in leerjaar {leerjaar} periode {periode} gezet",
    "pagina.stap.los": "{choice} losgelaten",
    "pagina.stap.niet": "{choice} liever niet",
    "pagina.stap.herstel": "{change}",
    "pagina.stap.afmaken": "route afgemaakt",
    "pagina.stap.voorstel": "voorstel {number} overgenomen",
    "pagina.stap.terug": "een stap terug",
    "pagina.stap.vooruit": "weer een stap vooruit",
    "pagina.stap.wens": "wensen aangepast",
}
