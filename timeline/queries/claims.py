"""Claims behind the answers: how they settle a standing, and the words that prove them."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session, aliased

from timeline.model import (
    Article,
    Attendance,
    Claim,
    Event,
    Participant,
    ParticipantAlias,
    Source,
    TradeFigure,
)
from timeline.queries.filters import published_by
from timeline.records import ParticipantKind, Role, Status
from timeline.standing import answer, disagrees, rank

Deputy = aliased(ParticipantAlias)


@dataclass(frozen=True, slots=True)
class Said:
    """A claim, as far as the rule looks at it (``timeline.standing.SaidSo``) and more.

    Attributes:
        said_on: the day of publication.
        article: the digest of the article's text.
    """

    status: Status
    observed: bool
    role: Role | None
    said_on: date | None
    article: str
    represented_by: str | None


SAID = (
    Claim.status,
    Claim.observed,
    Claim.role,
    Article.published,
    Article.digest,
    Deputy.name,
)


@dataclass(frozen=True, slots=True)
class Standing:
    """What claims of one attendance come to.

    Attributes:
        articles: how many say something of it.
        last_claim: the day of the last of them.
        against: how many say the opposite of the answer.
    """

    status: Status
    observed: bool
    role: Role | None
    represented_by: str | None
    articles: int
    last_claim: date | None
    against: int


def settle(claims: Sequence[Said]) -> Standing:
    """Return the standing that follows from the claims of one attendance."""
    settled = answer(claims)
    latest_first = sorted(claims, key=rank, reverse=True)
    return Standing(
        status=settled.status,
        observed=settled.observed,
        # The last claim that tells a role or a deputy: most tell none, which takes nothing back.
        role=next((claim.role for claim in latest_first if claim.role), None),
        represented_by=next((c.represented_by for c in latest_first if c.represented_by), None),
        articles=len({claim.article for claim in claims}),
        last_claim=max((claim.said_on for claim in claims if claim.said_on), default=None),
        against=len({c.article for c in claims if disagrees(c, settled)}),
    )


@dataclass(frozen=True, slots=True)
class Evidence:
    """A claim with the words that say so.

    Attributes:
        quote: the words, ``article.text[start:end]``.
        quoted: who is quoted as saying so.
        article_id: the article's id.
        title: its headline.
        source: its publisher.
        published: the day of its publication.
    """

    event_id: uuid.UUID
    event: str
    participant_id: uuid.UUID
    participant: str
    kind: ParticipantKind
    country: str | None
    status: Status
    observed: bool
    role: Role | None
    represented_by: str | None
    quote: str
    quoted: str | None
    start: int
    end: int
    rule: str
    confidence: float
    article_id: uuid.UUID
    title: str | None
    source: str | None
    published: date | None
    url: str | None


def quote_of(claim: type[Claim] | type[TradeFigure]) -> ColumnElement[str]:
    """Return the expression that cuts the quote out of the article: only it leaves the database."""
    length = claim.end_offset - claim.start_offset
    return func.substr(Article.text, claim.start_offset + 1, length)


_EVIDENCE = (
    select(
        Event.id,
        Event.name,
        Participant.id,
        Participant.name,
        Participant.kind,
        Participant.country,
        Claim.status,
        Claim.observed,
        Claim.role,
        Deputy.name,
        quote_of(Claim),
        Claim.quoted,
        Claim.start_offset,
        Claim.end_offset,
        Claim.extractor,
        Claim.confidence,
        Article.id,
        Article.title,
        Source.name,
        Article.published,
        Article.url,
    )
    .join_from(Claim, Attendance, Attendance.id == Claim.attendance_id)
    .join(Event, Event.id == Attendance.event_id)
    .join(Participant, Participant.id == Attendance.participant_id)
    .join(Article, Article.id == Claim.article_id)
    .outerjoin(Source, Source.id == Article.source_id)
    .outerjoin(Deputy, Deputy.id == Claim.represented_by_id)
    # Undated articles come first, as they count as older than any dated.
    .order_by(
        Article.published.is_not(None),
        Article.published,
        Article.digest,
        Claim.start_offset,
        Claim.end_offset,
        Event.id,
        Claim.status,
        Participant.name,
        Participant.id,
        Claim.id,
    )
)


def evidence_of_event(
    session: Session, event_id: uuid.UUID, as_of: date | None = None
) -> list[Evidence]:
    """Return every claim on an event, the earliest publication first."""
    return _evidence(session, _EVIDENCE.where(Attendance.event_id == event_id), as_of)


def evidence_of_participant(
    session: Session, participant_id: uuid.UUID, as_of: date | None = None
) -> list[Evidence]:
    """Return every claim on a participant, the earliest publication first."""
    return _evidence(session, _EVIDENCE.where(Attendance.participant_id == participant_id), as_of)


def evidence_of_article(session: Session, article_id: uuid.UUID) -> list[Evidence]:
    """Return every claim of an article, in the order of its text."""
    return _evidence(session, _EVIDENCE.where(Claim.article_id == article_id), None)


def _evidence(
    session: Session, statement: Select[*tuple[Any, ...]], as_of: date | None
) -> list[Evidence]:
    rows = session.execute(statement.where(*published_by(as_of)))
    return [Evidence(*row) for row in rows]
