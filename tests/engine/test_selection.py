"""`docs/nl/betekenis.md`: "De route" and "Wat er nog bij kan"."""

from engine.judging import SCHOOL, linked, route_of, selected

from routeplanner import api
from routeplanner.engine.selection import Selection

MOBILITEIT = ("2016/mobiliteit-en-transport.lob", "2016/economie-en-ondernemen.lob")
NU = """
school "Nu"
  schooljaar: 2026-2027
  biedt aan: MET, EO
  leerwegen: BB, KB, GL
"""


def chosen(selection: Selection) -> list[str]:
    return [str(keuze) for keuze in selection.gekozen]


def addable(selection: Selection) -> list[str]:
    return [str(onderdeel.keuze) for onderdeel in selection.open()]


def kinds(selection: Selection, choice: str) -> tuple[bool, bool, bool]:
    """Whether a choice is eigen, verdieping and verbreding."""
    (found,) = (o for o in selection.onderdelen.values() if str(o.keuze) == choice)
    return found.eigen, found.verdieping, found.verbreding


def minutes(selection: Selection, choice: str) -> int | None:
    (found,) = (o.minuten for o in selection.onderdelen.values() if str(o.keuze) == choice)
    return found


def profiel(*sentences: str, volgt: str = "MET in leerweg KB", school: str = NU, more: str = "") -> Selection:
    lines = "\n".join(f"  {sentence}" for sentence in (f"volgt {volgt}", *sentences))
    curriculum = linked(f'{school}\n{more}\n\nroute "Leerling"\n{lines}\n', *MOBILITEIT)
    assert curriculum.ok, curriculum.diagnostics
    return api.select(curriculum, route_of(curriculum, "Leerling"))


# ---- where a route starts

VARIANTEN = """
programma IX "Intersectoraal"
  soort: intersectoraal

  eenheid IX/1 "Voor iedereen"
    SE: KB
  eenheid IX/2 "Naar keuze"
    SE: KB
    keuze: ja
  eenheid IX/3 "Van een sectordeel"
    SE: KB
    sectordeel: "Techniek"
  eenheid IX/4 "Alleen in GL"
    SE: GL
  eenheid IX/5 "Dienst"
    SE: KB
  eenheid IX/6 "Commercie"
    SE: KB

  uitstroomprofiel "Techniek en Dienst"
    eenheden: IX/5
  uitstroomprofiel "Techniek en Commercie"
    eenheden: IX/6

route "Zonder"
  volgt IX in leerweg KB

route "Dienst"
  volgt IX in leerweg KB met uitstroomprofiel "Techniek en Dienst"

route "dienst, klein geschreven"
  volgt IX in leerweg KB met uitstroomprofiel "techniek en dienst"
"""


def starts_with(name: str) -> list[str]:
    curriculum = linked(VARIANTEN)
    return chosen(api.select(curriculum, route_of(curriculum, name)))


def test_a_route_starts_with_every_mandatory_unit_of_its_leerweg() -> None:
    assert starts_with("Zonder") == ["IX/1"]


def test_a_route_starts_with_the_units_of_its_uitstroomprofiel() -> None:
    assert starts_with("Dienst") == ["IX/1", "IX/5"]


def test_an_uitstroomprofiel_is_the_same_without_its_capitals() -> None:
    assert starts_with("dienst, klein geschreven") == ["IX/1", "IX/5"]


def test_an_official_programme_starts_whole() -> None:
    units = [*(f"VT/K/{n}" for n in (1, 2, *range(7, 18))), "VT/V/1"]
    assert chosen(selected()) == units


def test_a_profiel_starts_with_its_four_modules() -> None:
    assert chosen(profiel()) == ["P/MET/01", "P/MET/02", "P/MET/03", "P/MET/04"]


def test_a_profiel_in_gl_starts_with_its_two_modules() -> None:
    assert chosen(profiel(volgt="MET in leerweg GL")) == ["P/MET/01", "P/MET/03"]


# ---- what sentences add and decline


def test_zonder_takes_away() -> None:
    assert "VT/K/9" not in chosen(selected("zonder VT/K/9"))


def test_what_is_declined_stays_no() -> None:
    assert "VT/K/9" not in addable(selected("zonder VT/K/9"))


def test_a_declined_unit_is_not_deepened_either() -> None:
    assert 'verdieping "Licht" van VT/K/9' not in addable(selected("zonder VT/K/9"))


