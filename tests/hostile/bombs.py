"""Schools that are right to the letter, of which it is hard to find out what they allow."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, count
from random import Random

Rule = list[str]
WEEKS = "weken per periode: 8\n  lesuur: 60 minuten\n  lesuren per week: 12"


class School:
    """A school of one programme with keuzemodules only: M0, M1 and so on."""

    def __init__(self, size: int, hours: Sequence[int] = (), *, perioden: int = 4, more: str = "") -> None:
        self.size = size
        self._hours, self._perioden, self._more = hours, perioden, more
        self._kenmerken: dict[int, list[str]] = defaultdict(list)
        self._rules: list[Rule] = []
        self._chosen: list[int] = []

    def among(self, modules: Iterable[int]) -> str:
        """Return words for some modules, however many."""
        kenmerk = f"k{sum(map(len, self._kenmerken.values()))}"
        for module in modules:
            self._kenmerken[module].append(kenmerk)
        return f"keuzemodules met kenmerk {kenmerk}"

    def rule(self, *sentences: str) -> School:
        self._rules.append(
            [f"regel regel-{len(self._rules)}", *(f"  {sentence}" for sentence in sentences), ""]
        )
        return self

    def choose(self, modules: Iterable[int]) -> School:
        self._chosen += modules
        return self

    def text(self) -> str:
        head = ['programma VT "Voertuigentechniek"', "  soort: afdelingsprogramma", ""]
        head += ['  eenheid VT/K/1 "Werken"', "    SE: KB", "", 'school "Bommenschool"']
        head += ["  schooljaar: 2009-2010", "  biedt aan: VT", "  leerwegen: KB", "  leerjaren: 3, 4"]
        head += [f"  perioden: {self._perioden}", *([f"  {self._more}"] if self._more else []), ""]
        route = [
            'route "Bo Verzonnen"',
            "  volgt VT in leerweg KB",
            *(f"  kiest {named(n)}" for n in self._chosen),
        ]
        rules = [line for rule in self._rules for line in rule]
        return "\n".join([*head, *self._modules(), *rules, *route, ""])

    def _modules(self) -> Iterator[str]:
        for n in range(self.size):
            hours = f": {self._hours[n % len(self._hours)]} uur" if self._hours else ""
            yield f"{named(n)}{hours}"
            if self._kenmerken[n]:
                yield f"  kenmerken: {', '.join(self._kenmerken[n])}"
            yield ""


def named(module: int) -> str:
    return f'keuzemodule "M{module}"'


def listed(modules: Iterable[int]) -> str:
    return ", ".join(map(named, modules))


def primes(number: int) -> list[int]:
    found: list[int] = []
    for n in count(2):
        if len(found) == number:
            break
        if all(n % p for p in found):
            found.append(n)
    return found


def chance(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - the same school each time


def pigeons(perioden: int) -> School:
    school = School(2 * perioden + 1, perioden=perioden)
    return school.rule(f"minstens {school.size} keuzemodules")


def odd_sum(size: int) -> School:
    """Return a school where even hours should add up to an odd number."""
    return School(size, [2 * p for p in primes(size)], perioden=size).rule(
        f"precies {size * 31 | 1} uur keuzemodules"
    )


def windows(size: int) -> School:
    rng = chance(1)
    hours = [rng.randrange(101, 9_999) for _ in range(size)]
    school = School(size, hours, perioden=size)
    for _ in range(5):
        some = rng.sample(range(size), size // 2)
        total = sum(hours[n] for n in some) // 3
        school.rule(f"tussen {total} en {total + 3} uur {school.among(some)}")
    return school


def chain() -> School:
    school = School(400, perioden=200).choose([0])
    return school.rule(*(f"de {named(n)} vereist {named(n + 1)}" for n in range(399)))


def queue() -> School:
    school = School(30).rule(*(f"de {named(n)} vóór {named(n + 1)}" for n in range(29)))
    return school.rule(f"verplicht {listed(range(15))}", f"verplicht {listed(range(15, 30))}")


def conditions() -> School:
    school = School(90, perioden=60)
    for n in range(0, 90, 3):
        school.rule(f"als {named(n)} dan minstens 1 van {listed([n + 1, n + 2])}")
    return school.rule(f"minstens 20 {school.among(range(0, 90, 3))}", "hoogstens 35 keuzemodules")


def clique(size: int, share: float) -> School:
    rng = chance(2)
    school = School(size, perioden=size)
    pairs = [pair for pair in combinations(range(size), 2) if rng.random() < share]
    school.rule(*(f"de {named(a)} niet samen met {named(b)}" for a, b in pairs))
    return school.rule(f"minstens {size // 3} keuzemodules")


def three_sat(size: int) -> School:
    rng = chance(4)
    school = School(size, perioden=size)
    for _ in range(int(4.26 * size)):
        three = rng.sample(range(size), 3)
        no = [n for n in three if rng.random() < 0.5]
        yes = [n for n in three if n not in no]
        if not no:
            school.rule(f"minstens 1 van {listed(yes)}")
        elif yes:
            school.rule(f"als {listed(no)} dan minstens 1 van {listed(yes)}")
        else:
            school.rule(f"als {listed(no[:2])} dan nooit {listed(no[2:])}")
    return school


def cover() -> School:
    rng = chance(3)
    school = School(80, perioden=60)
    for _ in range(100):
        school.rule(f"minstens 1 van {listed(rng.sample(range(80), 4))}")
    return school.rule("hoogstens 17 keuzemodules")


def untidy() -> School:
    rng = chance(5)
    school = School(60, perioden=60).choose(range(60))
    for _ in range(60):
        school.rule(f"hoogstens 2 van {listed(rng.sample(range(60), 6))}")
    return school


def many_clashes() -> School:
    school = School(40, perioden=60)
    for n in range(20):
        school.rule(f"verplicht {named(n)}").rule(f"als {named(n)} dan nooit {named(n + 20)}")
        school.rule(f"verplicht {named(n + 20)}")
    return school


def replacements() -> School:
    school = School(40, perioden=60)
    for n in range(20):
        school.rule(f"de {named(n)} telt als {named(n + 20)}")
    return school.rule(f"minstens 20 {school.among(range(20, 40))}", "hoogstens 20 keuzemodules")


def not_twice() -> School:
    school = School(60, primes(60), perioden=60)
    for n in range(8):
        school.rule(f"minstens {40 + n} uur keuzemodules")
    others = ", ".join(f"regel-{n}" for n in range(8))
    return school.rule("minstens 10 keuzemodules", f"telt niet dubbel met {others}")


def instead_in_a_ring() -> School:
    school = School(30, perioden=60)
    for n in range(30):
        school.rule(f"de {named(n)} in plaats van {named((n + 1) % 30)}")
    return school.rule("minstens 16 keuzemodules")


def even_hours() -> School:
    return School(40, primes(40)).rule("tussen 190 en 200 uur keuzemodules per periode")


def one_each() -> School:
    return School(40, perioden=10).rule("precies 1 keuzemodule per periode")


def boxes(*, chosen: bool) -> School:
    school = School(16, [48 - n % 3 for n in range(16)], perioden=8, more=WEEKS)
    return school.choose(range(16)) if chosen else school.rule("precies 16 keuzemodules")


def overlapping() -> School:
    school = School(200, perioden=120)
    for n in range(100):
        some = school.among(range(n, n + 100))
        school.rule(f"minstens {n % 7} {some}", f"hoogstens {90 - n % 11} {some}")
    return school


def parity() -> School:
    """Return a school that asks of rings of three that an odd number is in: together that cannot be."""
    school = School(42, perioden=42)
    for n in range(41):
        school.rule(f"precies 1 van {listed([n, n + 1])}")
    return school.rule(f"precies 1 van {listed([0, 41])}", f"precies 1 van {listed([0, 40])}")


def exclude() -> School:
    school = School(20, perioden=20).rule("minstens 5 keuzemodules")
    for half in (range(10), range(10, 20)):
        school.rule(f"hoogstens 2 {school.among(half)}")
    return school


BOMBS = {
    "9 modules in 8 perioden": pigeons(4),
    "13 modules in 12 perioden": pigeons(6),
    "21 modules in 20 perioden": pigeons(10),
    "61 modules in 60 perioden": pigeons(30),
    "an odd sum of 30 even numbers": odd_sum(30),
    "an odd sum of 100 even numbers": odd_sum(100),
    "five windows of hours over 40": windows(40),
    "five windows of hours over 120": windows(120),
    "a chain of 400": chain(),
    "thirty in a row in eight perioden": queue(),
    "thirty conditions": conditions(),
    "a large clique among 40": clique(40, 0.5),
    "a large clique among 80": clique(80, 0.3),
    "three-sat of 50": three_sat(50),
    "three-sat of 120": three_sat(120),
    "a tight cover": cover(),
    "sixty untidy choices": untidy(),
    "twenty clashes side by side": many_clashes(),
    "twenty replacements": replacements(),
    "eight sums that share": not_twice(),
    "a ring of in plaats van": instead_in_a_ring(),
    "as many hours in each periode": even_hours(),
    "one in each of twenty perioden": one_each(),
    "boxes that fit": boxes(chosen=False),
    "boxes that are full": boxes(chosen=True),
    "nothing to choose": School(0),
    "a thousand choices": School(1_000),
    "half of a thousand": School(1_000, perioden=300).rule("minstens 500 keuzemodules"),
    "a hundred windows": overlapping(),
    "rules that exclude each other": exclude(),
    "parity in a ring": parity(),
    "one more than there are": School(30, perioden=60).rule("minstens 31 keuzemodules"),
}
"""A school by what is hard about it."""
TRUTH = {
    **dict.fromkeys(
        ("9 modules in 8 perioden", "13 modules in 12 perioden", "21 modules in 20 perioden"), "ongeldig"
    ),
    **dict.fromkeys(("61 modules in 60 perioden", "an odd sum of 30 even numbers"), "ongeldig"),
    **dict.fromkeys(("an odd sum of 100 even numbers", "thirty in a row in eight perioden"), "ongeldig"),
    **dict.fromkeys(
        ("twenty clashes side by side", "parity in a ring", "one more than there are"), "ongeldig"
    ),
    **dict.fromkeys(("rules that exclude each other", "sixty untidy choices"), "ongeldig"),
    **dict.fromkeys(
        ("a chain of 400", "twenty replacements", "half of a thousand", "boxes that fit"), "onvolledig"
    ),
    **dict.fromkeys(("one in each of twenty perioden",), "onvolledig"),
    **dict.fromkeys(("nothing to choose", "a thousand choices", "boxes that are full"), "geldig"),
}
"""What can be seen without a search."""
