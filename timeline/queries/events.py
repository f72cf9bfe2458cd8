"""Lists of events."""

import uuid
from dataclasses import dataclass

from sqlalchemy import Subquery, distinct, func, select
from sqlalchemy.orm import Session

from timeline.model import Article, Attendance, Claim, Event, EventMention
from timeline.queries.event_names import search_events
from timeline.queries.filters import Filter, in_days, published_by
from timeline.records import EventKind


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event, and how much is known of it."""

    event: str
    kind: EventKind
    date: str | None
    place: str | None
    country: str | None
    participants: int
    articles: int
    id: uuid.UUID


def list_events(session: Session, wanted: Filter) -> list[EventRow]:
    """Return the events in time, undated ones last; ``country`` is where they take place."""
    told = _told(wanted)
    counts = _participants(wanted)
    statement = (
        select(
            Event.name,
            Event.kind,
            Event.date,
            Event.place,
            Event.country,
            func.coalesce(counts.c.participants, 0),
            told.c.articles,
            Event.id,
        )
        .join(told, told.c.event_id == Event.id)
        .outerjoin(counts, counts.c.event_id == Event.id)
        .where(*in_days(wanted))
        .order_by(Event.first_day.is_(None), Event.first_day, Event.name, Event.id)
    )
    if wanted.country:
        statement = statement.where(Event.country == wanted.country)
    if wanted.kind:
        statement = statement.where(Event.kind == EventKind(wanted.kind))
    if wanted.search:
        found = [event.id for event in search_events(session, wanted.search)]
        statement = statement.where(Event.id.in_(found))
    return [EventRow(*row) for row in session.execute(statement.limit(wanted.limit))]


def _told(wanted: Filter) -> Subquery:
    """Return the events that articles tell of, and how many do."""
    statement = select(
        EventMention.event_id, func.count(distinct(EventMention.article_id)).label("articles")
    ).group_by(EventMention.event_id)
    if wanted.as_of:
        statement = statement.join(Article, Article.id == EventMention.article_id)
    return statement.where(*published_by(wanted.as_of)).subquery("told")


def _participants(wanted: Filter) -> Subquery:
    statement = select(
        Attendance.event_id,
        func.count(distinct(Attendance.participant_id)).label("participants"),
    ).group_by(Attendance.event_id)
    if wanted.as_of:
        statement = statement.join(Claim, Claim.attendance_id == Attendance.id).join(
            Article, Article.id == Claim.article_id
        )
    return statement.where(*published_by(wanted.as_of)).subquery("counts")
