"""Mistakes that were once told wrongly, twice or not at all: each kept as one text."""

from __future__ import annotations

from pathlib import Path

import pytest
from model.texts import HV, SCHOOL, VT, WISKUNDE, fixed, found, helped, linked, told

ROUTE = 'route "Autoverkoper"\n  volgt VT in leerweg KB\n'


# ---- a sentence of which a word means nothing says nothing


@pytest.mark.parametrize(
    "zin",
    [
        "precies één keuzemodule per week",
        "minstens twee keuzemodules met thema techniek",
        "minstens twee keuzemodules met competentie lef",
        "minstens twee verbredingen uit een ander schooljaar",
        "minstens twee verbredingen uit XX",
        "als minstens twee keuzemodules per week dan verplicht VT/K/9",
        "als het doel onbekend dan verplicht VT/K/9",
        "verplicht VT/K/9, VT/K/99",
        "telt niet dubbel met een-andere-regel",
    ],
)
def test_a_sentence_with_a_word_that_means_nothing_is_left_out(zin: str, tmp_path: Path) -> None:
    assert linked(f"{VT}regel keuze\n  {zin}\n", tmp_path).regels["keuze"].zinnen == ()


def test_a_condition_of_which_one_goal_is_unknown_is_left_out(tmp_path: Path) -> None:
    text = (
        'doel "Kok"\n  soort: beroep\nregel keuze\n'
        '  als het doel "Kok" en doel "Bakker" dan minstens 2 keuzemodules\n'
    )
    assert linked(text, tmp_path).regels["keuze"].zinnen == ()


def test_a_count_with_a_wrong_restriction_contradicts_nothing(tmp_path: Path) -> None:
    text = (
        "regel keuze\n  precies één keuzemodule per week\n  minstens twee keuzemodules met thema techniek\n"
    )
    assert told(text, tmp_path) == [("RP214", "week"), ("RP214", "thema")]


@pytest.mark.parametrize(
    "bereik", ["programma: XX", "leerwegen: XX", 'doel: "Kok"', "leerjaar: vier of vijf"]
)
def test_a_rule_for_whom_is_not_known_contradicts_nothing(bereik: str, tmp_path: Path) -> None:
    text = f"regel veel\n  minstens 5 keuzemodules\n  {bereik}\nregel weinig\n  hoogstens 3 keuzemodules\n"
    assert "RP305" not in [code for code, _ in told(text, tmp_path)]


# ---- voorbeelden


def test_a_voorbeeld_about_nothing_is_told_so_once(tmp_path: Path) -> None:
    assert told('voorbeeld "Mag"\n  verwacht geldig\n', tmp_path) == [("RP310.route", '"Mag"')]


def test_a_voorbeeld_with_choices_and_no_programme_is_not_called_a_route(tmp_path: Path) -> None:
    text = 'keuzemodule "Lassen"\nvoorbeeld "Mag"\n  kiest keuzemodule "Lassen"\n  verwacht geldig\n'
    assert told(text, tmp_path) == [("RP216.voorbeeld", '"Mag"')]


# ---- a programme that is not there


def test_a_code_of_a_programme_that_is_not_used_asks_for_its_text(tmp_path: Path) -> None:
    text = f"{VT}{ROUTE}  verbreedt met HV/K/9\n"
    assert helped(text, tmp_path) == ["gebruik-dit curricula/2007/handel-en-verkoop.lob"]


def test_a_programme_that_is_not_used_asks_for_its_text(tmp_path: Path) -> None:
    text = f"{VT}regel alleen-hv\n  verplicht VT/K/9\n  programma: HV\n"
    assert helped(text, tmp_path) == ["gebruik-dit curricula/2007/handel-en-verkoop.lob"]


def test_a_programme_that_two_texts_have_asks_for_a_gebruik(tmp_path: Path) -> None:
    assert helped(f"{VT}regel alleen-mt\n  verplicht VT/K/9\n  programma: MT\n", tmp_path) == ["gebruik-mist"]


def test_a_code_that_no_text_has_asks_for_a_gebruik(tmp_path: Path) -> None:
    assert helped(f"{VT}{ROUTE}  verbreedt met XYZ/K/9\n", tmp_path) == ["gebruik-mist"]


def test_codes_and_name_of_a_programme_that_is_not_used_are_told_once(tmp_path: Path) -> None:
    text = f"{VT}{ROUTE}  verbreedt met HV/K/9, 10\nregel alleen-hv\n  verplicht HV/K/11\n  programma: HV\n"
    assert told(text, tmp_path) == [("RP205", "HV")]


