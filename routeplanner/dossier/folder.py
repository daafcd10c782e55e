"""Where the dossier is kept when nobody says otherwise: a folder of the user that others cannot read."""

from __future__ import annotations

import os
import sys
from pathlib import Path

FOLDER = "ROUTEPLANNER_DATA"
"""The environment variable that names another folder."""
FILE = "dossier.db"


def default_file() -> Path:
    """Return the file of the dossier in the user's data folder."""
    return data_folder() / FILE


def data_folder() -> Path:
    """Return the folder where programs keep a user's data on this system, with our own folder in it."""
    given = os.environ.get(FOLDER)
    if given:
        return Path(given)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local") / "Routeplanner"
    if sys.platform == "darwin":
        return Path.home() / "Library/Application Support/Routeplanner"
    shared = os.environ.get("XDG_DATA_HOME", "")
    # the standard says that a path that is not absolute is to be ignored
    return (Path(shared) if shared.startswith("/") else Path.home() / ".local/share") / "routeplanner"


def make_private(file: Path) -> None:
    """Make a file, with its folder, that only its owner can read and write.

    Raises:
        OSError: It cannot be made.
    """
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if file.parent == data_folder():  # any other folder may be shared on purpose
        file.parent.chmod(0o700)
    os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
    file.chmod(0o600)
