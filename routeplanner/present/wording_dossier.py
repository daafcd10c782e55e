"""The Dutch of the dossier: why something could not be done, and what its commands tell; see wording.py."""

from __future__ import annotations

DOSSIER = {
    "dossier.mislukt": "dat is niet gelukt; wat er stond, staat er nog",
    "dossier.tegelijk": "iemand anders heeft dit intussen veranderd",
    "dossier.weg": "dit is er niet (meer)",
    "dossier.niets-over": "er is geen stap meer om terug te nemen of opnieuw te doen",
    "dossier.tekst": "er staat een teken in dat niet te bewaren is",
    "dossier.tekst-te-lang": "deze tekst is te lang; hij mag {limit} tekens hebben",
    "dossier.getal": "dit getal is te groot; hoogstens {limit} is te bewaren",
    "dossier.bestand-te-groot": "dit bestand is te groot; hoogstens {megabytes} MB is te bewaren",
    "dossier.geen-plek": "de bestanden van deze leerling zijn samen te groot; hoogstens {megabytes} MB is te bewaren",
    "dossier.onbekend-bestand": "dit is geen PNG, JPEG, WebP, PDF of gewone tekst",
    "dossier.te-veel-beeldpunten": "deze foto is te groot om veilig te openen",
    "dossier.staat-er-al": "dit staat er al",
    "dossier.geen-stageplaats": "alle plaatsen zijn bezet",
    "dossier.in-gebruik": "hier hoort nog iets bij; haal dat eerst weg",
    "dossier.geen-dossier": "dit is geen dossier dat eerder is uitgevoerd, of er is iets in veranderd",
    "dossier.geen-dossier.waar": "dit is geen dossier dat eerder is uitgevoerd; het gaat mis bij `{where}`",
    "dossier.alleen-bestand": "dit kan niet met een dossier in PostgreSQL; een reservekopie maak je daar met pg_dump",
    "dossier.bestand-bestaat": "dat bestand is er al; het is niet overschreven",
    "dossier.onbekende-plaats": "dit is geen bestand en geen adres van een PostgreSQL-database",
    "dossier.onbereikbaar": "het dossier is niet te bereiken",
    "dossier.bezig": "anderen houden het dossier bezig; probeer het zo nog eens",
    "dossier.vol": "er is geen ruimte meer om iets te bewaren; wat er stond, staat er nog",
    "dossier.beschadigd": "dit is geen dossier, of het is beschadigd; zet een reservekopie terug",
    "dossier.nieuwer": "dit dossier is van een nieuwere Routeplanner; werk het programma bij",
    "opruimen.regel": "{id}  bewaren tot {day}",
    "opruimen.niets": "geen dossier is over zijn datum",
    "opruimen.resten": "van wat verwijderd is kunnen nog resten in het bestand staan: een ander programma hield het "
    "bezig; ze gaan weg als het dossier de volgende keer opengaat",
}
DOSSIER_COUNTS = {
    "opruimen.over": (
        "{count} dossier is over zijn datum; er is niets verwijderd",
        "{count} dossiers zijn over hun datum; er is niets verwijderd",
    ),
    "opruimen.gedaan": (
        "{count} dossier was over zijn datum en is verwijderd",
        "{count} dossiers waren over hun datum en zijn verwijderd",
    ),
}
