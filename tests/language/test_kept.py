"""Lines that were once told wrongly or twice: each kept as one text."""

from __future__ import annotations

import pytest

from routeplanner.language.reading import Reading, read_blocks
from routeplanner.text.source import Source

KOP = {
    "regel": "regel keuze\n",
    "route": 'route "Autoverkoper"\n',
    "school": 'school "Voorbeeldcollege"\n',
    "groep": "groep verkoop\n",
}


def read(text: str) -> Reading:
    return read_blocks(Source("voorbeeld.lob", text))


def told(text: str) -> list[tuple[str, str]]:
    """Return the code of each finding, and the words that it points at."""
    return [(diagnostic.message.key, diagnostic.span.text) for diagnostic in read(text).diagnostics]


# ---- what a line says is not known where something is missing from it, or where it is a guess


@pytest.mark.parametrize(
    ("soort", "line"),
    [
        ("regel", "VT/K/12 vereist"),
        ("regel", "vereist VT/K/12"),
        ("regel", "hoogstens twee"),
        ("regel", "verplicht de stage"),
        ("regel", "verplicht voor iedereen VT/K/9"),
        ("regel", "minstens keuzemodules"),
        ("regel", "verplicht 9 en 12"),
        ("regel", "verplicht VT/K/9 of VT/K/12"),
        ("regel", 'verplicht "HV/K" t/m 12'),
        ("regel", "verplicht HV/K/9 t/m 1200"),
        ("regel", "minstens 12345678901 keuzemodules"),
        ("route", "volgt"),
        ("route", "volgt VT in leerweg"),
        ("route", "kiest keuzemodule"),
    ],
)
def test_a_line_of_which_it_is_not_known_what_it_says_is_no_sentence(soort: str, line: str) -> None:
    (block,) = read(f"{KOP[soort]}  {line}\n").blocks
    assert (block.zinnen, block.heel) == ([], False)


@pytest.mark.parametrize(
    ("soort", "line"),
    [("school", "schooljaar:"), ("school", "lesuren per week: 12345678901"), ("groep", "bevat:")],
)
def test_a_line_of_which_it_is_not_known_what_it_says_is_no_property(soort: str, line: str) -> None:
    (block,) = read(f"{KOP[soort]}  {line}\n").blocks
    assert (block.eigenschappen, block.heel) == ([], False)


@pytest.mark.parametrize(
    "line", ["VT/K/12 vereist", "volgt", "schooljaar:", "verplicht voor iedereen VT/K/9"]
)
def test_such_a_line_is_told_once(line: str) -> None:
    kop = KOP["route" if line == "volgt" else "school" if line.endswith(":") else "regel"]
    assert len(told(f"{kop}  {line}\n")) == 1


@pytest.mark.parametrize("line", ["keuzemodule", "invulling", "regel", "groep", 'programma "Techniek"'])
def test_a_name_that_is_missing_is_no_name(line: str) -> None:
    assert [block.kop.naam for block in read(f"{line}\n").blocks] == [None]


def test_a_number_that_is_missing_is_no_size() -> None:
    assert [block.kop.omvang for block in read('keuzemodule "Lassen": uur\n').blocks] == [None]


def test_a_verdiepend_deel_without_its_name_is_not_the_verkennend_deel() -> None:
    (block,) = read("invulling VT/K/9\n  verkennend deel: 24 uur\n\n  verdiepend deel: 8 uur\n").blocks
    assert [child.soort for child in block.kinderen] == ["verkennend_deel", "verdiepend_deel"]


@pytest.mark.parametrize(
    ("soort", "line", "vorm"),
    [
        ("school", "schooljaar:", "schooljaar"),
        ("regel", "schooljaar:", "schooljaren"),
        ("school", "biedt aan:", "programmas"),
        ("groep", "bevat:", "keuzes"),
    ],
)
def test_a_property_without_its_value_asks_for_what_it_takes(soort: str, line: str, vorm: str) -> None:
    (finding,) = read(f"{KOP[soort]}  {line}\n").diagnostics
    assert (finding.message.key, finding.params["shape"]) == ("RP105.waarde", vorm)


def test_a_property_without_its_word_shows_the_list() -> None:
    (finding,) = read('stage "Snuffelen": 2 weken\n  soort:\n').diagnostics
    assert finding.params["words"] == "`oriënterend`, `beroepsvoorbereidend`"


# ---- lists


def test_numbers_without_a_code_are_told_once() -> None:
    assert told("regel keuze\n  verplicht 9 en 12\n") == [("RP108", "9")]


def test_numbers_after_a_name_are_told_once() -> None:
    assert told('regel keuze\n  verplicht VT/K/9, de stage "Kort", 9, 12 en VT/K/10\n') == [("RP108", "9")]


# ---- layout


def test_a_text_that_is_indented_as_a_whole_misleads_nobody() -> None:
    text = '  keuzemodule "Lassen"\n    plaatsen: 12\n\n  keuzemodule "Koken"\n    plaatsen: 12\n'
    assert told(text) == []


