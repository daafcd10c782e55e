"""Every rule of wet and richtlijn says where it stands, what kind of text that is and when it was read.

What is our own inference says so, and what we do not have says where to find it.
"""

import re
from functools import cache
from pathlib import Path

import pytest

from routeplanner.language.reading import read_blocks
from routeplanner.language.syntax import Block, Ongecontroleerd
from routeplanner.language.vocabulary import GEZAG, STATUS
from routeplanner.text.source import Source

CURRICULA = Path(__file__).parents[2] / "curricula"
FILES = (
    CURRICULA / "2016/wet.lob",
    CURRICULA / "2016/richtlijn.lob",
    *sorted((CURRICULA / "2007").glob("*regels*.lob")),
)
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# an article of the law, or a section of the bijlage that the law points at
ARTICLE = re.compile(r"\(BWBR[0-9]{7}\), (?:art\. [0-9]+\.[0-9]+|bijlage [0-9]+, [0-9]+\.[0-9]+)")
# a page of SLO or of the platforms vmbo, with its day or its question
GUIDANCE = re.compile(r"(?:slo\.nl|platformsvmbo\.nl), .+(?:\([0-9]{4}-[0-9]{2}-[0-9]{2}\)|vraag [0-9]+)")
BOUNDED = re.compile(r"[0-9]{4}-[0-9]{4} t/m [0-9]{4}-[0-9]{4}")
INFERRED = re.compile(r"\b(?:afgeleid|genomen|opgeteld)\b")


@cache
def blocks_of(path: Path) -> tuple[Block, ...]:
    reading = read_blocks(Source(path.name, path.read_text("utf-8")))
    assert reading.diagnostics == ()
    return tuple(reading.blocks)


def rules() -> list[Block]:
    return [block for path in FILES for block in blocks_of(path) if block.soort in ("regel", "advies")]


def name_of(rule: Block) -> str:
    assert rule.kop.naam is not None
    return rule.kop.naam.value


def values(rule: Block, sleutel: str) -> list[str]:
    """Return the values of a property as they are written, without quotes."""
    return [waarde.span.text.strip('"') for line in rule.alle(sleutel) for waarde in line.waarden]


def lacking(rule: Block) -> list[str]:
    """Return what an official rule should say and does not."""
    gezag = "".join(values(rule, "gezag"))
    source = ARTICLE if gezag == "wet" else GUIDANCE
    bronnen = values(rule, "bron")
    unchecked = any(isinstance(zin, Ongecontroleerd) for zin in rule.zinnen)
    told = values(rule, "vindplaats") or values(rule, "opmerking")
    says = {
        "gezag": gezag in ("wet", "richtlijn"),
        "status": "".join(values(rule, "status")) in STATUS,
        "bron": bool(bronnen) and all(source.search(bron) for bron in bronnen),
        "geldig": bool(BOUNDED.fullmatch("".join(values(rule, "geldig")))),
        "gelezen": bool(values(rule, "gelezen")) and all(DAY.search(day) for day in values(rule, "gelezen")),
        "gecontroleerd op": bool(DAY.fullmatch("".join(values(rule, "gecontroleerd op")))),
        "vindplaats": not unchecked or bool(told),
        "afgeleid": not _speaks_of_inference(rule) or values(rule, "afgeleid") == ["ja"],
    }
    return [key for key, said in says.items() if not said]


def _speaks_of_inference(rule: Block) -> bool:
    return any(INFERRED.search(opmerking) for opmerking in values(rule, "opmerking"))


every_rule = pytest.mark.parametrize("rule", rules(), ids=name_of)


def test_there_are_rules_in_every_file() -> None:
    assert [path.name for path in FILES] == ["wet.lob", "richtlijn.lob", "keuzeregels.lob"]
    assert all(any(b.soort == "regel" for b in blocks_of(path)) for path in FILES)


@every_rule
def test_a_rule_says_all_that_an_official_rule_should(rule: Block) -> None:
    assert lacking(rule) == []


@every_rule
def test_a_rule_says_something(rule: Block) -> None:
    assert rule.zinnen


@every_rule
def test_a_rule_of_wet_and_one_of_richtlijn_have_a_status_to_match(rule: Block) -> None:
    guidance = {"richtlijn", "indicatief"}
    (gezag,), (status,) = values(rule, "gezag"), values(rule, "status")
    assert (status in guidance) == (gezag == "richtlijn")


