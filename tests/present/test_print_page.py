"""What is printed of a route: for a pupil and parents, in plain words, and nothing that must stay out."""

import json
from datetime import date

import pytest
from engine.judging import bundled, linked, route_of
from present.hostile_texts import HOSTILE
from present.reading_svg import check

from routeplanner import api
from routeplanner.present.dossier_page import (
    Afspraak,
    DossierPrint,
    Ervaring,
    Gesprek,
    KeuzeMetReden,
    Reflectie,
    dossier_page,
)
from routeplanner.present.markup import neutral
from routeplanner.present.print_html import print_html
from routeplanner.present.print_page import print_page
from routeplanner.present.printing import (
    Items,
    Paragraph,
    Picture,
    PrintPage,
    Section,
    Table,
    as_data,
    cleaned,
    day_text,
    sentence,
)
from routeplanner.present.words import LANGUAGES, Words

DAY = date(2026, 11, 24)
NL, EN = Words(), Words("en")


def page_of(school: str, route: str, words: Words = NL, *, with_name: bool = True) -> PrintPage:
    curriculum = bundled(school)
    verdict = api.judge(curriculum, route_of(curriculum, route))
    return print_page(verdict, words, day=DAY, with_name=with_name)


def part(page: PrintPage, key: str) -> Section:
    (found,) = (section for section in page.sections if section.key == key)
    return found


def keys(page: PrintPage) -> list[str]:
    return [section.key for section in page.sections]


def texts(page: PrintPage) -> list[str]:
    """Every text on a page, save what is in the drawing."""
    data = as_data(page)
    for section in data["sections"]:
        section["blocks"] = [{k: v for k, v in block.items() if k != "svg"} for block in section["blocks"]]
    return json.dumps(data, ensure_ascii=False).split('"')


def college(*sentences: str, more: str = "") -> PrintPage:
    text = f"""
school "Testschool"
  schooljaar: 2009-2010
  biedt aan: XX
  leerwegen: KB
  leerjaren: 3, 4
  perioden: 4

programma XX "Iksen"
  soort: afdelingsprogramma

  eenheid XX/K/1 "Een"
    SE: KB

keuzemodule "Lassen": 16 uur

regel lassen "Iedereen last"
  minstens één keuzemodule
  omdat: "Dat hoort erbij."

{more}

route "Leerling"
  volgt XX in leerweg KB
""" + "".join(f"  {sentence}\n" for sentence in sentences)
    curriculum = linked(text)
    return print_page(api.judge(curriculum, route_of(curriculum, "Leerling")), NL, day=DAY)


# ---- who and what


def test_who_it_is_and_where_it_goes() -> None:
    page = page_of("voorbeeldcollege", "Autoverkoper")
    assert page.title == "Autoverkoper"
    assert dict(page.facts.pairs) == {
        "Programma": "Voertuigentechniek (VT)",
        "Leerweg": "kaderberoepsgerichte leerweg (KB)",
        "Doel": "Autoverkoper",
        "School": "Voorbeeldcollege, 2009-2010",
        "Datum": "24 november 2026",
        "Deze route": "Kan zo: alles klopt.",
    }


def test_the_parts_of_a_page() -> None:
    found = keys(page_of("voorbeeldcollege", "Autoverkoper"))
    assert found == ["figuur", "wanneer", "hoeveel", "goed-om-te-weten", "handtekeningen"]


@pytest.mark.parametrize("route", ["Sanne Verzonnen", "Bilal Verzonnen"])
@pytest.mark.parametrize("words", [NL, EN], ids=LANGUAGES)
def test_without_a_name_it_is_nowhere(words: Words, route: str) -> None:
    named = json.dumps(as_data(page_of("voorbeeldcollege", route, words)))
    nameless = json.dumps(as_data(page_of("voorbeeldcollege", route, words, with_name=False)))
    assert route in named
    assert "Verzonnen" not in nameless
    assert route.split(maxsplit=1)[0] not in nameless


def test_without_a_name_the_reason_of_an_ontheffing_is_left_out_too() -> None:
    with_reason = page_of("profielschool", "Yara Verzonnen")
    without = page_of("profielschool", "Yara Verzonnen", with_name=False)
    assert any("lang ziek" in text for text in texts(with_reason))
    assert not any("lang ziek" in text for text in texts(without))
    assert any("uitzondering op “Hoogstens drie keuzevakken" in text for text in texts(without))


# ---- when and how much


