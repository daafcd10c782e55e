"""Invented pupils with something of every kind, each text of it marked, so that it can be found back."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from PIL import Image

from routeplanner.dossier.records import Leerling
from routeplanner.dossier.records_lob import (
    Afspraak,
    Ervaring,
    Gesprek,
    Keuzereden,
    Reflectie,
    Soort,
    Staat,
)
from routeplanner.dossier.records_stage import Ronde, Stageaanbod, Stagebedrijf
from routeplanner.dossier.store import Store

DAY = date(2026, 11, 24)


def mark(number: int) -> str:
    """What no other text holds."""
    return f"ZZPROEF{number:04}ZZ"


def photo(form: str = "PNG", colour: tuple[int, int, int] = (200, 30, 30)) -> bytes:
    stream = BytesIO()
    Image.new("RGB", (16, 12), colour).save(stream, form)
    return stream.getvalue()


def fill(store: Store, number: int, *, klas: str = "3A", door: str = "m1", large: int = 0) -> Leerling:
    """Give a pupil a dossier that has all there is; `large` is the size of a text that takes many pages."""
    sign = mark(number)
    leerling = store.add(
        Leerling(
            naam=f"Proef Persoon {sign}",
            klas=klas,
            team="onderbouw",
            programma="VT",
            leerweg="KB",
            schooljaar=2026,
            mentor="m1",
        ),
        door=door,
    )
    of = leerling.id
    ontwerp = store.start(of, f"ontwerp {sign}", f'{{"naam": "{sign}"}}', door=door)
    for step in range(3):
        document = f'{{"naam": "{sign}", "stap": {step}, "x": "{sign * (large // len(sign))}"}}'
        ontwerp = store.step(ontwerp.id, ontwerp.versie, document, f"koos {sign}", door=door)
    ontwerp = store.undo(ontwerp.id, ontwerp.versie, door=door)
    store.choose(ontwerp.id, ontwerp.versie, door=door)
    ervaring = store.add(
        Ervaring(
            leerling=of,
            soort=Soort.EIGEN,
            naam=f"Krantenwijk {sign}",
            competenties=("netwerken",),
            leerjaar=3,
            periode=2,
            staat=Staat.BEZIG,
            minuten=600,
            van=DAY,
            aantekening=f"bij {sign}",
        ),
        door=door,
    )
    store.add(
        Reflectie(leerling=of, competentie="netwerken", tekst=f"ik {sign}", datum=DAY, ervaring=ervaring.id),
        door=door,
    )
    gesprek = store.add(
        Gesprek(leerling=of, leerjaar=3, periode=2, datum=DAY, gevoerd=True, verslag=f"met {sign}"),
        door=door,
    )
    store.add(Afspraak(leerling=of, gesprek=gesprek.id, tekst=f"bel {sign}"), door=door)
    store.add(Keuzereden(leerling=of, keuze="HV/K/9", reden=f"omdat {sign}"), door=door)
    foto = store.keep_bewijs(of, f"foto {sign}", photo(), ervaring=ervaring.id, door=door)
    store.keep_bewijs(of, f"tekst {sign}", f"geschreven door {sign} ".encode() * (1 + large // 10), door=door)
    store.assign(of, offer(store, places=1), door=door)
    ronde = store.begin(
        Ronde(klas=klas, vraag="Wat ging goed?", competentie="netwerken", datum=DAY), [of], door=door
    )
    (beurt,) = store.turns(ronde.id)
    store.answer(beurt, f"dat {sign}", ervaring=ervaring.id, bewijs=foto.id, door=door)
    return leerling


def offer(store: Store, places: int, *kenmerken: str, naam: str = "Garage Proef", periode: int = 2) -> str:
    """Give a stagebedrijf with so many places, and return the id of what it offers."""
    bedrijf = store.add(Stagebedrijf(naam=naam, plaats="Proefdorp", kenmerken=kenmerken))
    aanbod = Stageaanbod(bedrijf=bedrijf.id, schooljaar=2026, leerjaar=3, periode=periode, plaatsen=places)
    return store.add(aanbod).id
