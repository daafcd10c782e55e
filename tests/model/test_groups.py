"""Groups that hold groups."""

from pathlib import Path

import routeplanner as rp

TEXT = """keuzemodule "Lassen"

keuzemodule "Koken"

groep alles
  bevat: groep doen, keuzemodule "Koken"

groep doen
  bevat: keuzemodule "Lassen"
"""


def test_a_group_may_hold_a_later_one(tmp_path: Path) -> None:
    (tmp_path / "school.lob").write_text(TEXT, "utf-8")
    curriculum = rp.load(tmp_path)
    assert curriculum.ok
    assert [keuze.naam for keuze in curriculum.groepen["alles"].keuzes] == ["Lassen", "Koken"]
