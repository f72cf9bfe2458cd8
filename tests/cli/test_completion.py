"""Completion, as a real bash asks for it."""

import os
import shutil
import subprocess
import sys

import pytest

BASH = shutil.which("bash")
pytestmark = pytest.mark.skipif(BASH is None, reason="there is no bash")


@pytest.fixture(scope="module")
def shell(tmp_path_factory):
    """Return a folder with the program in it, and what bash is told of its completion."""
    folder = tmp_path_factory.mktemp("bin")
    program = folder / "timeline"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m timeline "$@"\n')
    program.chmod(0o755)
    source = os.environ | {"_TIMELINE_COMPLETE": "source_bash"}
    done = subprocess.run([program], env=source, capture_output=True, text=True, check=True)
    return folder, done.stdout


def completions(shell, database, *words):
    """Return what bash offers for the last of the words, as they stand on its line."""
    folder, script = shell
    environment = os.environ | {
        "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}",
        "TIMELINE_DB": str(database),
    }
    asking = f"""{script}
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_timeline_completion timeline
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
    done = subprocess.run(
        [BASH, "-c", asking, "bash", "timeline", *words],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    return done.stdout.split("\n")[:-1]


def test_commands_and_options_are_completed(shell, database):
    assert "who-attended" in completions(shell, database, "wh")
    assert completions(shell, database, "events", "--sin") == ["--since"]
    assert completions(shell, database, "events", "--kind", "par") == ["parade"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("who-attended", "osl"), [r"oslo\ climate\ summit"]),
        (("who-attended", r"Oslo\ cl"), [r"Oslo\ climate\ summit"]),
        (("who-attended", '"Oslo cl'), ["Oslo climate summit"]),
        (("attended", "ama"), [r"ama\ Boateng"]),
        (("together", "kenya", "ama"), [r"ama\ Boateng"]),
        (("show", "article", "Guests"), [r"Guests\ asked\ to\ Oslo"]),
        (("who-attended", "zzz"), [""]),
    ],
)
def test_names_are_completed_so_that_bash_takes_them_as_one_word(shell, database, words, expected):
    assert completions(shell, database, *words) == expected


def test_without_a_database_nothing_is_completed(shell, tmp_path):
    assert completions(shell, tmp_path / "none.db", "who-attended", "o") == [""]
