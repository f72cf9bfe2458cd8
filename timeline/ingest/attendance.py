"""Attendance as it follows from claims: written, recomputed, and taken away with its last claim."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from timeline.identity import natural_id
from timeline.ingest.readings import Reading
from timeline.ingest.tables import delete_rows, insert_rows, look_up, update_rows
from timeline.model import Article, Attendance, Claim, EventMention, ParticipantAlias
from timeline.records import Role, Status
from timeline.resolve.pools import chunks
from timeline.standing import answer, rank


@dataclass(frozen=True, slots=True)
class Said:
    """A claim with what decides its attendance; see ``timeline.standing``."""

    id: uuid.UUID
    event_id: uuid.UUID
    participant_id: uuid.UUID
    status: Status
    observed: bool
    role: Role | None
    said_on: date | None
    article: str
    attendance_id: uuid.UUID | None


def stored_claims(session: Session, events: Iterable[uuid.UUID]) -> list[Said]:
    """Return the stored claims of events, with the event and the participant that they now have."""
    return [
        Said(*row)
        for some in chunks(events)
        for row in session.execute(_SAID.where(EventMention.event_id.in_(some)))
    ]


_SAID = (
    select(
        Claim.id,
        EventMention.event_id,
        ParticipantAlias.participant_id,
        Claim.status,
        Claim.observed,
        Claim.role,
        Article.published,
        Article.digest,
        Claim.attendance_id,
    )
    .join(EventMention, EventMention.id == Claim.event_mention_id)
    .join(ParticipantAlias, ParticipantAlias.id == Claim.participant_alias_id)
    .join(Article, Article.id == Claim.article_id)
)


def new_claims(session: Session, readings: Sequence[Reading]) -> list[Said]:
    """Return the claims of readings whose mentions and spellings are stored and resolved."""
    mentions = [occasion.id for reading in readings for occasion in reading.occasions]
    aliases = {alias for reading in readings for alias in reading.spellings}
    events = look_up(session, EventMention.id, EventMention.event_id, mentions)
    owners = look_up(session, ParticipantAlias.id, ParticipantAlias.participant_id, aliases)
    return [
        Said(
            claim["id"],
            events[claim["event_mention_id"]],
            owners[claim["participant_alias_id"]],
            claim["status"],
            claim["observed"],
            claim["role"],
            reading.document.published,
            reading.digest,
            None,
        )
        for reading in readings
        for claim in reading.claims
    ]


def attendance_id(said: Said) -> uuid.UUID:
    """Return the id of the attendance that a claim speaks of."""
    return natural_id("attendance", said.event_id, said.participant_id)


def write_attendance(session: Session, said: Sequence[Said], readings: Sequence[Reading]) -> None:
    """Write what follows from the claims, and point the claims to it."""
    rows = attendance_rows(said)
    stored = {
        identity
        for some in chunks(rows)
        for identity in session.scalars(select(Attendance.id).where(Attendance.id.in_(some)))
    }
    update_rows(session, Attendance, [row for identity, row in rows.items() if identity in stored])
    insert_rows(
        session, Attendance, [row for identity, row in rows.items() if identity not in stored]
    )
    home = {claim.id: attendance_id(claim) for claim in said}
    update_rows(
        session,
        Claim,
        [
            {"id": claim.id, "attendance_id": home[claim.id]}
            for claim in said
            if claim.attendance_id not in (None, home[claim.id])
        ],
    )
    insert_rows(
        session,
        Claim,
        [
            claim | {"attendance_id": home[claim["id"]]}
            for reading in readings
            for claim in reading.claims
        ],
    )


def attendance_rows(said: Iterable[Said]) -> dict[uuid.UUID, dict[str, Any]]:
    """Return the rows of ``attendance`` that follow from claims, by their ids."""
    by_attendance: dict[uuid.UUID, list[Said]] = defaultdict(list)
    for claim in said:
        by_attendance[attendance_id(claim)].append(claim)
    return {
        identity: {
            "id": identity,
            "event_id": claims[0].event_id,
            "participant_id": claims[0].participant_id,
            "status": answer(claims).status,
            "observed": answer(claims).observed,
            # The last claim that tells a role: most do not, which takes nothing back.
            "role": max(
                (claim for claim in claims if claim.role), key=rank, default=answer(claims)
            ).role,
        }
        for identity, claims in by_attendance.items()
    }


def delete_stale(session: Session, said: Sequence[Said], events: Iterable[uuid.UUID]) -> None:
    """Delete the attendance of events that no claim speaks of any more."""
    needed = {attendance_id(claim) for claim in said}
    stale = {
        identity
        for some in chunks(events)
        for identity in session.scalars(select(Attendance.id).where(Attendance.event_id.in_(some)))
    } - needed
    delete_rows(session, Attendance, Attendance.id, stale)
