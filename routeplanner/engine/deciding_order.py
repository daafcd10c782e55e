"""In which order variables are decided, so that little has to be remembered at a time."""

from __future__ import annotations

from collections.abc import Sequence

from routeplanner.engine.normal import TRUE, Conjunction, Constraint


def deciding_order(
    members: frozenset[int],
    choices: frozenset[int],
    conjunctions: dict[int, Conjunction],
    constraints: Sequence[Constraint],
) -> list[int]:
    """Return an order in which little has to be remembered: after a choice, all that hangs on it alone."""
    order: list[int] = []
    seen: set[int] = set()

    def add(variable: int) -> None:
        if variable in seen or variable == TRUE:
            return
        seen.add(variable)
        for literal in conjunctions[variable].literals if variable in conjunctions else ():
            add(abs(literal))
        order.append(variable)

    alone: dict[int, list[int]] = {}
    for constraint in constraints:
        own = [variable for variable in constraint.variables if variable in choices]
        if len(own) == 1:
            alone.setdefault(own[0], []).extend(constraint.variables)
    for choice in sorted(members & choices):
        for variable in (choice, *alone.get(choice, ())):
            add(variable)
    for variable in sorted(members):
        add(variable)
    return order
