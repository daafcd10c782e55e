"""How a rule stands for a route."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from routeplanner.model.quantities import Gezag
from routeplanner.model.rules import Maat, Regel
from routeplanner.text.source import Span


class Stand(Enum):
    """How a rule stands; the order is that of `worst`."""

    OVERTREDEN = "overtreden"
    """Not met, and no addition can meet it."""
    OPEN = "open"
    """Not met, but some addition could meet it."""
    ONBESLIST = "onbeslist"
    """A limit was reached before this was known."""
    NIET_GECONTROLEERD = "niet gecontroleerd"
    """Nobody can say: the content, or the hours, are not known."""
    VOLDAAN = "voldaan"


_ORDER = {stand: index for index, stand in enumerate(Stand)}


def worst(standen: Iterable[Stand]) -> Stand:
    """Return how a rule stands of which every sentence stands so; without any it is voldaan."""
    return min(standen, key=_ORDER.__getitem__, default=Stand.VOLDAAN)


@dataclass(frozen=True, slots=True)
class Bedrag:
    """What a counting sentence found."""

    maat: Maat
    waarde: int
    """In minutes, weeks or pieces."""
    zin: Span
    per: tuple[tuple[int, tuple[int, ...]], ...] = ()
    """Of a sentence `per leerjaar` or `per periode`: each leerjaar with what its stretches of time have."""
    los: int = 0
    """What is in none of these yet, because it may stand in several."""


@dataclass(frozen=True, slots=True)
class RuleState:
    """One rule for one route."""

    id: str
    stand: Stand
    hard: bool
    gezag: Gezag
    regel: Regel | None
    """None: a rule that holds everywhere."""
    zinnen: tuple[tuple[Span, Stand], ...] = ()
    """Each sentence with how it stands; empty for a rule that holds everywhere."""
    bedragen: tuple[Bedrag, ...] = ()
    choices: tuple[str, ...] = ()
    """The choices that break it, as the language writes them, where they are few and certain."""

    @property
    def state(self) -> str:
        """The word for how it stands."""
        return self.stand.value
