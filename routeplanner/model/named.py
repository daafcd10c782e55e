"""Things of one kind that go by a name: which there are, and what they were called before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from routeplanner.language.syntax import Atom
from routeplanner.language.vocabulary import fold
from routeplanner.text.diagnostic import Diagnostic, found, label
from routeplanner.text.source import Span


@dataclass(slots=True)
class Named:
    """The things of one kind that are known by name: folded name to the name as declared and its place."""

    soort: str
    names: dict[str, tuple[str, Span]] = field(default_factory=dict)
    earlier: dict[str, str] = field(default_factory=dict)
    """Folded earlier names to the present folded name."""

    def declare(self, atom: Atom, diagnostics: list[Diagnostic], heette: Iterable[Atom] = ()) -> bool:
        """Add a name; False, and told, where it is there already."""
        key = fold(atom.value)
        if key in self.names:
            first = self.names[key][1]
            diagnostics.append(
                found(
                    "RP204",
                    atom.span,
                    kind=self.soort,
                    name=atom.value,
                    related=[label(first, "hier-staat-de-eerste")],
                )
            )
            return False
        self.names[key] = (atom.value, atom.span)
        for old in heette:
            self.earlier[fold(old.value)] = key
        return True

    def find(self, name: str) -> str | None:
        """Return the present folded name, also for an earlier one."""
        key = fold(name)
        return key if key in self.names else self.earlier.get(key)
