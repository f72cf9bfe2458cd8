"""The documentation is whole: every command has help with an example, and stands on the page of commands."""

from pathlib import Path

import pytest
import typer

from timeline.cli import app

ROOT = Path(__file__).parent.parent


def walk(command, words=()):
    below = getattr(command, "commands", None)
    if not below:
        return [(" ".join(words), command)]
    return [each for name, sub in below.items() for each in walk(sub, (*words, name))]


COMMANDS = walk(typer.main.get_command(app))


@pytest.mark.parametrize(("name", "command"), COMMANDS, ids=[name for name, _ in COMMANDS])
def test_every_command_has_help_with_an_example_and_is_documented(name, command):
    assert command.help
    assert f"timeline {name}" in command.help.split("Example", 1)[-1]
    assert f"## timeline {name}\n" in (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", dict(COMMANDS).values(), ids=dict(COMMANDS))
def test_every_option_has_help(command):
    options = [each for each in command.params if each.param_type_name == "option"]
    assert options
    assert [each.name for each in options if not each.help] == []


def test_what_the_design_promises_is_there():
    assert {name.split()[0] for name, _ in COMMANDS} >= {
        "import", "extract", "who-attended", "attended", "together", "events", "participants",
        "articles", "show", "trade", "db",
    }  # fmt: skip
