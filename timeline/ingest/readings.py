"""What an extraction becomes in the tables, before it is resolved."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from timeline.edtf_dates import bounds
from timeline.identity import natural_id, text_digest
from timeline.records import (
    AttendanceMention,
    Document,
    EventMention,
    Extraction,
    ParticipantKind,
    TradeMention,
)
from timeline.resolve.occasions import Occasion, Person, window
from timeline.resolve.spellings import Spelling, spelling

NAME_LENGTH = 500  # of the columns; a longer "name" is a slip of the reading


@dataclass(frozen=True, slots=True)
class Reading:
    """An article's rows; those of mentions and claims still lack what resolving gives.

    Attributes:
        spellings: by their ids.
        occasions: the event mentions, as the rule of resolving sees them.
        offsets: where each of them stands in the text, by their ids.
        claims: rows of ``claim`` without ``attendance_id``.
        figures: rows of ``trade_figure``.
    """

    article_id: uuid.UUID
    digest: str
    document: Document
    spellings: dict[uuid.UUID, Spelling]
    occasions: tuple[Occasion, ...]
    offsets: dict[uuid.UUID, tuple[int, int]]
    claims: tuple[dict[str, Any], ...]
    figures: tuple[dict[str, Any], ...]


def article_id(text: str) -> uuid.UUID:
    """Return the id of the article that has this text."""
    return natural_id("article", text_digest(text))


def reading(extraction: Extraction, reader_version: str) -> Reading:
    """Turn an extraction into rows."""
    document = extraction.document
    digest = text_digest(document.text)
    article = natural_id("article", digest)
    mentions = {mention.id: _occasion(mention, article, document) for mention in extraction.events}
    offsets = {
        mentions[mention.id].id: (mention.start, mention.end) for mention in extraction.events
    }
    spellings: dict[uuid.UUID, Spelling] = {}
    claims: dict[uuid.UUID, dict[str, Any]] = {}
    people: dict[uuid.UUID, set[Person]] = {occasion.id: set() for occasion in mentions.values()}
    for said in extraction.attendance:
        spelled = _spelling(said.kind, said.name, said.country, article, document)
        stand_in = _stand_in(said, extraction, article, document)
        spellings |= {each.id: each for each in (spelled, stand_in) if each}
        occasion = mentions[said.event]
        people[occasion.id].add(Person(spelled.kind, spelled.key, spelled.country))
        row = _claim(said, article, occasion.id, spelled.id) | {
            "represented_by_id": stand_in.id if stand_in else None,
            "extractor_version": reader_version,
        }
        claims.setdefault(row["id"], row)
    figures = {row["id"]: row for row in _figures(extraction.trade, article, reader_version)}
    occasions = {
        occasion.id: replace(occasion, people=frozenset(people[occasion.id]))
        for occasion in mentions.values()
    }
    return Reading(
        article_id=article,
        digest=digest,
        document=document,
        spellings=spellings,
        occasions=tuple(occasions.values()),
        offsets=offsets,
        claims=tuple(claims.values()),
        figures=tuple(figures.values()),
    )


def _occasion(mention: EventMention, article: uuid.UUID, document: Document) -> Occasion:
    name, place = mention.name[:NAME_LENGTH], mention.place and mention.place[:NAME_LENGTH]
    first, last = bounds(mention.date) if mention.date else (None, None)
    return Occasion(
        id=natural_id("event", article, mention.kind, name, mention.date, place, mention.country),
        article_id=article,
        published=document.published,
        name=name,
        kind=mention.kind,
        date=mention.date,
        first_day=first,
        last_day=last,
        place=place,
        country=mention.country,
    )


def mention_row(occasion: Occasion, offsets: tuple[int, int]) -> dict[str, Any]:
    """Return the row of ``event_mention`` without ``event_id``."""
    window_first, window_last = window(occasion.first_day, occasion.last_day, occasion.published)
    return {
        "id": occasion.id,
        "article_id": occasion.article_id,
        "name": occasion.name,
        "kind": occasion.kind,
        "date": occasion.date,
        "first_day": occasion.first_day,
        "last_day": occasion.last_day,
        "place": occasion.place,
        "country": occasion.country,
        "window_first": window_first,
        "window_last": window_last,
        "start_offset": offsets[0],
        "end_offset": offsets[1],
    }


def _spelling(
    kind: ParticipantKind,
    name: str,
    country: str | None,
    article: uuid.UUID,
    document: Document,
) -> Spelling:
    return replace(
        spelling(kind, name[:NAME_LENGTH], country),
        articles=1,
        first_published=document.published,
        first_article=article,
    )


def _stand_in(
    said: AttendanceMention, extraction: Extraction, article: uuid.UUID, document: Document
) -> Spelling | None:
    """Return who comes in the participant's place, as the article's own rows know them."""
    if not said.represented_by:
        return None
    known = next((row for row in extraction.attendance if row.name == said.represented_by), None)
    kind = known.kind if known else ParticipantKind.PERSON
    country = known.country if known else said.country
    return _spelling(kind, said.represented_by, country, article, document)


def _claim(
    said: AttendanceMention, article: uuid.UUID, mention: uuid.UUID, alias: uuid.UUID
) -> dict[str, Any]:
    return {
        "id": natural_id("claim", article, mention, alias, said.start, said.end),
        "article_id": article,
        "event_mention_id": mention,
        "participant_alias_id": alias,
        "status": said.status,
        "observed": said.observed,
        "role": said.role,
        "quoted": said.quoted,
        "start_offset": said.start,
        "end_offset": said.end,
        "extractor": said.rule,
        "confidence": said.confidence,
    }


def _figures(
    trade: tuple[TradeMention, ...], article: uuid.UUID, reader_version: str
) -> Iterator[dict[str, Any]]:
    for said in trade:
        what = {
            "reporter": said.reporter,
            "partner": said.partner,
            "flow": said.flow,
            "measure": said.measure,
            "unit": said.unit,
            "period": said.period,
            "goods": said.goods and said.goods[:NAME_LENGTH],
            "value": said.value,
        }
        key = {**what, "value": said.value.normalize()}
        first, last = bounds(said.period) if said.period else (None, None)
        yield what | {
            "id": natural_id("trade_figure", article, *key.values()),
            "article_id": article,
            "period_first_day": first,
            "period_last_day": last,
            "approximate": said.approximate,
            "quoted": said.quoted,
            "start_offset": said.start,
            "end_offset": said.end,
            "extractor": said.rule,
            "extractor_version": reader_version,
            "confidence": said.confidence,
        }