def test_what_is_chosen_when() -> None:
    (table,) = part(page_of("voorbeeldcollege", "Kevin"), "wanneer").blocks
    assert isinstance(table, Table)
    assert table.head == ("Wanneer", "Wat")
    assert table.rows[0] == (
        "Leerjaar 3",
        "stage Oriënterende stage bij Bouwbedrijf Voorbeeld (2 weken)",
    )
    assert table.rows[2] == (
        "Leerjaar 3, periode 2",
        "verdieping CAD: plattegrond in 3D van B/K/3 (20 uur); keuzemodule Je eigen bedrijf starten (16 uur)",
    )


def test_what_has_no_place_comes_last() -> None:
    (table,) = part(page_of("voorbeeldcollege", "Joselien"), "wanneer").blocks
    assert isinstance(table, Table)
    assert table.rows[-1][0] == "Zonder vaste periode"


def test_what_is_done_is_said() -> None:
    (table,) = part(page_of("voorbeeldcollege", "Joselien na haar stage"), "wanneer").blocks
    assert isinstance(table, Table)
    assert "keuzemodule Een feest organiseren (16 uur, afgerond)" in dict(table.rows)["Leerjaar 3, periode 1"]


def test_the_sums() -> None:
    (line,) = part(page_of("voorbeeldcollege", "Autoverkoper"), "hoeveel").blocks
    assert isinstance(line, Paragraph)
    assert line.text.startswith("Bij elkaar: 3 verbredingen, 84 uur verbreding, ")


# ---- how it stands


def test_what_must_still_be_chosen_with_a_way_to_do_it() -> None:
    page = college()
    rules, way = part(page, "nog-kiezen").blocks
    assert rules == Items(("Iedereen last.",))
    assert isinstance(way, Paragraph)
    assert way.text.startswith("Zo kan het bijvoorbeeld: kies keuzemodule Lassen in leerjaar ")


def test_what_is_wrong_with_its_reason() -> None:
    never = 'regel niet "Niemand last"\n  nooit de keuzemodule "Lassen"\n  omdat: "Te heet"'
    page = college('kiest keuzemodule "Lassen" in leerjaar 3 periode 1', more=never)
    (rules,) = part(page, "klopt-niet").blocks
    assert rules == Items(("Niemand last. Te heet.",))


def test_a_reservation_is_told_in_plain_words() -> None:
    (notes,) = part(page_of("profielschool", "Autoverkoper van nu"), "niet-nagekeken").blocks
    assert isinstance(notes, Items)
    assert "Keuzevakken die niet bij een profielvak mogen" in notes.texts[0]
    assert "`" not in "".join(texts(page_of("profielschool", "Autoverkoper van nu")))


def test_units_without_a_mark_are_told_once() -> None:
    units = "".join(
        f'  eenheid YY/K/{n} "Deel"\n    toetsing: onbekend\n    leerwegen: KB\n' for n in range(1, 9)
    )
    text = f'programma YY "Y"\n  soort: afdelingsprogramma\n\n{units}\nroute "L"\n  volgt YY in leerweg KB\n'
    curriculum = linked(text)
    page = print_page(api.judge(curriculum, route_of(curriculum, "L")), NL, day=DAY)
    (notes,) = part(page, "niet-nagekeken").blocks
    assert isinstance(notes, Items)
    (told,) = notes.texts
    assert told.startswith("Van YY/K/1, YY/K/2, YY/K/3, YY/K/4, YY/K/5, YY/K/6 en nog 2 is niet bekend")


@pytest.mark.parametrize("words", [NL, EN], ids=LANGUAGES)
@pytest.mark.parametrize("school", ["voorbeeldcollege", "profielschool"])
def test_every_bundled_route_has_a_page(school: str, words: Words) -> None:
    curriculum = bundled(school)
    for route in curriculum.routes.values():
        page = print_page(api.judge(curriculum, route), words, day=DAY)
        assert keys(page)[0] == "figuur"
        assert keys(page)[-1] == "handtekeningen"
        picture = part(page, "figuur").blocks[0]
        assert isinstance(picture, Picture)
        check(picture.svg)
        assert json.loads(json.dumps(as_data(page)))["lang"] == words.lang


def test_a_goal_that_takes_two_steps_says_so() -> None:
    (notes,) = part(page_of("voorbeeldcollege", "Autoverkoper in BB"), "goed-om-te-weten").blocks
    assert isinstance(notes, Items)
    assert notes.texts[0] == "Autoverkoper is niveau 3; met BB begin je op niveau 2: twee stappen dus."


