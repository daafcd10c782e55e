"""A sample of mistakes, and what became of them, per kind."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from random import Random

from mutation.judging import Verdict, both_told, judge
from mutation.mistakes import KINDS, Kind
from mutation.settings import Page, settings

CAMPAIGN = os.environ.get("ROUTEPLANNER_CAMPAIGN") == "1"
PER_KIND = 2_000 if CAMPAIGN else 60
"""Mistakes of each kind; fewer where a kind has fewer places."""
PAIRS = 2_000 if CAMPAIGN else 60
"""Times that two mistakes are made at once."""
_TRIES = 20
"""Times as many that are drawn, as some change nothing and some are the same again."""


def sample(kinds: Iterable[Kind] = KINDS, *, per_kind: int = PER_KIND, seed: int = 1) -> list[Verdict]:
    """Return what became of as many mistakes of each kind, the same ones each time."""
    pages = [page for setting in settings() for page in setting.pages]
    return [verdict for kind in kinds for verdict in _of_kind(kind, pages, per_kind, seed)]


def _of_kind(kind: Kind, pages: Sequence[Page], count: int, seed: int) -> list[Verdict]:
    rng = Random(f"{seed} {kind.name}")  # noqa: S311 - the same mistakes each time
    places = [place for page in pages for place in kind.places(page)]
    seen: set[tuple[Page, str]] = set()
    found: list[Verdict] = []
    for _ in range(_TRIES * count):
        if len(found) == count:
            break
        mutant = kind.change(rng.choice(places), rng)
        if mutant is not None and (mutant.page, mutant.text) not in seen:
            seen.add((mutant.page, mutant.text))
            found.append(judge(kind, mutant))
    return found


def pairs(count: int, *, seed: int = 1) -> list[tuple[Verdict, Verdict, bool]]:
    """Return two mistakes made at once in two files of a project, and whether each is still told."""
    rng = Random(seed)  # noqa: S311 - the same mistakes each time
    found: list[tuple[Verdict, Verdict, bool]] = []
    projects = [setting for setting in settings() if len(setting.pages) > 1]
    while len(found) < count:
        one, other = rng.sample(rng.choice(projects).pages, 2)
        first, second = _told_by_itself(one, rng), _told_by_itself(other, rng)
        if first is not None and second is not None:
            found.append((first, second, both_told(first, second)))
    return found


def _told_by_itself(page: Page, rng: Random) -> Verdict | None:
    """Return one mistake in a page, of any kind, that is told well by itself."""
    kind = rng.choice(KINDS)
    places = list(kind.places(page))
    mutant = kind.change(rng.choice(places), rng) if places else None
    verdict = judge(kind, mutant) if mutant is not None else None
    return verdict if verdict is not None and verdict.right_line else None


# ---- shares


def share(verdicts: Sequence[bool]) -> float:
    """Return the share that is true, in percent; of none it is all."""
    return 100 * sum(verdicts) / len(verdicts) if verdicts else 100.0


_HEAD = f"{'kind':26} {'made':>5} {'valid':>6} {'one':>6} {'line':>6} {'restore':>8} {'refused':>8} {'unnoticed':>10}"


def table(verdicts: Sequence[Verdict]) -> list[str]:
    """Return a row per kind, and one for all."""
    rows = [_HEAD, "-" * len(_HEAD)]
    for kind in KINDS:
        own = [verdict for verdict in verdicts if verdict.kind is kind]
        if own:
            rows.append(_row(kind.name, own))
    typos = [verdict for verdict in verdicts if verdict.kind.typo]
    return [*rows, "-" * len(_HEAD), _row("typos", typos), _row("all", verdicts)]


def _row(name: str, verdicts: Sequence[Verdict]) -> str:
    counted = [verdict for verdict in verdicts if verdict.counts]
    one = share([len(verdict.told) == 1 for verdict in counted])
    line = share([verdict.right_line for verdict in counted])
    restores = share([verdict.restores for verdict in counted])
    refused = sum(bool(verdict.refused) for verdict in counted)
    unnoticed = sum(verdict.unnoticed for verdict in counted)
    valid = len(verdicts) - len(counted)
    return f"{name:26} {len(verdicts):5} {valid:6} {one:6.1f} {line:6.1f} {restores:8.1f} {refused:8} {unnoticed:10}"


def reasons(verdicts: Iterable[Verdict]) -> Counter[tuple[str, str]]:
    """Return how often a text with a mistake was itself right, per kind and reason."""
    return Counter((verdict.kind.name, verdict.valid) for verdict in verdicts if not verdict.counts)
