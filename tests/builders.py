"""Rows for tests: articles as they would be read, stored by the real write path."""

import datetime as dt
import uuid
from dataclasses import replace
from decimal import Decimal

from timeline.database import resolve_url, writing
from timeline.ingest.readings import reading
from timeline.ingest.store import store
from timeline.migrate import ensure_current
from timeline.model import ImportRun
from timeline.records import (
    AttendanceMention,
    Document,
    EventKind,
    EventMention,
    Extraction,
    Flow,
    Measure,
    ParticipantKind,
    Role,
    Status,
    TradeMention,
)

NOW = dt.datetime(2021, 1, 1, tzinfo=dt.UTC)


def occasion(name, *attendance, kind="summit", day="2019-06-20", place=None, country=None):
    """Return an event and what is said of its participants, to be told by an article."""
    return EventMention("e1", name, EventKind(kind), day, place, country, 0, 0), attendance


def said(
    name,
    status,
    *,
    country=None,
    kind="person",
    observed=None,
    role=None,
    represented_by=None,
    quoted=None,
):
    """Return what is said of one participant; the quote becomes ``NAME: STATUS``."""
    return AttendanceMention(
        event="e1",
        name=name,
        kind=ParticipantKind(kind),
        country=country,
        status=Status(status),
        observed=status == "attended" if observed is None else observed,
        start=0,
        end=0,
        role=Role(role) if role else None,
        represented_by=represented_by,
        quoted=quoted,
        rule="by hand",
        confidence=0.75,
    )


def figure(reporter, partner, value, *, measure="share", flow="total", period="2019", goods=None):
    """Return a trade figure."""
    return TradeMention(
        reporter=reporter,
        partner=partner,
        flow=Flow(flow),
        measure=Measure(measure),
        value=Decimal(value),
        unit="percent" if measure in {"share", "growth"} else "USD",
        period=period,
        approximate=False,
        start=0,
        end=0,
        goods=goods,
        rule="by hand",
        confidence=0.75,
    )


def article(*occasions, published=None, trade=(), title=None, source=None, url=None, id=None):  # noqa: A002
    """Return the reading of an article whose text is made of what it says, so that quotes hold."""
    text = f"{title or 'An article'} {published}. "
    events, attendance, figures = [], [], []
    for number, (mention, rows) in enumerate(occasions, start=1):
        text, start, end = _written(text, mention.name)
        identity = f"e{number}"
        events.append(replace(mention, id=identity, start=start, end=end))
        for row in rows:
            text, start, end = _written(text, f"{row.name}: {row.status}")
            attendance.append(replace(row, event=identity, start=start, end=end))
    for row in trade:
        text, start, end = _written(text, f"{row.value} between {row.reporter} and {row.partner}")
        figures.append(replace(row, start=start, end=end))
    day = dt.date.fromisoformat(published) if published else None
    document = Document(text, id=id, title=title, source=source, url=url, published=day)
    return Extraction(
        document, events=tuple(events), attendance=tuple(attendance), trade=tuple(figures)
    )


def store_articles(url, *extractions):
    """Store readings in a database, which is made where there is none."""
    where = resolve_url(url) if isinstance(url, str) else url
    ensure_current(where)
    with writing(where) as session:
        run = ImportRun(id=uuid.uuid4(), started_at=NOW, reader_version="1")
        session.add(run)
        session.flush()
        store(session, [reading(each, "1") for each in extractions], run.id, NOW)


def _written(text, words):
    start = len(text)
    return f"{text}{words}. ", start, start + len(words)
