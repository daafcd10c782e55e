"""Generated schools with about so many choices for one pupil; the same text every time.

The keuzevakken are those of the land. A small school offers two profielen, the others all ten; what is lacking is
filled with verdiepende delen, keuzemodules and activiteiten, with rules to match: hours between bounds that overlap,
groups of which some may be taken, what requires what, what does not go together and what comes first.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from random import Random

from bench.measuring import ROOT

from routeplanner import api
from routeplanner.model.curriculum import Exameneenheid

SIZES = (125, 787, 7_807)
CURRICULA = ROOT / "curricula" / "2016"
KENMERKEN = ("techniek", "mensen", "computer", "handel", "natuur")
GROUP = 12
"""Choices in a group with a rule of its own."""
_HEAD = """gebruik "curricula/2016/wet.lob"

school "School van {size}"
  schooljaar: 2026-2027
  biedt aan: {programmas}
  leerwegen: BB, KB
  leerjaren: 3, 4
  perioden: 4
"""
_RULES = """
regel keuzevakken "Vier tot zes keuzevakken"
  minstens vier keuzevakken
  hoogstens zes keuzevakken

regel uren "Genoeg, en niet te veel"
  minstens 300 uur maatwerk
  hoogstens 900 uur maatwerk

regel modules "Eén tot vier keuzemodules"
  minstens één keuzemodule
  hoogstens vier keuzemodules
"""


def school_of(size: int) -> str:
    """Return the text of a school where one pupil has about so many choices."""
    rng = Random(size)  # noqa: S311 - for a bench
    programmas = ("EO", "MET") if size < 200 else tuple(sorted(_keuzevakken()))
    keuzevakken = [id_ for programma in programmas for id_ in _keuzevakken()[programma]]
    modules = [f'keuzemodule "Module {n}"' for n in range(size // 25)]
    activiteiten = [f'activiteit "Activiteit {n}"' for n in range(size // 25)]
    rest = size - len(keuzevakken) - 4 * len(programmas) - len(modules) - len(activiteiten)
    blocks = (
        _HEAD.format(size=size, programmas=", ".join(programmas)),
        *_invullingen(keuzevakken, rest, rng),
        *(f"\n{one}: {rng.choice((8, 12, 16, 20))} uur\n{_kenmerk(rng)}" for one in modules),
        *(f"\n{one}: {rng.choice((2, 4, 8))} uur\n  soort: school\n{_kenmerk(rng)}" for one in activiteiten),
        _RULES,
        *_hours(),
        *_groups(keuzevakken, [*modules, *activiteiten], rng),
        *_orders(modules),
    )
    return "".join(blocks)


def _kenmerk(rng: Random) -> str:
    return f"  kenmerken: {rng.choice(KENMERKEN)}\n"


def _invullingen(keuzevakken: list[str], delen: int, rng: Random) -> Iterator[str]:
    """Yield what is in each keuzevak; the verdiepende delen are spread over all of them."""
    for index, id_ in enumerate(keuzevakken):
        yield f"\ninvulling {id_}\n  verkennend deel: {rng.choice((60, 80, 100))} uur\n  {_kenmerk(rng)}"
        for number in range(index, delen, len(keuzevakken)):
            yield f'  verdiepend deel "Deel {number}": {rng.choice((8, 12, 16, 24))} uur\n  {_kenmerk(rng)}'


def _hours() -> Iterator[str]:
    for kenmerk in KENMERKEN:
        yield f"\nregel uren-{kenmerk}\n  minstens 8 uur maatwerk met kenmerk {kenmerk}\n"
        yield f"  hoogstens 400 uur maatwerk met kenmerk {kenmerk}\n"


def _groups(keuzevakken: list[str], named: list[str], rng: Random) -> Iterator[str]:
    """Yield groups that overlap, each with how many and how much of it, and what its choices ask of each other."""
    for number in range((len(keuzevakken) + len(named)) // GROUP * 2):
        some = rng.sample(keuzevakken, k=GROUP // 2)
        others = rng.sample(named, k=min(GROUP // 2, len(named)))
        yield f"\ngroep groep-{number}\n  bevat: {', '.join((*some, *others))}\n"
        yield f"\nregel groep-{number}\n  hoogstens {rng.choice(('drie', 'vier'))} van groep groep-{number}\n"
        yield f"  hoogstens {rng.choice((240, 280))} uur maatwerk van groep groep-{number}\n"
        yield f"  {some[0]} niet samen met {some[1]}\n  de {others[0]} vereist {some[2]}\n"


def _orders(modules: list[str]) -> Iterator[str]:
    for number, (one, other) in enumerate(zip(modules[::5], modules[1::5], strict=False)):
        yield f"\nregel volgorde-{number}\n  de {one} vóór de {other}\n"


@cache
def _keuzevakken() -> dict[str, list[str]]:
    """Return the codes of the keuzevakken of every profiel."""
    found: dict[str, list[str]] = {}
    for unit in _units():
        if unit.soort == "keuzevak":
            found.setdefault(unit.id.programma, []).append(str(unit.id))
    return found


def _units() -> Iterator[Exameneenheid]:
    for curriculum in api.check([CURRICULA]).curricula:
        for programma in curriculum.programmas.values():
            if programma.soort == "profiel":
                yield from programma.eenheden
