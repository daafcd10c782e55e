"""How a verdict is told; its words stand in wording_verdict.py, and whole transcripts in the README."""

from dataclasses import replace

import pytest
from engine.judging import bundled, judged, linked, pupil

from routeplanner.api import Verdict
from routeplanner.engine.standing import Bedrag, RuleState
from routeplanner.engine.totals import Totaal, totals
from routeplanner.model.rules import Grootheid, Maat
from routeplanner.present.pieces import Row, Style, plain
from routeplanner.present.verdicts import (
    amount_text,
    note_texts,
    reservation_texts,
    rule_rows,
    total_text,
    verdict_row,
    verdict_rows,
)
from routeplanner.present.words import Words
from routeplanner.text.source import Source, Span

NL, EN = Words("nl"), Words("en")
LASSEN = 'kiest keuzemodule "Lassen"'
NOOIT = """
regel geen-lassen "Niemand last"
  nooit keuzemodule "Lassen"
  hoogstens twee keuzemodules
  omdat: "Er is geen lokaal."
  bron: "Een afspraak"
"""


def verdict_of(more: str, *sentences: str) -> Verdict:
    return judged(pupil(*sentences, more=more), "Leerling")


def styles(row: Row) -> list[Style]:
    return [piece.style for piece in row if piece.text]


def lines_of(verdict: Verdict) -> list[str]:
    return plain(verdict_rows(verdict, NL)).splitlines()


def rule_of(verdict: Verdict, id_: str) -> RuleState:
    return next(rule for rule in verdict.rules if rule.id == id_)


# ---- in one line


def test_a_line_names_the_route_and_the_verdict() -> None:
    assert plain([verdict_row(verdict_of(""), NL)]) == "Leerling: geldig\n"


def test_a_line_names_the_rules_that_are_broken() -> None:
    row = plain([verdict_row(verdict_of(NOOIT, LASSEN, "zonder VT/K/9"), NL)])
    assert "verkennen-verplicht" in row
    assert "geen-lassen" in row


def test_a_line_counts_the_reservations() -> None:
    more = "regel a\n  niet gecontroleerd\n\nregel b\n  niet gecontroleerd"
    assert NL.count("aantal.voorbehouden", 2) in plain([verdict_row(verdict_of(more), NL)])


def test_geldig_is_green() -> None:
    assert Style.HELP in styles(verdict_row(verdict_of(""), NL))


def test_geldig_with_a_reservation_is_never_green() -> None:
    row = verdict_row(verdict_of("regel a\n  niet gecontroleerd"), NL)
    assert Style.HELP not in styles(row)
    assert Style.WARNING in styles(row)


def test_ongeldig_is_red() -> None:
    assert Style.ERROR in styles(verdict_row(verdict_of(NOOIT, LASSEN), NL))


def test_what_is_not_finished_is_amber() -> None:
    row = verdict_row(verdict_of('regel a\n  verplicht keuzemodule "Lassen"'), NL)
    assert Style.WARNING in styles(row)
    assert not {Style.HELP, Style.ERROR} & set(styles(row))


# ---- in full


def test_the_programme_and_the_goal_stand_under_it() -> None:
    assert lines_of(verdict_of("", 'doel: "Verkopen"'))[1] == "  Voertuigentechniek (VT), KB → Verkopen"


def test_the_sums_stand_under_that() -> None:
    assert lines_of(verdict_of("", LASSEN))[2] == f"  {NL.count('totaal.keuzemodules', 1)}"


def test_without_sums_there_is_no_such_line() -> None:
    assert lines_of(verdict_of(""))[2] == ""


def test_every_rule_that_must_hold_is_there_once() -> None:
    verdict = verdict_of(f"{NOOIT}\nregel ook\n  minstens één eenheid", LASSEN)
    told = [line.split()[1] for line in lines_of(verdict) if line[2:3] in ("✗", "✓")]
    assert sorted(told) == ["en", "geen-lassen", "ook"]  # `en wat overal geldt`


def test_what_matters_most_stands_first() -> None:
    more = f"""regel a-goed
  minstens één eenheid

regel b-open
  verplicht keuzemodule "Feest"

regel c-niet
  niet gecontroleerd
{NOOIT}"""
    order = [line for line in lines_of(verdict_of(more, LASSEN)) if line[2:3] in ("✗", "○", "?", "✓")]
    assert [line[2] for line in order] == ["✗", "○", "?", "✓", "✓"]


def test_rules_that_hold_everywhere_share_a_line() -> None:
    last = lines_of(verdict_of(""))[-1]
    assert all(rule.id in last for rule in verdict_of("").rules)


