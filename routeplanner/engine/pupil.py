"""A pupil who has chosen nothing yet."""

from __future__ import annotations

from collections.abc import Sequence

from routeplanner.language.vocabulary import fold
from routeplanner.model.curriculum import Route
from routeplanner.model.quantities import Leerweg
from routeplanner.text.source import Source, Span

_NOWHERE = Span(Source("", ""), 0, 0)


def pupil(  # noqa: PLR0913 - what is known of a pupil
    programma: str,
    leerweg: Leerweg,
    *,
    naam: str = "",
    doel: str | None = None,
    interesses: Sequence[str] = (),
    liever_niet: Sequence[str] = (),
) -> Route:
    """Return the route of a pupil who has chosen nothing yet.

    Args:
        programma: The id of the programme.
        leerweg: The leerweg.
        naam: The name of the route.
        doel: The name of a goal of the school.
        interesses: Kenmerken that the pupil likes.
        liever_niet: Kenmerken that the pupil likes not.
    """
    return Route(
        naam=naam,
        programma=programma,
        leerweg=leerweg,
        uitstroomprofiel=None,
        doel=None if doel is None else fold(doel),
        interesses=tuple(map(fold, interesses)),
        liever_niet=tuple(map(fold, liever_niet)),
        schooljaar=None,
        gekozen=(),
        afgewezen=(),
        afgerond=(),
        van=None,
        span=_NOWHERE,
    )
