"""What is stored is a function of the set of articles, not of the order, the batches or the repeats."""

import random
import uuid
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from sqlalchemy import func, select

from timeline.database import reading as reading_session
from timeline.database import writing
from timeline.ingest.readings import reading
from timeline.ingest.store import store
from timeline.model import (
    Article,
    Attendance,
    Base,
    Claim,
    Event,
    EventMention,
    ImportRun,
    Participant,
    ParticipantAlias,
    TradeFigure,
)
from timeline.records import (
    AttendanceMention,
    Document,
    EventKind,
    Extraction,
    Flow,
    Measure,
    ParticipantKind,
    Status,
    TradeMention,
)
from timeline.records import (
    EventMention as Occasion,
)

NOW = datetime(2020, 1, 1, tzinfo=UTC)
PERSON, COUNTRY = ParticipantKind.PERSON, ParticipantKind.COUNTRY


def said(name, status, *, country=None, kind=PERSON, observed=None, event="e1"):
    return AttendanceMention(
        event=event,
        name=name,
        kind=kind,
        country=country,
        status=Status(status),
        observed=status == "attended" if observed is None else observed,
        start=0,
        end=4,
        rule="by hand",
    )


def article(text, *rows, published=None, event=None, trade=()):
    name, kind, day, place, country = event or (
        "Bastille Day parade",
        "parade",
        "2017-07-14",
        "Paris",
        "FRA",
    )
    return Extraction(
        document=Document(text=text, published=published),
        events=(Occasion("e1", name, EventKind(kind), day, place, country, 0, 4),) if rows else (),
        attendance=rows,
        trade=trade,
    )


ARTICLES = [
    article(
        "First",
        said("Donald Trump", "invited", country="USA"),
        said("Emmanuel Macron", "expected", country="FRA"),
        published=date(2017, 6, 27),
    ),
    article(
        "Second",
        said("Donald J. Trump", "confirmed", country="USA"),
        said("Trump", "expected", country="USA"),
        published=date(2017, 6, 28),
        event=("Bastille Day celebrations", "ceremony", "2017-07-14", "Paris", "FRA"),
    ),
    article(
        "Third",
        said("Donald Trump", "attended"),
        said("Emmanuel Macron", "attended", country="FRA"),
        said("Morocco", "attended", country="MAR", kind=COUNTRY),
        published=date(2017, 7, 14),
        event=("military parade in Paris", "parade", None, "Paris", "FRA"),
    ),
    article(
        "Undated",
        said("Emmanuel Macron", "expected", country="FRA"),
        said("Moroccans", "expected", country="MAR", kind=COUNTRY),
        event=("Paris military parade", "parade", None, "Paris", "FRA"),
    ),
    article(
        "Next year",
        said("Emmanuel Macron", "attended", country="FRA"),
        said("Lee Hsien Loong", "attended", country="SGP"),
        published=date(2018, 7, 14),
        event=("Bastille Day parade", "parade", "2018-07-14", "Paris", "FRA"),
    ),
    article(
        "Earlier than all",
        said("Lee Hsien-Loong", "invited", country="SGP"),
        published=date(2017, 1, 1),
        event=("Bastille Day parade", "parade", "2018-07-14", "Paris", "FRA"),
    ),
    article(
        "Figures",
        published=date(2018, 1, 1),
        trade=(
            TradeMention(
                "FRA",
                "MAR",
                Flow.EXPORT,
                Measure.SHARE,
                Decimal("12.50"),
                "percent",
                "2017",
                False,
                0,
                3,
            ),
        ),
    ),
]


def import_all(url, articles, batch=1):
    with writing(url) as session:
        session.add(run := ImportRun(id=uuid.UUID(int=1), started_at=NOW, reader_version="1"))
        session.flush()
        run_id = run.id
    readings = [reading(each, "1") for each in articles]
    for start in range(0, len(readings), batch):
        with writing(url) as session:
            store(session, readings[start : start + batch], run_id, NOW)


