"""What a user may name as a database, and how it is shown."""

from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from timeline.errors import DatabaseError

DEFAULT_DATABASE = "timeline.db"
SECRETS = ("password", "passfile", "sslpassword")


def resolve_url(spec: str | None) -> URL:
    """Return the URL of a database named by a path or a URL; by default timeline.db in this folder.

    Raises:
        DatabaseError: it is a URL of neither SQLite nor PostgreSQL.
    """
    spec = spec or DEFAULT_DATABASE
    if "://" not in spec:
        return URL.create("sqlite", database=str(Path(spec).expanduser()))
    try:
        url = make_url(spec)
    except (ArgumentError, ValueError):
        # The words of the URL stay out of the message: one of them may be a password.
        message = "the database URL cannot be read: write postgresql://USER@HOST/NAME, or a path"
        raise DatabaseError(message) from None
    match url.get_backend_name():
        case "postgresql" | "postgres":
            return url.set(drivername="postgresql+psycopg")
        case "sqlite" if url.database and url.database != ":memory:" and not url.query:
            return url.set(drivername="sqlite")
        case "sqlite":
            raise DatabaseError("an SQLite database needs a file and no options: write its path")
        case other:
            raise DatabaseError(f"{other} is not supported: name a file or a PostgreSQL database")


def is_embedded(url: URL) -> bool:
    """Say whether the database is a file of SQLite."""
    return url.get_backend_name() == "sqlite"


def shown(url: URL) -> str:
    """Return the database as it may be printed: the path, or the URL without any password."""
    if is_embedded(url):
        return str(url.database)
    bare = url.difference_update_query(SECRETS).set(drivername="postgresql")
    return bare.render_as_string(hide_password=True)


def exists(url: URL) -> bool:
    """Say whether there is a file; a database on a server is taken to exist."""
    if not is_embedded(url):
        return True
    try:
        return Path(str(url.database)).exists()
    except OSError:
        return True  # it cannot even be looked for; opening it says so
