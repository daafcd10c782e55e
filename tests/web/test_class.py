"""It holds a class: thirty pupils click at the same time, and each keeps all that was clicked."""

from pathlib import Path

import pytest
from browser.server import serving
from web.conftest import ROOT
from web.pupils import class_of

pytestmark = pytest.mark.xdist_group("web-class")


def test_thirty_pupils_at_once_lose_nothing(tmp_path: Path) -> None:
    with serving(ROOT / "rules/voorbeeldcollege", tmp_path) as server:
        present = class_of(server.address, pupils=30, clicks=4, think=0.2)
        assert [fault for pupil in present for fault in pupil.wrong] == []
        for pupil in present:
            assert len(pupil.clicked) == 4
            assert pupil.clicked <= pupil.kept()
