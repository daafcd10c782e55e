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

    for choice in sorted(members & choices):
        add(choice)
        for constraint in constraints:
            variables = constraint.variables
            own = [v for v in variables if v in choices]
            if choice in own and len(own) == 1:
                for variable in variables:
                    add(variable)
    for variable in sorted(members):
        add(variable)
    return order
