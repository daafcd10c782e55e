"""What becomes of single mistakes in real files: the promises of the language, held on a fixed sample."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from mutation.campaign import sample, share, table
from mutation.judging import Verdict


@pytest.fixture(scope="module")
def verdicts() -> list[Verdict]:
    found = sample()
    print("\n".join(table(found)))
    return [verdict for verdict in found if verdict.counts]


@pytest.mark.xdist_group("mutation")
def test_the_sample_is_large(verdicts: list[Verdict]) -> None:
    assert len(verdicts) > 900
    assert sum(verdict.kind.typo for verdict in verdicts) > 250


@pytest.mark.xdist_group("mutation")
def test_one_mistake_is_one_message(verdicts: list[Verdict]) -> None:
    assert share([len(verdict.told) == 1 for verdict in verdicts]) >= 95


@pytest.mark.xdist_group("mutation")
def test_the_message_is_on_the_right_line(verdicts: list[Verdict]) -> None:
    assert share([verdict.right_line for verdict in verdicts]) >= 98


@pytest.mark.xdist_group("mutation")
def test_a_suggestion_restores_a_typo(verdicts: list[Verdict]) -> None:
    assert share([verdict.restores for verdict in verdicts if verdict.kind.typo]) >= 85


@pytest.mark.xdist_group("mutation")
def test_no_suggestion_would_be_refused(verdicts: list[Verdict]) -> None:
    assert [verdict.mutant.became for verdict in verdicts if verdict.refused] == []


@pytest.mark.xdist_group("mutation")
def test_nothing_goes_unnoticed(verdicts: list[Verdict]) -> None:
    assert [(verdict.kind.name, verdict.mutant.became) for verdict in verdicts if verdict.unnoticed] == []
