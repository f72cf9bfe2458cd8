"""The write path: a batch of readings into the tables, resolved, in the caller's transaction.

All of it is a function of the set of readings stored, so writing the same ones again changes nothing.
"""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from timeline.identity import natural_id
from timeline.ingest.attendance import delete_stale, new_claims, stored_claims, write_attendance
from timeline.ingest.readings import Reading, mention_row
from timeline.ingest.tables import delete_rows, insert_rows, update_rows
from timeline.model import (
    Article,
    Claim,
    Event,
    EventAlias,
    EventMention,
    Participant,
    ParticipantAlias,
    Source,
    TradeFigure,
)
from timeline.resolve import occasions, spellings
from timeline.resolve.occasions import SettledEvent
from timeline.resolve.pools import chunks, pool_of_occasions, pool_of_spellings
from timeline.resolve.spellings import Settled, Spelling, blocks


@dataclass(frozen=True, slots=True)
class Changes:
    """What resolving a batch moved.

    Attributes:
        events: the events whose attendance must be recomputed.
        gone: the events, or participants, that others took the place of.
    """

    events: set[uuid.UUID]
    gone: set[uuid.UUID]


def store(session: Session, readings: Sequence[Reading], run_id: uuid.UUID, now: datetime) -> None:
    """Write new readings with everything that follows from them; none of their articles is stored yet."""
    _insert_articles(session, readings, run_id, now)
    participants = _resolve_spellings(session, readings)
    events = _resolve_occasions(session, readings)
    affected = events.events | participants.events
    said = stored_claims(session, affected) + new_claims(session, readings)
    write_attendance(session, said, readings)
    delete_stale(session, said, affected | events.gone)
    _name_events(session, affected, events.gone)
    delete_rows(session, Event, Event.id, events.gone)
    delete_rows(session, Participant, Participant.id, participants.gone)
    insert_rows(session, TradeFigure, [row for reading in readings for row in reading.figures])


def _insert_articles(
    session: Session, readings: Sequence[Reading], run_id: uuid.UUID, now: datetime
) -> None:
    names = sorted({reading.document.source for reading in readings if reading.document.source})
    sources = {name: natural_id("source", name) for name in names}
    insert_rows(session, Source, [{"id": sources[name], "name": name} for name in names])
    insert_rows(
        session,
        Article,
        [
            {
                "id": reading.article_id,
                "digest": reading.digest,
                "source_id": sources.get(reading.document.source or ""),
                "import_run_id": run_id,
                "external_id": reading.document.id,
                "url": reading.document.url,
                "title": reading.document.title,
                "published": reading.document.published,
                "language": reading.document.language,
                "text": reading.document.text,
                "imported_at": now,
            }
            for reading in readings
        ],
    )


def _resolve_spellings(session: Session, readings: Sequence[Reading]) -> Changes:
    """Give every spelling its participant; return the events of spellings that changed theirs."""
    new = _counted(readings)
    stored, owners = pool_of_spellings(session, list(new.values()))
    known = {spelled.id: spelled for spelled in stored}
    merged = {
        identity: _added(known[identity], spelled) if identity in known else spelled
        for identity, spelled in new.items()
    }
    settled = spellings.settle((known | merged).values())
    gone = set(owners.values()) - {participant.id for participant in settled}
    # A participant that another takes the place of must not stand in the way of its name.
    update_rows(session, Participant, [{"id": each, "name": each.hex} for each in gone])
    _write_participants(session, settled, set(owners.values()))
    moved = _write_aliases(session, settled, owners, set(new))
    return Changes(_events_of_aliases(session, moved), gone)


def _counted(readings: Sequence[Reading]) -> dict[uuid.UUID, Spelling]:
    counted: dict[uuid.UUID, Spelling] = {}
    for reading in readings:
        for identity, spelled in reading.spellings.items():
            before = counted.get(identity)
            counted[identity] = _added(before, spelled) if before else spelled
    return counted


def _added(a: Spelling, b: Spelling) -> Spelling:
    """Return one spelling met in the articles of both."""
    earliest = min(a, b, key=lambda spelled: spelled.age)
    return replace(earliest, articles=a.articles + b.articles)


