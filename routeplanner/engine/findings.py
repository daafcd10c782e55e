"""What an analysis finds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from routeplanner.engine.cases import Case
from routeplanner.model.curriculum import Route
from routeplanner.model.rules import Keuze


class Kind(Enum):
    """What was found, the worst first."""

    EMPTY = "empty"
    """There is no route at all."""
    LOOSER = "looser"
    """A bound of the school is looser than that of the law."""
    DEAD = "dead"
    """On offer, and in no route."""
    NO_CHOICE = "no-choice"
    """A rule asks for as many as there are."""
    NOBODY = "nobody"
    """A rule that holds for no pupil of this school."""
    REDUNDANT = "redundant"
    """A rule that the others imply."""
    FORCED = "forced"
    """Not mandatory, and in every route."""


@dataclass(frozen=True)
class Finding:
    """One thing that was found."""

    kind: Kind
    cases: tuple[Case, ...]
    """For whom; empty: for all."""
    rules: tuple[str, ...]
    """The rules that it is about: of LOOSER the school's and the law's."""
    because: tuple[str, ...]
    """The rules that make it so; not one of them can be missed."""
    choices: tuple[Keuze, ...]
    """What it is about: of EMPTY the choices of the clash."""
    witness: Route | None = None
    """A route that shows it, evaluated plainly."""

    @property
    def severity(self) -> str:
        """Whether it must be mended (`error`), should be looked at (`warning`) or is worth knowing (`note`)."""
        if self.kind in (Kind.EMPTY, Kind.LOOSER):
            return "error"
        return "note" if self.kind is Kind.FORCED else "warning"
