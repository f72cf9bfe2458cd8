"""The transaction that migrations run in: all of them or none, one program at a time, no row lost."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, column, func, select, table, text

from timeline.errors import DatabaseError

# Any number will do that no other program locks in the same database; these are the letters "time".
LOCK = 0x74696D65

DROPPED_ROWS = "timeline_dropped_rows"


@contextmanager
def guarded(connection: Connection) -> Iterator[None]:
    """Run migrations inside; commit at the end, or roll everything back on an error.

    SQLite rebuilds a table by copying, dropping and renaming it, and with foreign keys on, the drop
    deletes the rows that point to it without a word. So they are off, which SQLite allows outside a
    transaction only, and all rows are counted before and after.

    Raises:
        DatabaseError: rows would be lost, or would point to none.
    """
    if connection.dialect.name != "sqlite":
        with connection.begin():
            connection.execute(select(func.pg_advisory_xact_lock(LOCK)))
            yield
        return
    driver = connection.connection.driver_connection
    assert driver is not None  # noqa: S101 - the connection is open
    driver.execute("PRAGMA foreign_keys = OFF")
    try:
        with connection.begin():
            rows, broken = _count_rows(connection), _count_broken(connection)
            connection.info[DROPPED_ROWS] = Counter[str]()
            yield
            _refuse_loss(connection, rows, broken)
    finally:
        driver.execute("PRAGMA foreign_keys = ON")


def announce_dropped_rows(connection: Connection, name: str, count: int) -> None:
    """Say from a migration that it deletes rows of the table ``name`` on purpose."""
    connection.info.setdefault(DROPPED_ROWS, Counter())[name] += count


def _refuse_loss(connection: Connection, rows: dict[str, int], broken: int) -> None:
    dropped = connection.info[DROPPED_ROWS]
    for name, after in _count_rows(connection).items():
        lost = rows.get(name, 0) - dropped[name] - after
        if lost > 0:
            raise DatabaseError(f"the migration would lose {lost} rows of {name}: nothing was done")
    if _count_broken(connection) > broken:
        raise DatabaseError("the migration would leave rows that point to none: nothing was done")


def _count_rows(connection: Connection) -> dict[str, int]:
    master = table("sqlite_master", column("name"), column("type"))
    names = select(master.c.name).where(
        master.c.type == "table", master.c.name != "alembic_version"
    )
    return {
        name: connection.scalars(select(func.count()).select_from(table(name))).one()
        for name in connection.scalars(names).all()
    }


def _count_broken(connection: Connection) -> int:
    return len(connection.execute(text("PRAGMA foreign_key_check")).all())