def test_verdiept_niet_declines_every_verdieping() -> None:
    left = addable(selected("verdiept niet VT/K/9"))
    assert [choice for choice in left if choice.startswith("verdieping")] == [
        'verdieping "Uitlijnen" van VT/K/8',
        'verdieping "Kleppen" van VT/K/12',
        'verdieping "Reclame" van HV/K/10',
    ]


def test_verdiept_niet_leaves_the_verkennend_deel() -> None:
    assert "VT/K/9" in chosen(selected("verdiept niet VT/K/9"))


def test_verdiept_without_names_is_all_of_them() -> None:
    added = chosen(selected("verdiept VT/K/9"))[-2:]
    assert added == ['verdieping "Rijhulp" van VT/K/9', 'verdieping "Licht" van VT/K/9']


def test_verdiept_with_a_name_is_that_one() -> None:
    assert chosen(selected('verdiept VT/K/9 met "Licht"'))[-1] == 'verdieping "Licht" van VT/K/9'


def test_a_later_sentence_wins() -> None:
    selection = selected('kiest keuzemodule "Lassen"', 'zonder keuzemodule "Lassen"')
    assert 'keuzemodule "Lassen"' not in [*chosen(selection), *addable(selection)]


# ---- own, deeper and broader


def test_a_verdiepend_deel_of_the_own_programme_is_verdieping() -> None:
    assert kinds(selected(), 'verdieping "Licht" van VT/K/9') == (True, True, False)


def test_the_verkennend_deel_of_the_own_programme_is_neither() -> None:
    assert kinds(selected(), "VT/K/9") == (True, False, False)


def test_a_unit_of_another_programme_is_verbreding() -> None:
    assert kinds(selected(), "HV/K/9") == (False, False, True)


def test_a_verdiepend_deel_of_another_programme_is_verbreding() -> None:
    assert kinds(selected(), 'verdieping "Reclame" van HV/K/10') == (False, False, True)


def test_a_unit_of_another_leerweg_is_verbreding() -> None:
    text = """
school "Bouw"
  schooljaar: 2009-2010
  biedt aan: timmeren
  leerwegen: BB, KB

verbreding "Meer tekenen"
  uit: B/K/3, 11

route "Leerling"
  volgt timmeren in leerweg BB
"""
    curriculum = linked(text, "2007/bouwtechniek-timmeren.lob")
    selection = api.select(curriculum, route_of(curriculum, "Leerling"))
    assert kinds(selection, "B/K/3") == (True, False, False)
    assert kinds(selection, "B/K/11") == (False, False, True)


def test_a_keuzevak_of_another_profiel_is_verbreding() -> None:
    assert kinds(profiel(), "keuzevak K/EO/01") == (False, False, True)


def test_a_keuzevak_of_the_own_profiel_is_own() -> None:
    assert kinds(profiel(), "keuzevak K/MET/13") == (True, False, False)


def test_a_module_of_another_profiel_is_verbreding() -> None:
    assert kinds(profiel(), "module P/EO/01") == (False, False, True)


def test_a_keuzemodule_is_neither() -> None:
    assert kinds(selected(), 'keuzemodule "Lassen"') == (False, False, False)


# ---- what can still be added


def test_what_a_verbreding_opens_can_be_added() -> None:
    broader = [choice for choice in addable(selected()) if "HV/" in choice]
    assert broader == ["HV/K/9", "HV/K/10", 'verdieping "Reclame" van HV/K/10', "HV/K/12"]


def test_verdiepende_delen_of_a_verbreding_need_ook_verdiepend() -> None:
    closed = SCHOOL.replace("  ook verdiepend: ja\n", "")
    assert 'verdieping "Reclame" van HV/K/10' not in addable(selected(school=closed))


def test_a_verbreding_is_for_its_own_programmes() -> None:
    others = SCHOOL.replace("  programma: VT\n  uit:", "  programma: HV\n  uit:")
    assert [choice for choice in addable(selected(school=others)) if "HV/" in choice] == []


def test_a_verbreding_is_for_its_own_leerwegen() -> None:
    bb_only = SCHOOL.replace("  uit: HV/K/9", "  leerwegen: BB\n  uit: HV/K/9")
    assert [choice for choice in addable(selected(school=bb_only)) if "HV/" in choice] == []


def test_without_a_verbreding_a_unit_of_another_programme_cannot_be_added() -> None:
    assert "HV/K/11" not in addable(selected())


def test_a_unit_that_is_ce_here_cannot_be_deepened() -> None:
    assert 'verdieping "Uitlijnen" van VT/K/8' in addable(selected())
    assert 'verdieping "Uitlijnen" van VT/K/8' not in addable(selected(volgt="VT in leerweg BB"))


