"""Which event a name means: the words of its names, kind, place, country and date, or its id."""

import datetime as dt
import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import Session

from timeline.edtf_dates import MONTHS
from timeline.identity import short_id
from timeline.knowledge.countries import country_name
from timeline.model import Event, EventAlias, EventMention
from timeline.queries.names import (
    SURE_DIGITS,
    ambiguous,
    begins_with,
    check_named,
    id_digits,
    meant_country,
    near_names,
    unknown,
    where_and_when,
)
from timeline.queries.words import all_stand_in, asked_words, may_contain, words
from timeline.records import EventKind

LONGEST_DATE = timedelta(days=62)  # of which months are told; of a longer one only the years
MOST_YEARS = 3


@dataclass(frozen=True, slots=True)
class NamedEvent:
    """An event with all its names."""

    id: uuid.UUID
    name: str
    kind: EventKind
    date: str | None
    first_day: dt.date | None
    last_day: dt.date | None
    place: str | None
    country: str | None
    names: tuple[str, ...] = field(default=())

    def __str__(self) -> str:
        """Tell the event apart from others, with the id that can be typed for it."""
        about = where_and_when(self.date, self.place, self.country)
        return f"{short_id(self.id)}  {self.name}" + (f", {about}" if about else "")


_NAMED: Select[*tuple[Any, ...]] = select(
    Event.id,
    Event.name,
    Event.kind,
    Event.date,
    Event.first_day,
    Event.last_day,
    Event.place,
    Event.country,
    EventAlias.name,
).outerjoin(EventAlias, EventAlias.event_id == Event.id)


def find_event(session: Session, name: str) -> NamedEvent:
    """Return the event that a name or the beginning of an id means.

    Raises:
        QuestionError: the name is empty.
        UnknownNameError: no event fits.
        AmbiguousNameError: several fit equally well.
    """
    check_named(name, "an event")
    digits = id_digits(name)
    found = _by_id(session, digits) if digits and len(digits) >= SURE_DIGITS else []
    found = found or _by_words(session, name) or (_by_id(session, digits) if digits else [])
    if not found:
        raise unknown("event", name, suggest_events(session, name), "timeline events")
    if len(found) > 1:
        raise ambiguous("events", name, [str(event) for event in found])
    return found[0]


def search_events(session: Session, text: str) -> list[NamedEvent]:
    """Return the events in whose names, kind, place, country and date all words of a text begin."""
    asked = asked_words(text)
    codes = _countries(session, asked)
    found = _candidates(session, asked, codes)
    return [event for event in found if _fits_about(event, asked, codes, whole=False)]


def suggest_events(session: Session, name: str) -> list[str]:
    """Return the names of events most like one; it reads all of them."""
    return near_names(name, session.scalars(select(Event.name).union(select(EventAlias.name))))


def event_names(session: Session, beginning: str, limit: int) -> list[str]:
    """Return names of events that begin so, whatever the case."""
    statement = select(Event.name).where(Event.name.istartswith(beginning, autoescape=True))
    return list(session.scalars(statement.distinct().order_by(Event.name).limit(limit)))


def _by_id(session: Session, digits: str) -> list[NamedEvent]:
    """Return the events that have, or once had, an id that begins so."""
    former = select(EventMention.event_id).where(begins_with(EventMention.id, digits))
    return _load(session, or_(begins_with(Event.id, digits), Event.id.in_(former)))


def _by_words(session: Session, name: str) -> list[NamedEvent]:
    """Return the events that fit a name best; the first of the ways that finds any decides."""
    asked = asked_words(name)
    codes = _countries(session, asked)
    candidates = _candidates(session, asked, codes)
    ways: Sequence[Callable[[NamedEvent], bool]] = (
        lambda event: any(words(each) == words(name) for each in event.names),
        lambda event: _fits_name(event, asked, whole=True),
        lambda event: _fits_about(event, asked, codes, whole=True),
        lambda event: _fits_name(event, asked, whole=False),
        lambda event: _fits_about(event, asked, codes, whole=False),
    )
    for fits in ways:
        if found := [event for event in candidates if fits(event)]:
            return found
    return []


def _fits_name(event: NamedEvent, asked: Sequence[str], *, whole: bool) -> bool:
    return any(all_stand_in(asked, words(each), whole=whole) for each in event.names)


Codes = dict[str, frozenset[str]]


def _fits_about(event: NamedEvent, asked: Sequence[str], codes: Codes, *, whole: bool) -> bool:
    known = {word for each in event.names for word in words(each)}
    known.update(words(event.place or ""), words(event.kind), _date_words(event))
    rest = [word for word in asked if event.country is None or event.country not in codes[word]]
    return all_stand_in(rest, known, whole=whole)


def _date_words(event: NamedEvent) -> set[str]:
    """Return the words by which people tell the event's date."""
    first, last = event.first_day, event.last_day
    if first is None or last is None or last.year - first.year > MOST_YEARS:
        return set()
    told = {str(year) for year in range(first.year, last.year + 1)}
    if last - first <= LONGEST_DATE:
        for day in (first, last):
            told.update({f"{day.month:02}", MONTHS[day.month - 1]})
    if first == last:
        told.update({f"{first.day:02}", str(first.day)})
    return told


def _countries(session: Session, asked: Sequence[str]) -> Codes:
    """Return for each word the countries with events that it stands for: by name, code or demonym."""
    stored = session.scalars(select(Event.country).distinct().where(Event.country.is_not(None)))
    names = {code: set(words(country_name(code))) for code in stored if code}
    meant: dict[str, set[str]] = {
        word: {code for code, known in names.items() if word in known} for word in asked
    }
    for first in range(len(asked)):
        for last in range(first + 1, len(asked) + 1):
            if code := meant_country(" ".join(asked[first:last])):
                for word in asked[first:last]:
                    meant[word].add(code)
    return {word: frozenset(found) for word, found in meant.items()}


def _candidates(session: Session, asked: Sequence[str], codes: Codes) -> list[NamedEvent]:
    """Return all events that may fit, and not many more."""
    return _load(session, *(_may_fit(word, codes[word]) for word in asked if not _is_date(word)))


def _may_fit(word: str, codes: frozenset[str]) -> ColumnElement[bool]:
    called = select(EventAlias.event_id).where(may_contain(EventAlias.name, word))
    return or_(
        may_contain(Event.name, word),
        may_contain(Event.place, word),
        Event.kind.in_([kind for kind in EventKind if word in kind]),
        Event.country.in_(codes),
        Event.id.in_(called),
    )


def _is_date(word: str) -> bool:
    return word.isdigit() or any(month.startswith(word) for month in MONTHS)


def _load(session: Session, *conditions: ColumnElement[bool]) -> list[NamedEvent]:
    names: dict[uuid.UUID, set[str]] = {}
    events: dict[uuid.UUID, NamedEvent] = {}
    ordered = _NAMED.order_by(Event.first_day.is_(None), Event.first_day, Event.name, Event.id)
    for *columns, alias in session.execute(ordered.where(*conditions)):
        event = NamedEvent(*columns)
        events[event.id] = event
        names.setdefault(event.id, {event.name}).update([alias] if alias else [])
    return [_with_names(event, names[event.id]) for event in events.values()]


def _with_names(event: NamedEvent, names: Iterable[str]) -> NamedEvent:
    others = sorted(name for name in names if name != event.name)
    return NamedEvent(
        event.id,
        event.name,
        event.kind,
        event.date,
        event.first_day,
        event.last_day,
        event.place,
        event.country,
        (event.name, *others),
    )
