"""What the documentation shows is what the program prints: cog runs these functions, see scripts/check."""

import os
import shlex
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
MADE_WIDTH = "100"


@cache
def folder() -> Path:
    """Return an empty folder with the seed article in it; the commands of one page share it."""
    place = Path(tempfile.mkdtemp(prefix="timeline-docs-"))
    for seed in (ROOT / "seeds").glob("*.txt"):
        (place / seed.name).write_bytes(seed.read_bytes())
    return place


def output(command: str) -> str:
    """Return what a command prints, errors after results, as in a pipe."""
    # Programs in a fixed folder, and nothing of the user's own settings.
    environment = {
        "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder()),
        "COLUMNS": MADE_WIDTH,
        "LANG": "C.UTF-8",
    }
    done = subprocess.run(
        shlex.split(command),
        cwd=folder(),
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return "\n".join(part.rstrip() for part in (done.stdout, done.stderr) if part.strip())


def shell(*commands: str) -> str:
    """Return a console block of commands with their real output."""
    told = "\n".join(f"$ {command}\n{output(command)}" for command in commands)
    return f"```console\n{told}\n```"


def commands() -> list[tuple[str, ...]]:
    """Return every command of the program as the words that call it, without ``timeline``."""
    import typer

    from timeline.cli import app

    def walk(command: object, words: tuple[str, ...]) -> list[tuple[str, ...]]:
        below = getattr(command, "commands", {})
        if not below:
            return [words]
        return [each for name, sub in below.items() for each in walk(sub, (*words, name))]

    return walk(typer.main.get_command(app), ())
