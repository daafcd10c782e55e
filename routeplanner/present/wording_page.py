"""The Dutch of what the page builds itself, beside what stands in its templates; see wording.py."""

from __future__ import annotations

PAGE = {
    "serveren": "de pagina staat open op {address}\nstop met Ctrl-C",
    "poort-bezet": "op poort {port} luistert al een programma; kies een andere met --port, of 0 voor een die vrij is",
    "niet-veilig.host": "dit is geen adres van deze computer; geef een IP-adres, als 127.0.0.1",
    "niet-veilig.tls": "anderen kunnen alleen bij de pagina met https; geef --tls-cert en --tls-key, of "
    "--behind-proxy als een programma ervoor dat doet",
    "niet-veilig.sign-in": "anderen kunnen alleen bij de pagina als ieder zich aanmeldt; geef --sign-in met een "
    "bestand dat zegt hoe",
    "niet-veilig.address": "geef met --address het adres dat mensen intypen, als https://routes.school.nl",
    "aanmelden-bestand.bestand": "het bestand van --sign-in is niet te lezen als toml",
    "aanmelden-bestand.plek": "in het bestand van --sign-in klopt {where} niet, of het ontbreekt",
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
    "pagina.bewijs.TooLargeError": "dit bestand is groter dan 5 MB, en is niet bewaard",
    "pagina.bewijs.TooManyPixelsError": "deze foto heeft te veel beeldpunten, en is niet bewaard",
    "pagina.bewijs.UnknownContentError": "dit is geen foto, PDF of tekst die te lezen is, en is niet bewaard",
    "pagina.bewijs.NoRoomError": "het dossier van deze leerling is vol, en dit bestand is niet bewaard",
    "pagina.vergeet.naam": "schrijf de naam van de leerling precies over; er is niets gewist",
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
