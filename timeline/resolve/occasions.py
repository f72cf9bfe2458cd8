"""Which mentions, each from an article of its own, tell of one event.

The rule weighs what two mentions share; a mention never meets one that contradicts it, not even by way
of a third. The weights are set by hand so that two of time, place, name and people carry a link.
"""

import datetime as dt
import re
import unicodedata
import uuid
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from timeline.knowledge.blocs import find_bloc
from timeline.knowledge.cities import find_city
from timeline.knowledge.countries import find_country
from timeline.records import EventKind, ParticipantKind
from timeline.resolve.groups import Groups

T = TypeVar("T")
LINK = 3.5
MANY_WORDS = 0.6  # of the shorter name
# A mention without a date tells of something near its publication.
BEFORE, AFTER = dt.timedelta(days=90), dt.timedelta(days=180)
SLACK = dt.timedelta(days=1)  # time zones: an evening there is the next morning here
PRECISE = dt.timedelta(days=31)
BILATERAL = {EventKind.MEETING, EventKind.VISIT}
SOMETIMES_BILATERAL = {EventKind.TALKS, EventKind.SUMMIT}
# Words under which different writers put one occasion.
COMPATIBLE = [
    {EventKind.PARADE, EventKind.CEREMONY},
    {EventKind.FUNERAL, EventKind.CEREMONY},
    {EventKind.SPORT, EventKind.CEREMONY},
    {EventKind.SUMMIT, EventKind.CONFERENCE, EventKind.TALKS, EventKind.MEETING},
]
EMPTY_WORDS = frozenset(
    {"a", "an", "and", "at", "between", "by", "during", "for", "from", "her", "his", "in", "its"}
    | {"of", "on", "s", "the", "their", "to", "with"}
)


@dataclass(frozen=True, slots=True)
class Person:
    """Who is said to be concerned by an event: all that the rule sees of a participant."""

    kind: ParticipantKind
    key: str
    country: str | None


@dataclass(frozen=True, slots=True)
class Occasion:
    """An event mention, as far as the rule looks at it; the fields are those of ``event_mention``."""

    id: uuid.UUID
    article_id: uuid.UUID
    published: dt.date | None
    name: str
    kind: EventKind
    date: str | None
    first_day: dt.date | None
    last_day: dt.date | None
    place: str | None
    country: str | None
    people: frozenset[Person] = frozenset()

    @property
    def age(self) -> tuple[dt.date, bytes, bytes]:
        """What mentions are ordered by, the earliest first; those of undated articles come last."""
        return (self.published or dt.date.max, self.article_id.bytes, self.id.bytes)


@dataclass(frozen=True, slots=True)
class SettledEvent:
    """An event as its mentions give it."""

    id: uuid.UUID
    name: str
    kind: EventKind
    date: str | None
    first_day: dt.date | None
    last_day: dt.date | None
    place: str | None
    country: str | None
    mentions: tuple[Occasion, ...]


def window(
    first_day: dt.date | None, last_day: dt.date | None, published: dt.date | None
) -> tuple[dt.date, dt.date]:
    """Return the days that a mention's occasion may be on; without any hint all days."""
    if first_day and last_day:
        first, last, before, after = first_day, last_day, SLACK, SLACK
    elif published:
        first, last, before, after = published, published, BEFORE, AFTER
    else:
        return dt.date.min, dt.date.max
    return (
        first - before if first - dt.date.min > before else dt.date.min,
        last + after if dt.date.max - last > after else dt.date.max,
    )


def likeness(a: Occasion, b: Occasion) -> float | None:
    """Return how much speaks for two mentions being one event, or None where they contradict.

    They are connected from ``LINK`` up.
    """
    if a.article_id == b.article_id or _contradict(a, b):
        return None
    shared = _shared(a, b)
    bilateral = _is_bilateral(a)
    if bilateral != _is_bilateral(b):
        return None
    if bilateral and not _same_parties(a, b, shared):
        return None
    alike = _named(a, b)
    if not shared and not _same_place(a, b) and (_dated(a, b) < 1 or alike < MANY_WORDS):
        return 0.0  # a name as such ("the summit") connects nothing
    return (
        _dated(a, b)
        + _placed(a, b)
        + (1.0 if a.kind is b.kind else 0.5)
        + 1.5 * alike
        + 0.75 * min(shared, 3)
    )


def _contradict(a: Occasion, b: Occasion) -> bool:
    first, last = window(a.first_day, a.last_day, a.published)
    other_first, other_last = window(b.first_day, b.last_day, b.published)
    if first > other_last or other_first > last:
        return True
    if a.country and b.country and a.country != b.country:
        return True
    towns = {_town(mention.place) for mention in (a, b)} - {None}
    if len(towns) > 1 and EventKind.VISIT not in (a.kind, b.kind):
        return True
    if a.kind is not b.kind and not any({a.kind, b.kind} <= kinds for kinds in COMPATIBLE):
        return True
    return any(x and y and not x & y for x, y in zip(_marks(a.name), _marks(b.name), strict=True))


