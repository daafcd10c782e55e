"""Forty faults to plant in the engine, one at a time: each has to turn some test red."""

from __future__ import annotations

from typing import NamedTuple


class Fault(NamedTuple):
    """A text that stands once in a file of the engine, and what is put in its place."""

    file: str
    was: str
    becomes: str


FAULTS = (
    # what a pupil can choose
    Fault("onderdelen", "self.keuze.eenheid is not None and not self.eigen", "not self.eigen"),
    Fault("onderdelen", "self.eigen and self.keuze.soort is KeuzeSoort", "self.keuze.soort is KeuzeSoort"),
    Fault("onderdelen", "uitgesloten=eigen and self._mark(unit) in _CE", "uitgesloten=eigen"),
    Fault("onderdelen", "KeuzeSoort.MODULE and basis.eigen", "KeuzeSoort.MODULE"),
    Fault("onderdelen", "if unit.keuze or unit.sectordeel is not None or", "if unit.keuze or"),
    Fault("onderdelen", "unit.omvang or basis.minuten", "basis.minuten"),
    Fault("onderdelen", "last.perioden or own.perioden", "last.perioden"),
    Fault("selection", "{*self.gekozen, *self.route.afgewezen}", "{*self.gekozen}"),
    # counting
    Fault("counting", "KeuzeSoort.KEUZEVAK, KeuzeSoort.MODULE)", "KeuzeSoort.KEUZEVAK,)"),
    Fault("counting", "None if low is None else max(0, low - bonus)", "low"),
    Fault("counting", "if not thing & keuzes:", "if thing:"),
    Fault("counting", "any(fold(one) in asked for one in mine)", "all(fold(one) in asked for one in mine)"),
    Fault("counting", "fits_still and any(map(", "any(map("),
    Fault("counting", "telling.grootheid is not None and onderdeel", "onderdeel"),
    # where things stand
    Fault("placing", "elif amount > high:", "elif amount >= high:"),
    Fault("placing", "min(amount, low or 0)", "min(amount, 1)"),
    Fault("placing", "    return given or put\n", "    return put\n"),
    Fault(
        "everywhere", "{Leerweg.KB} if selection.leerweg is Leerweg.BB", "{Leerweg.KB} if selection.leerweg"
    ),
    Fault("everywhere", "and latest < earliest", "and latest <= earliest"),
    Fault("everywhere", "offered = onderdeel.verplicht or onderdeel.te_kiezen", "offered = True"),
    # sentences
    Fault("sentences", "earliest < latest", "earliest <= latest"),
    Fault("sentences", "clash = self._any_there(zin.links) and", "clash = self._any_there(zin.links) or"),
    Fault("sentences", "replaced = all(self._there", "replaced = any(self._there"),
    Fault(
        "sentences",
        "if not all(self._there(thing) for thing in things(zin.als))",
        "if not any(self._there(thing) for thing in things(zin.als))",
    ),
    Fault(
        "sentences",
        "condition is None and stand is not Stand.VOLDAAN",
        "condition is None and stand is Stand.OPEN",
    ),
    Fault("replacing", "return all(any(keuze in have", "return any(any(keuze in have"),
    Fault("scope", "self._of_hard if hard else self._of_all", "self._of_all"),
    Fault("scope", "(not bereik.doelen or route.doel in bereik.doelen)", "True"),
    # all rules together
    Fault(
        "lowering",
        "self._problem.forbid(regel.id, (*left, other))",
        "self._problem.forbid(regel.id, (left[0], other))",
    ),
    Fault("lowering", "low=zin.laag, guard=(*guard, *known)", "low=zin.laag, guard=guard"),
    Fault("lowering", "high=telling.laag - 1", "high=telling.laag"),
    Fault("lowering", "low=telling.hoog + 1", "low=telling.hoog"),
    Fault(
        "lowering",
        "(1, self._problem.all_of((-self._thing(thing), self._problem.any_of(ways))))",
        "(1, self._problem.any_of(ways))",
    ),
    Fault("lowering", "    lower_order(selection, problem, timing)\n", ""),
    Fault("lowering_everywhere", "here, high=room)", "here, high=room + 1)"),
    Fault("timing", "high=0, guard=(-choice,)", "high=1, guard=(-choice,)"),
    Fault("normal", "kept[literal] = kept.get(literal, 0) + weight", "kept[literal] = weight"),
    # answers
    Fault("worth", "NEAREST + 1 - _steps", "NEAREST + 2 - _steps"),
    Fault("score", '"nabij": [(-number,', '"nabij": [(number,'),
    Fault("joint", "-literal for _, literal in outside(selection, problem)", "-literal for _, literal in ()"),
    Fault("following", "if (-v if b else v) not in fixed)", "if (-v if b else v) not in ())"),
    Fault("fields", "return code if guarded or code != _FAILS else None", "return code"),
    Fault("repairs", "if keuze not in free and literal not in wanted", "if literal not in wanted"),
    Fault("clashes", "if self._impossible(self._fixed, fewer):", "if True:"),
    Fault("options", "Status.OPEN if literal in seen.false else", "Status.OPEN if literal else"),
)
