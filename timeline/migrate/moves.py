"""Bringing a database to another revision. Alembic, which this imports, takes long to load."""

from collections.abc import Callable
from dataclasses import dataclass

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import URL
from sqlalchemy.exc import SQLAlchemyError

from timeline.database import connect, shown
from timeline.errors import DatabaseError
from timeline.migrate.revisions import current, folder


@dataclass(frozen=True, slots=True)
class Revision:
    """A step in the history of the schema.

    Attributes:
        id: its name.
        title: what it changes.
    """

    id: str
    title: str


def upgrade(url: URL, revision: str = "head") -> None:
    """Bring a database up to a revision, creating it where there is none; all or nothing."""
    current(url)  # raises where the database is not ours
    _move(url, lambda config: command.upgrade(config, revision))


def downgrade(url: URL, revision: str) -> None:
    """Take a database down to a revision, ``-1`` for one step or ``base`` for none; all or nothing."""
    if current(url) is None:
        raise DatabaseError(f"no database at {shown(url)}: there is nothing to downgrade")
    _move(url, lambda config: command.downgrade(config, revision))


def history() -> list[Revision]:
    """Return the revisions that this program knows, the oldest first."""
    scripts = ScriptDirectory(str(folder())).walk_revisions()
    return [Revision(script.revision, script.doc) for script in reversed(list(scripts))]


def _move(url: URL, move: Callable[[Config], None]) -> None:
    config = Config()
    config.set_main_option("script_location", str(folder()).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    engine = connect(url, write=True)
    try:
        with engine.connect() as connection:
            config.attributes["connection"] = connection
            move(config)
    except CommandError as error:
        line = " ".join(str(error).split())
        raise DatabaseError(f"{line}: timeline db history lists the revisions") from error
    except SQLAlchemyError as error:
        line = str(error).splitlines()[0]
        raise DatabaseError(f"the migration failed, and nothing was done: {line}") from error
    finally:
        engine.dispose()
