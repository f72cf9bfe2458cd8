"""The column types give back what was stored, on both databases."""

import uuid
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import URL, Column, Integer, MetaData, Table, insert, select, text
from sqlalchemy.exc import StatementError
from sqlalchemy.orm import Session

from timeline.database import writing
from timeline.model import ImportRun, Source
from timeline.model.base import ExactDecimal

SEOUL = timezone(timedelta(hours=9))


def import_run(started_at: datetime) -> ImportRun:
    return ImportRun(
        id=uuid.uuid4(),
        started_at=started_at,
        reader_version="1",
        new_articles=0,
        known_articles=0,
        failures=0,
    )


def test_an_id_comes_back_as_it_was(session: Session) -> None:
    source = Source(id=uuid.uuid4(), name="Harbour Post")
    session.add(source)
    session.flush()
    session.expire_all()
    assert session.scalars(select(Source.id)).one() == source.id
    assert session.get(Source, source.id) is source


def test_an_id_takes_sixteen_bytes_in_sqlite(sqlite_session: Session) -> None:
    sqlite_session.add(Source(id=uuid.uuid4(), name="Harbour Post"))
    sqlite_session.flush()
    assert sqlite_session.scalars(text("SELECT length(id) FROM source")).one() == 16


def test_a_moment_comes_back_in_utc(session: Session) -> None:
    session.add(import_run(datetime(2031, 5, 4, 8, 30, 0, 123456, tzinfo=SEOUL)))
    session.flush()
    moment = session.scalars(select(ImportRun.started_at)).one()
    assert moment == datetime(2031, 5, 3, 23, 30, 0, 123456, tzinfo=UTC)
    assert moment.tzinfo is UTC


def test_moments_are_found_in_order_whatever_their_zone(session: Session) -> None:
    early = import_run(datetime(2031, 5, 4, 8, 30, tzinfo=SEOUL))
    late = import_run(datetime(2031, 5, 4, 7, 0, tzinfo=UTC))
    session.add_all([late, early])
    session.flush()
    ordered = session.scalars(select(ImportRun.id).order_by(ImportRun.started_at)).all()
    assert ordered == [early.id, late.id]


def test_a_moment_without_a_zone_is_refused(sqlite_session: Session) -> None:
    sqlite_session.add(import_run(datetime(2031, 5, 4)))  # noqa: DTZ001 - what the test is about
    with pytest.raises(StatementError, match="time zone"):
        sqlite_session.flush()


def test_a_decimal_comes_back_exactly(database_url: URL) -> None:
    figures = Table("figure", MetaData(), Column("n", Integer), Column("value", ExactDecimal()))
    with writing(database_url) as session:
        figures.create(session.connection())

        @settings(max_examples=100, deadline=None)
        @given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-1e18, max_value=1e18))
        def comes_back(value: Decimal) -> None:
            session.execute(figures.delete())
            session.execute(insert(figures).values(value=value))
            stored = session.scalars(select(figures.c.value)).one()
            assert stored == value
            found = select(figures.c.value).where(figures.c.value == value)
            assert session.scalars(found).one() == value

        comes_back()


@pytest.mark.parametrize("other", ["97.0", "97.00", "9.7e1"])
def test_equal_decimals_are_one_value(session: Session, other: str) -> None:
    figures = Table("figure", MetaData(), Column("value", ExactDecimal(), primary_key=True))
    figures.create(session.connection())
    session.execute(insert(figures).values(value=Decimal(97)))
    assert session.scalars(select(figures.c.value).where(figures.c.value == Decimal(other))).one()
