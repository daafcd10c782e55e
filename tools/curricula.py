"""Writes the official programmes in the language, from the lists of the law and of SLO.

    python tools/curricula.py ../shared/data curricula --digest tests/differential/curricula_digest.json

It overwrites the files of the programmes and touches no other. What a person amends in them belongs in
`aantekeningen.toml` too, with the reason; else the next run takes it back.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import aantekeningen
import from_programmes
import from_slo
from digest import digest
from lob import Programma, render


def main() -> None:
    """Write the texts, and the digest where it is asked for."""
    opties = _opties()
    programmas = read_all(opties.data)
    for programma in programmas:
        _write(opties.curricula / programma.pad, render(programma))
    if opties.digest:
        _write(opties.digest, json.dumps(digest(programmas), ensure_ascii=False, indent=1) + "\n")


def read_all(data: Path) -> list[Programma]:
    """Return every programme of the lists in a folder of data."""
    noten = aantekeningen.read(Path(__file__).with_name("aantekeningen.toml"))
    wet = data / "programmes-2007"
    return [
        *from_programmes.programmas(_json(wet / "programmes_2007.json"), noten),
        *from_programmes.landbouw(_json(wet / "landbouw_ce_2008.json")["units"], noten),
        *from_slo.programmas(_json(data / "profiles-2016" / "slo_profiles.json")["profielen"], noten),
    ]


def _opties() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("data", type=Path, help="the folder with programmes-2007 and profiles-2016")
    parser.add_argument("curricula", type=Path, help="the folder to write to")
    parser.add_argument("--digest", type=Path, help="the file for a digest of the facts")
    return parser.parse_args()


def _json(pad: Path) -> Any:  # noqa: ANN401  # what a file holds, its reader knows
    return json.loads(pad.read_text(encoding="utf-8"))


def _write(pad: Path, tekst: str) -> None:
    pad.parent.mkdir(parents=True, exist_ok=True)
    pad.write_bytes(tekst.encode())


if __name__ == "__main__":
    main()
