"""Migrations lose no row without saying so."""

import uuid
from collections.abc import Callable

import pytest
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import URL, Connection, delete, func, insert, select, text

from timeline.database import connect
from timeline.errors import DatabaseError
from timeline.migrate.guard import announce_dropped_rows, guarded
from timeline.model import Event, EventAlias, Source


@pytest.fixture
def filled_url(sqlite_url: URL) -> URL:
    engine = connect(sqlite_url, write=True)
    with engine.begin() as connection:
        for name in ("Harbour Post", "Valley Times"):
            connection.execute(insert(Source).values(id=uuid.uuid4(), name=name))
        event = uuid.uuid4()
        connection.execute(insert(Event).values(id=event, name="the fair", kind="other"))
        connection.execute(
            insert(EventAlias).values(id=uuid.uuid4(), event_id=event, name="the fair")
        )
    engine.dispose()
    return sqlite_url


def migrate(url: URL, change: Callable[[Connection], object]) -> tuple[int, int]:
    """Run a change as a migration; return how many sources and events there are after it."""
    engine = connect(url, write=True)
    try:
        with engine.connect() as connection, guarded(connection):
            change(connection)
    finally:
        with engine.connect() as connection:
            sources = connection.scalars(select(func.count()).select_from(Source)).one()
            events = connection.scalars(select(func.count()).select_from(Event)).one()
        engine.dispose()
    return sources, events


def lose_a_source(connection: Connection) -> None:
    connection.execute(delete(Source).where(Source.name == "Valley Times"))


def count_sources(url: URL) -> int:
    return migrate(url, lambda _: None)[0]


def test_a_migration_that_loses_rows_is_undone(filled_url: URL) -> None:
    with pytest.raises(DatabaseError, match="would lose 1 rows of source: nothing was done"):
        migrate(filled_url, lose_a_source)
    assert count_sources(filled_url) == 2


def test_a_migration_may_drop_rows_that_it_announces(filled_url: URL) -> None:
    def lose_and_say_so(connection: Connection) -> None:
        lose_a_source(connection)
        announce_dropped_rows(connection, "source", 1)

    assert migrate(filled_url, lose_and_say_so) == (1, 1)


def test_what_one_migration_announces_does_not_hold_for_the_next(filled_url: URL) -> None:
    migrate(filled_url, lambda connection: announce_dropped_rows(connection, "source", 1))
    with pytest.raises(DatabaseError, match="would lose 1 rows"):
        migrate(filled_url, lose_a_source)


def test_a_migration_that_leaves_references_to_nothing_is_undone(filled_url: URL) -> None:
    def lose_the_event(connection: Connection) -> None:
        connection.execute(delete(Event))
        announce_dropped_rows(connection, "event", 1)

    with pytest.raises(DatabaseError, match="rows that point to none: nothing was done"):
        migrate(filled_url, lose_the_event)
    assert migrate(filled_url, lambda _: None) == (2, 1)


def test_rebuilding_a_table_keeps_the_rows_that_point_to_it(filled_url: URL) -> None:
    """With foreign keys on, SQLite refuses or deletes them when the old table is dropped."""

    def rebuild(connection: Connection) -> None:
        operations = Operations(MigrationContext.configure(connection))
        with operations.batch_alter_table("event", recreate="always") as event:
            event.alter_column("place", nullable=True)

    assert migrate(filled_url, rebuild) == (2, 1)
    engine = connect(filled_url, write=False)
    with engine.connect() as connection:
        assert connection.scalars(select(func.count()).select_from(EventAlias)).one() == 1
    engine.dispose()


def test_foreign_keys_are_on_again_after_a_migration(filled_url: URL) -> None:
    engine = connect(filled_url, write=True)
    with engine.connect() as connection:
        with guarded(connection):
            assert connection.scalars(text("PRAGMA foreign_keys")).one() == 0
        assert connection.scalars(text("PRAGMA foreign_keys")).one() == 1
    engine.dispose()