def test_a_first_block_has_no_block_above_it() -> None:
    assert told('  keuzemodule "Lassen": 16 uur\n  plaatsen: 12\n') == []


def test_an_indented_block_with_its_lines_beside_it_is_told_once() -> None:
    text = 'keuzemodule "Koken"\n  plaatsen: 12\n\n  keuzemodule "Lassen": 16 uur\n  plaatsen: 12\n'
    assert told(text) == [("RP311.kop", "  ")]


# ---- headers


def test_a_block_without_its_parent_is_pointed_at_by_all_its_words() -> None:
    assert told('keuzemodule "Lassen"\n  verkennend deel: 24 uur\n') == [("RP113", "verkennend deel")]


def test_a_sentence_without_its_header_proposes_one() -> None:
    (finding,) = read('keuzemodule "Lassen"\n  plaatsen: 12\n\n  precies 4 keuzemodules\n').diagnostics
    assert finding.help is not None
    assert (finding.code, finding.help.params) == ("RP116", {"home": "regel"})


# ---- everyday Dutch: what people write for the words of the language is known, and shown


@pytest.mark.parametrize(
    ("kop", "line", "right"),
    [
        ("regel keuze", "max. 3 keuzemodules", "hoogstens 3 keuzemodules"),
        ("regel keuze", "max 3 keuzemodules", "hoogstens 3 keuzemodules"),
        ("regel keuze", "maximum van 3 keuzemodules", "hoogstens 3 keuzemodules"),
        ("regel keuze", "niet meer dan 3 keuzemodules", "hoogstens 3 keuzemodules"),
        ("regel keuze", "min. 3 keuzemodules", "minstens 3 keuzemodules"),
        ("regel keuze", "moet VT/K/9", "verplicht VT/K/9"),
        ("regel keuze", "VT/K/9 moet", "verplicht VT/K/9"),
        ("regel keuze", "VT/K/9 is verplicht", "verplicht VT/K/9"),
        ("regel keuze", "mag niet VT/K/9", "nooit VT/K/9"),
        ("regel keuze", "VT/K/9 mag niet", "nooit VT/K/9"),
        ("regel keuze", "VT/K/9 mag niet met VT/K/12", "VT/K/9 niet samen met VT/K/12"),
        ("regel keuze", "VT/K/12 eist VT/K/9", "VT/K/12 vereist VT/K/9"),
        ("regel keuze", "VT/K/12 vereist min. 2 keuzemodules", "VT/K/12 vereist minstens 2 keuzemodules"),
        ("regel keuze", "de leerling kiest minstens 2 keuzemodules", "minstens 2 keuzemodules"),
        ("regel keuze", "minstens 2 keuzemodules kiezen", "minstens 2 keuzemodules"),
        ("regel keuze", "precies twee keuze modules", "precies twee keuzemodules"),
        ("regel keuze", "minstens twee keuze vakken", "minstens twee keuzevakken"),
        ("regel keuze", "verplicht UV\\K\\4", "verplicht UV/K/4"),
        ("regel keuze", "verplicht VT-K-9", "verplicht VT/K/9"),
        ("regel keuze", "verplicht VT K 9", "verplicht VT/K/9"),
        ("regel keuze", "verplicht VT / K / 9", "verplicht VT/K/9"),
        ("regel keuze", "minstens 1.5 uur verdieping", "minstens 1,5 uur verdieping"),
        ("regel keuze", "hoogstens 1.200 uur verdieping", "hoogstens 1200 uur verdieping"),
        ("regel keuze", "gecontroleerd op: 31-07-2014", "gecontroleerd op: 2014-07-31"),
        ("regel keuze", "gecontroleerd op: 31/7/2014", "gecontroleerd op: 2014-07-31"),
        ("groep verkoop", "bevat: HV\\K\\12", "bevat: HV/K/12"),
        ('route "Kevin"', "volgt VT in kader", "volgt VT in leerweg KB"),
        ('route "Kevin"', "volgt VT KB", "volgt VT in leerweg KB"),
        ('route "Kevin"', "kiest Lassen in leerjaar 3", 'kiest keuzemodule "Lassen" in leerjaar 3'),
        ('route "Kevin"', "kiest economie", "kiest vak economie"),
        ('route "Kevin"', 'loopt Snuffelstage bij "Jansen"', 'loopt stage "Snuffelstage" bij "Jansen"'),
    ],
)
def test_an_everyday_word_or_sign_is_shown_as_the_language_has_it(kop: str, line: str, right: str) -> None:
    text = f"{kop}\n  {line}\n"
    (finding,) = read(text).diagnostics
    (fix,) = finding.fixes
    assert text[: fix.span.start] + fix.text + text[fix.span.end :] == f"{kop}\n  {right}\n"


def test_a_decimal_of_hours_is_no_large_number() -> None:
    (finding,) = read('keuzemodule "Lassen": 7.5 uur\n').diagnostics
    assert (finding.message.key, finding.fixes[0].text) == ("RP104.anders", "7,5")


def test_a_decimal_may_stand_before_a_number_in_words() -> None:
    assert told("regel keuze\n  tussen 7,5 en tien uur verdieping\n") == []


