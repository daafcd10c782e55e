"""What a check looks at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from routeplanner.language.syntax import Block
from routeplanner.language.vocabulary import fold
from routeplanner.model.curriculum import Curriculum
from routeplanner.model.quantities import Leerweg
from routeplanner.model.rules import EenheidId


@dataclass(frozen=True)
class Checked:
    """A linked curriculum with the blocks it came from."""

    curriculum: Curriculum
    blocks: tuple[Block, ...]
    unsure: frozenset[str]
    """Folded names in lines that could not be read: a check says nothing about these."""
    op: date
    """The day of the check."""

    def is_sure(self, id_: EenheidId) -> bool:
        """Tell whether no unreadable line speaks of this unit."""
        return fold(id_.code) not in self.unsure

    def taught(self, id_: EenheidId) -> tuple[Leerweg, ...]:
        """Return the leerwegen of the school in which its own pupils have this unit."""
        school = self.curriculum.school
        unit = self.curriculum.eenheden.get(id_)
        if school is None or unit is None or id_.programma not in school.programmas:
            return ()
        return tuple(leerweg for leerweg in school.leerwegen if leerweg in unit.toetsing)


def gezag_of(block: Block) -> str:
    """Return who a rule says it comes from; what does not say so is the school's."""
    said = next(block.alle("gezag"), None)
    return fold(said.waarden[0].span.text) if said is not None else "school"
