"""Worlds made by hand, of which anybody can tell what should come of them."""

from __future__ import annotations

from dataclasses import replace

from oracle import world as w
from oracle.hand import (
    AUTOVERKOPER,
    DELEN,
    KLEP,
    LEEG,
    MAX,
    PLAATS,
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
    Gekozen,
    NietDubbel,
    Regel,
    Route,
    Telling,
    Verplicht,
)

_EXACT = Regel("totaal", (Telling(uur(84), uur(84), "verbredingen", "minuten"),))

CASES: dict[str, Case] = dict(
    (
        case("guide 1: the car salesman", (MAX, PLAATS, _EXACT), AUTOVERKOPER, "geldig"),
        case(
            "guide 2: 134 hours",
            (MAX, PLAATS),
            meer(AUTOVERKOPER, verken("HA/K/4"), verdiep("HA/K/4", "Typediploma")),
            "ongeldig",
            overtreden=("max",),
        ),
        case(
            "guide 3: no valves without lights",
            (MAX, PLAATS, KLEP),
            replace(AUTOVERKOPER, afgewezen=(*AUTOVERKOPER.afgewezen, verken("VT/K/9"))),
            "ongeldig",
            overtreden=("verkennen-verplicht", "klep"),
        ),
        case(
            "guide 4: sales and yet deeper",
            (MAX, PLAATS),
            meer(AUTOVERKOPER, verdiep("VT/K/9", "Rijhulpsystemen")),
            "ongeldig",
            overtreden=("plaats",),
        ),
        case(
            "guide 5: three where two are allowed",
            regel("twee", Telling(None, 2, "verdiepingen", van=een(verken("HA/K/4")))),
            Route(
                "Sanne",
                "HA",
                "KB",
                gekozen=kiest(*(k for k in DELEN if k.soort == "verdieping" and "HA" in k.eenheid)),
            ),
            "ongeldig",
            overtreden=("twee",),
        ),
        case(
            "guide 6: one module to go",
            regel("drie", Telling(3, 3, "keuzemodules")),
            meer(LEEG, module("Lassen"), module("Koken")),
            "onvolledig",
            open_=("drie",),
        ),
        case(
            "guide 7: two modules in one periode",
            (),
            meer(LEEG, Gekozen(module("Beeld"), 3, 2), Gekozen(module("Koken"), 3, 2)),
            "ongeldig",
            overtreden=("één-module-per-periode",),
        ),
        case(
            "guide 8: each alone, not together",
            (
                Regel("min", (Telling(uur(60), None, "maatwerk", "minuten"),)),
                Regel("veel", (Telling(None, uur(40), "verbredingen", "minuten"),)),
                Regel("dicht", (w.InPlaatsVan(een(verken("VT/K/1")), PLAATS.zinnen[0].rechts),)),  # type: ignore[union-attr]
            ),
            LEEG,
            "ongeldig",
            open_=("min",),
        ),
        case(
            "guide 9: Kevin",
            regel(
                "telt", Telling(2, 2, "verbredingen"), Telling(uur(20), uur(20), "verdiepingen", "minuten")
            ),
            Route(
                "Kevin",
                "timmeren",
                "BB",
                gekozen=kiest(verdiep("B/K/3", "CAD"), verken("B/K/11"), verdiep("B/K/11", "CAD")),
            ),
            "geldig",
        ),
        case(
            "guide 9, the other way round: not opened in KB",
            (),
            Route("Kevin", "timmeren", "KB", gekozen=kiest(verken("B/K/3"))),
            "ongeldig",
            overtreden=("aanbod",),
        ),
        case(
            "deepening without exploring can still be mended",
            (),
            Route("Kevin", "timmeren", "BB", gekozen=kiest(verdiep("B/K/11", "CAD"))),
            "onvolledig",
            open_=("verkennen-verplicht",),
        ),
        case(
            "unknown hours are not guessed",
            regel("genoeg", Telling(uur(10), None, "eenheden", "minuten")),
            LEEG,
            "geldig",
            ongecontroleerd=("genoeg",),
        ),
        case(
            "too much is too much, whatever the unknown hours are",
            regel("weinig", Telling(None, uur(10), "eenheden", "minuten")),
            LEEG,
            "ongeldig",
            overtreden=("weinig",),
        ),
        case(
            "what has no place may stand anywhere",
            regel("eerst", w.Voor(een(module("Koken")), een(module("Lassen")))),
            meer(LEEG, module("Lassen"), module("Koken")),
            "geldig",
        ),
        case(
            "the order is wrong whatever is done",
            regel("eerst", w.Voor(een(module("Koken")), een(module("Lassen")))),
            meer(LEEG, Gekozen(module("Lassen"), 3), Gekozen(module("Koken"), 3, 2)),
            "ongeldig",
            overtreden=("eerst",),
        ),
        case(
            "volgorde: the same periode will do, an earlier one not",
            (),
            meer(LEEG, Gekozen(verken("VT/K/9"), 4, 1), Gekozen(verdiep("VT/K/9", "Rijhulpsystemen"), 3, 2)),
            "ongeldig",
            overtreden=("volgorde",),
        ),
        case(
            "one choice does not count twice",
            regel(
                "dubbel",
                Telling(1, None, "keuzemodules"),
                Telling(1, None, "keuzemodules"),
                Telling(1, None, "keuzemodules"),
                NietDubbel(),
            ),
            meer(replace(LEEG, afgewezen=(module("Beeld"),)), module("Lassen"), module("Koken")),
            "ongeldig",
            overtreden=("dubbel",),
        ),
        case(
            "an advies changes no verdict",
            (Regel("raad", (Verplicht(een(module("Lassen"))),), soort="advies"),),
            replace(LEEG, afgewezen=(module("Lassen"),)),
            "geldig",
            overtreden=("raad",),
        ),
        case(
            "what counts for another is asked of nobody",
            regel(
                "gelijk",
                w.TeltAls(een(module("Lassen")), een(module("Koken"))),
                Verplicht(een(module("Koken"))),
            ),
            meer(LEEG, module("Lassen")),
            "geldig",
        ),
        case(
            "what counts for another counts for a minimum, not for a maximum",
            regel("gelijk", w.TeltAls(een(module("Lassen")), een(module("Koken"))))
            + regel("twee", Telling(2, None, None, van=een(module("Lassen"), module("Koken"))))
            + regel("een", Telling(None, 1, "keuzemodules")),
            meer(LEEG, module("Lassen")),
            "geldig",
        ),
        case(
            "a goal that the pupil has",
            regel("doel", w.Als(Verplicht(een(module("Lassen"))), doel="Autoverkoper")),
            replace(LEEG, doel="Autoverkoper"),
            "onvolledig",
            open_=("doel",),
        ),
        case(
            "a goal that the pupil has not",
            regel("doel", w.Als(Verplicht(een(module("Lassen"))), doel="Autoverkoper")),
            LEEG,
            "geldig",
        ),
        case(
            "two rules want one choice in two places",
            (
                Regel("drie", (Telling(1, None, "keuzemodules"),), leerjaren=(3,)),
                Regel("vier", (Telling(1, None, "keuzemodules"),), leerjaren=(4,)),
            ),
            meer(replace(LEEG, afgewezen=(module("Lassen"), module("Koken"))), module("Beeld")),
            "ongeldig",
        ),
    )
)
"""From the guide, and one thing each."""
