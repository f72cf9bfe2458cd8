"""How Alembic runs the migrations, on an engine or a connection given to it or on -x db=PATH_OR_URL."""

from alembic import context
from alembic.util import CommandError
from sqlalchemy import Connection, Engine

from timeline.database import connect, resolve_url
from timeline.migrate.guard import guarded
from timeline.model import Base
from timeline.settings import read_settings


def run(connection: Connection) -> None:
    with guarded(connection):
        context.configure(
            connection=connection, target_metadata=Base.metadata, render_as_batch=True
        )
        with context.begin_transaction():
            context.run_migrations()


def main() -> None:
    if context.is_offline_mode():
        raise CommandError("the migrations read the data they change: leave out --sql")
    given: Connection | Engine | None = context.config.attributes.get("connection")
    if isinstance(given, Connection):
        run(given)
        return
    spec = context.get_x_argument(as_dictionary=True).get("db") or read_settings().database
    engine = given or connect(resolve_url(str(spec) if spec else None), write=True)
    with engine.connect() as connection:
        run(connection)
    if given is None:
        engine.dispose()


main()
