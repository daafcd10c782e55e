"""What is found in a text: each code with the words that it points at."""

from __future__ import annotations

from datetime import date

from engine.judging import linked

from routeplanner.text.diagnostic import Diagnostic

LAYOUT = ("RP311", "RP312")
"""What a text in one test does not look at."""


def found(text: str, *used: str, op: date | None = None) -> list[tuple[str, str]]:
    """Return each code with the words it points at, in the order of the text."""
    return [(diagnostic.code, diagnostic.span.text) for diagnostic in diagnostics(text, *used, op=op)]


def diagnostics(text: str, *used: str, op: date | None = None) -> list[Diagnostic]:
    return [d for d in linked(text, *used, op=op).diagnostics if d.code not in LAYOUT]


VT = "2007/voertuigentechniek.lob"
HV = "2007/handel-en-verkoop.lob"
TIMMEREN = "2007/bouwtechniek-timmeren.lob"
METSELEN = "2007/bouwtechniek-metselen.lob"
SCHILDEREN = "2007/bouwtechniek-schilderen.lob"
VERZORGING = "2007/verzorging.lob"
MET = "2016/mobiliteit-en-transport.lob"
EO = "2016/economie-en-ondernemen.lob"

SCHOOL = """
school "Testschool"
  schooljaar: 2009-2010
  biedt aan: VT
  leerwegen: BB, KB
  leerjaren: 3, 4
  perioden: 4
"""
