from present.findings import about, expired, unknown_property

from routeplanner.present.github import github
from routeplanner.present.words import Words


def test_a_finding_is_a_command() -> None:
    assert github([unknown_property()], Words()) == (
        "::error file=rules/school.lob,line=3,endLine=3,col=3,endColumn=11,title=RP206::"
        "een `school` heeft geen eigenschap `lerwegen`%0Abedoelde je `leerwegen`?\n"
    )


def test_a_warning_is_a_warning() -> None:
    assert github([expired()], Words()).startswith("::warning file=b.lob,")


def test_nothing_in_a_name_ends_a_property() -> None:
    output = github([about("x", "x", path="a,line=9::b%0A\n.lob")], Words())
    assert output.startswith("::error file=a%2Cline=9%3A%3Ab%250A␊.lob,line=1,")


def test_nothing_in_a_text_starts_a_command() -> None:
    hostile = "x\n::stop-commands::a%0A\r"
    output = github([about(hostile, hostile)], Words())
    assert output.count("\n") == 1
    assert "a%250A" in output
