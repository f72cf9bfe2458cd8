"""Writing rows in bulk: insert what is new, update by id, delete by id, and look ids up."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Table, bindparam, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import InstrumentedAttribute, Session

from timeline.model import Base
from timeline.resolve.pools import chunks

Id = InstrumentedAttribute[uuid.UUID]


def insert_rows(session: Session, model: type[Base], rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows; one whose id or unique key is there already is left as it is."""
    if not rows:
        return
    table = model.__table__
    assert isinstance(table, Table)  # noqa: S101 - narrows the type for mypy; every model has a table
    dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    ordered = sorted(rows, key=lambda row: row["id"].bytes)  # else parallel writers deadlock
    session.execute(dialect.insert(table).on_conflict_do_nothing(), ordered)


def delete_rows(
    session: Session,
    model: type[Base],
    column: Id,
    ids: Iterable[uuid.UUID],
) -> None:
    """Delete the rows whose ``column`` is one of ``ids``."""
    for some in chunks(ids):
        session.execute(delete(model).where(column.in_(some)))


def update_rows(session: Session, model: type[Base], rows: Sequence[Mapping[str, Any]]) -> None:
    """Update rows by id; each has ``id`` and the same columns."""
    if not rows:
        return
    table = model.__table__
    assert isinstance(table, Table)  # noqa: S101 - as above
    columns: dict[str, Any] = {name: bindparam(f"new_{name}") for name in rows[0] if name != "id"}
    session.connection().execute(
        update(table).where(table.c.id == bindparam("which")).values(columns),
        [
            {"which": row["id"]} | {f"new_{name}": row[name] for name in columns}
            for row in sorted(rows, key=lambda row: row["id"].bytes)
        ],
    )


def look_up(
    session: Session,
    key: Id,
    value: Id,
    ids: Iterable[uuid.UUID],
) -> dict[uuid.UUID, uuid.UUID]:
    """Return for each of ``ids`` found in the column ``key`` what stands in the column ``value``."""
    return {
        identity: owner
        for some in chunks(ids)
        for identity, owner in session.execute(select(key, value).where(key.in_(some)))
    }
