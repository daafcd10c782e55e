"""Dossiers of many pupils without who they are: to count and compare, and no more than that.

What is left out cannot leak: names, classes, everything that someone wrote, and days. That does not make it
anonymous. Whoever knows a pupil well, or has the key, may find that pupil in it.
"""

from __future__ import annotations

import hmac
from collections.abc import Collection, Iterable
from datetime import date, datetime
from hashlib import sha256

from sqlalchemy import Connection

from routeplanner.dossier.contract_pseudonymous import (
    ErvaringPseudonym,
    GesprekPseudonym,
    LeerlingPseudonym,
    PseudonymousContract,
    ReflectiePseudonym,
)
from routeplanner.dossier.keeping import Keeping
from routeplanner.dossier.pieces import fetch, of_pupil
from routeplanner.dossier.records import Handeling, Leerling
from routeplanner.dossier.records_lob import Afspraak, Bewijs, Ervaring, Gesprek, Reflectie
from routeplanner.language.vocabulary import COMPETENTIES, fold
from routeplanner.model.quantities import Leerweg
from routeplanner.present.contract_parts import as_json

MIN_KEY = 16
"""Bytes of a key that nobody guesses."""
_SIGNS = 24
"""Hexadecimal signs of a pseudonym: enough that no two pupils share one."""


class Pseudonyms(Keeping):
    """What one does for who counts and compares."""

    def export_pseudonymous(
        self, leerlingen: Iterable[str], key: bytes, programmas: Collection[str], *, door: str = ""
    ) -> str:
        """Return the dossiers of these pupils without who they are, as JSON; see contract_pseudonymous.py.

        Args:
            leerlingen: The ids of the pupils.
            key: What the pseudonyms are made with; whoever has it can make them again.
            programmas: The ids of the programmes that there are. Another text in that field may be anything, and stays
                out.
            door: Who does it.

        Raises:
            ValueError: The key can be guessed: it is shorter than MIN_KEY.
            NotFoundError: One of the pupils is not there.
        """
        if len(key) < MIN_KEY:
            raise ValueError("key")
        with self._writing() as connection:  # who exported what is told in the trail
            pupils = [fetch(connection, Leerling, id_) for id_ in leerlingen]
            told = [_told(connection, pupil, key, programmas) for pupil in pupils]
            for pupil in pupils:
                self._note(connection, door, Handeling.GEEXPORTEERD, pupil)
        return as_json(PseudonymousContract(leerlingen=sorted(told, key=lambda one: one.pseudoniem)))


def _told(
    connection: Connection, pupil: Leerling, key: bytes, programmas: Collection[str]
) -> LeerlingPseudonym:
    return LeerlingPseudonym(
        pseudoniem=hmac.new(key, pupil.id.encode("utf-8"), sha256).hexdigest()[:_SIGNS],
        programma=pupil.programma if pupil.programma in programmas else None,
        leerweg=pupil.leerweg if pupil.leerweg in {leerweg.value for leerweg in Leerweg} else None,
        schooljaar=pupil.schooljaar,
        begonnen=_month(pupil.gemaakt),
        ervaringen=[_ervaring(one) for one in of_pupil(connection, Ervaring, pupil.id)],
        reflecties=[_reflectie(one) for one in of_pupil(connection, Reflectie, pupil.id)],
        gesprekken=_gesprekken(connection, pupil),
        bewijzen=len(of_pupil(connection, Bewijs, pupil.id)),
    )


def _ervaring(ervaring: Ervaring) -> ErvaringPseudonym:
    return ErvaringPseudonym(
        soort=ervaring.soort,
        competenties=[fold(name) for name in ervaring.competenties if fold(name) in COMPETENTIES],
        leerjaar=ervaring.leerjaar,
        periode=ervaring.periode,
        staat=ervaring.staat,
        minuten=ervaring.minuten,
        maand=_month(ervaring.van) if ervaring.van else None,
    )


def _reflectie(reflectie: Reflectie) -> ReflectiePseudonym:
    name = fold(reflectie.competentie)
    return ReflectiePseudonym(
        competentie=name if name in COMPETENTIES else None, maand=_month(reflectie.datum)
    )


def _gesprekken(connection: Connection, pupil: Leerling) -> list[GesprekPseudonym]:
    afspraken = of_pupil(connection, Afspraak, pupil.id)
    return [
        GesprekPseudonym(
            leerjaar=gesprek.leerjaar,
            periode=gesprek.periode,
            gevoerd=gesprek.gevoerd,
            maand=_month(gesprek.datum) if gesprek.datum else None,
            afspraken=sum(afspraak.gesprek == gesprek.id for afspraak in afspraken),
            gedaan=sum(afspraak.gesprek == gesprek.id and afspraak.gedaan for afspraak in afspraken),
        )
        for gesprek in of_pupil(connection, Gesprek, pupil.id)
    ]


def _month(day: date | datetime) -> str:
    return f"{day:%Y-%m}"