def test_one_of_those_that_is_broken_has_its_own() -> None:
    verdict = verdict_of("", "zonder VT/K/9")
    told = plain(rule_rows(rule_of(verdict, "verkennen-verplicht"), NL)).splitlines()
    assert told[0].startswith("  ✗ verkennen-verplicht  ")
    assert told[1] == "      VT/K/9"


@pytest.mark.parametrize("what", ["Er is geen lokaal.", "Een afspraak", "school.lob:"])
def test_a_broken_rule_says_why_and_where(what: str) -> None:
    assert what in plain(rule_rows(rule_of(verdict_of(NOOIT, LASSEN), "geen-lassen"), NL))


@pytest.mark.parametrize("what", ["Er is geen lokaal.", "Een afspraak", "school.lob:"])
def test_a_rule_that_holds_does_not(what: str) -> None:
    assert what not in plain(rule_rows(rule_of(verdict_of(NOOIT), "geen-lassen"), NL))


def test_each_sentence_of_a_rule_is_told_as_it_is_written() -> None:
    told = plain(rule_rows(rule_of(verdict_of(NOOIT, LASSEN), "geen-lassen"), NL)).splitlines()
    assert told[1].startswith('      nooit keuzemodule "Lassen"')
    assert told[2] == "      hoogstens twee keuzemodules → 1"


def test_advice_stands_apart() -> None:
    lines = lines_of(verdict_of('advies a\n  verplicht keuzemodule "Lassen"'))
    assert lines[lines.index(NL.phrase("oordeel.adviezen")) + 1].startswith("  ○ a")


def test_advice_that_is_followed_is_not_told() -> None:
    lines = lines_of(verdict_of('advies a\n  verplicht keuzemodule "Lassen"', LASSEN))
    assert NL.phrase("oordeel.adviezen") not in lines


def test_a_reservation_stands_under_its_own_heading() -> None:
    verdict = verdict_of("regel a\n  niet gecontroleerd")
    lines = lines_of(verdict)
    (text,) = reservation_texts(verdict, NL)
    assert lines[lines.index(NL.phrase("oordeel.voorbehoud")) + 1] == f"  · {text}"


def test_a_note_stands_under_its_own_heading() -> None:
    verdict = verdict_of("", "verbreedt met HV/K/9")
    lines = lines_of(verdict)
    (text,) = note_texts(verdict, NL)
    assert lines[lines.index(NL.phrase("oordeel.let-op")) + 1] == f"  · {text}"


def test_an_ontheffing_stands_under_its_own_heading() -> None:
    lines = lines_of(judged(bundled("voorbeeldcollege"), "Vakkanjer"))
    told = lines[lines.index(NL.phrase("oordeel.ontheffingen")) + 1]
    assert "`maatwerk-max`" in told
    assert "(teamleider bovenbouw)" in told


def test_without_any_of_these_there_is_no_heading() -> None:
    headings = ("adviezen", "let-op", "voorbehoud", "ontheffingen")
    assert not {NL.phrase(f"oordeel.{heading}") for heading in headings} & set(lines_of(verdict_of("")))


def test_it_is_told_in_english_too() -> None:
    verdict = verdict_of(NOOIT, LASSEN)
    assert plain(verdict_rows(verdict, EN)) != plain(verdict_rows(verdict, NL))


@pytest.mark.parametrize("kind", ["regel", "afgeleid", "vakken", "volledig", "cohort", "toetsing"])
def test_every_reservation_has_words(kind: str) -> None:
    params = {"rule": "a", "programma": "VT", "year": "2009-2010", "code": "VT/K/1"}
    assert NL.phrase(f"voorbehoud.{kind}", **params) != EN.phrase(f"voorbehoud.{kind}", **params)


def test_what_an_author_wrote_is_shown_safely() -> None:
    state = rule_of(verdict_of(NOOIT, LASSEN), "geen-lassen")
    assert state.regel is not None
    hostile = replace(state, regel=replace(state.regel, titel="\x9b[31m", omdat="\u202e", bron=("\x1b",)))
    assert not set("\x9b\u202e\x1b") & set(plain(rule_rows(hostile, NL)))


# ---- amounts


@pytest.mark.parametrize(
    ("maat", "value", "text"),
    [
        (Maat.AANTAL, 3, "3"),
        (Maat.MINUTEN, 84 * 60, "84 uur"),
        (Maat.MINUTEN, 450, "7,5 uur"),
        (Maat.MINUTEN, 50, "50 min"),
        (Maat.MINUTEN, 0, "0 uur"),
        (Maat.WEKEN, 1, "1 week"),
        (Maat.WEKEN, 2, "2 weken"),
    ],
)
def test_an_amount(maat: Maat, value: int, text: str) -> None:
    assert amount_text(Bedrag(maat, value, Span(Source("", ""), 0, 0)), NL) == text


