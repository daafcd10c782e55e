"""One pupil's dossier in: what was exported, here or elsewhere, and may have been changed by anyone since."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from sqlalchemy import Connection, insert

from routeplanner.dossier.bewijzen import MAX_BYTES as MAX_FILES
from routeplanner.dossier.columns import DOCUMENT, NAAM
from routeplanner.dossier.content import checked
from routeplanner.dossier.errors import NoDossierError, NoRoomError, TooLargeError
from routeplanner.dossier.exporting import LISTS
from routeplanner.dossier.keeping import Keeping
from routeplanner.dossier.pieces import check_text, insert_into
from routeplanner.dossier.records import Handeling, Leerling, Ontwerp
from routeplanner.dossier.records_lob import Bewijs
from routeplanner.dossier.tables import inhouden, stappen

if TYPE_CHECKING:
    from routeplanner.dossier.contract import BewijsContract, DossierContract, OntwerpContract

MAX_BYTES = 100 * 1024 * 1024
"""Of an export: what one pupil may have, with room for how JSON writes it."""


class Importing(Keeping):
    """What one does with the dossier of a pupil who comes."""

    def import_dossier(self, given: bytes, *, door: str = "") -> Leerling:
        """Keep a dossier that was exported, with the ids that it has, and return its pupil.

        Raises:
            NoDossierError: It is no such export.
            AlreadyThereError: The pupil, or something of the pupil, is there already.
            TooLargeError: It is too large.
            BewijsError: A file in it is none that can be taken in.
            TextError: A text in it cannot be kept.
            NotFoundError: Something in it is about what is not in it.
        """
        dossier = _read(given)
        with self._writing() as connection:
            leerling = insert_into(connection, Leerling(**dossier.leerling.model_dump()))
            for name, kind in LISTS.items():
                for told in getattr(dossier, name):
                    plain = told.model_dump()
                    if "competenties" in plain:
                        plain["competenties"] = tuple(plain["competenties"])
                    insert_into(connection, kind(leerling=leerling.id, **plain))
            for draft in dossier.ontwerpen:
                _keep_draft(connection, draft, leerling.id)
            for file in dossier.bewijzen:
                _keep_file(connection, file, leerling.id)
            self._note(connection, door, Handeling.GEIMPORTEERD, leerling)
            return leerling


def _read(given: bytes) -> DossierContract:
    from pydantic import ValidationError

    from routeplanner.dossier.contract import DossierContract

    if len(given) > MAX_BYTES:
        raise TooLargeError(MAX_BYTES)
    try:
        dossier = DossierContract.model_validate_json(given)
    except ValidationError as error:
        first = error.errors(include_input=False, include_context=False, include_url=False)[0]
        # a name that is not in the contract is the author's, and stays out of what is told
        known = first["loc"][:-1] if first["type"] == "extra_forbidden" else first["loc"]
        raise NoDossierError(".".join(map(str, known))) from None
    for number, draft in enumerate(dossier.ontwerpen):
        if draft.stap >= len(draft.stappen):
            raise NoDossierError(f"ontwerpen.{number}.stap")
    if sum(draft.gekozen for draft in dossier.ontwerpen) > 1:
        raise NoDossierError("ontwerpen")
    if sum(len(file.inhoud) for file in dossier.bewijzen) > MAX_FILES:
        raise NoRoomError(MAX_FILES)
    return dossier


def _keep_draft(connection: Connection, draft: OntwerpContract, leerling: str) -> None:
    document = draft.stappen[draft.stap].document
    told = draft.model_dump(exclude={"stappen"})
    insert_into(connection, Ontwerp(leerling=leerling, document=document, **told))
    for number, stap in enumerate(draft.stappen):
        check_text("wat", stap.wat, NAAM)
        check_text("document", stap.document, DOCUMENT)
        connection.execute(insert(stappen).values(ontwerp=draft.id, nummer=number, **stap.model_dump()))


def _keep_file(connection: Connection, file: BewijsContract, leerling: str) -> None:
    content = checked(file.inhoud)
    bewijs = Bewijs(
        leerling=leerling,
        soort=content.soort,
        omvang=len(content.bytes),
        sha256=sha256(content.bytes).hexdigest(),
        **file.model_dump(include={"id", "gemaakt", "naam", "ervaring"}),
    )
    insert_into(connection, bewijs)
    connection.execute(insert(inhouden).values(bewijs=bewijs.id, inhoud=content.bytes))
