"""The tables refuse what is none of the vocabulary, or cannot be true, or is there already."""

import uuid
from collections.abc import Sequence
from typing import Any

import pytest
from sample_rows import ROWS
from sqlalchemy import Enum, insert, text, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from timeline.model import Base

ENUMERATIONS = [
    (table.name, column.name, column.type.enums)
    for table in Base.metadata.sorted_tables
    for column in table.columns
    if isinstance(column.type, Enum)
]
PARENTS = {
    key.column.table.name for table in Base.metadata.tables.values() for key in table.foreign_keys
}


@pytest.fixture
def filled(session: Session) -> Session:
    for name, rows in ROWS.items():
        session.execute(insert(Base.metadata.tables[name]), rows)
    return session


def change(session: Session, table: str, **values: Any) -> None:
    session.execute(update(Base.metadata.tables[table]).values(values))


@pytest.mark.parametrize(("table", "column", "words"), ENUMERATIONS)
def test_only_words_of_the_vocabulary_are_taken(
    filled: Session, table: str, column: str, words: Sequence[str]
) -> None:
    for word in words:
        change(filled, table, **{column: word})
    with pytest.raises(IntegrityError, match=f"ck_{table}_{column}"):
        filled.execute(text(f"UPDATE {table} SET {column} = 'none of them'"))


@pytest.mark.parametrize(
    ("table", "values", "check"),
    [
        ("claim", {"start_offset": -1}, "offsets"),
        ("claim", {"start_offset": 5, "end_offset": 5}, "offsets"),
        ("claim", {"confidence": 1.01}, "confidence"),
        ("trade_figure", {"start_offset": 9, "end_offset": 5}, "offsets"),
        ("trade_figure", {"confidence": -0.1}, "confidence"),
        ("event_mention", {"start_offset": 9, "end_offset": 5}, "offsets"),
    ],
)
def test_what_cannot_be_true_is_refused(
    filled: Session, table: str, values: dict[str, Any], check: str
) -> None:
    with pytest.raises(IntegrityError, match=f"ck_{table}_{check}"):
        change(filled, table, **values)


@pytest.mark.parametrize(
    ("table", "first", "last"),
    [
        ("event", "first_day", "last_day"),
        ("event_mention", "first_day", "last_day"),
        ("trade_figure", "period_first_day", "period_last_day"),
    ],
)
def test_days_are_in_order(filled: Session, table: str, first: str, last: str) -> None:
    day = ROWS["event"][0]["first_day"]
    change(filled, table, **{first: day, last: day})
    with pytest.raises(IntegrityError, match=f"ck_{table}_days_in_order"):
        change(filled, table, **{first: day.replace(year=day.year + 1)})


@pytest.mark.parametrize(
    "name",
    [
        "source",
        "article",
        "participant",
        "participant_alias",
        "event_alias",
        "attendance",
        "claim",
    ],
)
def test_the_same_again_under_another_id_is_refused(filled: Session, name: str) -> None:
    row = ROWS[name][0] | {"id": uuid.uuid4()}
    with pytest.raises(IntegrityError, match=r"(?i)unique"):
        filled.execute(insert(Base.metadata.tables[name]).values(row))


@pytest.mark.parametrize("name", sorted(PARENTS))
def test_what_others_point_to_cannot_be_deleted(filled: Session, name: str) -> None:
    with pytest.raises(IntegrityError, match=r"(?i)foreign key"):
        filled.execute(text(f"DELETE FROM {name}"))
