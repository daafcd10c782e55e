from textwrap import dedent

import pytest
from present.findings import about, about_file, double_property, expired, span_of, unknown_property

from routeplanner.present.pieces import plain
from routeplanner.present.reports import render
from routeplanner.present.terminal import explain_hint, summary
from routeplanner.present.words import Words
from routeplanner.text.diagnostic import Diagnostic, found, label
from routeplanner.text.source import Source, Span

NL, EN = Words("nl"), Words("en")


def full(diagnostic: Diagnostic, words: Words = NL) -> str:
    return render("full", [diagnostic], words)


def lines_about(text: str, word: str) -> list[str]:
    """The line as it is shown, and the marks below it."""
    return full(about(text, word)).splitlines()[3:5]


def test_a_finding_with_help() -> None:
    assert full(unknown_property()) == dedent("""\
        fout[RP206] een `school` heeft geen eigenschap `lerwegen`
         --> rules/school.lob:3:3
          |
        3 |   lerwegen: BB, KB
          |   ^^^^^^^^
          |
          = hulp: bedoelde je `leerwegen`?

    """)


def test_a_finding_in_english() -> None:
    assert full(unknown_property(), EN) == dedent("""\
        error[RP206] a `school` has no property `lerwegen`
         --> rules/school.lob:3:3
          |
        3 |   lerwegen: BB, KB
          |   ^^^^^^^^
          |
          = help: did you mean `leerwegen`?

    """)


def test_another_place_in_the_same_file() -> None:
    assert full(double_property()) == dedent("""\
        fout[RP208] `stage` staat twee keer in dit blok
         --> a.lob:4:1
          |
        1 | stage: x
          | ----- hier staat de eerste
        ...
        4 | stage: y
          | ^^^^^
          |

    """)


def test_another_place_on_the_same_line() -> None:
    source = Source("a.lob", "a b")
    related = [label(Span(source, 0, 1), "hier-staat-de-eerste")]
    finding = found("RP208", Span(source, 2, 3), key="b", related=related)
    assert full(finding).splitlines()[3:6] == ["1 | a b", "  |   ^", "  | - hier staat de eerste"]


def test_another_place_in_another_file() -> None:
    one, other = Source("a.lob", "\n" * 9 + "regel a"), Source("b.lob", "regel a")
    related = [label(span_of(other, "a"), "de-regel")]
    assert full(found("RP324", span_of(one, "a"), name="a", related=related)) == dedent("""\
        waarschuwing[RP324] `a` staat er al
          --> a.lob:10:7
           |
        10 | regel a
           |       ^
           |
          ::: b.lob:1:7
           |
         1 | regel a
           |       - dit is de regel
           |

    """)


def test_a_file_that_was_not_read_has_no_excerpt() -> None:
    assert full(about_file("weg.lob")) == "fout[RP001] `weg.lob` is niet te lezen\n --> weg.lob\n\n"


@pytest.mark.parametrize(
    ("text", "word", "line", "marks"),
    [
        ("\ta\tbc", "bc", "1 |     a   bc", "  |         ^^"),
        ("日本 bc", "bc", "1 | 日本 bc", "  |      ^^"),
        ("bc 日本", "日本", "1 | bc 日本", "  |    ^^^^"),
        ("e\u0301e\u0301n bc", "bc", "1 | e\u0301e\u0301n bc", "  |     ^^"),
        ("a \u202ebc", "bc", "1 | a <U+202E>bc", "  |           ^^"),
        ("\ufeffbc", "bc", "1 | bc", "  | ^^"),
    ],
)
def test_the_marks_stand_under_the_word(text: str, word: str, line: str, marks: str) -> None:
    assert lines_about(text, word) == [line, marks]


def test_the_end_of_a_line_is_marked_too() -> None:
    source = Source("a.lob", "kiest\n")
    finding = found("RP102", Span(source, 5, 5), variant="einde")
    assert full(finding).splitlines()[3:5] == ["1 | kiest", "  |      ^"]


def test_a_stretch_of_more_lines_is_marked_on_the_first() -> None:
    source = Source("a.lob", "een twee\ndrie\n")
    finding = found("RP102", Span(source, 4, 12), word="x")
    assert full(finding).splitlines()[3:5] == ["1 | een twee", "  |     ^^^^"]


def test_of_a_long_line_the_part_around_the_word_is_shown() -> None:
    line, marks = lines_about("a" * 100_000 + " bc " + "d" * 100_000, "bc")
    assert len(line) < 200
    assert line[marks.index("^") :].startswith("bc ")
    assert line.startswith("1 | …aaa")
    assert line.endswith("ddd…")


def test_a_hostile_text_does_not_reach_the_terminal() -> None:
    hostile = "\x1b]0;weg\x07\x1b[2J\u202e"
    output = full(about(f"regel {hostile} x", hostile, path=f"{hostile}.lob"))
    assert not set(output) & {"\x1b", "\x07", "\u202e"}


def test_colour_changes_nothing_but_the_colour() -> None:
    coloured = render("full", [unknown_property()], NL, colour=True)
    assert coloured.startswith("\x1b[1;31mfout[RP206]\x1b[0m")
    assert len(coloured) > len(full(unknown_property()))


def test_the_summary_counts_findings_and_the_files_they_are_in() -> None:
    findings = [unknown_property(), expired(), unknown_property()]
    assert plain([summary(findings, 9, NL)]) == "2 fouten en 1 waarschuwing in 2 bestanden\n"


def test_the_summary_when_all_is_well() -> None:
    assert plain([summary([], 12, NL)]) == "alles in orde: 12 bestanden\n"


def test_the_summary_in_english() -> None:
    assert plain([summary([expired()], 1, EN)]) == "1 warning in 1 file\n"


def test_where_to_read_more_is_told_once() -> None:
    findings = [unknown_property(), expired()]
    assert plain(explain_hint(findings, NL)) == "= meer uitleg: routeplanner explain RP206\n"


def test_without_findings_there_is_nothing_more_to_read() -> None:
    assert list(explain_hint([], NL)) == []


def test_concise_is_one_line() -> None:
    finding = unknown_property()
    sentence = "een `school` heeft geen eigenschap `lerwegen`"
    assert render("concise", [finding], NL) == f"rules/school.lob:3:3: fout[RP206] {sentence}\n"


def test_concise_is_one_line_whatever_the_text() -> None:
    assert render("concise", [about("a\x0bb", "a\x0bb", path="a\nb")], NL).count("\n") == 1
