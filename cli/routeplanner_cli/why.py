"""`routeplanner why`; see choices.py."""

from routeplanner_cli.choices import why_command as command

__all__ = ["command"]
