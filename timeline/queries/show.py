"""What hangs on one event or one article, beside claims and figures: how articles tell of events."""

import datetime as dt
import uuid
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from timeline.model import Article, EventMention, Source
from timeline.queries.filters import published_by
from timeline.records import EventKind


@dataclass(frozen=True, slots=True)
class Mention:
    """How one article tells of one event.

    Attributes:
        quote: the words that name it.
    """

    event: str
    kind: EventKind
    date: str | None
    place: str | None
    country: str | None
    quote: str
    published: dt.date | None
    source: str | None
    title: str | None
    article_id: uuid.UUID
    event_id: uuid.UUID


_LENGTH = EventMention.end_offset - EventMention.start_offset
_MENTIONS: Select[*tuple[Any, ...]] = (
    select(
        EventMention.name,
        EventMention.kind,
        EventMention.date,
        EventMention.place,
        EventMention.country,
        func.substr(Article.text, EventMention.start_offset + 1, _LENGTH),
        Article.published,
        Source.name,
        Article.title,
        Article.id,
        EventMention.event_id,
    )
    .join_from(EventMention, Article, Article.id == EventMention.article_id)
    .outerjoin(Source, Source.id == Article.source_id)
)


def mentions_of_event(
    session: Session, event_id: uuid.UUID, as_of: dt.date | None = None
) -> list[Mention]:
    """Return how articles tell of an event, the earliest publication first."""
    statement = _MENTIONS.where(EventMention.event_id == event_id, *published_by(as_of))
    ordered = statement.order_by(
        Article.published.is_(None), Article.published, Article.digest, EventMention.start_offset
    )
    return [Mention(*row) for row in session.execute(ordered)]


def mentions_in_article(session: Session, article_id: uuid.UUID) -> list[Mention]:
    """Return the events that an article tells of, in the order of its text."""
    statement = _MENTIONS.where(EventMention.article_id == article_id)
    ordered = statement.order_by(EventMention.start_offset, EventMention.id)
    return [Mention(*row) for row in session.execute(ordered)]