def _write_participants(
    session: Session, settled: Sequence[Settled], stored: set[uuid.UUID]
) -> None:
    rows = [
        {"id": each.id, "kind": each.kind, "name": each.name, "country": each.country}
        for each in settled
    ]
    update_rows(session, Participant, [row for row in rows if row["id"] in stored])
    insert_rows(session, Participant, [row for row in rows if row["id"] not in stored])


def _write_aliases(
    session: Session,
    settled: Sequence[Settled],
    owners: Mapping[uuid.UUID, uuid.UUID],
    touched: set[uuid.UUID],
) -> set[uuid.UUID]:
    """Write new spellings and changed ones; return those that changed their participant."""
    moved: set[uuid.UUID] = set()
    inserted, updated = [], []
    for participant in settled:
        for spelled in participant.spellings:
            facts = {
                "id": spelled.id,
                "participant_id": participant.id,
                "articles": spelled.articles,
                "first_published": spelled.first_published,
                "first_article_id": spelled.first_article,
            }
            owner = owners.get(spelled.id)
            if owner is None:
                first, last = blocks(spelled)
                inserted.append(
                    facts
                    | {
                        "kind": spelled.kind,
                        "name": spelled.name,
                        "country": spelled.country,
                        "key": spelled.key,
                        "first_block": first,
                        "last_block": last,
                    }
                )
            elif owner != participant.id or spelled.id in touched:
                updated.append(facts)
            if owner not in (None, participant.id):
                moved.add(spelled.id)
    update_rows(session, ParticipantAlias, updated)
    insert_rows(session, ParticipantAlias, inserted)
    return moved


def _events_of_aliases(session: Session, aliases: Iterable[uuid.UUID]) -> set[uuid.UUID]:
    events: set[uuid.UUID] = set()
    for some in chunks(aliases):
        events.update(
            session.scalars(
                select(EventMention.event_id)
                .distinct()
                .join(Claim, Claim.event_mention_id == EventMention.id)
                .where(Claim.participant_alias_id.in_(some))
            )
        )
    return events


def _resolve_occasions(session: Session, readings: Sequence[Reading]) -> Changes:
    """Give every mention its event; return the events that gained or lost one."""
    new = [occasion for reading in readings for occasion in reading.occasions]
    stored, owners = pool_of_occasions(session, new)
    settled = occasions.settle([*stored, *new])
    gone = set(owners.values()) - {event.id for event in settled}
    home = {mention.id: event for event in settled for mention in event.mentions}
    touched = {home[mention.id].id for mention in new}
    moved = {each: owner for each, owner in owners.items() if home[each].id != owner}
    touched |= {home[each].id for each in moved} | (set(moved.values()) - gone)
    _write_events(session, [event for event in settled if event.id in touched], owners)
    update_rows(
        session,
        EventMention,
        [{"id": each, "event_id": home[each].id} for each in moved],
    )
    offsets = {each: span for reading in readings for each, span in reading.offsets.items()}
    insert_rows(
        session,
        EventMention,
        [
            mention_row(mention, offsets[mention.id]) | {"event_id": home[mention.id].id}
            for mention in new
        ],
    )
    return Changes(touched, gone)


def _write_events(
    session: Session, settled: Sequence[SettledEvent], owners: Mapping[uuid.UUID, uuid.UUID]
) -> None:
    stored = set(owners.values())
    rows = [
        {
            "id": event.id,
            "name": event.name,
            "kind": event.kind,
            "date": event.date,
            "first_day": event.first_day,
            "last_day": event.last_day,
            "place": event.place,
            "country": event.country,
        }
        for event in settled
    ]
    update_rows(session, Event, [row for row in rows if row["id"] in stored])
    insert_rows(session, Event, [row for row in rows if row["id"] not in stored])


def _name_events(session: Session, events: Iterable[uuid.UUID], gone: Iterable[uuid.UUID]) -> None:
    """Keep each name that articles give the events."""
    delete_rows(session, EventAlias, EventAlias.event_id, {*events, *gone})
    rows = {
        (event, name)
        for some in chunks(events)
        for event, name in session.execute(
            select(EventMention.event_id, EventMention.name)
            .distinct()
            .where(EventMention.event_id.in_(some))
        )
    }
    insert_rows(
        session,
        EventAlias,
        [
            {"id": natural_id("event_alias", event, name), "event_id": event, "name": name}
            for event, name in rows
        ],
    )
