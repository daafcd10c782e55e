"""A digest of the facts in the official texts, so that they can be compared where the lists are not at hand.

One line for each unit: a JSON array of the programme's id, the code, the occurrence, the title, and pairs of
leerweg and toetsing in the order BB, KB, GL, TL; without spaces, letters as they are. A programme's digest is
the SHA-256 of its lines, sorted, joined by a line feed, in UTF-8.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from lob import LEERWEGEN, Eenheid, Programma, Soort

if TYPE_CHECKING:
    from collections.abc import Iterable


def digest(programmas: Iterable[Programma]) -> dict[str, Any]:
    """Return the totals, and for each file the programme, its number of units and their digest."""
    lijst = sorted(programmas, key=lambda programma: programma.pad)
    return {
        "totaal": _totaal(lijst),
        "programmas": {
            programma.pad: {
                "id": programma.id,
                "eenheden": len(programma.eenheden),
                "sha256": _sha256(programma),
            }
            for programma in lijst
        },
    }


def regel(programma: Programma, eenheid: Eenheid) -> str:
    """Return the line of one unit."""
    toetsing = [[leerweg, eenheid.toetsing[leerweg]] for leerweg in LEERWEGEN if leerweg in eenheid.toetsing]
    feit = [programma.id, eenheid.code, eenheid.voorkomen, eenheid.titel, toetsing]
    return json.dumps(feit, ensure_ascii=False, separators=(",", ":"))


def _totaal(programmas: list[Programma]) -> dict[str, int]:
    soorten = Counter(eenheid.soort for programma in programmas for eenheid in programma.eenheden)
    return {
        "programmas": len(programmas),
        "eenheden": soorten[Soort.EENHEID],
        "modules": soorten[Soort.MODULE],
        "keuzevakken": soorten[Soort.KEUZEVAK],
    }


def _sha256(programma: Programma) -> str:
    regels = sorted(regel(programma, eenheid) for eenheid in programma.eenheden)
    return hashlib.sha256("\n".join(regels).encode()).hexdigest()
