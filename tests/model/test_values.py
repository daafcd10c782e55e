"""RP209 to RP211, RP213, RP214: properties and words that are not of their shape."""

import pytest
from model.findings import HV, SCHOOL, VT, diagnostics, found


def module(line: str) -> list[tuple[str, str]]:
    return found(f'keuzemodule "Lassen": 16 uur\n  {line}\n')


# ---- one per shape


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("lokaal: Praktijklokaal", "Praktijklokaal"),
        ("opmerking: zonder aanhalingstekens", "zonder aanhalingstekens"),
        ("kenmerken: meer woorden", "meer woorden"),
        ("leerwegen: BB KB", "BB KB"),
        ("programma: VT HV", "VT HV"),
        ("plaatsen: 12,5", "12,5"),
        ("plaatsen: veel", "veel"),
        ("perioden: 1, x", "x"),
        ("plaatsen: 12 of 13", "12 of 13"),
    ],
)
def test_a_value_of_another_shape(line: str, word: str) -> None:
    assert [(code, text) for code, text in module(line) if code == "RP209"] == [("RP209", word)]


@pytest.mark.parametrize(
    "line", ["plaatsen: twaalf", "perioden: 1, 2", "perioden: 1 t/m 4", "leerjaar: 3", "leerwegen: BB en KB"]
)
def test_a_value_of_its_shape(line: str) -> None:
    assert module(line) == []


@pytest.mark.parametrize("value", ["2009", "2009-2011", "vanaf 2009-2010", '"2009-2010"'])
def test_a_schooljaar_that_is_none(value: str) -> None:
    assert [code for code, _ in found(SCHOOL.replace("2009-2010", value), VT)] == ["RP209"]


@pytest.mark.parametrize("value", ["50", "een lesuur", "50 uur en wat"])
def test_a_duration_that_is_none(value: str) -> None:
    text = SCHOOL + f"  lesuur: {value}\n"
    assert {code for code, _ in found(text, VT)} == {"RP209"}


@pytest.mark.parametrize("value", ["50 uur", "181 minuten", "0 minuten"])
def test_a_lesuur_that_no_school_has(value: str) -> None:
    assert {code for code, _ in found(SCHOOL + f"  lesuur: {value}\n", VT)} == {"RP209"}


@pytest.mark.parametrize("value", ["50 minuten", "1 uur", "45 minuten", "100 minuten"])
def test_a_duration(value: str) -> None:
    assert found(SCHOOL + f"  lesuur: {value}\n", VT) == []


@pytest.mark.parametrize("value", ["2010-02-30", "morgen", "2010-01-01, 2010-02-01"])
def test_a_day_that_is_none(value: str) -> None:
    text = f"""route "x"
  volgt VT in leerweg KB

regel r
  verplicht VT/K/9

ontheffing r voor route "x"
  reden: "a"
  door: "b"
  tot: {value}
"""
    assert {code for code, _ in found(text, VT)} == {"RP209"}


@pytest.mark.parametrize(
    "value", ["vanaf 2009-2010", "t/m 2009-2010", "2009-2010", "2009-2010 t/m 2011-2012"]
)
def test_a_stretch_of_schooljaren(value: str) -> None:
    assert found(f"regel r\n  verplicht VT/K/9\n  schooljaar: {value}", VT) == []


@pytest.mark.parametrize("value", ["2009", "tot 2009-2010", "2009-2012"])
def test_a_stretch_of_schooljaren_that_is_none(value: str) -> None:
    found_ = found(f"regel r\n  verplicht VT/K/9\n  schooljaar: {value}", VT)
    assert [code for code, _ in found_] == ["RP209"]


# ---- sizes


def test_a_stage_of_half_a_week() -> None:
    assert found('stage "x": 1,5 weken\n  soort: oriënterend') == [("RP209", "1,5 weken")]


def test_a_part_in_weeks() -> None:
    assert found("invulling VT/K/9\n  verkennend deel: 2 weken", VT) == [("RP209", "2 weken")]


def test_lesuren_without_a_lesuur() -> None:
    assert found('keuzemodule "x": 12 lesuur') == [("RP209", "12 lesuur")]


