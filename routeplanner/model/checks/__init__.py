"""Is it well-formed? One function per code: `(checked) -> findings`, listed once, here."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from routeplanner.model.checks.circles import circle_in_time, circle_of_vereist
from routeplanner.model.checks.contradictions import contradictory_bounds, contradictory_orders
from routeplanner.model.checks.examples import impossible_expectation, without_expectation
from routeplanner.model.checks.exceptions import expired, needless, of_the_law
from routeplanner.model.checks.offers import not_in_leerweg, not_offered, not_read_for_this_year
from routeplanner.model.checks.parts import ce_split, se_not_covered
from routeplanner.model.checks.rules import not_alone, without_sentence, without_source
from routeplanner.model.checks.subject import Checked
from routeplanner.model.checks.time import no_such_time, not_in_this_period
from routeplanner.model.checks.words import one_word_for_many, unknown_kenmerk
from routeplanner.text.diagnostic import Diagnostic

__all__ = ["CHECKS", "Checked"]

CHECKS: tuple[Callable[[Checked], Iterable[Diagnostic]], ...] = (
    circle_of_vereist,
    circle_in_time,
    se_not_covered,
    ce_split,
    contradictory_bounds,
    contradictory_orders,
    not_offered,
    not_read_for_this_year,
    not_in_leerweg,
    expired,
    needless,
    of_the_law,
    without_expectation,
    impossible_expectation,
    without_sentence,
    without_source,
    not_alone,
    no_such_time,
    not_in_this_period,
    unknown_kenmerk,
    one_word_for_many,
)
