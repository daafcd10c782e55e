import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from present.findings import about_file, double_property, expired, unknown_property

from routeplanner.present import sarif as module
from routeplanner.present.pages import parse
from routeplanner.present.words import Words
from routeplanner.text.diagnostic import Diagnostic, Fix, found
from routeplanner.text.source import Source, Span

TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
REGION = {
    "type": "object",
    "required": ["startLine", "startColumn", "endLine", "endColumn"],
    "additionalProperties": {"type": "integer", "minimum": 1},
}
ARTIFACT = {"type": "object", "required": ["uri"], "properties": {"uri": {"type": "string", "format": "uri"}}}
LOCATION = {
    "type": "object",
    "required": ["physicalLocation"],
    "properties": {
        "id": {"type": "integer", "minimum": 0},
        "message": TEXT,
        "physicalLocation": {
            "type": "object",
            "required": ["artifactLocation", "region"],
            "properties": {"artifactLocation": ARTIFACT, "region": REGION},
            "additionalProperties": False,
        },
    },
    "additionalProperties": False,
}
REPLACEMENT = {
    "type": "object",
    "required": ["deletedRegion", "insertedContent"],
    "properties": {"deletedRegion": REGION, "insertedContent": {"required": ["text"]}},
}
FIX = {
    "type": "object",
    "required": ["artifactChanges"],
    "properties": {
        "artifactChanges": {
            "type": "array",
            "minItems": 1,
            "items": {
                "required": ["artifactLocation", "replacements"],
                "properties": {
                    "artifactLocation": ARTIFACT,
                    "replacements": {"type": "array", "minItems": 1, "items": REPLACEMENT},
                },
            },
        }
    },
}
RESULT = {
    "type": "object",
    "required": ["ruleId", "ruleIndex", "level", "message", "locations"],
    "properties": {
        "ruleId": {"pattern": "^RP[0-9]{3}$"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": {"enum": ["none", "note", "warning", "error"]},
        "message": TEXT,
        "locations": {"type": "array", "items": LOCATION},
        "relatedLocations": {"type": "array", "items": LOCATION, "uniqueItems": True},
        "fixes": {"type": "array", "items": FIX},
    },
    "additionalProperties": False,
}
RULE = {
    "type": "object",
    "required": ["id", "name", "defaultConfiguration"],
    "properties": {"shortDescription": TEXT, "help": TEXT},
}
# The part of the official schema of SARIF 2.1.0 that a log of ours uses.
LOG = {
    "type": "object",
    "required": ["$schema", "version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "tool": {
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "required": ["name", "rules"],
                                "properties": {
                                    "rules": {"type": "array", "items": RULE, "uniqueItems": True}
                                },
                            }
                        },
                    },
                    "results": {"type": "array", "items": RESULT},
                },
            },
        },
    },
}


def run_of(*findings: Diagnostic) -> dict[str, Any]:
    log = json.loads(module.sarif(findings, Words()))
    Draft202012Validator(LOG).validate(log)
    (run,) = log["runs"]
    return dict(run)


def fixable() -> Diagnostic:
    span = Span(Source("a.lob", "regle x\n"), 0, 5)
    return found("RP101", span, word="regle", fixes=[Fix(span, "regel")])


def test_a_log_is_as_the_standard_says() -> None:
    run = run_of(unknown_property(), double_property(), expired(), fixable(), about_file("weg.lob"))
    assert len(run["results"]) == 5


def test_a_log_without_findings() -> None:
    assert run_of()["results"] == []


def test_a_result_points_at_its_rule() -> None:
    run = run_of(unknown_property(), expired(), unknown_property())
    rules = run["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == ["RP206", "RP307", "RP206"]


def test_a_place_is_in_code_points_from_one() -> None:
    run = run_of(unknown_property())
    location = run["results"][0]["locations"][0]["physicalLocation"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert location["region"] == {"startLine": 3, "startColumn": 3, "endLine": 3, "endColumn": 11}


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("rules/school.lob", "rules/school.lob"),
        ("mijn school/é%.lob", "mijn%20school/%C3%A9%25.lob"),
        ("a\udc80.lob", "a%80.lob"),
        ("/school/a b.lob", "file:///school/a%20b.lob"),
    ],
)
def test_a_path_is_a_uri(path: str, uri: str) -> None:
    location = run_of(about_file(path))["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"] == {"uri": uri}


def test_a_rule_has_the_help_of_its_page(monkeypatch: pytest.MonkeyPatch) -> None:
    page = parse("RP206", "# RP206 · onbekende eigenschap\n\nUitleg.\n")
    monkeypatch.setattr(module.pages, "load", lambda _: page)
    (rule,) = run_of(unknown_property())["tool"]["driver"]["rules"]
    assert rule["name"] == "OnbekendeEigenschap"
    assert rule["shortDescription"] == {"text": "onbekende eigenschap"}
    assert "Uitleg." in rule["help"]["text"]


def test_hidden_characters_are_shown() -> None:
    run = run_of(found("RP102", Span(Source("a.lob", "x"), 0, 1), word="\x1b\u202e"))
    assert run["results"][0]["message"]["text"] == "`␛<U+202E>` kan hier niet staan"
