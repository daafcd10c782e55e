"""The ronde after a stage: each pupil of a class answers one question, and may show a photo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection, select, update

from routeplanner.dossier.keeping import Keeping
from routeplanner.dossier.pieces import check_references, claim, fetch, insert_into
from routeplanner.dossier.records import Handeling
from routeplanner.dossier.records_lob import Reflectie
from routeplanner.dossier.records_stage import Beurt, Beurtstaat, Ronde
from routeplanner.dossier.tables import beurten


class Ronden(Keeping):
    """What one does in a ronde."""

    def begin(self, ronde: Ronde, leerlingen: Sequence[str], *, door: str = "") -> Ronde:
        """Begin a ronde; each pupil gets a turn, in this order.

        Raises:
            NotFoundError: One of the pupils is not there.
            AlreadyThereError: One of them is in it twice.
            TextError: A text cannot be kept.
        """
        with self._writing() as connection:
            kept = self._insert(connection, ronde, door)
            for number, leerling in enumerate(leerlingen, 1):
                insert_into(connection, Beurt(leerling=leerling, ronde=kept.id, nummer=number))
            return kept

    def turns(self, ronde: str) -> tuple[Beurt, ...]:
        """Return the turns of a ronde in their order; of a pupil who was forgotten there is none.

        Raises:
            NotFoundError: There is no such ronde.
        """
        with self._reading() as connection:
            fetch(connection, Ronde, ronde)
            rows = connection.execute(
                select(beurten).where(beurten.c.ronde == ronde).order_by(beurten.c.nummer)
            )
            return tuple(Beurt(**row._mapping) for row in rows)  # noqa: SLF001 - a public name of SQLAlchemy

    def answer(
        self,
        beurt: Beurt,
        tekst: str,
        *,
        ervaring: str | None = None,
        bewijs: str | None = None,
        door: str = "",
    ) -> Beurt:
        """Keep an answer as a reflectie of the pupil, with the photo that was shown. A later answer takes its place.

        Args:
            beurt: The turn as it was seen.
            tekst: The answer.
            ervaring: The id of the experience that it is about: the stage.
            bewijs: The id of the photo; it was kept before.
            door: Who does it.

        Raises:
            Conflict: Someone else changed the turn meanwhile.
            NotFoundError: The turn is gone, or the experience or photo is not this pupil's.
            TextError: The answer cannot be kept.
        """
        with self._writing() as connection:
            theirs = claim(connection, replace(beurt, staat=Beurtstaat.BEANTWOORD))
            reflectie = self._reflected(connection, theirs, tekst, ervaring, door)
            kept = replace(
                theirs, staat=Beurtstaat.BEANTWOORD, reflectie=reflectie.id, bewijs=bewijs or theirs.bewijs
            )
            check_references(connection, kept, owner=kept.leerling)
            return self._keep_turn(connection, kept, door)

    def skip(self, beurt: Beurt, *, door: str = "") -> Beurt:
        """Pass over a pupil, who may have a turn later.

        Raises:
            Conflict: Someone else changed the turn meanwhile.
            NotFoundError: The turn is gone.
        """
        with self._writing() as connection:
            theirs = claim(connection, replace(beurt, staat=Beurtstaat.OVERGESLAGEN))
            return self._keep_turn(connection, replace(theirs, staat=Beurtstaat.OVERGESLAGEN), door)

    def _reflected(
        self, connection: Connection, beurt: Beurt, tekst: str, ervaring: str | None, door: str
    ) -> Reflectie:
        ronde = fetch(connection, Ronde, beurt.ronde)
        if beurt.reflectie is not None:
            before = fetch(connection, Reflectie, beurt.reflectie)
            return self._update(
                connection, replace(before, tekst=tekst, ervaring=ervaring or before.ervaring), door
            )
        reflectie = Reflectie(
            leerling=beurt.leerling,
            competentie=ronde.competentie,
            tekst=tekst,
            datum=ronde.datum,
            ervaring=ervaring,
        )
        return self._insert(connection, reflectie, door)

    def _keep_turn(self, connection: Connection, beurt: Beurt, door: str) -> Beurt:
        told = {"staat": beurt.staat, "reflectie": beurt.reflectie, "bewijs": beurt.bewijs}
        connection.execute(update(beurten).where(beurten.c.id == beurt.id).values(told))
        self._note(connection, door, Handeling.GEWIJZIGD, beurt)
        return beurt
