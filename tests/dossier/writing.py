"""A program that writes in a dossier and tells what was acknowledged, until it is killed.

Apart from the tests, so that a process of its own loads this and what it writes with, and no more.
"""

from __future__ import annotations

from itertools import count
from multiprocessing.connection import Connection

from routeplanner.dossier.records import Leerling, Ontwerp
from routeplanner.dossier.store import Store

FORGETS = 10
"""After so many steps it forgets someone."""
WHO = "ZZPROEFWEGZZ"


def write(place: str, pipe: Connection) -> None:
    """Take a draft a step further, again and again; send the number of each step when it was kept."""
    with Store.open(place) as store:
        ontwerp = _draft(store)
        for number in count(ontwerp.stap + 1):
            ontwerp = store.step(ontwerp.id, ontwerp.versie, str(number), f"stap {number}")
            pipe.send(number)
            if number % FORGETS == 0:
                someone = store.add(Leerling(naam=f"Proef Persoon {WHO}", klas="weg"))
                store.start(someone.id, WHO, WHO * 500)
                store.forget([someone.id])


def _draft(store: Store) -> Ontwerp:
    leerling = next(iter(store.find(Leerling, klas="3A")), None)
    if leerling is None:
        leerling = store.add(Leerling(naam="Proef Persoon 1", klas="3A"))
    found = store.find(Ontwerp, leerling=leerling.id)
    return found[0] if found else store.start(leerling.id, "eerste", "0")
