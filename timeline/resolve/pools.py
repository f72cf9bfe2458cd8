"""What stored mentions a new one could be connected to, and what those are connected to in turn."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, or_, select
from sqlalchemy.orm import Session

from timeline.model import Article, Claim, EventMention, ParticipantAlias
from timeline.records import ParticipantKind
from timeline.resolve.occasions import LINK, Occasion, Person, likeness, window
from timeline.resolve.spellings import Spelling, blocks, related

CHUNK = 10_000  # bound parameters in one statement: SQLite takes 32,766, PostgreSQL 65,535


def chunks(items: Iterable[uuid.UUID]) -> Iterator[list[uuid.UUID]]:
    """Yield the items in lists that fit into one statement."""
    ordered = sorted(items)
    for start in range(0, len(ordered), CHUNK):
        yield ordered[start : start + CHUNK]


def pool_of_spellings(
    session: Session, new: Sequence[Spelling]
) -> tuple[list[Spelling], dict[uuid.UUID, uuid.UUID]]:
    """Return the stored spellings connected to the new ones, and the participant of each.

    A new spelling that is stored already is among them, as it is stored.
    """
    pool: dict[uuid.UUID, Spelling] = {}
    owners: dict[uuid.UUID, uuid.UUID] = {}
    frontier = list(new)
    while frontier:
        found = {
            spelled.id: (spelled, owner)
            for spelled, owner in _spellings_near(session, frontier)
            if spelled.id not in pool and any(related(spelled, near) for near in frontier)
        }
        frontier = [spelled for spelled, _ in found.values()]
        pool.update({spelled.id: spelled for spelled in frontier})
        owners.update({identity: owner for identity, (_, owner) in found.items()})
    return list(pool.values()), owners


def _spellings_near(
    session: Session, frontier: Sequence[Spelling]
) -> Iterator[tuple[Spelling, uuid.UUID]]:
    keys = sorted({spelled.key for spelled in frontier})
    begins = sorted(
        {
            block
            for spelled in frontier
            if spelled.kind is ParticipantKind.PERSON
            for block in blocks(spelled)
        }
    )
    alias = ParticipantAlias
    persons = alias.kind == ParticipantKind.PERSON
    for row in session.execute(
        select(
            alias.id,
            alias.kind,
            alias.name,
            alias.country,
            alias.key,
            alias.articles,
            alias.first_published,
            alias.first_article_id,
            alias.participant_id,
        ).where(
            or_(
                alias.key.in_(keys),
                and_(persons, alias.first_block.in_(begins)),
                and_(persons, alias.last_block.in_(begins)),
            )
        )
    ):
        fields: list[Any] = list(row)[:-1]
        yield Spelling(*fields), row.participant_id  # the columns stand in the order of the fields


def pool_of_occasions(
    session: Session, new: Sequence[Occasion]
) -> tuple[list[Occasion], dict[uuid.UUID, uuid.UUID]]:
    """Return the stored mentions linked to the new ones, and the event of each."""
    pool: dict[uuid.UUID, Occasion] = {}
    owners: dict[uuid.UUID, uuid.UUID] = {}
    frontier = list(new)
    while frontier:
        near = [
            (mention, owner)
            for mention, owner in _occasions_near(session, frontier)
            if mention.id not in pool
        ]
        found = {
            mention.id: (mention, owner)
            for mention, owner in near
            if any(_linked(mention, other) for other in frontier)
        }
        frontier = [mention for mention, _ in found.values()]
        pool.update({mention.id: mention for mention in frontier})
        owners.update({identity: owner for identity, (_, owner) in found.items()})
    return list(pool.values()), owners


def _linked(a: Occasion, b: Occasion) -> bool:
    score = likeness(a, b)
    return score is not None and score >= LINK


def _occasions_near(
    session: Session, frontier: Sequence[Occasion]
) -> list[tuple[Occasion, uuid.UUID]]:
    mention = EventMention
    rows = session.execute(
        select(
            mention.id,
            mention.article_id,
            Article.published,
            mention.name,
            mention.kind,
            mention.date,
            mention.first_day,
            mention.last_day,
            mention.place,
            mention.country,
            mention.event_id,
        )
        .join(Article, Article.id == mention.article_id)
        .where(or_(*_near(frontier)))
    ).all()
    people = people_of(session, [row.id for row in rows])
    return [(_occasion(row, people[row.id]), row.event_id) for row in rows]


def _occasion(row: Row[*tuple[Any, ...]], people: frozenset[Person]) -> Occasion:
    fields: list[Any] = [*list(row)[:-1], people]
    return Occasion(*fields)  # the columns stand in the order of the fields


def _near(frontier: Sequence[Occasion]) -> Iterator[ColumnElement[bool]]:
    """Yield for each country the condition that a mention may contradict none of its occasions."""
    windows: dict[str | None, list[tuple[date, date]]] = defaultdict(list)
    for occasion in frontier:
        windows[occasion.country].append(
            window(occasion.first_day, occasion.last_day, occasion.published)
        )
    mention = EventMention
    for country, days in windows.items():
        overlaps = and_(
            mention.window_first <= max(last for _, last in days),
            mention.window_last >= min(first for first, _ in days),
        )
        here = or_(mention.country == country, mention.country.is_(None))
        yield overlaps if country is None else and_(here, overlaps)


def people_of(
    session: Session, mentions: Sequence[uuid.UUID]
) -> dict[uuid.UUID, frozenset[Person]]:
    """Return for each event mention whom its claims name."""
    people: dict[uuid.UUID, set[Person]] = defaultdict(set)
    for some in chunks(mentions):
        for identity, kind, key, country in session.execute(
            select(
                Claim.event_mention_id,
                ParticipantAlias.kind,
                ParticipantAlias.key,
                ParticipantAlias.country,
            )
            .join(ParticipantAlias, ParticipantAlias.id == Claim.participant_alias_id)
            .where(Claim.event_mention_id.in_(some))
        ):
            people[identity].add(Person(kind, key, country))
    return defaultdict(frozenset, {identity: frozenset(some) for identity, some in people.items()})
