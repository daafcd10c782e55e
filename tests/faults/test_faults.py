"""The faults to plant still fit the engine; `python tests/faults/plant.py` plants them, in the campaign too."""

from __future__ import annotations

import ast
import os
from pathlib import Path

import pytest
from faults.faults import FAULTS, Fault
from faults.plant import main, planted

ENGINE = Path(__file__).parents[2] / "routeplanner" / "engine"


def test_there_are_forty() -> None:
    assert len(FAULTS) >= 40
    assert len({(fault.file, fault.was) for fault in FAULTS}) == len(FAULTS)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.file}: {fault.was.strip()[:30]}")
def test_a_fault_changes_what_the_engine_does(fault: Fault) -> None:
    text = (ENGINE / f"{fault.file}.py").read_text("utf-8")
    changed = planted(text, fault)
    assert ast.dump(ast.parse(changed)) != ast.dump(ast.parse(text))


if os.environ.get("ROUTEPLANNER_CAMPAIGN") == "1":  # it takes half an hour

    def test_every_fault_is_caught() -> None:
        assert main(()) == 0