def test_a_slip_in_the_programme_of_a_code_is_still_a_slip(tmp_path: Path) -> None:
    assert helped(f"{VT}{ROUTE}  verbreedt met TV/K/9\n", tmp_path) == ["bedoelde-je VT/K/9"]


def test_an_unknown_code_of_a_programme_that_is_used_asks_for_nothing(tmp_path: Path) -> None:
    assert helped(f"{VT}regel keuze\n  verplicht VT/K/90\n", tmp_path) == [""]


def test_a_misspelled_vak_is_suggested(tmp_path: Path) -> None:
    assert helped(f'{WISKUNDE}regel keuze\n  verplicht "wiskune"\n', tmp_path) == ["bedoelde-je Wiskunde"]


def test_the_vak_that_is_suggested_is_right(tmp_path: Path) -> None:
    text = fixed(f'{WISKUNDE}regel keuze\n  verplicht "wiskune"\n', tmp_path)
    assert told(text, tmp_path) == []


def test_a_vak_that_is_not_used_asks_for_its_text(tmp_path: Path) -> None:
    text = f'{VT}regel keuze\n  verplicht "wiskunde"\n'
    assert helped(text, tmp_path) == ["gebruik-dit curricula/2007/avo/wiskunde.lob"]


# ---- eindtermen

DEELTAAK = """
programma VT "Voertuigentechniek"
  soort: afdelingsprogramma
  eenheid VT/K/9 "Verlichting"
    SE: BB, KB
    deeltaak VT/K/9/1
      eindterm VT/K/9/1.1
      eindterm VT/K/9/1.2
    deeltaak VT/K/9/2
"""


@pytest.mark.parametrize(
    ("dekt", "open_"),
    [
        ("VT/K/9/1.1", "VT/K/9/1.2, VT/K/9/2"),
        ("VT/K/9/1", "VT/K/9/2"),
        ("VT/K/9/1.1, VT/K/9/1.2, VT/K/9/2", None),
        ("VT/K/9/1, VT/K/9/2", None),
    ],
)
def test_eindtermen_under_a_deeltaak_are_covered_one_by_one(
    dekt: str, open_: str | None, tmp_path: Path
) -> None:
    text = f"{DEELTAAK}{SCHOOL}\ninvulling VT/K/9\n  verkennend deel: 24 uur\n    dekt: {dekt}\n"
    assert [d.params.get("terms") for d in found(text, tmp_path) if d.code == "RP303"] == [open_][
        : bool(open_)
    ]


# ---- ranges


@pytest.mark.parametrize("line", ["verplicht HV/K/9 t/m HV/K/12", "minstens 2 van HV/K/9 t/m HV/K/12"])
def test_a_whole_code_after_tm_is_told_in_a_sentence(line: str, tmp_path: Path) -> None:
    assert told(f"{HV}regel keuze\n  {line}\n", tmp_path) == [("RP109.hele-code", "HV/K/12")]


def test_a_whole_code_after_tm_is_told_in_a_property(tmp_path: Path) -> None:
    text = f"{HV}groep verkoop\n  bevat: HV/K/9 t/m HV/K/12\n"
    assert told(text, tmp_path) == [("RP109.hele-code", "HV/K/12")]


def test_a_whole_code_after_tm_is_suggested_as_a_number(tmp_path: Path) -> None:
    text = f"{HV}groep verkoop\n  bevat: HV/K/9 t/m HV/K/12\n"
    assert fixed(text, tmp_path) == f"{HV}groep verkoop\n  bevat: HV/K/9 t/m 12\n"


def test_a_range_from_one_programme_to_another_is_none(tmp_path: Path) -> None:
    text = f"{HV}groep verkoop\n  bevat: HV/K/9 t/m HA/K/12\n"
    assert told(text, tmp_path) == [("RP109.geen-nummer", "HV/K/9 t/m HA/K/12")]


def test_numbers_the_wrong_way_round_are_turned(tmp_path: Path) -> None:
    text = 'keuzemodule "Lassen"\n  perioden: 4 t/m 1\n'
    assert fixed(text, tmp_path) == 'keuzemodule "Lassen"\n  perioden: 1 t/m 4\n'


def test_periods_of_a_choice_the_wrong_way_round_are_turned(tmp_path: Path) -> None:
    text = f'{VT}keuzemodule "Lassen"\n{ROUTE}  kiest keuzemodule "Lassen" in periode 4 t/m 1\n'
    assert "in periode 1 t/m 4\n" in fixed(text, tmp_path)


