import os
import random
import sqlite3
import time
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path

import pytest
from dossier.writing import WHO, write

from routeplanner.dossier.records import Handeling, Leerling, Ontwerp
from routeplanner.dossier.store import Store

CAMPAIGN = os.environ.get("ROUTEPLANNER_CAMPAIGN") == "1"
DOSSIERS, KILLS = (200, 100) if CAMPAIGN else (20, 50)
OPENING, WRITING = 0.1, 0.03
"""Seconds: half of the kills come within so long of the start, half within so long of the first step."""
PATIENCE = 60

CONTEXT = get_context("forkserver")
# what takes long to load; the small program itself is not on the path of the process that this forks from
CONTEXT.set_forkserver_preload(["routeplanner.dossier.store"])


def killed(place: Path, seconds: float, *, at_work: bool) -> int | None:
    """Have a program write until it is killed; return the last step that was acknowledged."""
    here, there = CONTEXT.Pipe(duplex=False)
    program = CONTEXT.Process(target=write, args=(str(place), there))
    program.start()
    there.close()
    if at_work:
        assert here.poll(PATIENCE), "it never wrote"
    time.sleep(seconds)
    program.kill()
    program.join()
    last = None
    with here:
        try:
            while here.poll():
                last = here.recv()
        except EOFError:
            pass
    return last


def look(place: Path, acknowledged: int) -> int:
    """See that a dossier is in one of the two states it may be in, and return how far it is."""
    with Store.open(str(place)) as store:  # which checks that the file is sound
        leerlingen = store.find(Leerling, klas="3A")
        drafts = store.find(Ontwerp, leerling=leerlingen[0].id) if leerlingen else ()
        reached = drafts[0].stap if drafts else 0
        assert acknowledged <= reached <= acknowledged + 1
        assert (len(leerlingen), len(drafts)) in {(0, 0), (1, 0), (1, 1)}
        for draft in drafts:
            history = store.history(draft.id)
            assert [(step.nummer, step.document) for step in history] == [
                (number, str(number)) for number in range(reached + 1)
            ]
            assert (draft.document, draft.versie) == (str(reached), reached + 1)
        changes = [line for line in store.trail() if line.handeling is Handeling.GEWIJZIGD]
        assert len(changes) == reached
        gone = not store.find(Leerling, klas="weg")
    if gone:
        assert not any(WHO.encode() in file.read_bytes() for file in place.parent.iterdir())
    with closing(sqlite3.connect(place)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    return reached


@pytest.mark.parametrize("number", range(DOSSIERS))
def test_a_kill_loses_nothing_that_was_acknowledged(number: int, tmp_path: Path) -> None:
    place = tmp_path / "data" / "dossier.db"
    chance = random.Random(number)  # noqa: S311 - any moment will do
    reached = 0
    for kill in range(KILLS):
        at_work = kill % 2 == 1
        seconds = chance.uniform(0, WRITING if at_work else OPENING)
        last = killed(place, seconds, at_work=at_work)
        reached = look(place, reached if last is None else last)
    print(f"{KILLS} kills, {reached} steps")
    assert reached >= KILLS // 2, "it was killed before it did anything"
