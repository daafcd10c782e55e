"""Indentation, blank lines, comments and line endings, rule by rule."""

import pytest
from language.layouts import laid_out

from routeplanner.language.format_rows import rows
from routeplanner.language.mending import MAX_LINE
from routeplanner.language.reading import read_blocks
from routeplanner.text.source import Source

# ---- indentation and blank lines


def test_each_level_is_two_columns() -> None:
    text = """\
programma X "X"

  eenheid X/1
    SE: BB
    deeltaak X/1/1
      eindterm X/1/1/1
        bron: "y"
"""
    assert laid_out(text.replace("  ", "")) == text


def test_a_blank_line_between_blocks() -> None:
    assert laid_out('doel "X"\ndoel "Y"\n\n\n\ndoel "Z"\n\n\n') == 'doel "X"\n\ndoel "Y"\n\ndoel "Z"\n'


def test_no_blank_line_within_a_block() -> None:
    assert (
        laid_out('doel "X"\n\nsoort: beroep\n\n\nniveau: 3\n') == 'doel "X"\n  soort: beroep\n  niveau: 3\n'
    )


def test_a_blank_line_before_the_first_block_in_a_programme() -> None:
    assert laid_out('programma X "X"\nsoort: profiel\neenheid X/1\neenheid X/2') == (
        'programma X "X"\n  soort: profiel\n\n  eenheid X/1\n  eenheid X/2\n'
    )


def test_before_another_block_in_a_block_the_blank_line_is_free() -> None:
    text = (
        'invulling X/1\n  verkennend deel\n    leerjaar: 3\n\n  verdiepend deel "X"\n  verdiepend deel "Y"\n'
    )
    assert laid_out(text.replace("\n\n", "\n\n\n\n")) == text


def test_gebruik_lines_may_stand_together() -> None:
    assert laid_out('gebruik "a"\ngebruik "b"\n\n\ngebruik "c"\ndoel "X"\n') == (
        'gebruik "a"\ngebruik "b"\n\ngebruik "c"\n\ndoel "X"\n'
    )


@pytest.mark.parametrize("text", ["", "\n\n", " \t\n\u2003\n"])
def test_nothing_becomes_an_empty_file(text: str) -> None:
    assert laid_out(text) == ""


def test_the_file_ends_with_one_line_ending() -> None:
    assert laid_out('\n\ndoel "X"') == 'doel "X"\n'


# ---- comments


def test_a_comment_at_the_end_of_a_line_comes_after_two_spaces() -> None:
    assert (
        laid_out('doel "X"#kort  \nsoort: beroep     #  lang\t')
        == 'doel "X"  #kort\n  soort: beroep  #  lang\n'
    )


@pytest.mark.parametrize("gap", ["", " ", "\t", "\u00a0", "\u202f"])
def test_whatever_white_space_stands_before_it(gap: str) -> None:
    assert laid_out(f'doel "X"{gap}# a\n\n{gap}# b\u3000') == 'doel "X"  # a\n\n# b\n'


def test_a_comment_right_above_a_line_goes_with_it() -> None:
    assert laid_out('doel "X"\n      # a\nsoort: beroep\n   # b\ndoel "Y"\n') == (
        'doel "X"\n  # a\n  soort: beroep\n\n# b\ndoel "Y"\n'
    )


def test_a_comment_right_below_a_block_goes_with_that() -> None:
    assert laid_out('doel "X"\n# a\n\ndoel "Y"\nsoort: beroep\n# b') == (
        'doel "X"\n  # a\n\ndoel "Y"\n  soort: beroep\n  # b\n'
    )


def test_a_comment_below_gebruik_stays_at_the_margin() -> None:
    assert laid_out('gebruik "a"\n  # b\n\ngebruik "c"') == 'gebruik "a"\n# b\n\ngebruik "c"\n'


def test_a_comment_between_blank_lines_stands_by_itself() -> None:
    assert laid_out('doel "X"\n\n\n  # a\n  # b\n\n\n# c\n\ndoel "Y"\n\n# d') == (
        'doel "X"\n\n# a\n# b\n\n# c\n\ndoel "Y"\n\n# d\n'
    )


def test_a_comment_between_blank_lines_before_a_block_in_a_block_has_its_indentation() -> None:
    text = "invulling X/1\n  inhoud: x\n\n  # a\n\n  # b\n  verkennend deel\n"
    assert laid_out(text.replace("  ", "")) == text


def test_a_comment_on_top_stays_on_top() -> None:
    assert laid_out('\n # a\n\n# b\n doel "X"') == '# a\n\n# b\ndoel "X"\n'


def test_a_file_of_comments() -> None:
    assert laid_out("\n\t# a\n\n\n # b") == "# a\n\n# b\n"


# ---- the file


def test_most_line_endings_win() -> None:
    assert (
        laid_out('doel "X"\r\nsoort: beroep\r\nniveau: 3\n')
        == 'doel "X"\r\n  soort: beroep\r\n  niveau: 3\r\n'
    )
    assert laid_out('doel "X"\nsoort: beroep\nniveau: 3\r\n') == 'doel "X"\n  soort: beroep\n  niveau: 3\n'
    assert laid_out('doel "X"\rsoort: beroep\r') == 'doel "X"\n  soort: beroep\n'


def test_a_byte_order_mark_is_kept() -> None:
    assert laid_out('\ufeff doel "X"') == '\ufeffdoel "X"\n'


def test_a_byte_order_mark_within_the_file_is_white_space() -> None:
    assert laid_out('\ufeff\ufeffdoel "X"\n\ufeffsoort: beroep') == '\ufeffdoel "X"\n  soort: beroep\n'


def test_a_line_that_would_get_too_long_to_read_stays_as_it_is() -> None:
    line = "verplicht " + ",".join(["HV/K/9"] * 200)
    line = line[: MAX_LINE - 1].rpartition(",")[0].ljust(MAX_LINE)
    assert len(line) == MAX_LINE
    assert laid_out(f"regel r\n{line}") == f"regel r\n{line.rstrip()}\n"


def test_each_line_tells_which_line_it_was() -> None:
    source = Source("x.lob", 'doel "X"\n\nsoort: beroep\ndoel "Y"\n')
    assert [row.number for row in rows(source, read_blocks(source).blocks)] == [1, 3, None, 4]
