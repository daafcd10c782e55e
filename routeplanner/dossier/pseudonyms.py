"""Dossiers of many pupils without who they are: to count and compare, and no more than that.

What is left out cannot leak: names, classes, everything that someone wrote, and days. That does not make it
anonymous. Whoever knows a pupil well, or has the key, may find that pupil in it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from routeplanner.dossier.keeping import Keeping
from routeplanner.dossier.pieces import fetch
from routeplanner.dossier.records import Handeling, Leerling

MIN_KEY = 16
"""Bytes of a key that nobody guesses."""


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
        from routeplanner.dossier.nameless import nameless

        with self._writing() as connection:  # who exported what is told in the trail
            pupils = [fetch(connection, Leerling, id_) for id_ in leerlingen]
            told = nameless(connection, pupils, key, programmas)
            for pupil in pupils:
                self._note(connection, door, Handeling.GEEXPORTEERD, pupil)
        return told
