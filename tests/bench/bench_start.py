"""How long the program takes from a cold start, and what it imports for that."""

from pathlib import Path

from bench.measuring import process, show

COMMANDS = {
    ("--version",): "150",
    ("--help",): "",
    ("explain", "RP201"): "",
    ("check", "rules/voorbeeldcollege"): "400",
    ("check", "curricula/2007/voertuigentechniek.lob"): "",
    ("fmt", "--check", "rules/voorbeeldcollege"): "",
    ("show", "rules/voorbeeldcollege"): "",
}
HEAVY = ("networkx", "clingo", "highspy", "numpy", "sqlalchemy", "starlette", "pygls")


def test_cold_processes(tmp_path: Path) -> None:
    taken = {command: process(tmp_path / "report", *command) for command in COMMANDS}
    show(
        "From a cold start",
        ("", "ms", "ms cpu", "MB", "target ms"),
        [
            (
                " ".join(command),
                taken[command].wall,
                taken[command].processor,
                taken[command].megabytes,
                target,
            )
            for command, target in COMMANDS.items()
        ],
    )
    for command, one in taken.items():
        heavy = sorted(set(one.modules) & set(HEAVY))
        print(f"  {' '.join(command)} imports {', '.join(one.modules)}; heavy: {', '.join(heavy) or 'none'}")