def test_a_long_run_of_numbers_is_not_called_the_wrong_way_round(tmp_path: Path) -> None:
    text = 'keuzemodule "Lassen"\n  perioden: 1 t/m 500\n'
    assert told(text, tmp_path) == [("RP109.te-lang", "1 t/m 500")]


# ---- sentences against each other


@pytest.mark.parametrize(
    "zin",
    [
        "VT/K/9 niet samen met VT/K/12",
        "VT/K/12 niet samen met VT/K/9",
        "VT/K/13, 12 niet samen met VT/K/9, 14",
    ],
)
def test_vereist_contradicts_niet_samen_met_either_way_round(zin: str, tmp_path: Path) -> None:
    text = f"{VT}regel a\n  VT/K/9 vereist VT/K/12\nregel b\n  {zin}\n"
    assert told(text, tmp_path) == [("RP305", zin)]


def test_niet_samen_met_contradicts_a_later_vereist(tmp_path: Path) -> None:
    text = f"{VT}regel a\n  VT/K/12 niet samen met VT/K/9\nregel b\n  VT/K/9 vereist VT/K/12\n"
    assert told(text, tmp_path) == [("RP305", "VT/K/9 vereist VT/K/12")]


def test_two_of_one_side_may_go_together(tmp_path: Path) -> None:
    text = f"{VT}regel a\n  VT/K/9 vereist VT/K/12\nregel b\n  VT/K/9, 12 niet samen met VT/K/13\n"
    assert told(text, tmp_path) == []


# ---- which word, and what then


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ('keuzemodule "Lassen"\n  perioden: 4, 5\n', "5"),
        ('keuzemodule "Lassen"\n  perioden: 3 t/m 6\n', "3 t/m 6"),
        ('keuzemodule "Lassen"\n  leerjaar: 5\n', "5"),
        ("invulling VT/K/9\n  verkennend deel: 24 uur\n    perioden: 6\n", "6"),
        ("regel keuze\n  minstens 2 keuzemodules\n  leerjaar: 3, 2\n", "2"),
        (f'keuzemodule "Lassen"\n{ROUTE}  kiest keuzemodule "Lassen" in leerjaar 3 periode 9\n', "9"),
        (f'keuzemodule "Lassen"\n{ROUTE}  kiest keuzemodule "Lassen" in leerjaar 5\n', "5"),
    ],
)
def test_a_leerjaar_or_periode_that_is_not_there_is_pointed_at(text: str, word: str, tmp_path: Path) -> None:
    assert [(d.code, d.span.text) for d in found(f"{VT}{SCHOOL}\n{text}", tmp_path)] == [("RP318", word)]


def test_a_missing_word_of_a_closed_list_shows_the_list(tmp_path: Path) -> None:
    (finding,) = found('stage "Snuffelen": 2 weken\n', tmp_path)
    assert (finding.message.key, finding.params["words"]) == (
        "RP210.woorden",
        "`oriënterend`, `beroepsvoorbereidend`",
    )


def test_of_one_word_that_can_stand_there_it_is_asked(tmp_path: Path) -> None:
    text = "regel keuze\n  minstens 2 verbredingen uit een ander schooljaar\n"
    assert helped(text, tmp_path) == ["bedoelde-je programma"]


# ---- what is not seen


@pytest.mark.parametrize(
    "text",
    [
        'keuzemodule "Lassen": 16 uur\n  kenmerken: tech\u200bniek\n',
        'keuze\u200bmodule "Lassen": 16 uur\n  kenmerken: techniek\n',
        f"{VT}groep elektrisch\n  bevat: V\u0422/K/9\n",
        f"{VT}regel keuze\n  verplicht VT/\u200bK/9\n",
        f"{VT}regel keuze\n  verplicht V\u0422/K/9\n",
        VT + ROUTE.replace("VT", "V\u0422"),
        VT + ROUTE.replace("leerweg", "leer\u200bweg"),
        'stage "Snuffelen": 2 weken\n  soort: ori\u200bënterend\n',
        f'keuzemodule "L\u0430ssen"\n{VT}{ROUTE}  kiest keuzemodule "Lassen"\n',
        f'keuzemodule "Lassen"\n{VT}{ROUTE}  kiest keuzemodule "L\u0430ssen"\n',
    ],
)
def test_a_sign_that_is_not_what_it_seems_is_told_once(text: str, tmp_path: Path) -> None:
    assert [d.code for d in found(text, tmp_path)] == ["RP005"]


