"""Which bundled text has a programme: what a missing `gebruik` is named by."""

from pathlib import Path

import pytest

from routeplanner import api
from routeplanner.language.official import homes_of_code, homes_of_programme

CURRICULA = Path(__file__).parents[2] / "curricula"


@pytest.fixture(scope="module")
def curricula() -> tuple[api.Curriculum, ...]:
    return api.check([CURRICULA]).curricula


def test_every_unit_is_known_with_its_programme(curricula: tuple[api.Curriculum, ...]) -> None:
    units = [id_ for curriculum in curricula for id_ in curriculum.eenheden]
    assert len(units) > 500
    homes = {id_: {home.programma for home in homes_of_code(id_.code)} for id_ in units}
    assert [id_ for id_ in units if id_.programma.casefold() not in homes[id_]] == []


def test_every_programme_is_known_by_its_id_and_its_title(curricula: tuple[api.Curriculum, ...]) -> None:
    programmes = [p for curriculum in curricula for p in curriculum.programmas.values()]
    for programme in programmes:
        for name in (programme.id, programme.titel):
            assert programme.id.casefold() in {home.programma for home in homes_of_programme(name)}


def test_a_code_beside_those_of_a_programme_is_probably_of_it() -> None:
    assert {home.path for home in homes_of_code("HV/K/99")} == {"curricula/2007/handel-en-verkoop.lob"}


def test_the_path_of_a_text_can_be_used(tmp_path: Path) -> None:
    (home,) = homes_of_code("HV/K/9")
    (tmp_path / "school.lob").write_text(f'gebruik "{home.path}"\n', "utf-8")
    assert api.load(tmp_path).diagnostics == ()


def test_what_is_nowhere_has_no_home() -> None:
    assert homes_of_code("XX/K/9") == homes_of_programme("XX") == ()
