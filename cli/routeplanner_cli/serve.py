"""`routeplanner serve`: the page for the conversation, on this machine."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from routeplanner_cli import options
from routeplanner_cli.options import tell

HELP = """Open de pagina voor het gesprek met een leerling.

PAD is een bestand of een map met een school. De pagina is alleen op deze computer te openen, en niets verlaat hem.
Stop met Ctrl-C.

Voor een school, waar ieder zich aanmeldt: geef --address, --sign-in, en --tls-cert met --tls-key of
--behind-proxy."""

_EXTRAS = dict.fromkeys(("starlette", "uvicorn", "jinja2", "sqlalchemy", "alembic"), "web") | dict.fromkeys(
    ("authlib", "httpx2", "joserfc"), "oidc"
)


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
@click.option(
    "--host", default="127.0.0.1", show_default=True, metavar="IP", help="Op welk adres van deze computer."
)
@click.option("--address", default="", metavar="HTTPS", help="Het adres dat mensen intypen: https://…")
@click.option("--tls-cert", type=options.ExistingPath(), metavar="BESTAND", help="Het certificaat.")
@click.option(
    "--tls-key", type=options.ExistingPath(), metavar="BESTAND", help="De sleutel van het certificaat."
)
@click.option("--behind-proxy", is_flag=True, help="Een programma dat ervoor staat, spreekt https.")
@click.option(
    "--sign-in", type=options.ExistingPath(), metavar="BESTAND", help="Hoe mensen zich aanmelden (toml)."
)
@click.option("--no-browser", is_flag=True, help="Open de browser niet.")
@options.lang()
@click.pass_context
def command(
    ctx: click.Context,
    /,
    path: Path,
    *,
    port: int,
    dossier: str | None,
    no_browser: bool,
    **place: Any,  # noqa: ANN401 - the fields of Place
) -> None:
    """Serve the page until it is stopped."""
    words = options.words_of(ctx)
    try:
        from routeplanner.web.place import Place, UnsafeError
        from routeplanner.web.serving import PortTakenError, Serving, serve
        from routeplanner.web.sign_in import SignInFileError
    except ModuleNotFoundError as error:
        raise _missing(error, ctx) from None
    asked = Serving(path, port, dossier, words.lang, not no_browser, Place(**place))
    try:
        serve(asked, lambda address: tell(words.phrase("serveren", address=address) + "\n"))
    except PortTakenError:
        raise click.UsageError(words.phrase("poort-bezet", port=port), ctx) from None
    except UnsafeError as error:
        raise click.UsageError(words.phrase(f"niet-veilig.{error.missing}"), ctx) from None
    except SignInFileError as error:
        kind = "plek" if error.where else "bestand"
        raise click.UsageError(words.phrase(f"aanmelden-bestand.{kind}", where=error.where), ctx) from None
    except ModuleNotFoundError as error:
        raise _missing(error, ctx) from None


def _missing(error: ModuleNotFoundError, ctx: click.Context) -> Exception:
    """Return what to tell of a library that is not installed; the error itself where it is in no extra."""
    extra = _EXTRAS.get((error.name or "").partition(".")[0])
    if extra is None:
        return error
    return click.UsageError(options.words_of(ctx).phrase("extra-mist", extra=extra), ctx)
