"""`routeplanner why`: of what this pupil can never take it says what is in the way."""

from pathlib import Path

import pytest
from cli.running import invoke

COLLEGE = Path(__file__).parents[2] / "rules" / "voorbeeldcollege"


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("nl", "HV/K/1 is er voor deze leerling niet: de school opent HV/K/1 niet voor VT KB"),
        ("en", "HV/K/1 is not there for this pupil: the school does not open HV/K/1 to VT KB"),
    ],
)
def test_what_is_not_on_offer_is_told_with_why(lang: str, told: str) -> None:
    result = invoke("why", COLLEGE, "HV/K/1", "--route", "Autoverkoper", "--lang", lang)
    assert result.exit_code == 2
    assert told in result.stderr


def test_what_nobody_can_take_is_unknown() -> None:
    result = invoke("why", COLLEGE, "HV/K/99", "--route", "Autoverkoper")
    assert "geen keuze heet" in result.stderr
