"""Lists of articles, and which article a name means."""

import uuid
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, exists, func, or_, select
from sqlalchemy.orm import Session

from timeline.identity import short_id
from timeline.model import (
    Article,
    Claim,
    EventMention,
    ParticipantAlias,
    Source,
    TradeFigure,
)
from timeline.queries.filters import Filter, published_by
from timeline.queries.names import (
    ambiguous,
    begins_with,
    check_named,
    id_digits,
    near_names,
    unknown,
)
from timeline.queries.words import all_stand_in, asked_words, may_contain, words
from timeline.records import EventKind


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """An article, and how much it says."""

    published: date | None
    source: str | None
    title: str | None
    url: str | None
    events: int
    claims: int
    figures: int
    id: uuid.UUID

    def __str__(self) -> str:
        """Tell the article apart from others, with the id that can be typed for it."""
        about = [
            self.title or "without a title",
            self.source,
            self.published and str(self.published),
        ]
        return f"{short_id(self.id)}  {', '.join(each for each in about if each)}"


def _rows() -> Select[*tuple[Any, ...]]:
    def count(table: type[EventMention] | type[Claim] | type[TradeFigure]) -> ColumnElement[int]:
        counted = select(func.count()).select_from(table).where(table.article_id == Article.id)
        return counted.scalar_subquery()

    return (
        select(
            Article.published,
            Source.name,
            Article.title,
            Article.url,
            count(EventMention),
            count(Claim),
            count(TradeFigure),
            Article.id,
        )
        .outerjoin(Source, Source.id == Article.source_id)
        .order_by(Article.published.is_(None), Article.published, Article.title, Article.id)
    )


_ROWS = _rows()


def list_articles(session: Session, wanted: Filter, source: str | None = None) -> list[ArticleRow]:
    """Return the articles by date of publication, undated ones last.

    Args:
        session: a session.
        wanted: ``country`` and ``kind`` are those of what an article tells of; ``search`` looks for
            each of its words in title and text.
        source: the publisher, or a part of its name.
    """
    statement = _ROWS.where(*published_by(wanted.as_of))
    if wanted.since:
        statement = statement.where(Article.published >= wanted.since)
    if wanted.until:
        statement = statement.where(Article.published <= wanted.until)
    if wanted.country:
        statement = statement.where(_tells_of_country(wanted.country))
    if wanted.kind:
        statement = statement.where(
            exists().where(
                EventMention.article_id == Article.id, EventMention.kind == EventKind(wanted.kind)
            )
        )
    if source:
        statement = statement.where(
            func.lower(Source.name).contains(source.lower(), autoescape=True)
        )
    for word in (wanted.search or "").lower().split():
        statement = statement.where(
            or_(
                func.lower(Article.title).contains(word, autoescape=True),
                func.lower(Article.text).contains(word, autoescape=True),
            )
        )
    return _fetch(session, statement.limit(wanted.limit))


def find_article(session: Session, name: str) -> ArticleRow:
    """Return the article that an id's beginning, the input's own id, a URL or a title's words mean.

    Raises:
        QuestionError: the name is empty.
        UnknownNameError: no article fits.
        AmbiguousNameError: several fit.
    """
    check_named(name, "an article")
    digits = id_digits(name)
    found = _fetch(session, _ROWS.where(begins_with(Article.id, digits))) if digits else []
    given = or_(Article.external_id == name, Article.url == name, Article.title == name)
    found = found or _fetch(session, _ROWS.where(given)) or _by_title(session, name)
    if not found:
        titles = session.scalars(select(Article.title).where(Article.title.is_not(None)))
        near = near_names(name, (title for title in titles if title))
        raise unknown("article", name, near, "timeline articles")
    if len(found) > 1:
        raise ambiguous("articles", name, [str(article) for article in found])
    return found[0]


def article_titles(session: Session, beginning: str, limit: int) -> list[str]:
    """Return titles that begin so, whatever the case."""
    statement = select(Article.title).where(Article.title.istartswith(beginning, autoescape=True))
    found = session.scalars(statement.distinct().order_by(Article.title).limit(limit))
    return [title for title in found if title]


def article_text(session: Session, article_id: uuid.UUID) -> str:
    """Return the text of an article."""
    return session.scalars(select(Article.text).where(Article.id == article_id)).one()


def count_undated(session: Session) -> int:
    """Return how many articles have no date, which no question as of a day can use."""
    statement = select(func.count()).select_from(Article).where(Article.published.is_(None))
    return session.scalars(statement).one()


def _by_title(session: Session, name: str) -> list[ArticleRow]:
    asked = asked_words(name)
    rows = _fetch(session, _ROWS.where(*(may_contain(Article.title, word) for word in asked)))
    for whole in (True, False):
        if found := [
            row for row in rows if all_stand_in(asked, words(row.title or ""), whole=whole)
        ]:
            return found
    return []


def _tells_of_country(code: str) -> ColumnElement[bool]:
    return or_(
        exists().where(EventMention.article_id == Article.id, EventMention.country == code),
        exists().where(
            Claim.article_id == Article.id,
            Claim.participant_alias_id == ParticipantAlias.id,
            ParticipantAlias.country == code,
        ),
        exists().where(
            TradeFigure.article_id == Article.id,
            or_(TradeFigure.reporter == code, TradeFigure.partner == code),
        ),
    )


def _fetch(session: Session, statement: Select[*tuple[Any, ...]]) -> list[ArticleRow]:
    rows = session.execute(statement)
    return [ArticleRow(*row) for row in rows]
