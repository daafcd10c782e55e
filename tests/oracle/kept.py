"""Small worlds on which the product and the oracle once differed."""

from __future__ import annotations

from dataclasses import replace

from oracle import world as w
from oracle.hand import (
    CE_SE,
    LEEG,
    SE,
    Case,
    case,
    een,
    kiest,
    meer,
    module,
    regel,
    uur,
    verdiep,
    verken,
)
from oracle.world import (
    Deel,
    Eenheid,
    Gekozen,
    Keuze,
    NietDubbel,
    Regel,
    Route,
    School,
    Telling,
    Verplicht,
    World,
)

_MET = {
    e.id: e for e in (Eenheid("MET", "K/MET/01", SE, "keuzevak"), Eenheid("MET", "P/MET/01", CE_SE, "module"))
}
_VAK = Keuze("keuzevak", "K/MET/01 uit MET")
_PROFIEL = World(
    programmas={"VT": "afdelingsprogramma", "MET": "profiel"},
    eenheden=_MET,
    delen={
        _VAK: Deel(),
        Keuze("verkennend", "P/MET/01 uit MET"): Deel(),
        Keuze("module", "P/MET/01 uit MET"): Deel(),
    },
    school=School(("VT",), ("KB",)),
    verbredingen=(w.Verbreding("Rijden", (_VAK.eenheid,)),),
)
_STAGE = Keuze("stage", "", "Kijken")
_UREN = World(
    programmas={"VT": "afdelingsprogramma"},
    eenheden={},
    delen={_STAGE: Deel(), module("Lassen"): Deel(uur(20)), module("Koken"): Deel(uur(20))},
    school=School(("VT",), ("KB",), lesuur=60, lesuren_per_week=12),
)

_TWEE = (verdiep("VT/K/12", "Klepsturing"), verken("B/K/3"))

KEPT: dict[str, Case] = dict(
    (
        case(
            "a verbreding opens a keuzevak of a programme that is not on offer",
            (),
            Route("Rijden", "VT", "KB", gekozen=kiest(_VAK)),
            "geldig",
            world=_PROFIEL,
        ),
        case(
            "an addition without hours may be enough",
            regel("genoeg", Telling(uur(5), None, "stages", "minuten")),
            LEEG,
            "onvolledig",
            open_=("genoeg",),
            world=_UREN,
        ),
        case(
            "what has no hours does not count in a leerjaar in which it is not",
            (Regel("genoeg", (Telling(None, 0, "stages", "minuten"),), leerjaren=(3,)),),
            meer(LEEG, Gekozen(_STAGE, 4)),
            "geldig",
            world=_UREN,
        ),
        case(
            "with nothing left to add a place is found all the same",
            (),
            meer(LEEG, *_UREN.delen),
            "geldig",
            world=_UREN,
        ),
        case(
            "one choice counts for two things at once",
            (
                Regel(
                    "gelijk",
                    (w.TeltAls(een(module("Lassen")), een(*_TWEE)),),
                ),
                Regel(
                    "twee",
                    (
                        Telling(
                            2,
                            None,
                            None,
                            van=een(*_TWEE, module("Beeld")),
                        ),
                    ),
                ),
            ),
            replace(LEEG, afgewezen=(verdiep("VT/K/12", "Klepsturing"),)),
            "onvolledig",
            open_=("twee",),
        ),
        case(
            "vóór and volgorde ask for opposite places",
            regel("voor", w.Voor(een(verdiep("VT/K/12", "Klepsturing")), een(verken("VT/K/12")))),
            meer(LEEG, verdiep("VT/K/12", "Klepsturing")),
            "ongeldig",
        ),
        case(
            "an advies that the school takes over is an advies still",
            (
                Regel("raad", (Verplicht(een(module("Lassen"))),), soort="advies", gezag="richtlijn"),
                Regel("over", (), neemt_over=("raad",)),
            ),
            replace(LEEG, afgewezen=(module("Lassen"),)),
            "geldig",
            overtreden=("raad",),
        ),
        case(
            "an advies cannot make something count where it must",
            (
                Regel("raad", (w.TeltAls(een(module("Lassen")), een(module("Koken"))),), soort="advies"),
                Regel("moet", (Verplicht(een(module("Koken"))),)),
            ),
            meer(LEEG, module("Lassen")),
            "onvolledig",
            open_=("moet",),
        ),
        case(
            "a replaced choice counts, though the school does not offer it to this pupil",
            regel(
                "gelijk",
                w.TeltAls(een(module("Lassen")), een(verken("B/K/3"))),
                Telling(1, None, "verbredingen"),
            ),
            meer(LEEG, module("Lassen")),
            "geldig",
        ),
        case(
            "a count of a rule that is not for this pupil takes nothing away",
            (
                Regel("ander", (Telling(1, None, "keuzemodules"),), leerwegen=("BB",)),
                Regel("eigen", (Telling(1, 1, "keuzemodules"), NietDubbel(("ander",)))),
            ),
            meer(LEEG, module("Lassen")),
            "geldig",
        ),
        case(
            "what is known is enough to divide",
            (
                Regel("uren", (Telling(uur(20), None, "keuzemodules", "minuten"),)),
                Regel("apart", (Telling(1, None, "stages"), NietDubbel(("uren",)))),
            ),
            meer(LEEG, *_UREN.delen, module("Beeld")),
            "geldig",
            ongecontroleerd=("uren", "past-in-de-weken"),
            world=replace(_UREN, delen={**_UREN.delen, module("Beeld"): Deel()}),
        ),
    )
)
"""Found by comparing, and kept."""