def test_lesuren_with_a_lesuur_that_is_wrong_are_not_told_as_well() -> None:
    text = SCHOOL + '  lesuur: 50\n\nkeuzemodule "x": 12 lesuur\n'
    assert found(text, VT) == [("RP209", "50")]


def test_a_size_that_is_no_whole_number_of_minutes() -> None:
    assert found('keuzemodule "x": 0,001 uur') == [("RP209", "0,001 uur")]


def test_a_bound_in_lesuren_without_a_lesuur() -> None:
    assert found("regel r\n  hoogstens 12 lesuur maatwerk") == [("RP209", "12")]


# ---- what must be there


@pytest.mark.parametrize("sleutel", ["schooljaar", "biedt aan", "leerwegen"])
def test_a_school_says(sleutel: str) -> None:
    line = next(line for line in SCHOOL.splitlines() if line.startswith(f"  {sleutel}:"))
    missing = [d for d in diagnostics(SCHOOL.replace(line, ""), VT) if d.code == "RP210"]
    assert [d.params["key"] for d in missing] == [sleutel]


@pytest.mark.parametrize("sleutel", ["reden", "door"])
def test_an_ontheffing_says(sleutel: str) -> None:
    text = """route "x"
  volgt VT in leerweg KB

regel r
  verplicht VT/K/9

ontheffing r voor route "x"
  reden: "a"
  door: "b"
"""
    line = next(line for line in text.splitlines(keepends=True) if line.startswith(f"  {sleutel}:"))
    missing = [d for d in diagnostics(text.replace(line, ""), VT) if d.code == "RP210"]
    assert [d.params["key"] for d in missing] == [sleutel]


@pytest.mark.parametrize(
    "block", ['activiteit "x": 2 uur', 'doel "x"', "groep x", 'verbreding "x"', 'programma XX "X"']
)
def test_a_block_says_what_it_needs(block: str) -> None:
    assert [code for code, _ in found(block)] == ["RP210"]


# ---- words of a list


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ('activiteit "x": 2 uur\n  soort: sportief', "sportief"),
        ('doel "x"\n  soort: baan', "baan"),
        ('programma XX "X"\n  soort: leergang', "leergang"),
        ('route "x"\n  volgt VT in leerweg HAVO', "HAVO"),
        ('keuzemodule "x": 2 uur\n  leerwegen: BB, HAVO', "HAVO"),
        ('voorbeeld "x"\n  volgt VT in leerweg KB\n  verwacht goed', "goed"),
        ("regel r\n  verplicht VT/K/9\n  gezag: gemeente", "gemeente"),
        ("regel r\n  verplicht VT/K/9\n  afgeleid: misschien", "misschien"),
    ],
)
def test_a_word_that_is_not_in_its_list(text: str, word: str) -> None:
    assert found(text, VT) == [("RP211", word)]


def test_an_older_word_for_a_competentie_is_in_it() -> None:
    assert module("competenties: capaciteitenreflectie") == []


# ---- what can be counted


@pytest.mark.parametrize(
    ("zin", "word"),
    [
        ("minstens twee leerlingen", "leerlingen"),
        ("minstens twee weken keuzemodules", "weken keuzemodules"),
        ("minstens twee maatwerk", "maatwerk"),
    ],
)
def test_what_cannot_be_counted(zin: str, word: str) -> None:
    assert found(f"regel r\n  {zin}") == [("RP213", word)]


@pytest.mark.parametrize(
    "zin",
    [
        "minstens twee weken stage",
        "minstens 20 uur maatwerk",
        "minstens 20 uur keuzemodules",
        "precies één keuzemodule per periode",
        "hoogstens twee vakken",
        "minstens twee exameneenheden",
    ],
)
def test_what_can_be_counted(zin: str) -> None:
    assert found(f"regel r\n  {zin}") == []


def test_uit_een_ander_is_of_a_programma() -> None:
    text = "regel r\n  minstens één keuzevak uit een ander profiel"
    assert found(text, HV) == [("RP214", "profiel")]


def test_met_competentie_is_one_of_five() -> None:
    text = "regel r\n  minstens één keuzemodule met competentie samenwerken"
    assert found(text) == [("RP214", "samenwerken")]