@every_rule
def test_what_is_not_checked_says_how_a_person_fills_it_in(rule: Block) -> None:
    if any(isinstance(zin, Ongecontroleerd) for zin in rule.zinnen):
        assert values(rule, "vindplaats")
        assert values(rule, "opmerking")


# ---- these tests feel a rule that says too little

WHOLE = """regel vier "Vier keuzevakken"
  {zin}
  gezag: wet
  status: AMvB
  bron: "Uitvoeringsbesluit WVO 2020 (BWBR0045787), art. 3.5 lid 1"
  vindplaats: "de Regeling"
  geldig: 2025-2026 t/m 2026-2027
  gelezen: 2026-08-01
  gecontroleerd op: 2026-11-23
"""


def lacking_in(old: str = "", new: str = "", *, zin: str = "minstens vier keuzevakken") -> list[str]:
    text = WHOLE.format(zin=zin)
    assert old in text
    (rule,) = read_blocks(Source("a.lob", text.replace(old, new) if old else text)).blocks
    return lacking(rule)


def test_a_rule_that_says_all_lacks_nothing() -> None:
    assert lacking_in() == []


@pytest.mark.parametrize("sleutel", ["gezag", "status", "bron", "geldig", "gelezen", "gecontroleerd op"])
def test_a_rule_without_one_of_these_is_felt(sleutel: str) -> None:
    line = next(line for line in WHOLE.splitlines(keepends=True) if line.startswith(f"  {sleutel}:"))
    assert sleutel in lacking_in(line)


def test_a_text_that_would_hold_for_ever_is_felt() -> None:
    assert lacking_in("2025-2026 t/m 2026-2027", "vanaf 2025-2026") == ["geldig"]


def test_a_source_without_an_article_is_felt() -> None:
    assert lacking_in(", art. 3.5 lid 1") == ["bron"]


def test_a_rule_of_a_school_is_felt() -> None:
    assert "school" in GEZAG
    assert "gezag" in lacking_in("gezag: wet", "gezag: school")


def test_guidance_without_a_document_is_felt() -> None:
    assert lacking_in("gezag: wet", "gezag: richtlijn") == ["bron"]


def test_an_unchecked_rule_without_a_place_to_look_is_felt() -> None:
    assert lacking_in('  vindplaats: "de Regeling"\n', zin="niet gecontroleerd") == ["vindplaats"]


def test_an_inference_that_does_not_say_so_is_felt() -> None:
    found = lacking_in('  vindplaats: "de Regeling"\n', '  opmerking: "Acht is opgeteld."\n')
    assert found == ["afgeleid"]


# ---- the programmes


def programmes() -> list[Block]:
    paths = sorted(CURRICULA.rglob("*.lob"))
    return [block for path in paths for block in blocks_of(path) if block.soort == "programma"]


def test_every_programme_says_where_it_stands_and_when_that_was_read() -> None:
    silent = [
        name_of(programma)
        for programma in programmes()
        if not values(programma, "bron") or not values(programma, "gecontroleerd op")
    ]
    assert len(programmes()) == 70
    assert silent == []


def test_every_programme_says_for_which_cohorts_its_text_was_read() -> None:
    unbounded = [p for p in programmes() if not BOUNDED.fullmatch("".join(values(p, "geldig")))]
    assert [name_of(programma) for programma in unbounded] == []


def test_a_programme_of_which_only_the_ce_was_read_says_so() -> None:
    partly = [name_of(programma) for programma in programmes() if values(programma, "volledig") == ["nee"]]
    landbouw = [b for path in (CURRICULA / "2007/landbouw").glob("*.lob") for b in blocks_of(path)]
    assert sorted(partly) == sorted(name_of(programma) for programma in landbouw)


def test_what_is_inferred_in_a_programme_says_so() -> None:
    parts = [part for programma in programmes() for part in (programma, *programma.kinderen)]
    silent = [
        name_of(part) for part in parts if _speaks_of_inference(part) and values(part, "afgeleid") != ["ja"]
    ]
    assert silent == []


def test_what_says_that_it_is_inferred_says_why() -> None:
    parts = [part for programma in programmes() for part in (programma, *programma.kinderen)]
    inferred = [part for part in parts if values(part, "afgeleid") == ["ja"]]
    assert inferred
    assert [name_of(part) for part in inferred if not values(part, "opmerking")] == []
