import json

import pytest
from cli.running import invoke


@pytest.mark.parametrize("code", ["RP201", "rp201", "201"])
def test_explain_shows_the_page(code: str) -> None:
    result = invoke("explain", code)
    assert result.exit_code == 0
    assert result.stdout.startswith("RP201 · ")


def test_explain_without_a_code_lists_them_all() -> None:
    assert "\nRP201  fout" in invoke("explain").stdout


def test_explain_speaks_english() -> None:
    assert "\nRP307  warning" in invoke("explain", "--lang", "en").stdout


def test_explain_of_an_unknown_code_ends_with_2() -> None:
    result = invoke("explain", "RP999")
    assert result.exit_code == 2
    assert "geen code heet `RP999`" in result.stderr


def test_schema_prints_one() -> None:
    result = invoke("schema", "diagnostics")
    assert json.loads(result.stdout)["$id"] == "routeplanner/diagnostics/1"


def test_schema_without_a_name_lists_them() -> None:
    assert "diagnostics\n" in invoke("schema").stdout


def test_schema_of_an_unknown_contract_ends_with_2() -> None:
    result = invoke("schema", "weg")
    assert result.exit_code == 2
    assert "geen contract heet `weg`" in result.stderr
