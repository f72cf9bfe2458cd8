"""Trade figures."""

import uuid
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from timeline.edtf_dates import bounds
from timeline.model import Article, Source, TradeFigure
from timeline.queries.claims import quote_of
from timeline.queries.filters import published_by
from timeline.records import Flow, Measure


@dataclass(frozen=True, slots=True)
class TradeFilter:
    """What figures must fulfil; None asks for nothing.

    Attributes:
        reporter: the code of a country or bloc whose trade it is.
        partner: the code of the other side.
        flow: the direction.
        measure: what is measured.
        period: EDTF; figures of periods inside it.
        as_of: only what articles published up to this day say.
    """

    reporter: str | None = None
    partner: str | None = None
    flow: Flow | None = None
    measure: Measure | None = None
    period: str | None = None
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A number that an article states, with the words that state it."""

    reporter: str
    partner: str
    flow: Flow
    measure: Measure
    value: Decimal
    unit: str
    period: str | None
    approximate: bool
    goods: str | None
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
    id: uuid.UUID


_FIGURES = (
    select(
        TradeFigure.reporter,
        TradeFigure.partner,
        TradeFigure.flow,
        TradeFigure.measure,
        TradeFigure.value,
        TradeFigure.unit,
        TradeFigure.period,
        TradeFigure.approximate,
        TradeFigure.goods,
        quote_of(TradeFigure),
        TradeFigure.quoted,
        TradeFigure.start_offset,
        TradeFigure.end_offset,
        TradeFigure.extractor,
        TradeFigure.confidence,
        Article.id,
        Article.title,
        Source.name,
        Article.published,
        Article.url,
        TradeFigure.id,
    )
    .join_from(TradeFigure, Article, Article.id == TradeFigure.article_id)
    .outerjoin(Source, Source.id == Article.source_id)
    .order_by(
        TradeFigure.reporter,
        TradeFigure.partner,
        TradeFigure.period_first_day.is_(None),
        TradeFigure.period_first_day,
        TradeFigure.flow,
        TradeFigure.measure,
        Article.published,
        Article.digest,
        TradeFigure.start_offset,
        TradeFigure.id,
    )
)


def trade_figures(session: Session, wanted: TradeFilter) -> list[FigureRow]:
    """Return figures by reporter, partner and period; two articles that state one give two rows.

    Raises:
        TimelineError: the period is no date.
    """
    statement = _FIGURES.where(*published_by(wanted.as_of))
    if wanted.reporter:
        statement = statement.where(TradeFigure.reporter == wanted.reporter)
    if wanted.partner:
        statement = statement.where(TradeFigure.partner == wanted.partner)
    if wanted.flow:
        statement = statement.where(TradeFigure.flow == wanted.flow)
    if wanted.measure:
        statement = statement.where(TradeFigure.measure == wanted.measure)
    if wanted.period:
        first, last = bounds(wanted.period)
        statement = statement.where(
            TradeFigure.period_first_day >= first, TradeFigure.period_last_day <= last
        )
    return _fetch(session, statement)


def figures_of_article(session: Session, article_id: uuid.UUID) -> list[FigureRow]:
    """Return the figures that an article states, in the order of its text."""
    ordered = _FIGURES.order_by(None).order_by(TradeFigure.start_offset, TradeFigure.id)
    return _fetch(session, ordered.where(TradeFigure.article_id == article_id))


def figures_of_country(session: Session, code: str, as_of: date | None = None) -> list[FigureRow]:
    """Return the figures in which a country is on either side."""
    either = or_(TradeFigure.reporter == code, TradeFigure.partner == code)
    return _fetch(session, _FIGURES.where(either, *published_by(as_of)))


def _fetch(session: Session, statement: Select[*tuple[Any, ...]]) -> list[FigureRow]:
    rows = session.execute(statement)
    return [FigureRow(*row) for row in rows]
