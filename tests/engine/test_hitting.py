"""The smallest set that hits all, beside trying them all."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from routeplanner.engine.hitting import first_hitting

SETS = st.lists(st.frozensets(st.integers(0, 6)), max_size=6)


@given(SETS, st.integers(0, 7))
def test_it_is_the_first_of_the_smallest(sets: list[frozenset[int]], most: int):
    every = (some for size in range(most + 1) for some in combinations(range(7), size))
    hitting = (some for some in every if all(one & set(some) for one in sets))
    assert first_hitting(sets, most) == next(hitting, None)
