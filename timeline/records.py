"""The plain frozen values that pass between the stations: documents, mentions, extractions.

Offsets count characters of ``Document.text``; ``start`` is inclusive, ``end`` exclusive, so that
``document.text[mention.start:mention.end]`` is always the quoted words. The vocabulary is that of
docs/vocabulary.md; the values of the enumerations are what is stored and printed.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Status(StrEnum):
    """What is said of a participant's attendance of an event."""

    INVITED = "invited"
    TENTATIVE = "tentative"
    EXPECTED = "expected"
    CONFIRMED = "confirmed"
    ATTENDED = "attended"
    DECLINED = "declined"
    ABSENT = "absent"


class Role(StrEnum):
    """The part that a participant plays at an event, where the text says it."""

    HOST = "host"
    SPEAKER = "speaker"
    GUEST = "guest"


class ParticipantKind(StrEnum):
    """What a participant is."""

    PERSON = "person"
    COUNTRY = "country"
    ORGANIZATION = "organization"
    GROUP = "group"


class EventKind(StrEnum):
    """What an event is."""

    PARADE = "parade"
    SUMMIT = "summit"
    CONFERENCE = "conference"
    MEETING = "meeting"
    VISIT = "visit"
    CEREMONY = "ceremony"
    FUNERAL = "funeral"
    TALKS = "talks"
    EXERCISE = "exercise"
    ELECTION = "election"
    PROTEST = "protest"
    SPORT = "sport"
    OTHER = "other"


class Flow(StrEnum):
    """The direction of trade, from the reporter's side."""

    TOTAL = "total"
    EXPORT = "export"
    IMPORT = "import"


class Measure(StrEnum):
    """What a trade figure measures."""

    SHARE = "share"
    VALUE = "value"
    GROWTH = "growth"
    BALANCE = "balance"


@dataclass(frozen=True, slots=True)
class Document:
    """An article as an importer read it.

    Attributes:
        text: the body, without the headline; mended, never empty.
        id: the caller's own name for the article, given back unchanged by ``extract``.
        url: where the article stands.
        source: the publisher, a host name or a name.
        title: the headline.
        published: the day of publication.
        language: ISO 639-1 code, where it is known.
    """

    text: str
    id: str | None = None
    url: str | None = None
    source: str | None = None
    title: str | None = None
    published: date | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """An input that an importer could not read; it takes the place of a Document.

    Attributes:
        input: the path, ``-`` for standard input, with ``:LINE`` where a line of it is meant.
        cause: a short stable word for the kind of failure, such as ``empty`` or ``binary``.
        message: one line that says what is wrong and what to do.
    """

    input: str
    cause: str
    message: str


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date that the text tells.

    Attributes:
        edtf: the date in EDTF (``2025-09-03``, ``2025-09``, ``2025-08-31/2025-09-01``, ``2025~``),
            or None where text and publication date do not settle it.
    """

    start: int
    end: int
    edtf: str | None


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A town, venue or country that the text names as a place.

    Attributes:
        name: the place as a reader would write it.
        country: ISO 3166-1 alpha-3 code of where it lies, or None.
    """

    start: int
    end: int
    name: str
    country: str | None


@dataclass(frozen=True, slots=True)
class ParticipantMention:
    """One place in the text where a participant is named or meant.

    Attributes:
        name: the fullest form of the name in the article, without titles.
        kind: person, country, organization or group.
        country: ISO 3166-1 alpha-3 code of the country itself or that the person represents.
    """

    start: int
    end: int
    name: str
    kind: ParticipantKind
    country: str | None = None


@dataclass(frozen=True, slots=True)
class EventMention:
    """An occasion that the article tells of, once an article.

    Attributes:
        id: its name inside this article (``e1``, ``e2`` …).
        name: the short name that a reader would use, from the article's own words.
        date: EDTF, or None where text and publication date do not settle it.
        place: the most exact place named, or None.
        country: ISO 3166-1 alpha-3 code of where it takes place, or None.
        start: where the words that name it best begin.
        end: where they end.
    """

    id: str
    name: str
    kind: EventKind
    date: str | None
    place: str | None
    country: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class AttendanceMention:
    """What the article says of one participant at one event.

    Attributes:
        event: the id of the EventMention.
        name: the fullest form of the participant's name in the article.
        kind: what the participant is.
        country: ISO 3166-1 alpha-3 code of the country itself or that the person represents.
        status: the strongest claim that the article makes of them.
        observed: True where the text tells what came of it, False where it tells what was planned.
        start: where the words that say so begin.
        end: where they end.
        role: host, speaker or guest, where the text says it.
        represented_by: the name of the participant who comes in their place.
        quoted: who is quoted as saying so, as the text names them.
        rule: the name of the rule that found it.
        confidence: how often rows found so are right, from 0 to 1.
    """

    event: str
    name: str
    kind: ParticipantKind
    country: str | None
    status: Status
    observed: bool
    start: int
    end: int
    role: Role | None = None
    represented_by: str | None = None
    quoted: str | None = None
    rule: str = ""
    confidence: float = 0.5


@dataclass(frozen=True, slots=True)
class TradeMention:
    """A number about trade that the article states.

    Attributes:
        reporter: ISO 3166-1 alpha-3 code, or a bloc's short name, of whose trade it is.
        partner: the same for the other side; ``WLD`` is the world.
        flow: total, export or import, from the reporter's side.
        measure: share or growth (percent), value or balance (money).
        value: the number in full; falls and deficits are negative.
        unit: ``percent`` or an ISO 4217 code.
        period: ``2023``, ``2023-08``, ``2024-01/2024-07``, ``2023-Q2``; None where not settled.
        approximate: True for about, nearly, more than and their like.
        goods: the goods that the flow is limited to.
        start: where the words that state it begin.
        end: where they end.
        quoted: who is quoted as saying so, as the text names them.
        rule: the name of the rule that found it.
        confidence: how often figures found so are right, from 0 to 1.
    """

    reporter: str
    partner: str
    flow: Flow
    measure: Measure
    value: Decimal
    unit: str
    period: str | None
    approximate: bool
    start: int
    end: int
    goods: str | None = None
    quoted: str | None = None
    rule: str = ""
    confidence: float = 0.5


@dataclass(frozen=True, slots=True)
class Extraction:
    """All findings of one document; each extractor returns it with its own field filled."""

    document: Document
    dates: tuple[DateMention, ...] = field(default=())
    places: tuple[PlaceMention, ...] = field(default=())
    participants: tuple[ParticipantMention, ...] = field(default=())
    events: tuple[EventMention, ...] = field(default=())
    attendance: tuple[AttendanceMention, ...] = field(default=())
    trade: tuple[TradeMention, ...] = field(default=())