def rows(url):
    """Return every row of every table, in a stable order."""
    with reading_session(url) as session:
        return {
            table.name: sorted(map(repr, session.execute(select(table)).all()))
            for table in Base.metadata.sorted_tables
        }


def test_articles_that_tell_of_one_parade_make_one_event(database_url):
    import_all(database_url, ARTICLES)
    with reading_session(database_url) as session:
        parades = session.execute(
            select(Event.date, func.count(EventMention.id))
            .join(EventMention, EventMention.event_id == Event.id)
            .group_by(Event.id, Event.date)
            .order_by(Event.date)
        ).all()
        people = session.scalars(select(Participant.name).order_by(Participant.name)).all()
    assert parades == [("2017-07-14", 4), ("2018-07-14", 2)]
    assert people == ["Donald Trump", "Emmanuel Macron", "Lee Hsien-Loong", "Morocco"]


@pytest.mark.parametrize("seed", range(6))
def test_any_order_and_any_batches_give_the_same_rows(make_database, seed):
    first, second = make_database(), make_database()
    shuffled = random.Random(seed).sample(ARTICLES, len(ARTICLES))
    import_all(first, ARTICLES)
    import_all(second, shuffled, batch=1 + seed % 3)
    assert rows(first) == rows(second)


def test_the_answer_follows_from_the_claims(database_url):
    import_all(database_url, ARTICLES)
    with reading_session(database_url) as session:
        statuses = session.execute(
            select(Participant.name, Event.first_day, Attendance.status)
            .join(Attendance, Attendance.participant_id == Participant.id)
            .join(Event, Event.id == Attendance.event_id)
            .order_by(Participant.name, Event.first_day)
        ).all()
    assert statuses == [
        ("Donald Trump", date(2017, 7, 14), Status.ATTENDED),
        ("Emmanuel Macron", date(2017, 7, 14), Status.ATTENDED),
        ("Emmanuel Macron", date(2018, 7, 14), Status.ATTENDED),
        ("Lee Hsien-Loong", date(2018, 7, 14), Status.ATTENDED),
        ("Morocco", date(2017, 7, 14), Status.ATTENDED),
    ]


def test_every_claim_points_to_the_attendance_of_its_mention_and_spelling(database_url):
    import_all(database_url, ARTICLES)
    with reading_session(database_url) as session:
        astray = session.scalars(
            select(Claim.id)
            .join(EventMention, EventMention.id == Claim.event_mention_id)
            .join(ParticipantAlias, ParticipantAlias.id == Claim.participant_alias_id)
            .join(Attendance, Attendance.id == Claim.attendance_id)
            .where(
                (Attendance.event_id != EventMention.event_id)
                | (Attendance.participant_id != ParticipantAlias.participant_id)
            )
        ).all()
        claims = session.scalar(select(func.count(Claim.id)))
    assert astray == []
    assert claims == sum(len(each.attendance) for each in ARTICLES)


def test_an_id_given_out_earlier_still_finds_its_row(database_url):
    late, early = ARTICLES[4], ARTICLES[5]
    import_all(database_url, [late])
    with reading_session(database_url) as session:
        (old_event,) = session.scalars(select(Event.id)).all()
    with writing(database_url) as session:
        store(session, [reading(early, "1")], uuid.UUID(int=1), NOW)
    with reading_session(database_url) as session:
        (new_event,) = session.scalars(select(Event.id)).all()
        assert new_event != old_event
        assert session.get_one(EventMention, old_event).event_id == new_event


def test_a_figure_is_exact_and_has_the_days_of_its_period(database_url):
    import_all(database_url, ARTICLES)
    with reading_session(database_url) as session:
        (figure,) = session.scalars(select(TradeFigure)).all()
        assert (figure.value, figure.period_first_day, figure.period_last_day) == (
            Decimal("12.5"),
            date(2017, 1, 1),
            date(2017, 12, 31),
        )


def test_an_article_without_findings_is_kept(database_url):
    import_all(database_url, [article("Nothing happened.")])
    with reading_session(database_url) as session:
        assert session.scalars(select(Article.text)).all() == ["Nothing happened."]
