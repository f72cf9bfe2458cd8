"""Lists of participants."""

import uuid
from dataclasses import dataclass
from datetime import date

from sqlalchemy import desc, distinct, func, select
from sqlalchemy.orm import Session

from timeline.model import Article, Attendance, Claim, Event, Participant
from timeline.queries.filters import Filter, in_days, published_by
from timeline.queries.participant_names import search_participants
from timeline.records import ParticipantKind


@dataclass(frozen=True, slots=True)
class ParticipantRow:
    """A participant, and how much is known of it."""

    participant: str
    kind: ParticipantKind
    country: str | None
    events: int
    articles: int
    last_claim: date | None
    id: uuid.UUID


def list_participants(session: Session, wanted: Filter) -> list[ParticipantRow]:
    """Return the participants, those with most events first; ``since`` and ``until`` are their events'."""
    events = func.count(distinct(Attendance.event_id))
    statement = (
        select(
            Participant.name,
            Participant.kind,
            Participant.country,
            events,
            func.count(distinct(Claim.article_id)),
            func.max(Article.published),
            Participant.id,
        )
        .join(Attendance, Attendance.participant_id == Participant.id)
        .join(Claim, Claim.attendance_id == Attendance.id)
        .join(Article, Article.id == Claim.article_id)
        .where(*in_days(wanted), *published_by(wanted.as_of))
        .group_by(Participant.id, Participant.name, Participant.kind, Participant.country)
        .order_by(desc(events), Participant.name, Participant.id)
    )
    if wanted.since or wanted.until:
        statement = statement.join(Event, Event.id == Attendance.event_id)
    if wanted.country:
        statement = statement.where(Participant.country == wanted.country)
    if wanted.kind:
        statement = statement.where(Participant.kind == ParticipantKind(wanted.kind))
    if wanted.search:
        found = [each.id for each in search_participants(session, wanted.search)]
        statement = statement.where(Participant.id.in_(found))
    return [ParticipantRow(*row) for row in session.execute(statement.limit(wanted.limit))]
