"""`routeplanner dossier`: one pupil's dossier out, and a backup of all of them."""

from __future__ import annotations

import os
from pathlib import Path

import click

from routeplanner_cli import dossiers, options
from routeplanner_cli.options import tell

HELP = "Voer een dossier uit, of maak een reservekopie van alle dossiers."
EXPORT = """Schrijf alles wat van één leerling bewaard is in een JSON-bestand.

ID is het kenmerk van de leerling: dat staat in het adres van de pagina, en bij `routeplanner tidy`. Alleen jij kunt
het bestand lezen."""
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
    from routeplanner.dossier.errors import ExistsError, UnreachableError

    with dossiers.opened(ctx, place) as store:
        if os.path.lexists(out):
            raise ExistsError
        text = store.export(id_)
        try:
            with open(out, "x", encoding="utf-8", opener=_private) as file:
                file.write(text)
        except OSError:
            raise UnreachableError from None
    tell(options.words_of(ctx).phrase("geschreven", path=str(out)) + "\n", err=True)


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
