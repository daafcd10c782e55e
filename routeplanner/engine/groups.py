"""Variables joined into groups."""

from __future__ import annotations

from collections.abc import Sequence


class Groups:
    """Variables, each in one group."""

    def __init__(self) -> None:
        self._parent: dict[int, int] = {}

    def _root(self, one: int) -> int:
        self._parent.setdefault(one, one)
        while self._parent[one] != one:
            self._parent[one] = self._parent[self._parent[one]]
            one = self._parent[one]
        return one

    def join(self, variables: Sequence[int]) -> None:
        """Make the groups of these variables one."""
        for variable in variables:
            self._parent[self._root(variable)] = self._root(variables[0])

    def members(self) -> set[int]:
        """Return every variable that was joined."""
        return set(self._parent)

    def all(self) -> list[frozenset[int]]:
        """Return the groups, by their first variable."""
        groups: dict[int, set[int]] = {}
        for variable in sorted(self._parent):
            groups.setdefault(self._root(variable), set()).add(variable)
        return [frozenset(group) for group in groups.values()]
