"""The program: which commands there are, how it speaks, and how it ends."""

from __future__ import annotations

import copy
import errno
import gettext
import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Any, TextIO

import click

import routeplanner
from routeplanner.present.words import LANGUAGES, Words
from routeplanner_cli import options

USAGE = 2
"""How the program ends when it was asked something it cannot do."""
UNREAD = 1
"""How it ends, as other programs of click do, when its reader stops reading."""
INTERRUPTED = 130
"""How a program ends that was stopped with Ctrl-C."""

# A command is imported when it is asked for; what it does stands here, so that `--help` imports none.
COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "check": "zoek alle fouten in een tekst",
        "fmt": "geef een tekst de ene opmaak",
        "show": "toon wat er te kiezen is en welke regels er zijn",
        "validate": "geef het oordeel over een route",
        "options": "laat zien wat er nog kan",
        "why": "leg uit waarom een keuze niet kan of moet",
        "suggest": "stel de beste routes voor",
        "count": "tel hoeveel routes er nog zijn",
        "analyse": "kijk een hele tekst na",
        "diff": "vergelijk twee teksten",
        "test": "reken de voorbeelden na",
        "draw": "teken een route",
        "print": "druk een route af voor leerling en ouders",
        "serve": "open de pagina voor het gesprek",
        "dossier": "voer een dossier uit, of maak een reservekopie",
        "tidy": "verwijder dossiers die niet langer bewaard blijven",
        "explain": "leg een code uit",
        "schema": "geef het JSON-schema van een contract",
    }
)


def run(arguments: Sequence[str]) -> int:
    """Run the program and return how it ends: 0 fine, 1 findings, 2 not asked right or not to be done."""
    _make_streams_safe()
    lang = language(arguments, os.environ)
    _speak(lang)
    try:
        ended = _run(arguments, lang)
        sys.stdout.flush()
    except OSError as error:
        _let_go(sys.stdout)
        if error.errno == errno.EPIPE:  # nobody reads any more: that is theirs to decide
            return UNREAD
        ended = USAGE
        click.echo(Words(lang).phrase("uitvoer-mislukt", reason=error.strerror or ""), err=True)
    return ended


def _run(arguments: Sequence[str], lang: str) -> int:
    try:
        ended = program(lang).main(list(arguments), prog_name="routeplanner", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    return ended if isinstance(ended, int) else 0


def language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """Return the language that is asked for, also where the rest is not right: help and errors speak it."""
    asked = environment.get(options.LANG, "")
    for here, following in zip(arguments, (*arguments[1:], ""), strict=False):
        if here == "--lang":
            asked = following
        elif here.startswith("--lang="):
            asked = here.removeprefix("--lang=")
    return asked if asked in LANGUAGES else LANGUAGES[0]


def program(lang: str = LANGUAGES[0]) -> click.Group:
    """Return the program as click runs it, speaking one language unless a command is told otherwise."""
    words = Words(lang)
    group = _Program(
        name="routeplanner",
        help=words.translate(
            "Lees, controleer en leg uit wat scholen over hun leerroutes hebben opgeschreven."
        ),
        context_settings={"help_option_names": ["-h", "--help"], "obj": words, "max_content_width": 100},
        options_metavar=words.translate("[OPTIES]"),
        subcommand_metavar=words.translate("OPDRACHT …"),
        no_args_is_help=True,
    )
    options.lang(envvar=options.LANG)(group)
    click.version_option(routeplanner.__version__, prog_name="routeplanner")(group)
    group.params = [_translated(param, words) for param in group.params]
    return group


class _Program(click.Group):
    """Knows its commands by name, and imports one when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        if cmd_name == "options":  # the module of that name is what all commands share
            return translated(import_module("routeplanner_cli.choices").options_command, _words(ctx))
        command: click.Command = import_module(f"routeplanner_cli.{cmd_name}").command
        return translated(command, _words(ctx))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        words = ctx.find_object(Words) or Words()
        with formatter.section(words.translate("Opdrachten")):
            formatter.write_dl([(name, words.translate(about)) for name, about in COMMANDS.items()])


def _words(ctx: click.Context) -> Words:
    return ctx.find_object(Words) or Words()


def translated(command: click.Command, words: Words) -> click.Command:
    """Return the command with its help in another language."""
    fresh = copy.copy(command)
    fresh.help = words.translate(command.help) if command.help else None
    fresh.options_metavar = words.translate("[OPTIES]")
    fresh.params = [_translated(param, words) for param in command.params]
    return fresh


def _translated(param: click.Parameter, words: Words) -> click.Parameter:
    fresh: Any = copy.copy(param)
    if getattr(fresh, "help", None):
        fresh.help = words.translate(fresh.help)
    if isinstance(fresh.metavar, str):
        fresh.metavar = words.translate(fresh.metavar)
    return fresh  # type: ignore[no-any-return]


def _speak(lang: str) -> None:
    """Have click's own sentences in the language of the program; English is what they are written in."""
    catalogues = Path(routeplanner.__file__).parent / "locale"
    gettext.bindtextdomain("click", str(catalogues))
    gettext.textdomain("click")
    os.environ["LANGUAGE"] = lang


def _make_streams_safe() -> None:
    """Write UTF-8 wherever the output goes; what even that cannot hold is spelled out, and never an error."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _let_go(stream: TextIO) -> None:
    """Let what is left go nowhere, so that the end of the process does not try to write it again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
