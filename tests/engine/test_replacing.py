"""`docs/nl/betekenis.md`: "in plaats van" and "telt als", and where something is asked for."""

from engine.judging import stand

HANDEL = "verkennend deel van HV/K/9 en 10 in plaats van verdieping van VT/K/9"
BEIDE = "verbreedt met HV/K/9 en 10"
EEN = "verbreedt met HV/K/9"
LICHT = 'verdiept VT/K/9 met "Licht"'
GEEN_VERDIEPING = "verdiept niet VT/K/9"
ZOMERWERK = 'kiest activiteit "Zomerwerk"'
GEEN_STAGE = 'zonder stage "Kijken"'
TELT_ALS = 'de activiteit "Zomerwerk" telt als de stage "Kijken"'


# ---- in plaats van


def test_with_all_of_the_left_none_of_the_right_may_be() -> None:
    assert stand(HANDEL, BEIDE, LICHT) == "overtreden"


def test_with_all_of_the_left_and_none_of_the_right_it_holds() -> None:
    assert stand(HANDEL, BEIDE) == "voldaan"


def test_with_part_of_the_left_nothing_happens() -> None:
    assert stand(HANDEL, EEN, LICHT) == "voldaan"


def test_with_none_of_the_left_nothing_happens() -> None:
    assert stand(HANDEL, LICHT) == "voldaan"


def test_the_left_counts_where_the_right_is_mandatory() -> None:
    asked = f"verplicht verdieping van VT/K/9\n{HANDEL}"
    assert stand(asked, BEIDE, GEEN_VERDIEPING) == "voldaan"


def test_part_of_the_left_does_not_count() -> None:
    asked = f"verplicht verdieping van VT/K/9\n{HANDEL}"
    assert stand(asked, EEN, GEEN_VERDIEPING) == "open"


def test_what_can_no_longer_be_replaced_is_broken() -> None:
    asked = f"verplicht verdieping van VT/K/9\n{HANDEL}"
    assert stand(asked, "zonder HV/K/10", GEEN_VERDIEPING) == "overtreden"


def test_the_left_counts_for_one_in_a_count_with_a_minimum() -> None:
    asked = f"minstens één verdieping van VT/K/9\n{HANDEL}"
    assert stand(asked, BEIDE, GEEN_VERDIEPING) == "voldaan"


def test_a_thing_of_several_choices_counts_for_one() -> None:
    asked = f"minstens twee verdiepingen van VT/K/9\n{HANDEL}"
    assert stand(asked, BEIDE, GEEN_VERDIEPING) == "overtreden"


def test_the_left_counts_for_nothing_in_a_maximum() -> None:
    asked = f"hoogstens 0 verdiepingen van VT/K/9\n{HANDEL}"
    assert stand(asked, BEIDE, GEEN_VERDIEPING) == "voldaan"


def test_the_left_counts_for_nothing_in_a_sum_of_hours() -> None:
    asked = f"minstens 10 uur verdieping\n{HANDEL}"
    chosen = (BEIDE, GEEN_VERDIEPING, "verdiept niet VT/K/12", "verdiept niet VT/K/8")
    assert stand(asked, *chosen) == "overtreden"


def test_its_hours_stay_verbreding() -> None:
    assert stand(f"precies 60 uur verbreding\n{HANDEL}", BEIDE) == "voldaan"


def test_the_left_counts_for_nothing_per_leerjaar() -> None:
    asked = f"minstens één verdieping van VT/K/9 per leerjaar\n{HANDEL}"
    assert stand(asked, BEIDE, GEEN_VERDIEPING) == "overtreden"


def test_the_left_counts_for_nothing_within_a_leerjaar() -> None:
    asked = f"minstens één verdieping van VT/K/9\n{HANDEL}\nleerjaar: 3"
    assert stand(asked, BEIDE, GEEN_VERDIEPING) == "overtreden"


# ---- telt als


def test_telt_als_counts_where_the_other_is_mandatory() -> None:
    asked = f'verplicht de stage "Kijken"\n{TELT_ALS}'
    assert stand(asked, ZOMERWERK, GEEN_STAGE) == "voldaan"


def test_telt_als_can_still_come() -> None:
    asked = f'verplicht de stage "Kijken"\n{TELT_ALS}'
    assert stand(asked, GEEN_STAGE) == "open"


def test_telt_als_may_come_to_nothing() -> None:
    asked = f'verplicht de stage "Kijken"\n{TELT_ALS}'
    assert stand(asked, GEEN_STAGE, 'zonder activiteit "Zomerwerk"') == "overtreden"


def test_telt_als_forbids_nothing() -> None:
    assert stand(TELT_ALS, ZOMERWERK, 'loopt stage "Kijken"') == "voldaan"


def test_telt_als_counts_for_one() -> None:
    asked = f"minstens één stage\n{TELT_ALS}"
    assert stand(asked, ZOMERWERK, GEEN_STAGE, 'zonder stage "Werken"') == "voldaan"


def test_telt_als_counts_for_nothing_beside_the_thing_itself() -> None:
    asked = f"minstens twee stages\n{TELT_ALS}"
    assert stand(asked, ZOMERWERK, 'loopt stage "Kijken"', 'zonder stage "Werken"') == "overtreden"


def test_telt_als_counts_behind_vereist() -> None:
    asked = f'de keuzemodule "Lassen" vereist de stage "Kijken"\n{TELT_ALS}'
    assert stand(asked, 'kiest keuzemodule "Lassen"', ZOMERWERK, GEEN_STAGE) == "voldaan"


def test_telt_als_counts_behind_dan_verplicht() -> None:
    asked = f'als de keuzemodule "Lassen" dan verplicht de stage "Kijken"\n{TELT_ALS}'
    assert stand(asked, 'kiest keuzemodule "Lassen"', ZOMERWERK, GEEN_STAGE) == "voldaan"


def test_telt_als_is_no_choice_of_its_own_before_vereist() -> None:
    asked = f'de stage "Kijken" vereist de keuzemodule "Lassen"\n{TELT_ALS}'
    assert stand(asked, ZOMERWERK, GEEN_STAGE, 'zonder keuzemodule "Lassen"') == "voldaan"


def test_a_sentence_counts_in_every_rule() -> None:
    more = f"regel gelijk\n  {TELT_ALS}"
    assert stand('verplicht de stage "Kijken"', ZOMERWERK, GEEN_STAGE, more=more) == "voldaan"


def test_in_another_programme_it_does_not_count() -> None:
    more = f"regel gelijk\n  {TELT_ALS}\n  programma: HV"
    assert stand('verplicht de stage "Kijken"', ZOMERWERK, GEEN_STAGE, more=more) == "overtreden"


# ---- a limit


def test_too_many_ways_to_replace_are_not_all_tried() -> None:
    modules = "\n\n".join(f'keuzemodule "M{n}": {n + 1} uur' for n in range(12))
    more = f'{modules}\n\nactiviteit "A": 3 uur\n  soort: eigen'
    equal = "\n".join(f'de activiteit "A" telt als de keuzemodule "M{n}"' for n in range(12))
    declined = ", ".join(f'keuzemodule "M{n}"' for n in range(12))
    assert stand(f"minstens 20 keuzemodules\n{equal}", f"zonder {declined}", more=more) == "onbeslist"
