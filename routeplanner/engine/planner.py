"""The conversation: one compiled problem, many clicks."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from threading import Event
from types import TracebackType
from typing import Self

from routeplanner.engine.calling import meant, nearly
from routeplanner.engine.count import Number, count_routes
from routeplanner.engine.joint import finish, kept
from routeplanner.engine.limits import SECONDS, limit
from routeplanner.engine.lowering import lower
from routeplanner.engine.notes import Note
from routeplanner.engine.offering import every_choice, why_never
from routeplanner.engine.options import Option, Reason, reason, survey
from routeplanner.engine.own import own_of
from routeplanner.engine.repairs import Repair, repaired
from routeplanner.engine.scope import scope_of
from routeplanner.engine.selection import Selection, select
from routeplanner.engine.solve import Solver
from routeplanner.engine.suggest import suggest
from routeplanner.engine.suggestion import Known, Suggestions
from routeplanner.engine.verdict import Verdict, judge_selected
from routeplanner.model.curriculum import Curriculum, Gekozen, Route
from routeplanner.model.rules import Keuze


class UnknownChoiceError(ValueError):
    """No choice of this pupil is written so, or more than one is."""

    def __init__(self, choice: str, likely: tuple[Keuze, ...] = ()) -> None:
        super().__init__(choice)
        self.likely = likely
        """The choices that may be meant."""


class NotOfferedError(ValueError):
    """The choice exists, but this pupil can never take it."""

    def __init__(self, choice: str, why: Note) -> None:
        super().__init__(choice)
        self.why = why
        """What is in the way; see `offering.py`."""


class _Compiled:
    """The problem of a pupil as long as what it has of the route stays the same, with its solver."""

    def __init__(self, selection: Selection) -> None:
        self.problem = lower(selection, scope_of(selection))
        self.own = own_of(selection)

    @cached_property
    def solver(self) -> Solver:
        """The solver of this problem; one for all questions."""
        return Solver(self.problem, rich=True)


class Planner:
    """A route that grows click by click, with what is still possible at every step.

    Each planner has a solver of its own: use one per thread.

    Args:
        curriculum: The texts that hold.
        route: Where the conversation starts.
        seconds: How long any one question may take.
        memory: How many bytes more any one question may take.
    """

    def __init__(
        self, curriculum: Curriculum, route: Route, *, seconds: float = SECONDS, memory: int | None = None
    ) -> None:
        self._curriculum = curriculum
        self._seconds = seconds
        self._memory = memory
        self._question = Event()
        self._history = [route]
        self._undone: list[Route] = []
        self._compiled: _Compiled | None = None
        self._selection: Selection | None = None
        self._judged: Verdict | None = None

    def __enter__(self) -> Self:
        """Return the planner itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let the solver go."""
        self._compiled = None

    @property
    def route(self) -> Route:
        """The route as it is now."""
        return self._history[-1]

    @property
    def selection(self) -> Selection:
        """What the pupil can choose, and has chosen now."""
        if self._selection is None or self._selection.route is not self.route:
            self._selection = select(self._curriculum, self.route, self._selection)
        return self._selection

    # ---- clicks

    def choose(
        self, choice: str | Keuze, *, leerjaar: int | None = None, periode: int | None = None
    ) -> Verdict:
        """Add a choice, or give it another place; return the verdict after it.

        Raises:
            UnknownChoiceError: Nothing is written so.
        """
        keuze = self._named(choice)
        gekozen = Gekozen(keuze, leerjaar, () if periode is None else (periode,), None, self.route.span)
        others = tuple(other for other in self.route.gekozen if other.keuze != keuze)
        declined = tuple(other for other in self.route.afgewezen if other != keuze)
        return self._go(replace(self.route, gekozen=(*others, gekozen), afgewezen=declined))

    def decline(self, choice: str | Keuze) -> Verdict:
        """Leave a choice out for good; return the verdict after it.

        Raises:
            UnknownChoiceError: Nothing is written so.
        """
        keuze = self._named(choice)
        others = tuple(other for other in self.route.gekozen if other.keuze != keuze)
        declined = tuple(dict.fromkeys((*self.route.afgewezen, keuze)))
        return self._go(replace(self.route, gekozen=others, afgewezen=declined))

    def release(self, choice: str | Keuze) -> Verdict:
        """Take a choice, or its being declined, back; return the verdict after it.

        Raises:
            UnknownChoiceError: Nothing is written so.
        """
        keuze = self._named(choice)
        others = tuple(other for other in self.route.gekozen if other.keuze != keuze)
        declined = tuple(other for other in self.route.afgewezen if other != keuze)
        return self._go(replace(self.route, gekozen=others, afgewezen=declined))

    def mend(self, repair: Repair) -> Verdict:
        """Make the changes of a repair; return the verdict after it."""
        return self._go(repaired(self.route, repair))

    def follow(self, route: Route) -> Verdict:
        """Go on from another route, such as that of a suggestion; return the verdict on it."""
        return self._go(route)

    def undo(self) -> bool:
        """Go one click back; False where there is none."""
        if len(self._history) == 1:
            return False
        self._undone.append(self._history.pop())
        return True

    def redo(self) -> bool:
        """Take back an undo; False where there is none."""
        if not self._undone:
            return False
        self._history.append(self._undone.pop())
        return True

    def _go(self, route: Route) -> Verdict:
        self._history.append(route)
        self._undone.clear()
        return self.verdict()

    def _named(self, choice: str | Keuze) -> Keuze:
        known = self.selection.onderdelen
        if isinstance(choice, Keuze):
            if choice in known:
                return choice
            raise UnknownChoiceError(str(choice))
        found = meant(known, choice)
        if len(found) == 1:
            return found[0]
        raise UnknownChoiceError(choice, found or nearly(known, choice))

    def _meant(self, choice: str | Keuze) -> Keuze:
        """Return the choice that is named, also where it is only there for others."""
        try:
            return self._named(choice)
        except UnknownChoiceError:
            found = meant(every_choice(self._curriculum), str(choice))
            if len(found) != 1:
                raise
            return found[0]

    # ---- questions

    @contextmanager
    def _asking(self) -> Iterator[None]:
        """Hold one question to the limits, and let `cancel` reach it."""
        self._question = Event()
        with limit(self._seconds, memory=self._memory, cancelled=self._question):
            yield

    def cancel(self) -> None:
        """End the question that another thread is waiting for; that one gets a CancelledError."""
        self._question.set()

    def _now(self) -> _Compiled:
        """Return the problem as it is after the clicks so far; most clicks leave it as it was."""
        selection = self.selection
        if self._compiled is None or self._compiled.own != own_of(selection):
            self._compiled = _Compiled(selection)
        return self._compiled

    def verdict(self) -> Verdict:
        """Return the verdict on the route as it is now.

        Raises:
            CancelledError: It was cancelled.
        """
        judged = self._judged
        if judged is None or judged.selection is not self.selection or judged.limit is not None:
            with self._asking():
                compiled, selection = self._now(), self.selection
                judged = judge_selected(
                    selection,
                    scope_of(selection),
                    lambda: compiled.problem,
                    seconds=self._seconds,
                    solver=lambda: compiled.solver,
                )
            self._judged = judged  # a click is judged once, however often one asks
        return judged

    def options(self, among: Collection[Keuze] | None = None) -> tuple[Option, ...]:
        """Return every choice with how it stands now.

        Args:
            among: Only these choices, such as those on a screen: that is faster.

        Raises:
            LimitReachedError: A limit was reached.
            CancelledError: It was cancelled.
        """
        with self._asking():
            return self._options(among)

    def _options(self, among: Collection[Keuze] | None = None) -> tuple[Option, ...]:
        compiled = self._now()
        return tuple(survey(self.selection, compiled.problem, compiled.solver, among))

    def suggest(self, most: int = 3) -> Suggestions:
        """Return the best ways to go on from here that really differ.

        Args:
            most: How many at most.

        Raises:
            LimitReachedError: A limit was reached before there was anything to search.
            CancelledError: Another thread wants no answer any more.
        """
        with self._asking():
            compiled = self._now()
            known = Known(self.selection, compiled.problem, lambda: compiled.solver)
            return suggest(self._curriculum, self.route, most, seconds=self._seconds, known=known)

    def count(self) -> Number:
        """Return how many geldige routes there still are.

        Raises:
            LimitReachedError: A limit was reached before it was known whether there is one at all.
            CancelledError: It was cancelled.
        """
        with self._asking():
            problem, selection = self._now().problem, self.selection
            fixed = [literal for literals in kept(selection, problem) for literal in literals]
            with limit(self._seconds / 2):
                number = count_routes(problem, fixed)
            if number.exact or finish(selection, problem) is not None:
                return number
            return Number(0, exact=True)

    def why(self, choice: str | Keuze) -> Reason:
        """Return why a choice is closed or forced, with the smallest repairs.

        Raises:
            UnknownChoiceError: Nothing is written so.
            NotOfferedError: This pupil can never take it.
            LimitReachedError: A limit was reached.
            CancelledError: It was cancelled.
        """
        with self._asking():
            keuze = self._meant(choice)
            option = next((option for option in self._options() if option.keuze == keuze), None)
            if option is None:
                raise NotOfferedError(str(keuze), why_never(self.selection, keuze))
            return reason(self.selection, self._now().problem, option)
