"""The smallest changes: what can simply be added later is no change where a route need not be finished."""

from engine.judging import judged, pupil

from routeplanner import api

SMALL = "\n\n".join(f'keuzemodule "Klein {n}": 16 uur\n  kenmerken: vol' for n in range(3))
RULES = f"""
keuzemodule "Groot": 48 uur
  kenmerken: vol

{SMALL}

regel apart
  de keuzemodule "Groot" niet samen met de keuzemodule "EHBO" en de keuzemodule "Website"

regel vol
  minstens 48 uur keuzemodules met kenmerk vol
"""


def test_one_thing_less_and_three_to_add_later_is_told_beside_two_things_less() -> None:
    chosen = (f'kiest keuzemodule "{name}"' for name in ("Groot", "EHBO", "Website"))
    mended = api.repairs_of(judged(pupil(*chosen, more=RULES), "Leerling"))
    told = [(sorted(str(keuze.naam) for keuze in one.repair.drop), one.oordeel.value) for one in mended]
    assert told == [(["EHBO", "Website"], "geldig"), (["Groot"], "onvolledig")]
    assert not any(one.repair.add for one in mended)
