"""Two to eight teachers at one dossier, who each know what they last read: no change is ever lost."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from itertools import count

import pytest
from dossier.postgresql import Server
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from routeplanner.dossier.errors import Conflict, NothingLeftError
from routeplanner.dossier.records import Leerling, Ontwerp
from routeplanner.dossier.store import Store

CAMPAIGN = os.environ.get("ROUTEPLANNER_CAMPAIGN") == "1"
STEPS = 50
"""Per conversation; the sizes below are of conversations."""
ON_SQLITE = 4_000 if CAMPAIGN else 125
ON_POSTGRESQL = 400 if CAMPAIGN else 20
MOST = 8

teachers = st.integers(0, MOST - 1)


@dataclass
class Model:
    """What must be kept of a draft: plain Python, that knows nothing of a database."""

    versie: int = 1
    naam: str = "eerste"
    steps: list[str] = field(default_factory=lambda: ["0"])
    stap: int = 0
    gekozen: bool = False

    def step(self, document: str) -> None:
        del self.steps[self.stap + 1 :]
        self.steps.append(document)
        self.stap += 1

    def walk(self, by: int) -> bool:
        if not 0 <= self.stap + by < len(self.steps):
            return False
        self.stap += by
        return True


class Conversation(RuleBasedStateMachine):
    """Teachers who read, change and are refused, in any order; one draft, and its model beside it."""

    places: tuple[Callable[[], Store], ...] = ()
    done = count()

    @initialize(clients=st.integers(2, MOST))
    def begin(self, clients: int) -> None:
        self.stores = [type(self).places[number]() for number in range(clients)]
        leerling = self.stores[0].add(Leerling(naam="Proef Persoon 1"))
        draft = self.stores[0].start(leerling.id, "eerste", "0")
        self.model = Model()
        self.seen = [draft] * clients
        self.id = draft.id
        self.names = count()

    @rule(who=teachers)
    def reads(self, who: int) -> None:
        next(self.done)
        who %= len(self.stores)
        self.seen[who] = self.stores[who].get(Ontwerp, self.id)
        assert self.seen[who].versie == self.model.versie

    @rule(who=teachers)
    def steps(self, who: int) -> None:
        document = f"stap {next(self.names)}"
        self._acts(
            who, lambda s, d: s.step(d.id, d.versie, document, "koos"), lambda: self.model.step(document)
        )

    @rule(who=teachers)
    def renames(self, who: int) -> None:
        naam = f"naam {next(self.names)}"
        self._acts(who, lambda s, d: s.save(replace(d, naam=naam)), lambda: setattr(self.model, "naam", naam))

    @rule(who=teachers)
    def chooses(self, who: int) -> None:
        self._acts(who, lambda s, d: s.choose(d.id, d.versie), lambda: setattr(self.model, "gekozen", True))

    @rule(who=teachers)
    def undoes(self, who: int) -> None:
        self._acts(who, lambda s, d: s.undo(d.id, d.versie), lambda: self.model.walk(-1))

    @rule(who=teachers)
    def redoes(self, who: int) -> None:
        self._acts(who, lambda s, d: s.redo(d.id, d.versie), lambda: self.model.walk(1))

    def _acts(self, who: int, act: Callable[[Store, Ontwerp], Ontwerp], follow: Callable[[], object]) -> None:
        """Have a teacher act on what that teacher saw last; the model says what must come of it."""
        next(self.done)
        who %= len(self.stores)
        mine = self.seen[who]
        if mine.versie != self.model.versie:
            with pytest.raises(Conflict) as refused:
                act(self.stores[who], mine)
            conflict = refused.value
            assert (conflict.mine.versie, conflict.theirs.versie) == (mine.versie, self.model.versie)
        elif follow() is False:
            with pytest.raises(NothingLeftError):
                act(self.stores[who], mine)
        else:
            self.seen[who] = act(self.stores[who], mine)
            self.model.versie += 1

    @invariant()
    def nothing_is_lost(self) -> None:
        if not hasattr(self, "stores"):
            return
        kept = self.stores[-1].get(Ontwerp, self.id)
        model = self.model
        assert (kept.versie, kept.naam, kept.stap, kept.gekozen) == (
            model.versie,
            model.naam,
            model.stap,
            model.gekozen,
        )
        assert kept.document == model.steps[model.stap]
        assert [step.document for step in self.stores[0].history(self.id)] == model.steps


def held(place: str, conversations: int) -> int:
    """Hold conversations at one dossier, and return how many steps they had."""
    with ExitStack() as stack:
        stores = [stack.enter_context(Store.open(place)) for _ in range(MOST)]
        machine = type(
            "At",
            (Conversation,),
            {"places": tuple(lambda store=store: store for store in stores), "done": count()},
        )
        size = settings(max_examples=conversations, stateful_step_count=STEPS)
        run_state_machine_as_test(machine, settings=size)
        return next(machine.done)


def test_on_a_file(tmp_path) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    steps = held(str(tmp_path / "dossier.db"), ON_SQLITE)
    print(f"{steps} steps")
    assert steps >= ON_SQLITE * STEPS * 3 // 4


def test_on_a_server(server: Server) -> None:
    with server.dossier() as place:
        steps = held(place, ON_POSTGRESQL)
    print(f"{steps} steps")
    assert steps >= ON_POSTGRESQL * STEPS // 2


def test_all_at_the_same_moment(place: str) -> None:
    """Each adds one to what it reads, and tries again when it is refused: at the end all of it is there."""
    each = 30
    with Store.open(place) as store:
        leerling = store.add(Leerling(naam="Proef Persoon 1"))
        draft = store.start(leerling.id, "eerste", "0").id

    def teach(_: int) -> int:
        refused = 0
        with Store.open(place) as store:
            for _ in range(each):
                while True:
                    seen = store.get(Ontwerp, draft)
                    try:
                        store.step(draft, seen.versie, str(int(seen.document) + 1), "één erbij")
                        break
                    except Conflict:
                        refused += 1
        return refused

    with ThreadPoolExecutor(MOST) as pool:
        refused = sum(pool.map(teach, range(MOST)))
    with Store.open(place) as store:
        kept = store.get(Ontwerp, draft)
        assert (kept.document, kept.versie, len(store.history(draft))) == (
            str(MOST * each),
            MOST * each + 1,
            MOST * each + 1,
        )
    assert refused, "they never met"


@pytest.mark.parametrize("rounds", [20])
def test_of_two_who_choose_at_once_one_route_is_left(place: str, rounds: int) -> None:
    with Store.open(place) as one, Store.open(place) as other, ThreadPoolExecutor(2) as pool:
        for _ in range(rounds):
            leerling = one.add(Leerling(naam="Proef Persoon 1"))
            drafts = [one.start(leerling.id, naam, "{}") for naam in ("een", "ander")]
            calls = [
                pool.submit(chosen, store, draft) for store, draft in zip((one, other), drafts, strict=True)
            ]
            assert any(call.result() for call in calls)
            assert sum(draft.gekozen for draft in one.find(Ontwerp, leerling=leerling.id)) == 1


def chosen(store: Store, draft: Ontwerp) -> bool:
    try:
        store.choose(draft.id, draft.versie)
    except Conflict:
        return False
    return True
