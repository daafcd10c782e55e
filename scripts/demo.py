"""The main job in one go: a text is read, its route drawn and judged, and a mistake in it explained."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from routeplanner.language.files import bundled_root

SCHOOL = "rules/voorbeeldcollege"
RIGHT = "  verbreedt met HV/K/9, 10 en 11 in leerjaar 4\n"
WRONG = "  verbreed met HV/K/9, 10 en 11 in leerjaar 4\n"


def main() -> None:
    """Show the autoverkoper of the guide, from text to verdict."""
    root = bundled_root()
    say("Een school schrijft haar regels op als Nederlandse zinnen. Zo begint de route van de autoverkoper:")
    text = (root / SCHOOL / "routes.lob").read_text("utf-8")
    print(text[text.index('route "Autoverkoper"') :].split("\n\n")[0])
    say("Klopt de tekst? En wat staat er over VT/K/9?")
    run("check", SCHOOL, at=root)
    run("show", SCHOOL, "VT/K/9", at=root)
    say("De route als figuur:")
    run("draw", SCHOOL, "--route", "Autoverkoper", at=root)
    say("Mag deze route?")
    run("validate", SCHOOL, "--route", "Autoverkoper", at=root)
    say("En als er een tikfout in staat?")
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(root / SCHOOL, Path(folder, "school"))
        routes = Path(folder, "school", "routes.lob")
        routes.write_text(routes.read_text("utf-8").replace(RIGHT, WRONG, 1), "utf-8")
        run("check", "school", at=Path(folder))


def say(sentence: str) -> None:
    """Print what comes next."""
    print(f"\n— {sentence}\n", flush=True)


def run(*arguments: str, at: Path) -> None:
    """Print a command and run it as a user would."""
    print(f"$ routeplanner {shlex.join(arguments)}", flush=True)
    subprocess.run([sys.executable, "-m", "routeplanner_cli", *arguments], cwd=at, check=False)  # noqa: S603 - our own program


if __name__ == "__main__":
    main()
