"""A disk that is full: what is asked is refused, and what was there still is."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from dossier.filled import fill

from routeplanner.dossier import connecting
from routeplanner.dossier.errors import FullError
from routeplanner.dossier.records import Leerling, Ontwerp
from routeplanner.dossier.records_lob import Bewijs, Keuzereden
from routeplanner.dossier.store import Store

LARGE = "x" * 20_000
ACTS: dict[str, Callable[[Store, Leerling, Ontwerp], object]] = {
    "add": lambda store, pupil, _: store.add(Keuzereden(leerling=pupil.id, keuze="HV/K/9", reden=LARGE)),
    "step": lambda store, _, draft: store.step(draft.id, draft.versie, LARGE * 20, "koos"),
    "start": lambda store, pupil, _: store.start(pupil.id, "tweede", LARGE * 20),
    "proof": lambda store, pupil, _: store.keep_bewijs(pupil.id, "tekst", LARGE.encode() * 20),
}


@contextmanager
def full(place: str, monkeypatch: pytest.MonkeyPatch, room: int) -> Iterator[Store]:
    """Open a dossier with room for so many pages more."""
    with Store.open(place) as store, store._reading() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    with monkeypatch.context() as patch:
        pragmas = (*connecting._PRAGMAS, f"max_page_count={pages + room}")
        patch.setattr(connecting, "_PRAGMAS", pragmas)
        with Store.open(place) as store:
            yield store


def told(store: Store) -> object:
    """All that is kept, as far as one can ask for it."""
    return (
        store.find(Leerling),
        store.find(Ontwerp),
        [store.history(draft.id) for draft in store.find(Ontwerp)],
        store.find(Keuzereden),
        store.find(Bewijs),
        store.trail(),
    )


@pytest.mark.parametrize("room", [0, 1, 3])
@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_what_does_not_fit_is_refused(
    act: Callable[[Store, Leerling, Ontwerp], object],
    room: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    place = str(tmp_path / "dossier.db")
    with Store.open(place) as store:
        leerling = fill(store, 1)
        before = told(store)
    with full(place, monkeypatch, room) as store:
        (draft,) = store.find(Ontwerp)
        for _ in range(2):  # a refusal leaves nothing that is in the way of the next
            with pytest.raises(FullError):
                act(store, leerling, draft)
            assert told(store) == before
    with Store.open(place) as store:
        assert told(store) == before
        act(store, leerling, draft)
        assert told(store) != before


def test_forgetting_is_possible_on_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = str(tmp_path / "dossier.db")
    with Store.open(place) as store:
        leerling, other = fill(store, 1, large=50_000), fill(store, 2)
    with full(place, monkeypatch, 0) as store:
        with pytest.raises(FullError):
            store.keep_bewijs(other.id, "tekst", LARGE.encode())
        assert store.forget([leerling.id])
        assert store.find(Leerling) == (other,)
        store.keep_bewijs(other.id, "tekst", LARGE.encode())
