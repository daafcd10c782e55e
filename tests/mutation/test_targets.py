"""One mistake is one message, on the right line, with a suggestion that restores what stood there.

The targets of the language's design, measured on real files; `python tests/mutation/report.py` shows the worst.
"""

from __future__ import annotations

import pytest
from mutation.campaign import PAIRS, pairs, sample, share, table
from mutation.judging import Verdict
from mutation.mistakes import KINDS

ONE_MESSAGE = 95
RIGHT_LINE = 98
RESTORED = 85
OF_EACH_KIND = 90
"""Of no kind of mistake fewer than this share is told in one message, and on the right line."""
BOTH_TOLD = 95
"""Of two mistakes at once neither hides the other."""


pytestmark = pytest.mark.xdist_group("mutation")


@pytest.fixture(scope="session")
def verdicts() -> list[Verdict]:
    found = sample()
    print(*table(found), sep="\n")
    return [verdict for verdict in found if verdict.counts]


def test_every_kind_of_mistake_was_made(verdicts: list[Verdict]) -> None:
    assert {verdict.kind for verdict in verdicts} == set(KINDS)
    assert len(verdicts) > 40 * len(KINDS)


def test_one_mistake_is_one_message(verdicts: list[Verdict]) -> None:
    assert share([len(verdict.told) == 1 for verdict in verdicts]) >= ONE_MESSAGE


def test_it_is_told_on_the_right_line(verdicts: list[Verdict]) -> None:
    assert share([verdict.right_line for verdict in verdicts]) >= RIGHT_LINE


def test_a_suggestion_restores_what_was_mistyped(verdicts: list[Verdict]) -> None:
    assert share([verdict.restores for verdict in verdicts if verdict.kind.typo]) >= RESTORED


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_no_kind_is_left_behind(verdicts: list[Verdict], kind: object) -> None:
    own = [verdict for verdict in verdicts if verdict.kind is kind]
    assert share([len(verdict.told) == 1 for verdict in own]) >= OF_EACH_KIND
    assert share([verdict.right_line for verdict in own]) >= OF_EACH_KIND


def test_no_mistake_goes_unnoticed(verdicts: list[Verdict]) -> None:
    unnoticed = [
        (v.mutant.page.file.path.name, v.mutant.was, v.mutant.became) for v in verdicts if v.unnoticed
    ]
    assert unnoticed == []


def test_of_two_mistakes_both_are_told() -> None:
    assert share([both for _, _, both in pairs(PAIRS)]) >= BOTH_TOLD
