"""A database of meetings that never were, and the program run on it as a user runs it."""

import subprocess
import sys
from dataclasses import dataclass

import pytest
from builders import article, figure, occasion, said, store_articles

from timeline.cli import main


@dataclass(frozen=True)
class Ran:
    status: int
    out: str
    err: str


@pytest.fixture
def run(capsys, monkeypatch):
    """Return a function that runs the program in this process."""
    monkeypatch.delenv("TIMELINE_DB", raising=False)

    def run(*arguments):
        with pytest.raises(SystemExit) as ended:
            main(list(map(str, arguments)))
        printed = capsys.readouterr()
        return Ran(ended.value.code, printed.out, printed.err)

    return run


@pytest.fixture
def run_apart(tmp_path):
    """Return a function that runs the program as a process of its own."""

    def run(*arguments, **environment):
        done = subprocess.run(
            [sys.executable, "-m", "timeline", *map(str, arguments)],
            capture_output=True,
            text=True,
            check=False,
            cwd=tmp_path,
            timeout=120,
            env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"} | environment,
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    return run


OSLO = {"kind": "summit", "day": "2019-06-20", "place": "Oslo", "country": "NOR"}

ARTICLES = (
    article(
        occasion(
            "Oslo climate summit",
            said("Ama Boateng", "invited", country="GHA"),
            said("Łukasz Wróbel", "confirmed", country="POL", quoted="his office"),
            **OSLO,
        ),
        published="2019-06-01",
        title="Guests asked to Oslo",
        source="north.example",
        url="https://north.example/1",
    ),
    article(
        occasion(
            "Oslo climate summit",
            said("Ama Boateng", "attended", country="GHA", role="speaker"),
            said("Łukasz Wróbel", "absent", observed=True, country="POL"),
            said("Kenya", "attended", kind="country", country="KEN"),
            **OSLO,
        ),
        occasion(
            "Accra trade talks",
            said("Ama Boateng", "expected", country="GHA", role="host"),
            said("Kenya", "declined", kind="country", country="KEN"),
            kind="talks",
            day="2019-09",
            place="Accra",
            country="GHA",
        ),
        published="2019-06-21",
        title="What Oslo came to",
        source="south.example",
        trade=(
            figure("KEN", "GHA", "1.25", flow="export"),
            figure("KEN", "WLD", "5700000000", measure="value", period="2018"),
        ),
    ),
)


@pytest.fixture
def meetings():
    """Return the articles above."""
    return ARTICLES


@pytest.fixture
def database(tmp_path, meetings):
    """Return the path of a database with the articles above."""
    path = tmp_path / "meetings.db"
    store_articles(str(path), *meetings)
    return path
