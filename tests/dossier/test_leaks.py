"""What someone wrote is in the dossier and nowhere else: not in a log, an error or a file beside it."""

import logging
import traceback
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from dossier.filled import DAY, fill, mark

from routeplanner.dossier.errors import DossierError
from routeplanner.dossier.records import Leerling, Ontwerp
from routeplanner.dossier.records_lob import Ervaring, Reflectie, Soort
from routeplanner.dossier.store import Store

PUPILS = 50
MARK = mark(9999)
WRONG: dict[str, Callable[[Store, Leerling], object]] = {
    "name too long": lambda store, _: store.add(Leerling(naam=MARK * 50)),
    "signs of no text": lambda store, _: store.add(Leerling(naam=f"{MARK}\x00")),
    "an id that is there": lambda store, pupil: store.add(Leerling(naam=MARK, id=pupil.id)),
    "of nobody": lambda store, _: store.add(
        Reflectie(leerling=MARK, competentie=MARK, tekst=MARK, datum=DAY)
    ),
    "a number too large": lambda store, pupil: store.add(
        Ervaring(leerling=pupil.id, soort=Soort.LES, naam=MARK, minuten=10**12)
    ),
    "changed meanwhile": lambda store, pupil: store.save(replace(pupil, naam=MARK, versie=9)),
    "a step too late": lambda store, pupil: store.step(_draft(store, pupil), 1, MARK, MARK),
    "no photo": lambda store, pupil: store.keep_bewijs(pupil.id, MARK, MARK.encode() + b"\x00"),
    "no dossier": lambda store, _: store.import_dossier(f'{{"{MARK}": "{MARK}"}}'.encode()),
    "nothing there": lambda store, _: store.get(Leerling, MARK),
}


def _draft(store: Store, pupil: Leerling) -> str:
    return store.find(Ontwerp, leerling=pupil.id)[0].id


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_no_error_tells_what_someone_wrote(store: Store, wrong: Callable[[Store, Leerling], object]) -> None:
    pupil = fill(store, 1)
    with pytest.raises(DossierError) as error:
        wrong(store, pupil)
    told = "".join(traceback.format_exception(error.value)) + repr(error.value) + str(error.value)
    # the lines of this file may stand in it, and what they are about may not
    assert [sign for sign in (MARK, mark(1)) if sign in told] == []


def test_no_log_and_no_other_file_holds_it(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside = tmp_path / "tmp"
    beside.mkdir()
    for name in ("TMPDIR", "SQLITE_TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(beside))
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.DEBUG, "sqlalchemy")
    with Store.open(str(tmp_path / "data" / "dossier.db")) as store:
        leerlingen = [fill(store, number, large=1000) for number in range(PUPILS)]
        for leerling in leerlingen:
            store.export(leerling.id)
        store.backup(tmp_path / "data" / "kopie.db")
        store.forget([leerling.id for leerling in leerlingen[::2]])
    assert caplog.text, "nothing was looked at"
    signs = [mark(number) for number in range(PUPILS)]
    assert [sign for sign in signs if sign in caplog.text] == []
    assert list(beside.iterdir()) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "tmp"]
