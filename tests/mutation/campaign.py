"""A sample of mistakes, and what became of them, per kind."""

from __future__ import annotations

import os
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from random import Random

from mutation.judging import Verdict, judge
from mutation.mistakes import KINDS, Kind
from mutation.settings import settings

PER_KIND = 2_000 if os.environ.get("ROUTEPLANNER_CAMPAIGN") == "1" else 60
"""Mistakes of each kind; where a kind has fewer places, some are made twice in the same one."""


def sample(kinds: Iterable[Kind] = KINDS, *, per_kind: int = PER_KIND, seed: int = 1) -> list[Verdict]:
    """Return what became of as many mistakes of each kind, the same ones each time."""
    pages = [page for setting in settings() for page in setting.pages]
    found = []
    for kind in kinds:
        rng = Random(seed * 1_000_003 + zlib.crc32(kind.name.encode()))  # noqa: S311 - the same mistakes each time
        places = [place for page in pages for place in kind.places(page)]
        wanted = per_kind
        seen: set[tuple[object, str]] = set()
        for _ in range(20 * per_kind):
            mutant = kind.change(rng.choice(places), rng)
            if mutant is None or (mutant.page, mutant.text) in seen:
                continue
            seen.add((mutant.page, mutant.text))
            found.append(judge(kind, mutant))
            wanted -= 1
            if not wanted:
                break
    return found


def share(verdicts: Sequence[bool]) -> float:
    """Return the share that is true, in percent; of none it is all."""
    return 100 * sum(verdicts) / len(verdicts) if verdicts else 100.0


def table(verdicts: Sequence[Verdict]) -> list[str]:
    """Return a row per kind, and one for all."""
    counted = f"{'one':>6} {'line':>6} {'restore':>8} {'refused':>8} {'unnoticed':>10}"
    head = f"{'kind':26} {'made':>5} {'valid':>6} {counted}"
    rows = [head, "-" * len(head)]
    for kind in KINDS:
        own = [verdict for verdict in verdicts if verdict.kind is kind]
        if own:
            rows.append(_row(kind.name, own))
    typos = [verdict for verdict in verdicts if verdict.kind.typo]
    return [*rows, "-" * len(head), _row("typos", typos), _row("all", verdicts)]


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