@pytest.mark.parametrize(
    ("zin", "text"),
    [
        ("hoogstens vier keuzemodules", "3"),
        ("hoogstens vier keuzemodules per leerjaar", "leerjaar 3: 2; leerjaar 4: 1"),
        ("hoogstens 40 uur keuzemodules per leerjaar", "leerjaar 3: 32 uur; leerjaar 4: 16 uur"),
        ("hoogstens één keuzemodule per periode", "leerjaar 3: 1, 1, 0, 0; leerjaar 4: 0, 1, 0, 0"),
        ("hoogstens één keuzemodule per periode\n  leerjaar: 3", "leerjaar 3: 1, 1, 0, 0"),
        ("hoogstens twee stages per leerjaar", "leerjaar 3: 0; leerjaar 4: 0; nog zonder plaats: 1"),
        (
            "hoogstens 4 weken stage per leerjaar",
            "leerjaar 3: 0 weken; leerjaar 4: 0 weken; nog zonder plaats: 2 weken",
        ),
    ],
)
def test_an_amount_per_stretch_of_time(zin: str, text: str) -> None:
    verdict = verdict_of(
        f"regel r\n  {zin}",
        f"{LASSEN} in leerjaar 3 periode 1",
        'kiest keuzemodule "Website" in leerjaar 3 periode 2',
        'kiest keuzemodule "Feest" in leerjaar 4 periode 2',
        'loopt stage "Kijken"',
    )
    (bedrag,) = rule_of(verdict, "r").bedragen
    assert amount_text(bedrag, NL) == text


def test_an_amount_per_leerjaar_of_a_text_without_leerjaren_is_one_amount() -> None:
    text = 'regel r\n  hoogstens drie eenheden per leerjaar\n\nroute "x"\n  volgt VT in leerweg GL\n'
    verdict = judged(linked(text, "2007/voertuigentechniek.lob"), "x")
    assert [amount_text(bedrag, NL) for bedrag in rule_of(verdict, "r").bedragen] == ["6"]


def test_an_amount_per_leerjaar_in_english() -> None:
    verdict = verdict_of("regel r\n  hoogstens twee stages per leerjaar", 'loopt stage "Kijken"')
    (bedrag,) = rule_of(verdict, "r").bedragen
    assert amount_text(bedrag, EN) == "leerjaar 3: 0; leerjaar 4: 0; without a place yet: 1"


def test_a_total_of_hours() -> None:
    assert total_text(Totaal(Grootheid.VERBREDING, Maat.MINUTEN, 84 * 60, 0), NL) == "84 uur verbreding"


def test_a_total_says_what_it_does_not_know() -> None:
    told = total_text(Totaal(Grootheid.VERBREDING, Maat.MINUTEN, 32 * 60, 2), NL)
    assert told == f"32 uur verbreding ({NL.count('aantal.onbekend', 2)})"


def test_every_total_has_words() -> None:
    chosen = (
        "verdiept VT/K/9",
        "verbreedt met HV/K/9",
        LASSEN,
        'loopt stage "Kijken"',
        'kiest activiteit "Dossier"',
        "kiest vak economie",
    )
    found = list(totals(verdict_of("", *chosen).selection))
    assert len({total_text(total, NL) for total in found}) == len(found) == 10


def test_one_rule_is_open_and_more_are() -> None:
    one = "regel a\n  minstens 1 keuzemodules\n"
    two = f"{one}regel b\n  minstens 1 verbredingen\n"
    assert plain([verdict_row(verdict_of(one), NL)]) == "Leerling: onvolledig, want a staat nog open\n"
    assert plain([verdict_row(verdict_of(two), NL)]) == "Leerling: onvolledig, want a en b staan nog open\n"
    assert plain([verdict_row(verdict_of(two), EN)]).endswith("because a and b are still open\n")


def test_a_sentence_that_says_it_is_not_checked_says_it_once() -> None:
    lines = lines_of(verdict_of("regel a\n  niet gecontroleerd\n"))
    assert "      niet gecontroleerd" in lines


def test_a_reservation_about_hours_names_what_has_none() -> None:
    text = 'keuzemodule "Zonder"\nregel a\n  hoogstens 40 uur keuzemodules\n'
    verdict = verdict_of(text, 'kiest keuzemodule "Zonder"', LASSEN)
    assert reservation_texts(verdict, NL) == [
        '`a` is niet gecontroleerd, want niet bekend is hoe lang dit duurt: keuzemodule "Zonder"'
    ]


def test_a_reservation_about_something_else_names_nothing() -> None:
    verdict = verdict_of("regel a\n  niet gecontroleerd\n")
    assert reservation_texts(verdict, NL) == ["`a` is niet gecontroleerd"]
