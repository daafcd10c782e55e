from datetime import date

import pytest

from routeplanner.model.quantities import schooljaar_on


@pytest.mark.parametrize(
    ("day", "starts"), [(date(2026, 7, 31), 2025), (date(2026, 8, 1), 2026), (date(2027, 1, 1), 2026)]
)
def test_a_day_is_in_the_schooljaar_that_started_last(day: date, starts: int) -> None:
    assert schooljaar_on(day) == starts
