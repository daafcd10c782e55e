"""Who has had a loopbaangesprek."""

from __future__ import annotations

from sqlalchemy import exists, select

from routeplanner.dossier.keeping import Keeping
from routeplanner.dossier.records import Leerling
from routeplanner.dossier.tables import gesprekken, leerlingen


class Gesprekken(Keeping):
    """What one asks of the gesprekken of many pupils."""

    def without_gesprek(self, leerjaar: int, periode: int, **equal: object) -> tuple[Leerling, ...]:
        """Return the pupils with whom no gesprek was held in a periode; one that is planned is not held.

        Args:
            leerjaar: In which the gesprek would be.
            periode: Idem.
            equal: Which pupils are asked about, by their fields: `klas="3A"`, `mentor="…"`.
        """
        held = (
            exists()
            .where(gesprekken.c.leerling == leerlingen.c.id)
            .where(gesprekken.c.leerjaar == leerjaar, gesprekken.c.periode == periode, gesprekken.c.gevoerd)
        )
        asked = select(leerlingen).where(~held, *(leerlingen.c[name] == of for name, of in equal.items()))
        with self._reading() as connection:
            rows = connection.execute(asked.order_by(leerlingen.c.gemaakt, leerlingen.c.id))
            return tuple(Leerling(**row._mapping) for row in rows)  # noqa: SLF001 - a public name of SQLAlchemy
