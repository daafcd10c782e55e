"""`routeplanner dossier`: one pupil's dossier out, those of all without who they are, and a backup."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from pathlib import Path

import click

from routeplanner_cli import dossiers, options
from routeplanner_cli.options import tell

HELP = "Voer een dossier uit, of maak een reservekopie van alle dossiers."
EXPORT = """Schrijf alles wat van één leerling bewaard is in een JSON-bestand.

ID is het kenmerk van de leerling: dat staat in het adres van de pagina, en bij `routeplanner tidy`. Alleen jij kunt
het bestand lezen."""
COUNT = """Schrijf de dossiers van alle leerlingen zonder wie het zijn, om te tellen en te vergelijken.

PAD is de school: programma's die daar niet in staan blijven weg. Namen, klassen, dagen en alles wat iemand opschreef
staan er niet in; dezelfde sleutel geeft een leerling later weer hetzelfde kenmerk. Bewaar de sleutel apart: wie hem
heeft, kan leerlingen terugvinden."""
_KEY = 16
"""Bytes of a key that nobody guesses."""
BACKUP = """Maak een reservekopie van alle dossiers, ook terwijl ermee gewerkt wordt.

BESTAND mag er nog niet zijn; alleen jij kunt het lezen. Wie later verwijderd wordt staat er nog in: bewaar een
reservekopie niet langer dan nodig."""


class _Group(click.Group):
    """Speaks the language of the program, its commands too."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        from routeplanner_cli.program import translated

        known = super().get_command(ctx, cmd_name)
        return known and translated(known, options.words_of(ctx))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        words = options.words_of(ctx)
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section(words.translate("Opdrachten")):
            formatter.write_dl([(name, known.get_short_help_str(80)) for name, known in commands if known])


@click.group(cls=_Group, help=HELP, subcommand_metavar="OPDRACHT …")
@options.lang()
def command() -> None:
    """Hold the commands."""


@command.command("export", help=EXPORT)
@click.argument("id_", metavar="ID")
@options.output(".json", required=True, help="Het JSON-bestand waarin het dossier komt.")
@dossiers.dossier
@options.lang()
@click.pass_context
def export(ctx: click.Context, id_: str, out: Path, place: str | None) -> None:
    """Write one pupil's dossier."""
    with dossiers.opened(ctx, place) as store:
        _keep(out, lambda: store.export(id_))
    tell(options.words_of(ctx).phrase("geschreven", path=str(out)) + "\n", err=True)


@command.command("count", help=COUNT)
@options.paths()
@options.output(".json", required=True, help="Het JSON-bestand waarin de dossiers komen.")
@click.option(
    "--key",
    "key_file",
    metavar="BESTAND",
    required=True,
    type=click.Path(path_type=Path),
    help="Waar de sleutel staat; is het er nog niet, dan komt er een nieuwe sleutel in.",
)
@dossiers.dossier
@options.lang()
@click.pass_context
def count(ctx: click.Context, paths: tuple[Path, ...], out: Path, key_file: Path, place: str | None) -> None:
    """Write the dossiers of all pupils without who they are."""
    from routeplanner.dossier.records import Leerling

    curricula = options.curricula(ctx, paths, no_color=True, op=None)
    known = {programma.id for curriculum in curricula for programma in curriculum.programmas.values()}
    with dossiers.opened(ctx, place) as store:
        key = _key(key_file)
        pupils = [pupil.id for pupil in store.find(Leerling)]
        _keep(out, lambda: store.export_pseudonymous(pupils, key, known))
    tell(options.words_of(ctx).phrase("geschreven", path=str(out)) + "\n", err=True)


def _key(file: Path) -> bytes:
    """Return the key in a file; a file that is not there gets a new one, which only its owner can read."""
    from routeplanner.dossier.errors import UnreachableError

    try:
        if not os.path.lexists(file):
            with open(file, "x", encoding="ascii", opener=_private) as made:
                made.write(secrets.token_hex(32) + "\n")
        key = file.read_bytes().strip()
    except OSError:
        raise UnreachableError from None
    if len(key) < _KEY:
        raise UnreachableError
    return key


def _keep(out: Path, text_of: Callable[[], str]) -> None:
    """Write a new file that only its owner can read."""
    from routeplanner.dossier.errors import ExistsError, UnreachableError

    if os.path.lexists(out):
        raise ExistsError
    text = text_of()
    try:
        with open(out, "x", encoding="utf-8", opener=_private) as file:
            file.write(text)
    except OSError:
        raise UnreachableError from None


@command.command("backup", help=BACKUP)
@click.argument("file", metavar="BESTAND", type=click.Path(path_type=Path))
@dossiers.dossier
@options.lang()
@click.pass_context
def backup(ctx: click.Context, file: Path, place: str | None) -> None:
    """Write a backup."""
    with dossiers.opened(ctx, place) as store:
        store.backup(file)
    tell(options.words_of(ctx).phrase("geschreven", path=str(file)) + "\n", err=True)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
