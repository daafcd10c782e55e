"""Print what becomes of mistakes, per kind, with the worst examples.

`python tests/mutation/report.py [KIND…] [--per-kind N] [--seed N] [--worst N] [--valid]`
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from mutation.campaign import PER_KIND, reasons, sample, table
from mutation.judging import Verdict
from mutation.mistakes import KINDS

from routeplanner.present.words import Words

_FAULTS: dict[str, Callable[[Verdict], bool]] = {
    "unnoticed": lambda verdict: verdict.unnoticed,
    "more than one message": lambda verdict: len(verdict.told) > 1,
    "on another line": lambda verdict: bool(verdict.told) and not verdict.right_line,
    "a suggestion that would be refused": lambda verdict: bool(verdict.refused),
    "not restored": lambda verdict: verdict.kind.typo and bool(verdict.told) and not verdict.restores,
}


def main() -> None:
    """Print the table and the worst examples."""
    parser = argparse.ArgumentParser()
    parser.add_argument("kinds", nargs="*")
    parser.add_argument("--per-kind", type=int, default=PER_KIND)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--worst", type=int, default=5)
    parser.add_argument("--valid", action="store_true")
    asked = parser.parse_args()
    kinds = [kind for kind in KINDS if not asked.kinds or any(name in kind.name for name in asked.kinds)]
    verdicts = sample(kinds, per_kind=asked.per_kind, seed=asked.seed)
    for name, is_fault in _FAULTS.items():
        _examples(name, [verdict for verdict in verdicts if is_fault(verdict)], asked.worst)
    if asked.valid:
        _examples(
            "right in itself",
            [v for v in verdicts if not v.counts and v.valid != "means the same"],
            asked.worst,
        )
    print("\n".join(f"{count:5} {kind}: {why}" for (kind, why), count in sorted(reasons(verdicts).items())))
    print()
    print("\n".join(table(verdicts)))


def _examples(name: str, faults: Iterable[Verdict], most: int) -> None:
    by_kind: dict[str, list[Verdict]] = {}
    for verdict in faults:
        by_kind.setdefault(verdict.kind.name, []).append(verdict)
    for kind, verdicts in by_kind.items():
        print(f"== {name}: {kind} ({len(verdicts)})")
        for verdict in verdicts[:most]:
            _example(verdict)


def _example(verdict: Verdict) -> None:
    mutant = verdict.mutant
    print(
        f"   {mutant.page.file.path.name}:{min(mutant.where)}: {mutant.was!r} -> {mutant.became!r}  {verdict.valid}"
    )
    words = Words()
    for told in verdict.told[:4]:
        place = told.span.source.position(told.span.start)
        help_ = f" [{words.help(told.help)}]" if told.help else ""
        fix = f" {{{told.fixes[0].text}}}" if told.fixes else ""
        print(f"      {told.code} {told.span.source.path}:{place.line}: {words.message(told)}{help_}{fix}")


if __name__ == "__main__":
    main()