# ---- the dossier

DOSSIER = DossierPrint(
    naam="Noor Verzonnen",
    programma="Voertuigentechniek (VT), KB",
    doel="Autoverkoper",
    ervaringen=(
        Ervaring(
            "stage",
            "Oriënterende stage",
            "leerjaar 3",
            "Autobedrijf Voorbeeld",
            "Ik mocht meekijken.\n\nLeuk.",
        ),
        Ervaring("eigen", "Bijbaan in een winkel"),
    ),
    reflecties=(
        Reflectie("netwerken", "Wie heb je leren kennen?", "De chef van de werkplaats.", date(2026, 10, 2)),
        Reflectie("capaciteitenreflectie", "Waar ben je goed in?", "Praten met klanten."),
    ),
    gesprekken=(
        Gesprek(
            date(2026, 10, 5),
            "mevrouw Bedacht",
            "We hebben de stage besproken.",
            (Afspraak("Bel het ROC", "Noor", date(2026, 11, 1), gedaan=True),),
        ),
    ),
    keuzes=(KeuzeMetReden("HV/K/9 Verkopen", "Omdat ik wil verkopen", date(2026, 9, 1)),),
)


def test_the_parts_of_a_dossier() -> None:
    page = dossier_page(DOSSIER, NL, day=DAY)
    assert page.title == "Loopbaandossier van Noor Verzonnen"
    assert [section.heading for section in page.sections] == [
        "Wat ik heb gekozen, en waarom",
        "Wat ik heb gedaan",
        "Kwaliteitenreflectie",
        "Netwerken",
        "Gesprekken en afspraken",
    ]


def test_an_agreement_with_who_and_when() -> None:
    blocks = part(dossier_page(DOSSIER, NL, day=DAY), "gesprekken").blocks
    assert blocks[-1] == Items(("Bel het ROC. (Noor, vóór 1 november 2026, gedaan)",))


def test_an_empty_line_starts_a_paragraph() -> None:
    blocks = part(dossier_page(DOSSIER, NL, day=DAY), "ervaringen").blocks
    told = [block.text for block in blocks if isinstance(block, Paragraph)]
    assert told == ["Ik mocht meekijken.", "Leuk."]


def test_an_empty_dossier_is_a_page_too() -> None:
    page = dossier_page(DossierPrint(None, "VT", None), EN, day=DAY)
    assert (page.title, page.sections) == ("Loopbaandossier", ())


# ---- as HTML, and texts of others


def hostile_page(text: str) -> PrintPage:
    dossier = DossierPrint(
        text,
        text,
        text,
        (Ervaring(text, text, text, text, text),),
        (Reflectie(text, text, text),),
        (Gesprek(DAY, text, text, (Afspraak(text, text),)),),
        (KeuzeMetReden(text, text),),
    )
    return dossier_page(dossier, NL, day=DAY)


def tags(html: str) -> list[str]:
    return [piece.split(">")[0].split()[0] for piece in html.split("<")[1:]]


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_no_text_comes_to_life_in_html(text: str) -> None:
    html = print_html(hostile_page(text))
    assert neutral(html) == html
    calm = print_html(hostile_page("x"))
    assert set(tags(html)) <= set(tags(calm))
    assert html.count('="') == len(
        [piece for piece in html.split("<") for _ in range(piece.split(">")[0].count('="'))]
    )


def test_html_has_headings_lists_and_heads_of_tables() -> None:
    html = print_html(page_of("voorbeeldcollege", "Autoverkoper"))
    assert html.startswith('<article class="print" lang="nl"><h1>Autoverkoper</h1><dl>')
    assert '<th scope="col">Wanneer</th>' in html
    assert '<th scope="row">Leerjaar 4</th>' in html
    assert "style=" not in html


def test_a_page_holds_nothing_that_steers() -> None:
    page = cleaned(hostile_page("a\x1b[31m\u202eb\ud800"))
    assert all(neutral(text) == text for text in texts(page))


# ---- words


@pytest.mark.parametrize(
    ("words", "text"), [(NL, "24 november 2026"), (EN, "24 November 2026")], ids=LANGUAGES
)
def test_a_day_is_written_out(words: Words, text: str) -> None:
    assert day_text(DAY, words) == text


@pytest.mark.parametrize(("text", "whole"), [("kan zo", "Kan zo."), ("Echt?", "Echt?"), ("", ".")])
def test_a_sentence_stands_on_its_own(text: str, whole: str) -> None:
    assert sentence(text) == whole
