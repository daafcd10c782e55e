"""What is told of a pupil without who it is: how pseudonyms.py fills its contract."""

from __future__ import annotations

import hmac
from collections.abc import Collection
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
from routeplanner.dossier.pieces import of_pupil
from routeplanner.dossier.records import Leerling
from routeplanner.dossier.records_lob import Afspraak, Bewijs, Ervaring, Gesprek, Reflectie
from routeplanner.language.vocabulary import COMPETENTIES, fold
from routeplanner.model.quantities import Leerweg
from routeplanner.present.contract_parts import as_json

_SIGNS = 24
"""Hexadecimal signs of a pseudonym: enough that no two pupils share one."""


def nameless(
    connection: Connection, pupils: Collection[Leerling], key: bytes, programmas: Collection[str]
) -> str:
    """Return the dossiers of pupils without who they are, as JSON."""
    told = [_told(connection, pupil, key, programmas) for pupil in pupils]
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
