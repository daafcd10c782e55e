"""`routeplanner schema`: the JSON Schema of what the program prints."""

from __future__ import annotations

import click

from routeplanner.present.contract import CONTRACTS, schema_json
from routeplanner_cli import options
from routeplanner_cli.options import tell

HELP = """Geef het JSON-schema van een contract.

NAAM is de naam van een contract, zoals diagnostics; zonder naam staan ze er allemaal."""


@click.command(help=HELP)
@click.argument("name", metavar="[NAAM]", required=False)
@options.lang()
@click.pass_context
def command(ctx: click.Context, name: str | None) -> None:
    """Print a schema, or the names that there are."""
    if name is None:
        tell("".join(f"{known}\n" for known in CONTRACTS))
        return
    if name not in CONTRACTS:
        words = options.words_of(ctx)
        known = words.listed([f"`{contract}`" for contract in CONTRACTS])
        raise click.UsageError(words.phrase("geen-contract", name=name, known=known), ctx)
    tell(schema_json(name))