def test_a_date_that_does_not_exist_is_not_proposed() -> None:
    (finding,) = read("regel keuze\n  gecontroleerd op: 31-02-2014\n").diagnostics
    assert finding.fixes == ()


# ---- a property in a block that does not take it


def test_all_the_blocks_of_a_school_that_take_a_property_are_named() -> None:
    (finding,) = read('stage "Snuffelen": 2 weken\n  schooljaar: 2009-2010\n').diagnostics
    assert finding.help is not None
    assert finding.help.params["words"] == "`school`, `regel`, `advies`, `route`, `voorbeeld`"


def test_a_path_without_marks_is_told_once() -> None:
    (finding,) = read("gebruik curricula/2007/verzorging\n").diagnostics
    assert (finding.code, finding.fixes[0].text) == ("RP103", '"curricula/2007/verzorging.lob"')


@pytest.mark.parametrize(
    ("kop", "line", "right"),
    [
        ('school "De Wilg"', "schooljaar: 2012/13", "schooljaar: 2012-2013"),
        ("regel keuze", "als VT/K/9 gekozen is dan verplicht VT/K/12", "als VT/K/9 dan verplicht VT/K/12"),
        ("regel keuze", "als VT/K/9 dan VT/K/12", "als VT/K/9 dan verplicht VT/K/12"),
        ("regel keuze", "VT/K/12 alleen met VT/K/9", "VT/K/12 vereist VT/K/9"),
        ("regel keuze", "eerst VT/K/9 dan VT/K/12", "VT/K/9 vóór VT/K/12"),
        ("regel keuze", "niet VT/K/9 en VT/K/12 samen", "VT/K/9 niet samen met VT/K/12"),
        ('route "Kevin"', 'verdiept VT/K/9 "Rijhulp"', 'verdiept VT/K/9 met "Rijhulp"'),
        ('route "Kevin"', "verbreedt naar HV/K/9", "verbreedt met HV/K/9"),
        ('voorbeeld "Mag"', "gegeven Emma", 'gegeven route "Emma"'),
        ('voorbeeld "Mag"', "verwacht dat de route geldig is", "verwacht geldig"),
        ("invulling VT/K/9", "verkennen: 30 uur", "verkennend deel: 30 uur"),
        (
            "invulling VT/K/9",
            "verdiepend deel Koffie en thee: 16 uur",
            'verdiepend deel "Koffie en thee": 16 uur',
        ),
    ],
)
def test_a_turn_of_phrase_is_shown_as_the_language_has_it(kop: str, line: str, right: str) -> None:
    text = f"{kop}\n  {line}\n"
    (finding,) = read(text).diagnostics
    (fix,) = finding.fixes
    assert text[: fix.span.start] + fix.text + text[fix.span.end :] == f"{kop}\n  {right}\n"


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ('regel "Vier modules"', 'regel vier-modules "Vier modules"'),
        ("regel vier modules", "regel vier-modules"),
        ('keuzemodule "Lassen": 12u', 'keuzemodule "Lassen": 12 uur'),
        ('keuzemodule "Lassen" (12 uur)', 'keuzemodule "Lassen": 12 uur'),
    ],
)
def test_a_header_that_is_nearly_right_is_shown_right(line: str, right: str) -> None:
    (finding,) = read(f"{line}\n").diagnostics
    (fix,) = finding.fixes
    assert line[: fix.span.start] + fix.text + line[fix.span.end :] == right


@pytest.mark.parametrize("line", ["kiest acti viteit", "kiest activ iteit"])
def test_a_word_torn_in_two_that_both_mean_nothing_is_one_word(line: str) -> None:
    (finding,) = read(f'route "Kevin"\n  {line} "Interview"\n').diagnostics
    assert finding.fixes[0].text == "activiteit"


@pytest.mark.parametrize(
    ("key", "meant"), [("voor", "programma"), ("klas", "leerjaar"), ("ruimte", "lokaal")]
)
def test_what_people_call_a_property_is_known(key: str, meant: str) -> None:
    (finding,) = read(f'keuzemodule "Lassen"\n  {key}: 3\n').diagnostics
    assert (finding.code, finding.fixes[0].text) == ("RP206", meant)


def test_hours_as_a_property_belong_in_the_first_line() -> None:
    (finding,) = read('keuzemodule "Lassen"\n  uren: 12\n').diagnostics
    assert finding.help is not None
    assert finding.help.key == "omvang-in-kop"


def test_an_indented_header_with_its_lines_beside_it_is_a_header() -> None:
    text = "regel keuze\n  minstens 2 keuzemodules\n  groep licht\n  bevat: VT/K/9\n"
    assert told(text) == [("RP311.kop", "  ")]
    assert [block.soort for block in read(text).blocks] == ["regel", "groep"]


def test_a_verdiepend_deel_without_its_name_is_not_called_deel() -> None:
    (finding,) = read("invulling VT/K/9\n  verdiepend deel : twaalf uur\n").diagnostics
    assert (finding.message.key, finding.fixes) == ("RP105.iets", ())
