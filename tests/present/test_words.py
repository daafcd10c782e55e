import pytest
from present.findings import about, unknown_property

from routeplanner.present.words import Words
from routeplanner.text.diagnostic import found, say

NL, EN = Words("nl"), Words("en")


def test_a_message_is_dutch_by_default() -> None:
    assert Words().message(unknown_property()) == "een `school` heeft geen eigenschap `lerwegen`"


def test_a_message_in_english() -> None:
    assert EN.message(unknown_property()) == "a `school` has no property `lerwegen`"


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="xx"):
        Words("xx")


@pytest.mark.parametrize(("count", "said"), [(0, "0 fouten"), (1, "1 fout"), (2, "2 fouten")])
def test_a_count(count: int, said: str) -> None:
    assert NL.count("aantal.error", count) == said


def test_a_count_in_english() -> None:
    assert [EN.count("aantal.bestanden", n) for n in (0, 1, 2)] == ["0 files", "1 file", "2 files"]


@pytest.mark.parametrize(("items", "said"), [("", ""), ("a", "a"), ("ab", "a en b"), ("abc", "a, b en c")])
def test_a_list(items: str, said: str) -> None:
    assert NL.listed(list(items)) == said


def test_what_could_stand_there_names_kinds_first() -> None:
    could = say("hier-kan-staan", expected="en|…komma|…naam")
    assert NL.help(could) == "hier kan staan: een naam tussen aanhalingstekens, een komma of `en`"


def test_what_could_stand_there_is_cut_off_where_it_no_longer_helps() -> None:
    could = say("hier-kan-staan", expected="|".join("abcdefghij"))
    assert NL.help(could) == "hier kan staan: `a`, `b`, `c`, `d`, `e`, `f`, `g`, `h`, …"


def test_the_shape_of_a_value_is_said_in_words() -> None:
    span = unknown_property().span
    missing = found("RP210", span, block="school", key="schooljaar", shape="schooljaar")
    assert NL.message(missing) == "bij `school` ontbreekt `schooljaar`: een schooljaar, zoals `2009-2010`"


def test_a_list_in_a_parameter_is_said_in_the_other_language() -> None:
    span = unknown_property().span
    missing = found("RP315", span, gezag="wet", missing="`bron` en `gecontroleerd op`")
    assert "`bron` and `gecontroleerd op`" in EN.message(missing)


def test_what_an_author_wrote_is_no_template() -> None:
    assert NL.message(about("{word} {0} %s", "{0}")) == "`{0}` kan hier niet staan"


def test_a_long_quotation_is_cut_off() -> None:
    assert len(NL.message(about("a" * 5000, "a" * 5000))) < 200


def test_a_text_to_write_is_never_cut_off() -> None:
    assert NL.help(say("schrijf", text="a" * 500)) == f"schrijf `{'a' * 500}`"
