"""The revision that a database is at, found without Alembic, which takes long to import."""

from pathlib import Path

from sqlalchemy import URL, Connection, inspect, text

from timeline.database import connect, exists, shown
from timeline.errors import DatabaseError, NewerDatabaseError, NotOurDatabaseError

# Tables of the first revision that every later one has: who has them all has a database of ours.
OUR_TABLES = frozenset({"article", "attendance", "claim", "event", "participant", "source"})

_PACKAGE = Path(__file__).parent.parent


def folder() -> Path:
    """Return where the migrations lie: inside an installed package, beside it in a checkout."""
    installed = _PACKAGE / "_migrations"
    return installed if installed.is_dir() else _PACKAGE.parent / "migrations"


def revisions() -> list[str]:
    """Return the revisions that this program knows, the oldest first."""
    return sorted(path.name.partition("_")[0] for path in (folder() / "versions").glob("[0-9]*.py"))


def current(url: URL) -> str | None:
    """Return the revision that a database is at, or None where it is empty or not there yet.

    Raises:
        NotOurDatabaseError: it holds other tables than ours.
        NewerDatabaseError: this program does not know the revision.
    """
    if not exists(url):
        return None
    engine = connect(url, write=False)
    try:
        with engine.connect() as connection:
            return _revision(connection, shown(url))
    finally:
        engine.dispose()


def require_current(url: URL) -> None:
    """Make sure that a database can be read.

    Raises:
        DatabaseError: there is none, it is empty, not ours, older or newer than this program.
    """
    revision = current(url)
    if revision is None:
        raise DatabaseError(f"no database at {shown(url)}: import something first")
    if revision != revisions()[-1]:
        raise DatabaseError(behind(url, revision))


def behind(url: URL, revision: str) -> str:
    """Return what to say of a database that is older than this program."""
    needed = f"{shown(url)} is at revision {revision} and the program needs {revisions()[-1]}"
    return f"{needed}: run timeline db upgrade"


def _revision(connection: Connection, place: str) -> str | None:
    tables = set(inspect(connection).get_table_names())
    versions: list[str] = []
    if "alembic_version" in tables:
        query = text("SELECT version_num FROM alembic_version")
        versions = list(connection.scalars(query).all())
    if tables <= {"alembic_version"} and not versions:
        return None
    if len(versions) != 1 or not tables >= OUR_TABLES:
        raise NotOurDatabaseError(f"{place} holds another program's tables: name another database")
    if versions[0] not in revisions():
        raise NewerDatabaseError(
            f"{place} is at revision {versions[0]}, which this program does not know: upgrade timeline"
        )
    return versions[0]
