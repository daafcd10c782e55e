"""The Dutch of what is said of a whole text: its analysis, its differences and its graph; see wording.py."""

from __future__ import annotations

ANALYSIS = {
    "dekking.gemist": "geen voorbeeld mist `{rule}`: zonder die regel komt er overal hetzelfde uit",
    "dekking.som": "{kept} van de {total} regels worden door een voorbeeld bewaakt",
    "gevallen": "{programmas} in {leerwegen}",
    "geval.uitstroomprofiel": "uitstroomprofiel `{name}`",
    "geval.doel": "doel `{name}`",
    "analyse.niets": "niets gevonden: elke regel doet ertoe en alles kan",
    "analyse.empty": "er is geen enkele route",
    "analyse.looser": "`{rule}` is ruimer dan de wet in `{law}`",
    "analyse.dead": "in geen enkele route: {choices}",
    "analyse.no-choice": "geen keuze, {count} uit {count}: `{rule}` vraagt alles wat er is ({choices})",
    "analyse.nobody": "`{rule}` geldt voor geen enkele leerling van deze school",
    "analyse.redundant": "`{rule}` kan weg: {because} zegt al genoeg",
    "analyse.redundant.vanzelf": "`{rule}` kan weg: niets wat de school aanbiedt gaat ertegen in",
    "analyse.forced": "in elke route: {choices}",
    "analyse.want": "want {rules}",
    "analyse.met": "met {choices}",
    "analyse.route": "deze route mag van de school en niet van de wet: {choices}",
    "analyse.aantal": "zoveel routes zijn er",
    "analyse.minstens": "minstens {count}",
    "analyse.onbeslist.rule": "niet beslist: of `{rule}` ertoe doet",
    "analyse.onbeslist.route": "niet beslist: of er een route is ({who})",
    "analyse.onbeslist.law": "niet beslist: of iets ruimer is dan de wet ({who})",
    "analyse.onbeslist.options": "niet beslist: wat nooit of altijd in een route zit ({who})",
}