def test_a_group_with_a_member_that_is_not_there_may_be_larger(tmp_path: Path) -> None:
    text = f"{VT}groep keus\n  bevat: VT/K/9, VT/K/99\nregel twee\n  minstens 2 van groep keus\n"
    assert told(text, tmp_path) == [("RP201", "VT/K/99")]


def test_a_voorbeeld_without_the_programme_of_its_choices_is_told_once(tmp_path: Path) -> None:
    text = f'{VT}voorbeeld "Mag"\n  volgt VR in leerweg KB\n  verbreedt met VT/K/9\n  verwacht geldig\n'
    assert [code for code, _ in told(text, tmp_path)] == ["RP205"]


# ---- a name without what it is a name of

AANBOD = 'keuzemodule "Lassen": 16 uur\nstage "Snuffelen": 2 weken\n  soort: oriënterend\n'


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ('kiest "Lassen"', 'kiest keuzemodule "Lassen"'),
        ('kiest "Lasen" in leerjaar 3', 'kiest keuzemodule "Lassen" in leerjaar 3'),
        ('loopt "Snuffelen" bij "Jansen"', 'loopt stage "Snuffelen" bij "Jansen"'),
        ('kiest "Snuffelen"', 'kiest stage "Snuffelen"'),
    ],
)
def test_a_choice_by_name_alone_is_shown_with_its_kind(line: str, right: str, tmp_path: Path) -> None:
    text = f"{VT}{AANBOD}{ROUTE}  {line}\n"
    assert fixed(text, tmp_path) == f"{VT}{AANBOD}{ROUTE}  {right}\n"
    assert [key for key, _ in told(text, tmp_path)] == ["RP201.soort"]


def test_a_name_alone_at_the_start_of_a_sentence_gets_its_article(tmp_path: Path) -> None:
    text = f'{VT}{AANBOD}regel keuze\n  "Lassen" vereist VT/K/9\n'
    assert '  de keuzemodule "Lassen" vereist VT/K/9\n' in fixed(text, tmp_path)


def test_a_name_of_another_kind_is_shown_with_that_kind(tmp_path: Path) -> None:
    text = f'{VT}{AANBOD}{ROUTE}  kiest keuzemodule "Snuffelen"\n'
    assert helped(text, tmp_path) == ['bedoelde-je stage "Snuffelen"']


def test_a_name_in_a_list_that_is_no_group_is_told_once(tmp_path: Path) -> None:
    text = f"{VT}{AANBOD}groep werk\n  bevat: Lassen\n"
    assert told(text, tmp_path) == [("RP209.keuzes", "Lassen")]
    assert helped(text, tmp_path) == ['bedoelde-je keuzemodule "Lassen"']


# ---- everyday words in a value


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("leerwegen: BB/KB", "leerwegen: BB, KB"),
        ("leerwegen: basis, kader", "leerwegen: BB, KB"),
        ("leerwegen: bbl", "leerwegen: BB"),
    ],
)
def test_what_people_call_a_leerweg_is_known(line: str, right: str, tmp_path: Path) -> None:
    assert fixed(f'keuzemodule "Lassen"\n  {line}\n', tmp_path) == f'keuzemodule "Lassen"\n  {right}\n'


def test_what_people_call_a_leerweg_is_known_in_a_route(tmp_path: Path) -> None:
    text = f'{VT}route "Kim"\n  volgt VT in leerweg kader\n'
    assert fixed(text, tmp_path) == f'{VT}route "Kim"\n  volgt VT in leerweg KB\n'


def test_a_date_in_words_is_shown_in_figures(tmp_path: Path) -> None:
    text = "regel keuze\n  hoogstens 3 keuzemodules\n  gecontroleerd op: 31 juli 2014\n"
    assert "  gecontroleerd op: 2014-07-31\n" in fixed(text, tmp_path)


def test_a_part_of_a_word_of_the_language_is_that_word(tmp_path: Path) -> None:
    text = "regel keuze\n  hoogstens 3 keuzemodules per jaar\n"
    assert "per leerjaar" in fixed(text, tmp_path)


# ---- lists


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ('keuzemodule "Lassen"\n  kenmerken: techniek, metaal, techniek\n', "techniek"),
        ('keuzemodule "Lassen"\n  perioden: 1 t/m 3, 2\n', "2"),
        ('keuzemodule "Lassen"\n  leerwegen: BB, bb\n', "bb"),
        ('keuzemodule "Lassen"\n  kenmerken: techniek\n  kenmerken: Techniek\n', "Techniek"),
    ],
)
def test_what_stands_twice_in_a_list_is_told(text: str, word: str, tmp_path: Path) -> None:
    assert told(text, tmp_path) == [("RP324", word)]


