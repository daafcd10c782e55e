from routeplanner.present.difference import difference
from routeplanner.present.pieces import plain


def test_a_changed_line() -> None:
    assert plain(difference("a.lob", "een\ntwee\n", "een\n  twee\n")) == (
        "--- a.lob\n+++ a.lob\n@@ -1,3 +1,3 @@\n een\n-twee\n+  twee\n \n"
    )


def test_a_line_ending_that_is_added() -> None:
    assert plain(difference("a.lob", "een", "een\n")).endswith(" een\n+\n")


def test_a_line_ending_of_another_kind() -> None:
    assert "-een␍\n+een\n" in plain(difference("a.lob", "een\r\n", "een\n"))


def test_no_change() -> None:
    assert list(difference("a.lob", "een\n", "een\n")) == []
