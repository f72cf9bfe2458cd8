"""What holds for all commands: exit statuses, one line for each failure, where the database is."""

import os
import pty
import re
import subprocess
import sys

import pytest
import typer
from builders import store_articles

from timeline.cli import app


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["who-attended"], "Missing argument 'EVENT'"),
        (["who-attended", ""], "it is empty"),
        (["attended", " "], "it is empty"),
        (["who-attended", "oslo", "--as-of", "soon"], "'soon' is no date"),
        (["who-attended", "oslo", "--as-of", "2019-02-30"], "'2019-02-30' is no date"),
        (["who-attended", "oslo", "--status", "late"], "'late'"),
        (["events", "--limit", "0"], "0"),
        (["events", "--format", "xml"], "'xml'"),
        (["trade", "--period", "last year"], "'last year' is no date"),
        (["nonsense"], "No such command 'nonsense'"),
        (["events", "--nonsense"], "--nonsense"),
    ],
)
def test_wrong_usage_is_one_line_and_status_2(run, arguments, words):
    done = run(*arguments)
    assert (done.status, done.out) == (2, "")
    assert words in done.err
    assert len(done.err.splitlines()) == 1
    assert "--help" in done.err


def test_a_database_that_is_not_there_is_told(run, tmp_path):
    done = run("events", "--db", tmp_path / "none.db")
    assert done.status == 1
    assert len(done.err.splitlines()) == 1
    assert "none.db" in done.err
    assert not (tmp_path / "none.db").exists()


def test_the_database_is_named_behind_or_before_the_command_or_by_the_environment(
    run, database, monkeypatch, tmp_path
):
    expected = run("events", "--db", database).out
    assert "Oslo" in expected
    monkeypatch.chdir(tmp_path)
    assert run("--db", database, "events").out == expected
    assert run("--db", "other.db", "events", "--db", database).out == expected
    monkeypatch.setenv("TIMELINE_DB", "other.db")
    assert run("events").status == 1
    assert run("--db", database, "events").out == expected
    monkeypatch.setenv("TIMELINE_DB", str(database))
    assert run("events").out == expected


def test_the_database_is_timeline_db_in_this_folder_by_default(run, database, monkeypatch):
    database.rename(database.parent / "timeline.db")
    monkeypatch.chdir(database.parent)
    assert "Oslo" in run("events").out


def test_questions_are_answered_on_postgresql(run, postgresql_url, meetings):
    store_articles(postgresql_url, *meetings)
    url = postgresql_url.render_as_string(hide_password=False)
    assert "Ama Boateng" in run("who-attended", "oslo", "--db", url).out


def test_the_version_and_the_help_are_printed(run):
    assert re.fullmatch(r"timeline \d+\.\d+\.\d+\S*\n", run("--version").out)
    assert "who-attended" in run().out


def commands(command=None, words=()):
    command = command or typer.main.get_command(app)
    below = getattr(command, "commands", {})
    if not below:
        return [words]
    return [each for name, sub in below.items() for each in commands(sub, (*words, name))]


@pytest.mark.parametrize("words", commands(), ids=" ".join)
def test_every_command_has_help_with_an_example(run, words):
    done = run(*words, "--help")
    assert done.status == 0
    assert f"Example: timeline {' '.join(words)}" in " ".join(done.out.split())


def test_help_loads_neither_database_nor_language_nor_terminal():
    slow = ("sqlalchemy", "alembic", "spacy", "rich", "pydantic", "psycopg")
    code = (
        "import sys; from timeline.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        f"print([name for name in {slow!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("reader", ["true", "head -1"])
def test_a_reader_that_leaves_early_causes_no_noise(database, reader):
    command = f"{sys.executable} -m timeline --db {database} events -f jsonl | {reader}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_full_disk_is_told_in_one_line(database):
    command = f"{sys.executable} -m timeline --db {database} events > /dev/full"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "timeline: No space left on device: check where the output goes"
    ]


def test_an_ascii_terminal_gets_numbers_for_other_letters(run_apart, database):
    done = run_apart("--db", database, "participants", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.status == 0
    assert r"\u0141ukasz" in done.out


def test_a_terminal_gets_colours(database):
    ours, theirs = pty.openpty()
    environment = os.environ | {"TERM": "xterm-256color", "COLUMNS": "200"}
    environment.pop("NO_COLOR", None)
    command = [sys.executable, "-m", "timeline", "--db", str(database), "who-attended", "oslo"]
    with subprocess.Popen(command, stdout=theirs, stderr=theirs, env=environment) as process:
        os.close(theirs)
        shown = b""
        while chunk := _read(ours):
            shown += chunk
    os.close(ours)
    assert process.returncode == 0
    assert b"\x1b[" in shown
    assert "Łukasz Wróbel" in shown.decode()


def _read(descriptor):
    try:
        return os.read(descriptor, 65536)
    except OSError:  # Linux: the other end is closed
        return b""
