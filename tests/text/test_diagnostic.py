from itertools import permutations

import pytest

from routeplanner.text.codes import CODES, Severity
from routeplanner.text.diagnostic import Fix, Say, found, has_errors, in_order, label, say
from routeplanner.text.source import Source, Span

HERE = Source("a.lob", "een twee drie")
THERE = Source("b.lob", "een twee drie")


def span(start: int, end: int, source: Source = HERE) -> Span:
    return Span(source, start, end)


# ---- what it holds


def test_the_severity_is_that_of_the_code() -> None:
    assert found("RP201", span(0, 3), code="X").severity is Severity.ERROR
    assert found("RP307", span(0, 3)).severity is Severity.WARNING
    assert found("RP314", span(0, 3)).severity is Severity.NOTE


def test_the_message_is_the_code_with_its_parameters() -> None:
    assert found("RP201", span(0, 3), code="X").message == Say("RP201", {"code": "X"})


def test_a_variant_has_a_message_of_its_own() -> None:
    assert found("RP201", span(0, 3), variant="uit", code="X").message.key == "RP201.uit"


def test_everything_else_comes_along() -> None:
    fix, other, hint = Fix(span(0, 1), "x"), label(span(4, 8), "de-regel"), say("schrijf", text="x")
    finding = found("RP201", span(0, 3), related=[other], help=hint, fixes=[fix], code="X")
    assert (finding.related, finding.help, finding.fixes) == ((other,), hint, (fix,))


def test_only_errors_make_a_text_wrong() -> None:
    assert has_errors([found("RP307", span(0, 1)), found("RP201", span(0, 1))])
    assert not has_errors([found("RP307", span(0, 1)), found("RP314", span(0, 1))])


# ---- identity


def test_the_same_finding_is_told_once() -> None:
    one, other = found("RP201", span(0, 3), code="X"), found("RP201", span(0, 3), code="X")
    assert len(in_order([one, other])) == 1


def test_a_text_that_is_read_twice_has_the_same_findings() -> None:
    again = Source(HERE.path, HERE.text)
    assert found("RP201", span(0, 3)).identity == found("RP201", span(0, 3, again)).identity


@pytest.mark.parametrize(
    "other",
    [
        found("RP202", span(0, 3), code="X"),
        found("RP201", span(0, 2), code="X"),
        found("RP201", span(1, 3), code="X"),
        found("RP201", span(0, 3, THERE), code="X"),
        found("RP201", span(0, 3), code="Y"),
        found("RP201", span(0, 3), variant="uit", code="X"),
    ],
)
def test_another_finding_is_another(other: object) -> None:
    assert len(in_order([found("RP201", span(0, 3), code="X"), other])) == 2  # type: ignore[list-item]


def test_the_order_of_parameters_does_not_matter() -> None:
    one = found("RP109", span(0, 3), first=1, last=2)
    assert one.identity == found("RP109", span(0, 3), last=2, first=1).identity


# ---- order


def test_findings_come_by_file_place_and_code() -> None:
    findings = [
        found("RP201", span(0, 3)),
        found("RP203", span(0, 3)),
        found("RP101", span(0, 4)),
        found("RP101", span(4, 8)),
        found("RP101", span(0, 3, THERE)),
    ]
    for shuffled in permutations(findings):
        assert list(in_order(shuffled)) == findings


# ---- codes


def test_a_code_has_the_severity_and_page_of_its_name() -> None:
    assert CODES["RP201"].page == "RP201-onbekende-code.md"


def test_codes_are_listed_in_order() -> None:
    assert list(CODES) == sorted(CODES)


def test_no_two_codes_have_one_name() -> None:
    assert len({code.slug for code in CODES.values()}) == len(CODES)