def test_a_verdiepend_deel_for_some_leerwegen_is_for_those() -> None:
    bb_only = SCHOOL.replace('"Kleppen": 20 uur\n', '"Kleppen": 20 uur\n    leerwegen: BB\n')
    assert 'verdieping "Kleppen" van VT/K/12' not in addable(selected(school=bb_only))


def test_a_keuzemodule_for_another_programme_cannot_be_added() -> None:
    more = 'keuzemodule "Etalage": 16 uur\n  programma: HV'
    assert 'keuzemodule "Etalage"' not in addable(selected(more=more))


def test_a_stage_for_another_leerweg_cannot_be_added() -> None:
    more = 'stage "Lang": 8 weken\n  soort: beroepsvoorbereidend\n  leerwegen: BB'
    assert 'stage "Lang"' not in addable(selected(more=more))


def test_every_keuzevak_of_the_programmes_on_offer_can_be_added() -> None:
    assert {"keuzevak K/MET/01", "keuzevak K/EO/01"} <= set(addable(profiel()))


def test_a_school_may_offer_some_keuzevakken_only() -> None:
    some = NU + "  keuzevakken: K/EO/01, K/MET/13\n"
    keuzevakken = [choice for choice in addable(profiel(school=some)) if choice.startswith("keuzevak ")]
    assert keuzevakken == ["keuzevak K/MET/13", "keuzevak K/EO/01"]


def test_a_keuzevak_of_a_programme_that_is_not_on_offer_cannot_be_added() -> None:
    met_only = NU.replace("MET, EO", "MET")
    assert [choice for choice in addable(profiel(school=met_only)) if "/EO/" in choice] == []


def test_a_module_of_another_profiel_can_be_added_as_keuzevak() -> None:
    assert "module P/EO/02" in addable(profiel())


def test_a_module_that_the_pupil_does_anyway_cannot_be_added() -> None:
    assert "module P/MET/02" not in addable(profiel())


def test_a_module_of_the_own_profiel_that_gl_does_not_do_can_be_added() -> None:
    assert "module P/MET/02" in addable(profiel(volgt="MET in leerweg GL"))


# ---- hours


def test_the_hours_of_a_unit_are_those_of_its_verkennend_deel() -> None:
    assert minutes(selected(), "VT/K/9") == 24 * 60


def test_without_an_invulling_the_hours_are_not_known() -> None:
    assert minutes(selected(), "VT/K/10") is None


def test_a_lesuur_is_that_of_the_school() -> None:
    lessons = SCHOOL.replace("  perioden: 4\n", "  perioden: 4\n  lesuur: 50 minuten\n", 1)
    lessons = lessons.replace('"Kleppen": 20 uur', '"Kleppen": 18 lesuur')
    assert minutes(selected(school=lessons), 'verdieping "Kleppen" van VT/K/12') == 18 * 50


def test_a_keuzevak_of_the_school_itself_has_its_own_hours() -> None:
    more = 'keuzevak "Autoverkoop": 80 uur\n  SE: KB'
    assert minutes(profiel(more=more), 'keuzevak "Autoverkoop"') == 80 * 60


def test_a_part_has_what_its_invulling_says_of_all_parts() -> None:
    coloured = SCHOOL.replace("invulling VT/K/12\n", "invulling VT/K/12\n  kenmerken: motoren\n")
    (deel,) = (o for o in selected(school=coloured).onderdelen.values() if o.keuze.naam == "Kleppen")
    assert deel.kenmerken.kenmerken == ("motoren",)


# ---- where in time


EIGEN = """
keuzevak K/ZELF/01 "Zelf gemaakt": 40 uur
  leerjaar: 3
  perioden: 2

invulling K/ZELF/01
  verkennend deel: 40 uur
  verdiepend deel "Verder": 10 uur
"""


def given(selection: Selection, choice: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return in which leerjaren and perioden a choice is given; empty: in all."""
    (found,) = (o.kenmerken for o in selection.onderdelen.values() if str(o.keuze) == choice)
    return found.leerjaren, found.perioden


def test_a_unit_is_given_when_it_says_so_where_its_invulling_does_not() -> None:
    assert given(profiel(more=EIGEN), "keuzevak K/ZELF/01") == ((3,), (2,))


def test_a_part_says_when_it_is_given_itself() -> None:
    later = EIGEN.replace("deel: 40 uur", "deel: 40 uur\n    leerjaar: 4\n    perioden: 1")
    assert given(profiel(more=later), "keuzevak K/ZELF/01") == ((4,), (1,))
