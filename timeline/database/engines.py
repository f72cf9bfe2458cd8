"""Engines for reading and for writing, and sessions on them.

SQLite and PostgreSQL behave alike: a reader sees one state of the data from its first question to
its last and can change nothing; writers never overwrite what another wrote in between.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, ExceptionContext, create_engine, event
from sqlalchemy.orm import Session

from timeline.database.driver_errors import explain
from timeline.database.urls import is_embedded, shown
from timeline.errors import DatabaseError

BUSY_SECONDS = 5.0
CONNECT_SECONDS = 10
CACHE_KIB = 65536


def connect(url: URL, *, write: bool, busy_seconds: float = BUSY_SECONDS) -> Engine:
    """Return an engine; one for reading creates no file and lets nothing be written.

    Errors of the drivers that a user can mend become DatabaseError. An SQLite database is switched
    to a write-ahead log by its first writer, so make sure that it is ours before writing
    (``timeline.migrate.ensure_current``).

    Args:
        url: what ``resolve_url`` returned.
        write: True to open it for writing.
        busy_seconds: how long to wait for another writer of an SQLite database.

    Raises:
        DatabaseError: there is no such file, or there can be none.
    """
    if is_embedded(url):
        engine = _sqlite_engine(url, write=write, busy_seconds=busy_seconds)
    else:
        engine = _postgresql_engine(url, write=write)
    place = shown(url)

    @event.listens_for(engine, "handle_error", retval=True)
    def translate(context: ExceptionContext) -> BaseException | None:
        line = explain(context.original_exception, place)
        return DatabaseError(line) if line else None

    return engine


@contextmanager
def reading(url: URL) -> Iterator[Session]:
    """Open a session that can change nothing and sees one state of the data."""
    with _session(connect(url, write=False)) as session:
        yield session


@contextmanager
def writing(url: URL) -> Iterator[Session]:
    """Open a session that is committed at the end, or rolled back on an error."""
    with _session(connect(url, write=True)) as session:
        yield session
        session.commit()


@contextmanager
def _session(engine: Engine) -> Iterator[Session]:
    try:
        with Session(engine) as session:
            yield session
    finally:
        engine.dispose()


def _postgresql_engine(url: URL, *, write: bool) -> Engine:
    arguments = {"connect_timeout": CONNECT_SECONDS, "application_name": "timeline"}
    ours = {key: value for key, value in arguments.items() if key not in url.query}
    if write:
        return create_engine(url, connect_args=ours)
    # SQLite's readers see one snapshot for the whole transaction; so do these.
    return create_engine(
        url,
        connect_args=ours,
        isolation_level="REPEATABLE READ",
        execution_options={"postgresql_readonly": True},
    )


def _sqlite_engine(url: URL, *, write: bool, busy_seconds: float) -> Engine:
    path = Path(str(url.database))
    with suppress(OSError):  # what cannot be looked at SQLite cannot open, and says so
        _check_path(path, write=write)
    engine = create_engine(url, creator=_opener(path, write=write, busy_seconds=busy_seconds))

    # The driver's own transactions lose updates and leak savepoints: the engine begins them itself.
    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

    return engine


def _check_path(path: Path, *, write: bool) -> None:
    """Refuse a path that can be no database, in clearer words than SQLite has."""
    if path.is_dir():
        raise DatabaseError(f"{path} is a folder: name a file in it")
    if not write and not path.exists():
        raise DatabaseError(f"no database at {path}: import something first")
    if not path.parent.is_dir():
        raise DatabaseError(f"there is no folder {path.parent}: create it, or name another path")


def _opener(path: Path, *, write: bool, busy_seconds: float) -> Callable[[], sqlite3.Connection]:
    def open_() -> sqlite3.Connection:
        connection = sqlite3.connect(
            f"file:{quote(str(path))}?{_mode(path, write=write)}",
            uri=True,
            timeout=busy_seconds,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            _configure(connection, write=write)
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    return open_


def _mode(path: Path, *, write: bool) -> str:
    if write:
        return "mode=rwc"
    # Opened with mode=ro, the log and its index would stay behind as files. Where no file may be
    # written beside the database, there can be no log, and nobody who changes the file.
    fixed = not os.access(path.parent, os.W_OK) and not Path(f"{path}-wal").exists()
    return "mode=ro&immutable=1" if fixed else "mode=rw"


def _configure(connection: sqlite3.Connection, *, write: bool) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    if not write:
        connection.execute("PRAGMA query_only = ON")
        return
    connection.execute("PRAGMA synchronous = NORMAL")
    if connection.execute("PRAGMA journal_mode").fetchone() == ("wal",):
        return
    # SQLite does not wait here; where another connection is at work, the next writer switches it.
    with suppress(sqlite3.OperationalError):
        connection.execute("PRAGMA journal_mode = WAL")
