"""Whether a database is what the program takes it to be: its schema, and the rows in it."""

import re
from collections.abc import Iterator
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import URL, CheckConstraint, Connection, Dialect, Table, inspect, text

from timeline.database import connect
from timeline.migrate.revisions import behind, current, require_current, revisions
from timeline.model import Base


def check(url: URL) -> list[str]:
    """Return what is wrong with a database, a line each; nothing where it is sound.

    Raises:
        DatabaseError: there is none, it is not ours, or newer than the program.
    """
    revision = current(url)
    if revision is None:
        require_current(url)  # says that there is none
    elif revision != revisions()[-1]:
        return [behind(url, revision)]
    engine = connect(url, write=False)
    try:
        with engine.connect() as connection:
            return [
                *_schema_problems(connection),
                *_check_problems(connection),
                *_row_problems(connection),
            ]
    finally:
        engine.dispose()


def _schema_problems(connection: Connection) -> Iterator[str]:
    context = MigrationContext.configure(connection)
    for difference in compare_metadata(context, Base.metadata):
        # What is to be changed about one column comes as a list.
        for each in difference if isinstance(difference, list) else [difference]:
            yield _told(*each)


def _told(act: str, *what: Any) -> str:  # noqa: ANN401 - Alembic gives tuples of many shapes
    """Return a step that Alembic would take towards the models as what is wrong now."""
    verb, _, subject = act.replace("fk", "foreign key").partition("_")
    match verb, subject:
        case "modify", _:
            _, table, column, _, is_, should = what
            return f"{table}.{column}: its {subject} is {is_} and should be {should}"
        case "add", "column":
            return f"{what[1]}.{what[2].name} is missing"
        case "remove", "column":
            return f"{what[1]}.{what[2].name} should not be there"
        case "add", _:
            return f"the {subject} {what[0].name} is missing"
        case _:
            return f"the {subject} {what[0].name} should not be there"


def _check_problems(connection: Connection) -> Iterator[str]:
    """Compare the CHECK constraints, which Alembic does not."""
    inspector = inspect(connection)
    for table in Base.metadata.sorted_tables:
        if not inspector.has_table(table.name):
            continue
        expected = _expected_checks(table, connection.dialect)
        found = {
            str(each["name"]): _words(each["sqltext"])
            for each in inspector.get_check_constraints(table.name)
        }
        for name in sorted(expected.keys() | found.keys()):
            if name not in found:
                yield f"the check {name} is missing"
            elif name not in expected:
                yield f"the check {name} should not be there"
            elif expected[name] != found[name]:
                yield f"the check {name} allows other values than it should"


def _expected_checks(table: Table, dialect: Dialect) -> dict[str, frozenset[str]]:
    checks = [each for each in table.constraints if isinstance(each, CheckConstraint)]
    return {
        str(dialect.identifier_preparer.format_constraint(each)): _words(
            str(each.sqltext.compile(dialect=dialect, compile_kwargs={"literal_binds": True}))
        )
        for each in checks
    }


def _words(condition: str) -> frozenset[str]:
    """Return what a condition is made of, without casts, brackets and the table before a column.

    PostgreSQL writes a condition back otherwise than it was given.
    """
    plain = re.sub(r"::[a-z ]+|\b\w+\.(?=\w)", " ", condition)
    words = frozenset(re.findall(r"'[^']*'|\w+|[<>]=?", plain))
    return words - {"IN", "ANY", "ARRAY"}


def _row_problems(connection: Connection) -> Iterator[str]:
    """Let SQLite check its file and the references; PostgreSQL keeps its own at all times."""
    if connection.dialect.name != "sqlite":
        return
    for line in connection.scalars(text("PRAGMA integrity_check")):
        if line != "ok":
            yield f"the file is damaged: {line}"
    for table, row, parent, _ in connection.execute(text("PRAGMA foreign_key_check")):
        yield f"row {row} of {table} points to a row of {parent} that is not there"
