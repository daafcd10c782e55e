import json

import pytest
from jsonschema import Draft202012Validator
from present.findings import about, about_file, double_property, expired, unknown_property

from routeplanner.present.contract import CONTRACTS, diagnostics_json, schema_json
from routeplanner.present.words import Words
from routeplanner.text.diagnostic import Fix, found
from routeplanner.text.source import Source, Span

WORDS = Words()


def fixable() -> list[object]:
    source = Source("a.lob", "regle x\n")
    span = Span(source, 0, 5)
    finding = found("RP101", span, word="regle", fixes=[Fix(span, "regel")])
    return list(json.loads(diagnostics_json([finding], WORDS))["diagnostics"])


def test_a_finding() -> None:
    assert json.loads(diagnostics_json([unknown_property()], WORDS)) == {
        "schema": "routeplanner/diagnostics/1",
        "diagnostics": [
            {
                "code": "RP206",
                "severity": "error",
                "message": "een `school` heeft geen eigenschap `lerwegen`",
                "file": "rules/school.lob",
                "start": {"line": 3, "column": 3, "offset": 52},
                "end": {"line": 3, "column": 11, "offset": 60},
                "related": [],
                "help": "bedoelde je `leerwegen`?",
                "fixes": [],
            }
        ],
    }


def test_another_place() -> None:
    (finding,) = json.loads(diagnostics_json([double_property()], WORDS))["diagnostics"]
    assert finding["related"] == [
        {
            "message": "hier staat de eerste",
            "file": "a.lob",
            "start": {"line": 1, "column": 1, "offset": 0},
            "end": {"line": 1, "column": 6, "offset": 5},
        }
    ]


def test_a_fix() -> None:
    (finding,) = fixable()
    assert isinstance(finding, dict)
    assert finding["fixes"] == [
        {
            "file": "a.lob",
            "start": {"line": 1, "column": 1, "offset": 0},
            "end": {"line": 1, "column": 6, "offset": 5},
            "text": "regel",
        }
    ]


@pytest.mark.parametrize("name", CONTRACTS)
def test_a_schema_is_one(name: str) -> None:
    schema = json.loads(schema_json(name))
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"routeplanner/{name}/1"


def test_what_is_printed_is_as_its_schema_says() -> None:
    findings = [unknown_property(), double_property(), expired(), about_file("weg.lob")]
    schema = json.loads(schema_json("diagnostics"))
    Draft202012Validator(schema).validate(json.loads(diagnostics_json(findings, WORDS)))


def test_a_schema_refuses_what_is_not_in_it() -> None:
    schema = json.loads(schema_json("diagnostics"))
    assert not Draft202012Validator(schema).is_valid(
        {"schema": "routeplanner/diagnostics/2", "diagnostics": []}
    )


def test_every_property_is_required() -> None:
    schema = json.loads(schema_json("diagnostics"))
    finding = schema["$defs"]["Diagnostic"]
    assert set(finding["required"]) == set(finding["properties"])


def test_any_text_is_json() -> None:
    hostile = '\x00\u202e"\\</script>'
    (finding,) = json.loads(diagnostics_json([about(hostile, hostile)], WORDS))["diagnostics"]
    assert finding["message"] == f"`{hostile}` kan hier niet staan"


def test_the_name_of_a_file_need_not_be_utf_8() -> None:
    (finding,) = json.loads(diagnostics_json([about_file("a\udc80.lob")], WORDS))["diagnostics"]
    assert finding["file"] == "a\\udc80.lob"
