"""The schooljaar, leerjaren and perioden that the page goes by, also where a school does not tell them."""

from __future__ import annotations

from routeplanner.model.curriculum import Curriculum
from routeplanner.model.quantities import schooljaar_on
from routeplanner.web.forms import today

_YEARS = (3, 4)
_PERIODS = 4


def schooljaar_of(curriculum: Curriculum) -> int:
    """Return the year in which the schooljaar starts: that of the school's texts, or else the one it is now."""
    if curriculum.school is not None:
        return curriculum.school.schooljaar
    return schooljaar_on(today())


def years_of(curriculum: Curriculum) -> tuple[int, ...]:
    """Return the leerjaren of the school."""
    return curriculum.school.leerjaren if curriculum.school and curriculum.school.leerjaren else _YEARS


def periods_of(curriculum: Curriculum) -> range:
    """Return the perioden of a leerjaar."""
    last = curriculum.school.perioden if curriculum.school else None
    return range(1, (last or _PERIODS) + 1)
