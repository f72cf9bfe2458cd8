"""The migrations keep every row, up and down, on both databases."""

from collections.abc import Iterator
from typing import Any

import pytest
from sample_rows import IDS, ROWS, Rows, article, claim
from sqlalchemy import URL, Connection, column, insert, inspect, select, table, text
from sqlalchemy.sql.expression import TableClause

from timeline.database import connect
from timeline.errors import DatabaseError
from timeline.migrate import current, revisions
from timeline.migrate.moves import downgrade, upgrade
from timeline.model import Base


def clause(connection: Connection, name: str) -> TableClause:
    """Return a table with the columns that it has at the revision, typed as the models type them."""
    types = Base.metadata.tables[name].columns
    there = [each["name"] for each in inspect(connection).get_columns(name)]
    return table(name, *(column(each, types[each].type) for each in there))


def tables(connection: Connection) -> list[str]:
    there = inspect(connection).get_table_names()
    return [name for name in ROWS if name in there]


def write(url: URL, rows: Rows) -> None:
    engine = connect(url, write=True)
    with engine.begin() as connection:
        for name in tables(connection):
            target = clause(connection, name)
            for row in rows.get(name, []):
                values = {key: value for key, value in row.items() if key in target.c}
                connection.execute(insert(target).values(values))
    engine.dispose()


def read(url: URL) -> Rows:
    engine = connect(url, write=False)
    with engine.begin() as connection:
        rows = {
            name: [
                row._asdict()
                for row in connection.execute(
                    select(clause(connection, name)).order_by(column("id"))
                )
            ]
            for name in tables(connection)
        }
    engine.dispose()
    return rows


def in_order(rows: Rows) -> Rows:
    return {name: sorted(each, key=lambda row: row["id"].bytes) for name, each in rows.items()}


def only(rows: Rows, shape: Rows) -> Rows:
    """Return of ``rows`` the tables and columns that ``shape`` has."""
    return {
        name: [{key: row[key] for key in shape[name][0]} for row in rows[name]] for name in shape
    }


def later(revision: str) -> Iterator[str]:
    return iter(revisions()[revisions().index(revision) + 1 :])


@pytest.mark.parametrize("start", revisions())
def test_upgrades_keep_every_value(empty_database_url: URL, start: str) -> None:
    upgrade(empty_database_url, start)
    write(empty_database_url, ROWS)
    before = read(empty_database_url)
    assert before == only(in_order(ROWS), before)
    for revision in later(start):
        upgrade(empty_database_url, revision)
        assert current(empty_database_url) == revision
        after = read(empty_database_url)
        assert only(after, before) == before


def test_downgrades_keep_every_value_that_the_older_revision_can_hold(database_url: URL) -> None:
    write(database_url, ROWS)
    before = read(database_url)
    for revision in reversed(revisions()[:-1]):
        downgrade(database_url, revision)
        assert current(database_url) == revision
        after = read(database_url)
        assert after == only(before, after)
    upgrade(database_url)
    again = read(database_url)
    assert only(again, after) == after


def test_a_database_can_be_emptied_and_made_again(database_url: URL) -> None:
    write(database_url, ROWS)
    downgrade(database_url, "base")
    assert current(database_url) is None
    upgrade(database_url)
    assert all(rows == [] for rows in read(database_url).values())


def test_rows_without_evidence_get_their_whole_text_as_evidence(empty_database_url: URL) -> None:
    upgrade(empty_database_url, "0003")
    write(empty_database_url, ROWS)
    upgrade(empty_database_url, "0004")
    rows = read(empty_database_url)
    lengths = {row["id"]: len(row["text"]) for row in rows["article"]}
    for row in [*rows["claim"], *rows["trade_figure"], *rows["event_mention"]]:
        assert (row["start_offset"], row["end_offset"]) == (0, lengths[row["article_id"]])
    for row in [*rows["claim"], *rows["trade_figure"]]:
        assert row["quoted"] is None
        assert (row["extractor"], row["extractor_version"]) == ("unrecorded", "unrecorded")
        assert row["confidence"] == 0.5


def test_articles_that_came_before_runs_were_kept_have_none(empty_database_url: URL) -> None:
    upgrade(empty_database_url, "0002")
    write(empty_database_url, ROWS)
    upgrade(empty_database_url, "0003")
    assert [row["import_run_id"] for row in read(empty_database_url)["article"]] == [None, None]


def test_of_claims_that_only_offsets_tell_apart_the_first_stays(database_url: URL) -> None:
    write(database_url, ROWS)
    write(
        database_url,
        {
            "claim": [
                claim(12, start_offset=20, end_offset=30),
                claim(13, start_offset=0, end_offset=2, status="declined"),
            ]
        },
    )
    downgrade(database_url, "0003")
    claims = {row["id"]: row["status"] for row in read(database_url)["claim"]}
    assert claims == {IDS[13]: "declined", IDS[11]: "absent"}


def test_a_migration_that_fails_half_way_leaves_everything_as_it_was(
    empty_database_url: URL,
) -> None:
    upgrade(empty_database_url, "0003")
    # A claim on a text without a letter can have no offsets.
    write(empty_database_url, ROWS | {"article": [article(3), article(4, text="")]})
    before = read(empty_database_url)
    with pytest.raises(DatabaseError, match="the migration failed, and nothing was done: ") as told:
        upgrade(empty_database_url)
    assert "\n" not in str(told.value)
    assert current(empty_database_url) == "0003"
    assert read(empty_database_url) == before


@pytest.mark.parametrize("move", [upgrade, downgrade])
def test_a_revision_that_is_not_there(database_url: URL, move: Any) -> None:
    with pytest.raises(DatabaseError, match="timeline db history lists the revisions"):
        move(database_url, "0000")
    assert current(database_url) == revisions()[-1]


def test_references_hold_after_every_step(sqlite_url: URL) -> None:
    write(sqlite_url, ROWS)
    for revision in reversed(revisions()[:-1]):
        downgrade(sqlite_url, revision)
        engine = connect(sqlite_url, write=False)
        with engine.begin() as connection:
            assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
        engine.dispose()
