"""`routeplanner serve`: the page for the conversation, on this machine."""

from __future__ import annotations

from pathlib import Path

import click

from routeplanner_cli import options
from routeplanner_cli.options import tell

HELP = """Open de pagina voor het gesprek met een leerling.

PAD is een bestand of een map met een school. De pagina is alleen op deze computer te openen, en niets verlaat hem.
Stop met Ctrl-C."""


@click.command(help=HELP)
@click.argument("path", metavar="PAD", type=options.ExistingPath())
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    metavar="POORT",
    help="Op welke poort; 0 is een die vrij is.",
)
@click.option(
    "--dossier",
    metavar="DATABASE",
    help="Waar het dossier staat: een bestand, of het adres van een PostgreSQL-database.",
)
@click.option("--no-browser", is_flag=True, help="Open de browser niet.")
@options.lang()
@click.pass_context
def command(ctx: click.Context, path: Path, *, port: int, dossier: str | None, no_browser: bool) -> None:
    """Serve the page until it is stopped."""
    words = options.words_of(ctx)
    try:
        from routeplanner.web.serving import PortTakenError, Serving, serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] in {
            "starlette",
            "uvicorn",
            "jinja2",
            "sqlalchemy",
            "alembic",
        }:
            raise click.UsageError(words.phrase("extra-mist", extra="web"), ctx) from None
        raise
    asked = Serving(path, port, dossier, words.lang, not no_browser)
    try:
        serve(asked, lambda address: tell(words.phrase("serveren", address=address) + "\n"))
    except PortTakenError:
        raise click.UsageError(words.phrase("poort-bezet", port=port), ctx) from None
