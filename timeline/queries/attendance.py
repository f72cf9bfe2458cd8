"""Who attended what: the participants of an event, the events of participants."""

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from sqlalchemy import Row, Select, bindparam, select
from sqlalchemy.orm import Session

from timeline.model import Article, Attendance, Claim, Event, Participant
from timeline.queries.claims import SAID, Deputy, Said, Standing, settle
from timeline.queries.words import words
from timeline.records import EventKind, ParticipantKind, Role, Status

ORDER = (
    Status.ATTENDED,
    Status.CONFIRMED,
    Status.EXPECTED,
    Status.TENTATIVE,
    Status.INVITED,
    Status.DECLINED,
    Status.ABSENT,
)
AWAY = frozenset({Status.DECLINED, Status.ABSENT})

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Answer(Generic[R]):
    """Rows, and what an answer as of a day leaves out.

    Attributes:
        undated: how many articles were left out because they have no date.
        first_known: the day of the first dated article that says anything of it, asked-for or not.
    """

    rows: tuple[R, ...]
    undated: int = 0
    first_known: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Attendee:
    """A participant of an event."""

    participant: str
    kind: ParticipantKind
    country: str | None
    status: Status
    role: Role | None
    represented_by: str | None
    articles: int
    last_claim: dt.date | None
    against: int
    id: uuid.UUID


@dataclass(frozen=True, slots=True)
class AttendedEvent:
    """An event of a participant."""

    event: str
    kind: EventKind
    date: str | None
    place: str | None
    country: str | None
    status: Status
    role: Role | None
    represented_by: str | None
    articles: int
    last_claim: dt.date | None
    against: int
    id: uuid.UUID
    first_day: dt.date | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class SharedEvent:
    """An event that several participants share; their statuses stand in the order asked for."""

    event: str
    kind: EventKind
    date: str | None
    place: str | None
    country: str | None
    statuses: tuple[Status, ...]
    id: uuid.UUID


def _with_claims(*subject: Any) -> Select[*tuple[Any, ...]]:  # noqa: ANN401 - columns of any type
    return (
        select(*subject, *SAID)
        .join_from(Attendance, Claim, Claim.attendance_id == Attendance.id)
        .join(Article, Article.id == Claim.article_id)
        .outerjoin(Deputy, Deputy.id == Claim.represented_by_id)
    )


# Built once: building costs several times what the database takes to answer.
_OF_EVENT = (
    _with_claims(Participant.id, Participant.name, Participant.kind, Participant.country)
    .join(Participant, Participant.id == Attendance.participant_id)
    .where(Attendance.event_id == bindparam("event_id"))
)
_OF_PARTICIPANT = (
    _with_claims(
        Event.id, Event.name, Event.kind, Event.date, Event.first_day, Event.place, Event.country
    )
    .join(Event, Event.id == Attendance.event_id)
    .where(Attendance.participant_id == bindparam("participant_id"))
)


def who_attended(
    session: Session,
    event_id: uuid.UUID,
    *,
    as_of: dt.date | None = None,
    statuses: Iterable[Status] = (),
) -> Answer[Attendee]:
    """Return the participants of an event: those who came, those who plan to, those who stay away."""
    wanted = frozenset(statuses) or frozenset(Status)
    rows = session.execute(_OF_EVENT, {"event_id": event_id}).all()
    found = _standings(rows, 4, as_of, _attendee)
    kept = (row for row in found.rows if row.status in wanted)
    ordered = sorted(
        kept, key=lambda row: (ORDER.index(row.status), words(row.participant), row.id)
    )
    return Answer(tuple(ordered), found.undated, found.first_known)


def attended(
    session: Session,
    participant_id: uuid.UUID,
    *,
    as_of: dt.date | None = None,
    statuses: Iterable[Status] = (),
) -> Answer[AttendedEvent]:
    """Return the events of a participant in time, undated ones last."""
    wanted = frozenset(statuses) or frozenset(Status)
    rows = session.execute(_OF_PARTICIPANT, {"participant_id": participant_id}).all()
    found = _standings(rows, 7, as_of, _attended_event)
    kept = (row for row in found.rows if row.status in wanted)
    ordered = sorted(
        kept, key=lambda row: (row.first_day or dt.date.max, row.date or "", row.event, row.id)
    )
    return Answer(tuple(ordered), found.undated, found.first_known)


def together(
    session: Session,
    participant_ids: Sequence[uuid.UUID],
    *,
    as_of: dt.date | None = None,
    everything: bool = False,
) -> Answer[SharedEvent]:
    """Return the events that participants share in time, where none of them stays away.

    Args:
        session: a session.
        participant_ids: two participants or more.
        as_of: only what articles published up to this day say.
        everything: True to keep the events that some of them stay away from.
    """
    answers = [attended(session, each, as_of=as_of) for each in participant_ids]
    standings = [{event.id: event for event in each.rows} for each in answers]
    shared = []
    for event in answers[0].rows:
        if not all(event.id in each for each in standings):
            continue
        statuses = tuple(each[event.id].status for each in standings)
        if everything or not AWAY.intersection(statuses):
            shared.append(
                SharedEvent(
                    event.event,
                    event.kind,
                    event.date,
                    event.place,
                    event.country,
                    statuses,
                    event.id,
                )
            )
    known = [each.first_known for each in answers if each.first_known]
    return Answer(
        tuple(shared), max(each.undated for each in answers), max(known) if known else None
    )


def _standings(
    rows: Sequence[Row[*tuple[Any, ...]]],
    width: int,
    as_of: dt.date | None,
    make: Callable[[tuple[Any, ...], Standing], R],
) -> Answer[R]:
    """Group rows by their first ``width`` columns, and settle the claims in the others."""
    groups: dict[tuple[Any, ...], list[Said]] = defaultdict(list)
    undated: set[str] = set()
    days: list[dt.date] = []
    for row in rows:
        claim = Said(*row[width:])
        if claim.said_on:
            days.append(claim.said_on)
        if as_of is None or (claim.said_on and claim.said_on <= as_of):
            groups[tuple(row[:width])].append(claim)
        elif claim.said_on is None:
            undated.add(claim.article)
    made = tuple(make(subject, settle(claims)) for subject, claims in groups.items())
    return Answer(made, len(undated), min(days, default=None))


def _attendee(subject: tuple[Any, ...], standing: Standing) -> Attendee:
    identity, name, kind, country = subject
    return Attendee(
        participant=name,
        kind=kind,
        country=country,
        status=standing.status,
        role=standing.role,
        represented_by=standing.represented_by,
        articles=standing.articles,
        last_claim=standing.last_claim,
        against=standing.against,
        id=identity,
    )


def _attended_event(subject: tuple[Any, ...], standing: Standing) -> AttendedEvent:
    identity, name, kind, edtf, first_day, place, country = subject
    return AttendedEvent(
        event=name,
        kind=kind,
        date=edtf,
        place=place,
        country=country,
        status=standing.status,
        role=standing.role,
        represented_by=standing.represented_by,
        articles=standing.articles,
        last_claim=standing.last_claim,
        against=standing.against,
        id=identity,
        first_day=first_day,
    )
