"""Databases for the tests: an SQLite file and one on a PostgreSQL server, migrated and empty.

A test that asks for ``database_url`` or ``session`` runs on both; ``sqlite_url`` and
``sqlite_session`` are quicker.
"""

import os
import shutil
import uuid
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest
from postgres_server import server
from psycopg import sql
from sqlalchemy import URL, Engine
from sqlalchemy.orm import Session

from timeline.database import connect, resolve_url
from timeline.migrate.moves import upgrade


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "timeline.db"
    upgrade(resolve_url(str(path)))
    return path


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> URL:
    """A migrated, empty SQLite database."""
    return resolve_url(str(shutil.copy(sqlite_template, tmp_path / "timeline.db")))


@pytest.fixture(scope="session")
def postgresql_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[URL]:
    """A server's own database, in the name of one who may create others."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    with server(shared) as url:
        yield resolve_url(url)


@pytest.fixture(scope="session")
def postgresql_template(postgresql_server: URL) -> Iterator[URL]:
    url = create_database(postgresql_server)
    upgrade(url)
    yield url
    drop_database(postgresql_server, url)


@pytest.fixture
def postgresql_url(postgresql_server: URL, postgresql_template: URL) -> Iterator[URL]:
    """A migrated, empty PostgreSQL database."""
    url = create_database(postgresql_server, postgresql_template.database)
    yield url
    drop_database(postgresql_server, url)


@pytest.fixture
def empty_postgresql_url(postgresql_server: URL) -> Iterator[URL]:
    url = create_database(postgresql_server)
    yield url
    drop_database(postgresql_server, url)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> URL:
    """A migrated, empty database, of either kind in turn."""
    url: URL = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
def make_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], URL]]:
    """Make migrated, empty databases of one kind, to be compared with each other."""
    if request.param == "sqlite":
        template = request.getfixturevalue("sqlite_template")
        numbers = count()
        yield lambda: resolve_url(str(shutil.copy(template, tmp_path / f"{next(numbers)}.db")))
        return
    on = request.getfixturevalue("postgresql_server")
    template = request.getfixturevalue("postgresql_template").database
    made: list[URL] = []

    def make() -> URL:
        made.append(create_database(on, template))
        return made[-1]

    yield make
    for url in made:
        drop_database(on, url)


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> URL:
    """A database without tables: a file that is not there yet, or one just created on the server."""
    if request.param == "sqlite":
        return resolve_url(str(tmp_path / "empty.db"))
    url: URL = request.getfixturevalue("empty_postgresql_url")
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
def session(request: pytest.FixtureRequest) -> Session:
    """A session for writing, on either kind of database in turn."""
    session: Session = request.getfixturevalue(f"{request.param}_session")
    return session


@pytest.fixture
def sqlite_session(sqlite_url: URL) -> Iterator[Session]:
    """A session for writing; what the test does not commit is rolled back."""
    engine = connect(sqlite_url, write=True)
    with Session(engine) as session:
        yield session
    engine.dispose()


@pytest.fixture
def postgresql_session(postgresql_shared: Engine) -> Iterator[Session]:
    """A session for writing on the one database of all such tests; even commits are rolled back."""
    with postgresql_shared.connect() as connection:
        transaction = connection.begin()
        with Session(connection, join_transaction_mode="create_savepoint") as session:
            yield session
        transaction.rollback()


@pytest.fixture(scope="session")
def postgresql_shared(postgresql_server: URL, postgresql_template: URL) -> Iterator[Engine]:
    url = create_database(postgresql_server, postgresql_template.database)
    engine = connect(url, write=True)
    yield engine
    engine.dispose()
    drop_database(postgresql_server, url)


def create_database(on: URL, template: str | None = None) -> URL:
    name = f"timeline_test_{uuid.uuid4().hex}"
    execute(on, "CREATE DATABASE {} TEMPLATE {}", name, template or "template0")
    return on.set(database=name)


def drop_database(on: URL, url: URL) -> None:
    execute(on, "DROP DATABASE {} WITH (FORCE)", str(url.database))


def execute(on: URL, statement: str, *names: str) -> None:
    """Run a statement outside any transaction, as those on whole databases have to be."""
    place = on.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(place, autocommit=True) as connection:
        connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))