def test_a_programme_that_is_offered_twice_is_told(tmp_path: Path) -> None:
    text = VT + SCHOOL.replace("biedt aan: VT", "biedt aan: VT, VT")
    assert told(text, tmp_path) == [("RP324", "VT")]


def test_a_word_of_a_closed_list_with_an_en_in_it_asks_for_its_marks(tmp_path: Path) -> None:
    text = 'programma XX "Iks"\n  sector: zorg en welzijn\n'
    (finding,) = [d for d in found(text, tmp_path) if d.code != "RP210"]
    assert (finding.code, finding.fixes[0].text) == ("RP103", '"zorg en welzijn"')


def test_the_programme_en_may_stand_after_uit_in_a_property(tmp_path: Path) -> None:
    english = 'gebruik "curricula/2007/avo/engelse-taal.lob"\n'
    assert told(f"{english}groep talen\n  bevat: MVT/K/1 uit EN, MVT/K/2 uit EN\n", tmp_path) == []


# ---- a route or voorbeeld starts once


def test_a_route_follows_one_programme(tmp_path: Path) -> None:
    text = f"{VT}{HV}{ROUTE}  volgt HV in leerweg KB\n"
    assert told(text, tmp_path) == [("RP218", "volgt HV in leerweg KB")]


def test_a_voorbeeld_starts_from_one_route(tmp_path: Path) -> None:
    given = '  gegeven route "Autoverkoper"\n'
    text = f'{VT}{ROUTE}voorbeeld "Mag"\n{given}{given}  verwacht geldig\n'
    assert [key for key, _ in told(text, tmp_path)] == ["RP218.gegeven"]


def test_a_voorbeeld_may_change_the_programme_of_its_route(tmp_path: Path) -> None:
    text = (
        f'{VT}{HV}{ROUTE}voorbeeld "Mag"\n  gegeven route "Autoverkoper"\n'
        "  volgt HV in leerweg KB\n  verwacht geldig\n"
    )
    assert told(text, tmp_path) == []


# ---- a file that is not there


@pytest.mark.parametrize(
    "path",
    ["voertuigentechniek.lob", "curricula/2016/Voertuigentechniek", "VT", "C:\\voertuigentechniek.lob"],
)
def test_a_file_of_that_name_or_programme_elsewhere_is_proposed(path: str, tmp_path: Path) -> None:
    assert fixed(f'gebruik "{path}"\n', tmp_path) == VT


def test_files_of_which_the_name_has_that_word_are_proposed(tmp_path: Path) -> None:
    (finding,) = found('gebruik "curricula/2016/techniek.lob"\n', tmp_path)
    assert finding.help is not None
    assert "`curricula/2007/techniek-breed.lob`" in str(finding.help.params["words"])


def test_a_number_with_its_unit_is_shown_without(tmp_path: Path) -> None:
    text = 'keuzemodule "Lassen"\n  plaatsen: 16 leerlingen\n'
    assert fixed(text, tmp_path) == 'keuzemodule "Lassen"\n  plaatsen: 16\n'


def test_doubles_in_more_properties_of_a_block_are_told_once(tmp_path: Path) -> None:
    text = 'keuzemodule "Lassen"\n  kenmerken: a\n  inhoud: b\n  kenmerken: a\n  inhoud: b\n'
    assert told(text, tmp_path) == [("RP324", "a")]


def test_a_keuzevak_is_no_slip_of_a_module(tmp_path: Path) -> None:
    programma = 'programma PR "Robots"\n  soort: profiel\n  module P/PR/01 "Robots"\n    SE: BB\n'
    text = f"{programma}regel keuze\n  nooit K/PR/01\n"
    assert [d.fixes for d in found(text, tmp_path) if d.code == "RP201"] == [()]


def test_a_keuzevak_has_no_verkennend_deel_to_refer_to(tmp_path: Path) -> None:
    met = 'gebruik "curricula/2016/mobiliteit-en-transport.lob"\n'
    text = f"{met}regel keuze\n  verplicht verkennend deel van K/MET/01\n"
    assert told(text, tmp_path) == [("RP215.keuzevak", "verkennend deel van K/MET/01")]
    assert fixed(text, tmp_path) == f"{met}regel keuze\n  verplicht keuzevak K/MET/01\n"
