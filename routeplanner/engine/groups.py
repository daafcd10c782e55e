"""Variables joined into groups."""

from __future__ import annotations

from collections.abc import Sequence


class Groups:
    """Variables, each in one group."""

    def __init__(self) -> None:
        self._parent: dict[int, int] = {}

    def of(self, one: int) -> int:
        """Return the one that stands for the group."""
        self._parent.setdefault(one, one)
        while self._parent[one] != one:
            self._parent[one] = self._parent[self._parent[one]]
            one = self._parent[one]
        return one

    def join(self, variables: Sequence[int]) -> None:
        """Make the groups of these variables one."""
        for variable in variables:
            self._parent[self.of(variable)] = self.of(variables[0])

    def members(self) -> set[int]:
        """Return every variable that was joined."""
        return set(self._parent)

    def all(self) -> dict[int, frozenset[int]]:
        """Return the groups, by the one that stands for each."""
        groups: dict[int, set[int]] = {}
        for variable in sorted(self._parent):
            groups.setdefault(self.of(variable), set()).add(variable)
        return {group: frozenset(members) for group, members in groups.items()}
