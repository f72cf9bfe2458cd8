"""``timeline db``: the database itself."""

import json

import pytest

from timeline.migrate import revisions


def test_upgrade_creates_a_database_and_says_where_it_stands(run, tmp_path):
    path = tmp_path / "new.db"
    done = run("db", "upgrade", "--db", path)
    assert (done.status, done.out) == (0, "")
    assert done.err == f"{path} is at revision {revisions()[-1]}\n"
    assert run("db", "check", "--db", path).status == 0


def test_up_and_down_keep_the_answers(run, database):
    before = run("who-attended", "oslo", "--db", database).out
    assert run("db", "downgrade", "-1", "--db", database).status == 0
    refused = run("who-attended", "oslo", "--db", database)
    assert refused.status == 1
    assert "run timeline db upgrade" in refused.err
    assert run("db", "check", "--db", database).status == 1
    assert run("--db", database, "db", "upgrade").status == 0
    assert run("who-attended", "oslo", "--db", database).out == before


def test_current_prints_the_revision_of_database_and_program(run, tmp_path):
    path = tmp_path / "old.db"
    run("db", "upgrade", "0002", "--db", path)
    done = run("db", "current", "--db", path, "--format", "json")
    row = {"database": str(path), "revision": "0002", "newest": revisions()[-1]}
    assert json.loads(done.out) == [row]


def test_current_of_a_database_that_is_not_there_makes_none(run, tmp_path):
    done = run("db", "current", "--db", tmp_path / "none.db", "--format", "json")
    assert json.loads(done.out)[0]["revision"] == "none"
    assert list(tmp_path.iterdir()) == []


def test_history_lists_what_each_revision_changes(run):
    done = run("db", "history", "--format", "jsonl")
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert [row["id"] for row in rows] == revisions()
    assert all(row["title"] for row in rows)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("upgrade", "0000"), "timeline db history lists the revisions"),
        (("downgrade", "0000"), "timeline db history lists the revisions"),
        (("downgrade", "-99"), "timeline db history lists the revisions"),
    ],
)
def test_a_revision_that_is_not_there_is_one_line(run, database, arguments, words):
    done = run("db", *arguments, "--db", database)
    assert done.status == 1
    assert words in done.err
    assert len(done.err.splitlines()) == 1


def test_downgrade_wants_a_revision(run, database):
    assert run("db", "downgrade", "--db", database).status == 2