@cache
def _words(name: str) -> frozenset[str]:
    """Return the words of a name without accents, countries as their codes."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    words = re.findall(r"[A-Za-z0-9]+", plain)
    return frozenset(
        find_country(word) or word.lower() for word in words if word.lower() not in EMPTY_WORDS
    )


@cache
def _marks(name: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return what tells one occasion of a series from another: bodies, years and ordinals."""
    words = re.findall(r"[\w]+", name)
    acronyms = {word for word in words if re.fullmatch(r"[A-Z]{2,}\d*|G\d+", word)}
    bodies = {bloc.short if (bloc := find_bloc(word)) else word for word in acronyms}
    countries = {word for word in bodies if find_country(word)}
    years = {word for word in words if re.fullmatch(r"(19|20)\d\d", word)}
    ordinals = {word.lower() for word in words if re.fullmatch(r"\d+(st|nd|rd|th)", word.lower())}
    return frozenset(bodies - countries), frozenset(years), frozenset(ordinals)


def _is_bilateral(mention: Occasion) -> bool:
    if mention.kind in BILATERAL:
        return True
    named = _words(mention.name)
    persons = [person for person in mention.people if person.kind is ParticipantKind.PERSON]
    return mention.kind in SOMETIMES_BILATERAL and (
        sum(bool(named & set(person.key.split())) for person in persons) > 1
    )


def _same_parties(a: Occasion, b: Occasion, shared: int) -> bool:
    """Tell whether two bilateral occasions have the same sides, and are bounded in time at all."""
    bounded = all(mention.first_day or mention.published for mention in (a, b))
    sides = 1 if EventKind.VISIT in (a.kind, b.kind) else min(2, len(a.people), len(b.people))
    return bounded and shared >= max(1, sides)


def _shared(a: Occasion, b: Occasion) -> int:
    return sum(any(_same_person(x, y) for y in b.people) for x in a.people)


def _same_person(x: Person, y: Person) -> bool:
    if x.kind is not y.kind:
        return False
    if x.key == y.key:
        return True
    if x.kind is not ParticipantKind.PERSON or x.country != y.country or x.country is None:
        return False
    short, full = sorted((x.key.split(), y.key.split()), key=len)
    return len(short) == 1 and short[0] in full


def _dated(a: Occasion, b: Occasion) -> float:
    if a.first_day and a.last_day and b.first_day and b.last_day:
        wide = max(a.last_day - a.first_day, b.last_day - b.first_day)
        return 2.0 if wide <= PRECISE else 1.0
    bounded = all(mention.first_day or mention.published for mention in (a, b))
    return 0.5 if bounded else 0.0


def _same_place(a: Occasion, b: Occasion) -> bool:
    return bool(a.place and b.place and _words(a.place) & _words(b.place))


@cache
def _town(place: str | None) -> str | None:
    """Return the town that a place is, under its usual name; a venue or a country is none."""
    city = find_city(place) if place and not find_country(place) else None
    return city.name if city else None


def _placed(a: Occasion, b: Occasion) -> float:
    if _same_place(a, b):
        return 1.5
    if a.country and a.country == b.country:
        towns = [mention.place for mention in (a, b) if _is_town(mention.place)]
        return 0.25 if len(towns) > 1 else 0.75
    return 0.0


def _is_town(place: str | None) -> bool:
    return place is not None and find_country(place) is None


def _named(a: Occasion, b: Occasion) -> float:
    x, y = _words(a.name), _words(b.name)
    return len(x & y) / max(1, min(len(x), len(y)))


def settle(pool: Iterable[Occasion]) -> list[SettledEvent]:
    """Return the events that a pool closed under links tells of.

    The best link is made first; one that would bring together two mentions that contradict is not made.
    """
    ordered = sorted(pool, key=lambda mention: mention.age)
    links: list[tuple[float, int, int]] = []
    apart: set[tuple[int, int]] = set()
    for i, a in enumerate(ordered):
        for j in range(i):
            score = likeness(a, ordered[j])
            if score is None:
                apart.add((j, i))
            elif score >= LINK:
                links.append((-score, j, i))
    groups = Groups(len(ordered))
    members = {i: [i] for i in range(len(ordered))}
    for _, i, j in sorted(links):
        low, high = sorted((groups.find(i), groups.find(j)))
        if low != high and not any(
            (min(x, y), max(x, y)) in apart for x in members[low] for y in members[high]
        ):
            groups.join(low, high)
            members[low] += members.pop(high)
    return [_settled([ordered[i] for i in sorted(group)]) for group in members.values()]


def _settled(mentions: Sequence[Occasion]) -> SettledEvent:
    """Take of each field what most mentions say, the earliest of them where they are even."""
    dated = [mention for mention in mentions if mention.first_day and mention.last_day]
    precise = [
        mention
        for mention in dated
        if mention.first_day and mention.last_day and mention.last_day - mention.first_day < PRECISE
    ] or dated
    day = next(
        (m for m in precise if m.date == _most([other.date for other in precise])),
        None,
    )
    towns = [mention.place for mention in mentions if _is_town(mention.place)]
    places = towns or [mention.place for mention in mentions if mention.place]
    countries = [mention.country for mention in mentions if mention.country]
    kind = _most([mention.kind for mention in mentions]) or mentions[0].kind
    names = [mention.name for mention in mentions if mention.kind is kind]
    plain = [name for name in names if kind in name.lower()]  # "parade" before "celebration"
    return SettledEvent(
        id=mentions[0].id,
        name=_most(plain or names) or mentions[0].name,
        kind=kind,
        date=day.date if day else None,
        first_day=day.first_day if day else None,
        last_day=day.last_day if day else None,
        place=_most(places),
        country=_most(countries),
        mentions=tuple(mentions),
    )


def _most(values: Sequence[T]) -> T | None:
    """Return what occurs most often; of equals the first."""
    return Counter(values).most_common(1)[0][0] if values else None
