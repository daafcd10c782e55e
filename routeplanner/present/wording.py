"""Every sentence of Routeplanner, in Dutch: a template per key, filled with the parameters of a finding.

One plain sentence that a teacher understands, in lower case and without a full stop. What the author
wrote stands in backticks. The English of each template stands in `locale/en`, under the template itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from routeplanner.present.wording_analysis import ANALYSIS
from routeplanner.present.wording_around import FIGURE, FRAME, SHOW
from routeplanner.present.wording_dossier import DOSSIER, DOSSIER_COUNTS
from routeplanner.present.wording_page import PAGE
from routeplanner.present.wording_print import PRINT
from routeplanner.present.wording_verdict import VERDICT, VERDICT_COUNTS

_FILES = {
    "RP001": "`{path}` is niet te lezen",
    "RP001.bestaat-niet": "`{path}` bestaat niet",
    "RP001.mag-niet": "`{path}` mag je niet lezen",
    "RP001.is-een-map": "`{path}` is een map en geen bestand",
    "RP002": "`{path}` is geen gewoon bestand",
    "RP003": "`{path}` is groter dan {most} MB en is niet gelezen",
    "RP003.regels": "`{path}` telt meer dan {most} regels tekst en is niet gelezen",
    "RP004": "`{path}` is niet als UTF-8 bewaard: op regel {line} staat een teken dat niet te lezen is",
    "RP004.utf-16": "`{path}` is als UTF-16 bewaard, en moet als UTF-8 bewaard zijn",
    "RP005": "hier staat een teken dat niet te zien is: {sign}",
    "RP005.lijkt-op": "deze letter lijkt op een `{letter}`, maar komt uit een ander schrift: {sign}",
    "RP006": "`{path}` is nergens te vinden",
    "RP007": "`{path}` ligt buiten dit project",
    "RP008": "dit zijn meer dan {most} bestanden; de rest is niet gelezen",
    "RP008.samen": "deze bestanden zijn samen groter dan {most} MB; de rest is niet gelezen",
    "RP009": "`{path}` is geen leesbaar projectbestand",
    "RP010": "in `{path}` staat geen enkel bestand dat op `.lob` eindigt",
}

_SENTENCES = {
    "RP101": "geen zin begint met `{word}`",
    "RP102": "`{word}` kan hier niet staan",
    "RP102.einde": "deze zin is niet af",
    "RP102.zin": "zo is deze zin niet te lezen",
    "RP103": "bij `{word}` ontbreekt een aanhalingsteken",
    "RP103.ander": "`{word}` staat niet tussen gewone aanhalingstekens",
    "RP104": "`{word}` lijkt een tikfout",
    "RP104.anders": "`{word}` schrijf je anders",
    "RP105": "vóór `{word}` ontbreekt `{text}`",
    "RP105.einde": "aan het eind ontbreekt `{text}`",
    "RP105.iets": "vóór `{word}` ontbreekt {expected}",
    "RP105.iets-einde": "aan het eind ontbreekt {expected}",
    "RP105.waarde": "achter `{key}` ontbreekt de waarde: {shape}",
    "RP105.woorden": "achter `{key}` ontbreekt de waarde: {words}",
    "RP106": "`{word}` staat hier te veel",
    "RP107": "`{word}` kan niet in een lijst staan",
    "RP108": "vóór `{number}` staat geen code waar dit nummer bij hoort",
    "RP109": "een reeks loopt van laag naar hoog, en niet van {first} t/m {last}",
    "RP109.hele-code": "na `t/m` staat alleen een nummer, en niet de hele code `{last}`",
    "RP109.geen-nummer": "`{first} t/m {last}` is geen reeks van nummers",
    "RP109.te-lang": "de reeks van {first} t/m {last} is langer dan {most}",
    "RP109.te-veel": "alle lijsten samen noemen meer dan {most} dingen; vanaf hier zijn ze niet gelezen",
    "RP110": "dit getal heeft meer dan {most} cijfers",
    "RP111": "deze regel is langer dan {most} tekens en is niet gelezen",
    "RP112": "{most} regels van dit bestand zijn niet te lezen; vanaf hier is het niet meer geprobeerd",
    "RP113": "`{block}` hoort onder `{parent}`, en die staat er niet boven",
    "RP114": "deze zin hoort in een `{home}`, en niet in een `{block}`",
    "RP115": "boven deze regel staat geen blok waar hij bij hoort",
    "RP116": "hier lijkt een nieuw blok te beginnen, maar de kop ontbreekt",
}

_NAMES = {
    "RP201": "geen eenheid heeft de code `{code}`",
    "RP201.uit": "geen eenheid van `{programma}` heeft de code `{code}`",
    "RP201.soort": "hier staat niet bij wat `{code}` is",
    "RP202": "`{code}` staat in meer dan één programma: {programmas}",
    "RP202.verdieping": "meer dan één eenheid heeft een verdieping `{name}`: {codes}",
    "RP203": "geen {kind} heet `{name}`",
    "RP204": "er is al een {kind} `{name}`",
    "RP205": "geen programma heet `{name}`",
    "RP206": "een `{block}` heeft geen eigenschap `{key}`",
    "RP207": "`{key}` hoort niet bij een `{block}`",
    "RP208": "`{key}` staat twee keer in dit blok",
    "RP210": "bij `{block}` ontbreekt `{key}`: {shape}",
    "RP210.woorden": "bij `{block}` ontbreekt `{key}`: {words}",
    "RP211": "`{word}` past niet bij `{key}`",
    "RP212": "`{code}` heeft geen verdieping `{name}`",
    "RP213": "`{word}` is niet iets om te tellen",
    "RP213.weken": "`{word}` is niet in weken te tellen",
    "RP213.enkelvoud": "bij `{number}` past `{word}` niet",
    "RP213.maatwerk": "`{word}` is alleen in uren te tellen, zoals `60 uur maatwerk`",
    "RP214": "`{word}` past hier niet",
    "RP215.doel": "een doel is geen keuze en kan hier niet staan",
    "RP215.soort": "`{code}` is een {kind} en geen {asked}",
    "RP215.keuzevak": "`{code}` is een keuzevak, en dat heeft geen verkennend deel om naar te verwijzen",
    "RP215.module": "module `{code}` is alleen als keuzevak te kiezen",
    "RP216": "route `{name}` volgt geen programma",
    "RP216.leerweg": "route `{name}` zegt niet in welke leerweg",
    "RP216.voorbeeld": "voorbeeld `{name}` volgt geen programma, en begint niet bij een route",
    "RP217": "er staat al een school, en er kan er maar één zijn",
    "RP218": "een route volgt één programma, en hier staat een tweede `volgt`",
    "RP218.gegeven": "een voorbeeld begint bij één route, en hier staat een tweede `gegeven`",
}

_VALUES = {
    "RP209.tekst": "`{key}` is een tekst tussen aanhalingstekens, en dat is `{value}` niet",
    "RP209.teksten": "`{key}` is een lijst van teksten tussen aanhalingstekens, en dat is `{value}` niet",
    "RP209.namen": "`{value}` past niet bij `{key}`: zet een naam van meer woorden tussen aanhalingstekens",
    "RP209.leerwegen": "`{key}` is een lijst van leerwegen met komma's ertussen, en dat is `{value}` niet",
    "RP209.codes": "`{key}` is een lijst van codes zoals `HV/K/9, 10`, en dat is `{value}` niet",
    "RP209.keuzes": "`{key}` is een lijst van codes en namen van keuzes, en dat is `{value}` niet",
    "RP209.programmas": "`{key}` is een lijst van programma's zoals `VT, HV`, en daar past `{value}` niet in",
    "RP209.getal": "`{key}` is een heel getal, en dat is `{value}` niet",
    "RP209.getallen": "`{key}` is een lijst van getallen zoals `2, 3`, en daar past `{value}` niet in",
    "RP209.schooljaar": "`{key}` is een schooljaar zoals `2009-2010`, en dat is `{value}` niet",
    "RP209.schooljaren": "`{key}` zijn schooljaren zoals `vanaf 2009-2010`, en dat is `{value}` niet",
    "RP209.datum": "`{key}` is een datum zoals `2010-07-31`, en dat is `{value}` niet",
    "RP209.datums": "`{key}` is een datum of `2010-08-01 t/m 2015-05-09`, en dat is `{value}` niet",
    "RP209.duur": "`{key}` is een duur zoals `50 minuten`, en dat is `{value}` niet",
    "RP209.te-lang": "een les van `{value}` bestaat niet: `{key}` zegt hoe lang één les duurt",
    "RP209.regels": "`{key}` is een lijst van namen van regels, en daar past `{value}` niet in",
    "RP209.weken": "`{value}` is geen heel aantal weken",
    "RP209.geen-weken": "een deel duurt uren, en `{value}` zijn weken",
    "RP209.lesuur": "`{value}` zegt niets zolang bij de school geen `lesuur` staat",
    "RP209.minuten": "`{value}` is geen heel aantal minuten",
    "RP209.heel": "`{value}` is geen heel getal",
}

_CHECKS = {
    "RP301": "deze keuzes vereisen elkaar in een kring: {circle}",
    "RP302": "deze keuzes staan in een kring vóór elkaar: {circle}",
    "RP303": "`{code}` is SE en heeft geen verkennend deel dat de eenheid dekt",
    "RP303.dekt": "dit verkennend deel dekt `{code}` niet, en die eenheid is SE",
    "RP303.eindterm": "geen verkennend deel dekt deze eindtermen van `{code}`: {terms}",
    "RP304": "`{code}` is CE in {leerwegen} en heeft dus geen verdiepend deel",
    "RP305": "`{other}` spreekt `{one}` tegen",
    "RP306.invulling": "deze invulling is van `{programma}`, en dat biedt de school niet aan",
    "RP306.route": "deze route volgt `{programma}`, en dat biedt de school niet aan",
    "RP306.leerweg": "deze route volgt leerweg `{leerweg}`, en die heeft de school niet",
    "RP307": "deze ontheffing van `{rule}` gold t/m {day}",
    "RP308": "regel `{rule}` geldt toch al niet voor route `{route}`",
    "RP308.voldoet": "route `{route}` voldoet ook zonder ontheffing aan regel `{rule}`",
    "RP309": "een school kan geen ontheffing geven van `{rule}`: die regel komt uit de wet",
    "RP309.ingebouwd": "een school kan geen ontheffing geven van `{rule}`: die regel geldt altijd",
    "RP310": "dit voorbeeld verwacht niets",
    "RP310.route": "dit voorbeeld gaat over geen enkele route",
    "RP311": "deze regel hoort bij het blok erboven, maar springt niet in",
    "RP311.kop": "dit blok springt in, maar hoort niet bij het blok erboven",
    "RP312": "deze regel hoort nog bij het blok boven de witregel, of er ontbreekt een kop",
    "RP313": "in deze regel staat geen enkele zin",
    "RP314": "over `{choice}` stond er al iets; deze latere zin wint",
    "RP315": "een regel met gezag `{gezag}` heeft {missing} nodig",
    "RP316": "`niet gecontroleerd` staat alleen in een regel, en hier staan er zinnen bij",
    "RP317.omgekeerd": "het eerste getal is groter dan het tweede",
    "RP317.te-veel": "{low} kunnen het er nooit zijn, want hier staan er maar {most}",
    "RP318.leerjaar": "de school heeft geen leerjaar {number}, wel {known}",
    "RP318.periode": "de school heeft geen periode {number}: het zijn er {most}",
    "RP319": "geen leerling van deze school heeft `{code}`: die eenheid is er alleen in {leerwegen}",
    "RP320": "`{choice}` is er niet in periode {number}, wel in {known}",
    "RP320.leerjaar": "`{choice}` is er niet in leerjaar {number}, wel in {known}",
    "RP321": "bij het oordeel `{verdict}` horen geen regels",
    "RP321.twee": "een voorbeeld verwacht één oordeel, en dit is het tweede",
    "RP321.voorbehoud": "alleen `geldig` kan met voorbehoud, en `{verdict}` niet",
    "RP322": "`{code}` heeft op deze school geen verdiepend deel",
    "RP323": "`{code}` is van `{programma}`, en een deel van `{own}` dekt die niet",
    "RP324": "`{name}` staat er al",
    "RP325": "`{leerweg}` staat bij CE en ook bij SE",
    "RP326": "`{code}` is in geen enkele leerweg",
    "RP327": "`{programma}` is niet gelezen voor het schooljaar {year}",
}

_LABELS = {
    "bij-dit-blok": "dit is het blok",
    "de-eenheid": "dit is de eenheid",
    "de-regel": "dit is de regel",
    "de-school": "dit is de school",
    "dit-staat-erboven": "dit staat erboven",
    "dit-zegt-iets-anders": "dit zegt iets anders",
    "hier-staat-de-eerste": "hier staat de eerste",
    "hier-staat-hij-in": "hier staat de code in `{programma}`",
    "het-programma": "dit is het programma",
    "hier-staat-wanneer": "hier staat wanneer wel",
    "hier-wordt-het-genoemd": "hier wordt het genoemd",
    "hoort-nu-bij": "hier hoort de regel nu bij",
    "ook-hier": "en ook hier",
    "ook-in-de-kring": "dit hoort ook bij de kring",
}

_HELP = {
    "bedoelde-je": "bedoelde je `{text}`?",
    "code-ervoor": "zet er een code voor, zoals `VT/K/{number}`",
    "een-voor-een": "noem ze één voor één, met komma's ertussen",
    "een-van": "zet er een komma of `en`; is één ervan genoeg, schrijf dan `minstens één van`",
    "gebruik-dit": 'dat programma staat er nog niet bij; zet bovenaan `gebruik "{path}"`',
    "gebruik-mist": "staat dat programma er wel bij? zet anders bovenaan een regel met `gebruik`",
    "geen-eigenschappen": "dit blok heeft geen eigenschappen",
    "hier-kan-staan": "hier kan staan: {expected}",
    "hoort-bij": "dit hoort bij {words}",
    "kies-uit": "kies uit {words}",
    "omvang-in-kop": "de omvang staat op de eerste regel, zoals `{block} … : 12 uur`",
    "schrijf": "schrijf `{text}`",
    "schrijf-uit": "schrijf erbij van welk programma, zoals `{code} uit {programma}`",
    "wel-bekend": "wel bekend: {keys}",
    "zet-deze-kop": "zet er een kop boven, zoals `{text}`",
    "zet-een-kop": "zet er een kop boven, zoals `{home}` met een naam",
    "zet-lesuur": "zet bij de school een regel als `lesuur: 50 minuten`",
    "zo-begint-een-zin": "begin met een woord als `regel`, `route` of `minstens`, een code of een eigenschap",
    "zo-begint-een-zin.regel": "begin met een woord als `minstens`, `verplicht` of `als`, of met een code; "
    "je eigen woorden horen achter `omdat:`",
    "zo-begint-een-zin.route": "begin met een woord als `volgt`, `verdiept`, `kiest` of `loopt`",
    "zo-begint-een-zin.voorbeeld": "begin met `gegeven`, `verwacht` of een woord van een route, zoals `kiest`",
}

# What could have stood somewhere, and what the value of a property looks like.
_KINDS = {
    "kan.naam": "een naam tussen aanhalingstekens",
    "kan.code": "een code zoals `VT/K/9`",
    "kan.getal": "een getal zoals `12`",
    "kan.woord": "een woord zonder aanhalingstekens",
    "kan.dubbele-punt": "een dubbele punt",
    "kan.komma": "een komma",
    "vorm.tekst": "een tekst tussen aanhalingstekens",
    "vorm.teksten": "teksten tussen aanhalingstekens",
    "vorm.namen": "namen, met komma's ertussen",
    "vorm.woord": "een woord",
    "vorm.ja-nee": "`ja` of `nee`",
    "vorm.leerwegen": "leerwegen, zoals `BB, KB`",
    "vorm.codes": "codes, zoals `HV/K/9, 10`",
    "vorm.keuzes": "codes en namen van keuzes",
    "vorm.programmas": "programma's, zoals `VT, HV`",
    "vorm.getal": "een getal",
    "vorm.getallen": "getallen, zoals `2, 3`",
    "vorm.schooljaar": "een schooljaar, zoals `2009-2010`",
    "vorm.schooljaren": "schooljaren, zoals `vanaf 2009-2010`",
    "vorm.datum": "een datum, zoals `2010-07-31`",
    "vorm.datums": "een datum, of `2010-08-01 t/m 2015-05-09`",
    "vorm.duur": "een duur, zoals `50 minuten`",
    "vorm.regels": "namen van regels",
}

TEMPLATES: Mapping[str, str] = MappingProxyType(
    _FILES
    | _SENTENCES
    | _NAMES
    | _VALUES
    | _CHECKS
    | _LABELS
    | _HELP
    | _KINDS
    | FIGURE
    | SHOW
    | FRAME
    | PAGE
    | DOSSIER
    | VERDICT
    | ANALYSIS
    | PRINT
)

# One of something, and any other number of it.
COUNTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "aantal.error": ("{count} fout", "{count} fouten"),
        "aantal.warning": ("{count} waarschuwing", "{count} waarschuwingen"),
        "aantal.note": ("{count} opmerking", "{count} opmerkingen"),
        "aantal.bestanden": ("{count} bestand", "{count} bestanden"),
        "toon.eenheden": ("{count} eenheid", "{count} eenheden"),
        "toon.plaatsen": ("op {count} plaats genoemd", "op {count} plaatsen genoemd"),
        "toon.weken": ("{count} week", "{count} weken"),
        "toon.uren": ("{count} uur", "{count} uur"),
        "toon.minuten": ("{count} minuut", "{count} minuten"),
        "bestanden.anders": ("{count} bestand wordt anders", "{count} bestanden worden anders"),
        "bestanden.goed": ("{count} bestand was al goed", "{count} bestanden waren al goed"),
        "bestanden.onschrijfbaar": (
            "{count} bestand is niet te schrijven",
            "{count} bestanden zijn niet te schrijven",
        ),
        "bestanden.opgemaakt": ("{count} bestand is opgemaakt", "{count} bestanden zijn opgemaakt"),
        **VERDICT_COUNTS,
        **DOSSIER_COUNTS,
        "bestanden.overgeslagen": ("{count} bestand is overgeslagen", "{count} bestanden zijn overgeslagen"),
    }
)
