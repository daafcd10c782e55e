"""One pupil's dossier out: all that is kept of a pupil, for the pupil, or for the next school."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, Select, bindparam, select

from routeplanner.dossier.keeping import Keeping
from routeplanner.dossier.pieces import fetch, of_pupil, values
from routeplanner.dossier.records import Handeling, Leerling, Ontwerp, Record, VanLeerling
from routeplanner.dossier.records_lob import (
    Afspraak,
    Bewijs,
    Ervaring,
    Gesprek,
    Keuzereden,
    Reflectie,
)
from routeplanner.dossier.tables import (
    beurten,
    inhouden,
    ronden,
    stageaanbod,
    stagebedrijven,
    stageplaatsen,
    stappen,
)

LISTS: Mapping[str, type[VanLeerling]] = MappingProxyType(
    {
        "ervaringen": Ervaring,
        "reflecties": Reflectie,
        "gesprekken": Gesprek,
        "afspraken": Afspraak,
        "keuzeredenen": Keuzereden,
    }
)
"""The lists of the contract whose records stand in it as they are; what others name comes before them."""

_WENT = (
    select(
        stagebedrijven.c.naam.label("bedrijf"),
        stagebedrijven.c.plaats,
        stageaanbod.c.schooljaar,
        stageaanbod.c.leerjaar,
        stageaanbod.c.periode,
    )
    .join_from(stageplaatsen, stageaanbod, stageaanbod.c.id == stageplaatsen.c.aanbod)
    .join(stagebedrijven, stagebedrijven.c.id == stageaanbod.c.bedrijf)
    .where(stageplaatsen.c.leerling == bindparam("leerling"))
    .order_by(stageaanbod.c.schooljaar, stageaanbod.c.leerjaar, stageaanbod.c.periode)
)
_TURNS = (
    select(ronden.c.vraag, ronden.c.datum, beurten.c.staat, beurten.c.reflectie, beurten.c.bewijs)
    .join_from(beurten, ronden, ronden.c.id == beurten.c.ronde)
    .where(beurten.c.leerling == bindparam("leerling"))
    .order_by(ronden.c.datum, ronden.c.id)
)


class Exporting(Keeping):
    """What one does with the dossier of a pupil who asks for it, or goes."""

    def export(self, leerling: str, *, door: str = "") -> str:
        """Return all that is kept of a pupil, as JSON (`routeplanner schema dossier`).

        Raises:
            NotFoundError: There is no such pupil.
        """
        with self._writing() as connection:  # who exported what is told in the trail
            pupil = fetch(connection, Leerling, leerling)
            told = {
                name: [_plain(record) for record in of_pupil(connection, kind, leerling)]
                for name, kind in LISTS.items()
            }
            drafts = [_draft(connection, one) for one in of_pupil(connection, Ontwerp, leerling)]
            files = [_file(connection, one) for one in of_pupil(connection, Bewijs, leerling)]
            told["stageplaatsen"] = _joined(connection, _WENT, leerling)
            told["beurten"] = _joined(connection, _TURNS, leerling)
            self._note(connection, door, Handeling.GEEXPORTEERD, pupil)
        dossier = {"leerling": _plain(pupil), "ontwerpen": drafts, **told, "bewijzen": files}
        from routeplanner.dossier.contract import DossierContract
        from routeplanner.present.contract_parts import as_json

        return as_json(DossierContract.model_validate(dossier))


def _plain(record: Record, *without: str) -> dict[str, Any]:
    """Return a record as the contract has it: how often it changed, and whose it is, stand elsewhere or nowhere."""
    left_out = {"versie", "leerling", *without}
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in values(record).items()
        if name not in left_out
    }


def _draft(connection: Connection, ontwerp: Ontwerp) -> dict[str, Any]:
    asked = select(stappen.c.wat, stappen.c.document, stappen.c.moment)
    rows = connection.execute(asked.where(stappen.c.ontwerp == ontwerp.id).order_by(stappen.c.nummer))
    return _plain(ontwerp, "document") | {"stappen": [dict(row) for row in rows.mappings()]}


def _joined(connection: Connection, asked: Select[Any], leerling: str) -> list[dict[str, Any]]:
    return [dict(row) for row in connection.execute(asked, {"leerling": leerling}).mappings()]


def _file(connection: Connection, bewijs: Bewijs) -> dict[str, Any]:
    asked = select(inhouden.c.inhoud).where(inhouden.c.bewijs == bewijs.id)
    content = b64encode(connection.execute(asked).scalar_one())
    return _plain(bewijs, "omvang", "sha256") | {"inhoud": content}
