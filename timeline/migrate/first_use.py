"""Making a database ready before something is imported into it."""

from sqlalchemy import URL

from timeline.database import is_embedded, shown
from timeline.errors import DatabaseError
from timeline.migrate.revisions import behind, current, revisions


def ensure_current(url: URL) -> str | None:
    """Create or upgrade a database before importing, and return what to say of it, or None.

    A database on a server is only ever created so: others may run an older program on it.

    Raises:
        DatabaseError: it cannot be used, or one on a server has to be upgraded first.
    """
    revision = current(url)
    if revision == revisions()[-1]:
        return None
    if revision is not None and not is_embedded(url):
        raise DatabaseError(behind(url, revision))
    from timeline.migrate.moves import upgrade  # noqa: PLC0415 - Alembic takes long to import

    upgrade(url)
    if revision is None:
        return f"created {shown(url)}"
    return f"upgraded {shown(url)} from revision {revision} to {revisions()[-1]}"
