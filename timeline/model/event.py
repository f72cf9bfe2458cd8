"""Occasions, what each article says of them, and who attended."""

import datetime as dt
import uuid

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from timeline.model.article import Article
from timeline.model.base import Base, Code, Edtf, Id, Name, enumeration
from timeline.model.participant import Participant
from timeline.records import EventKind, Role, Status


class Event(Base):
    """An occasion; all of it follows from its mentions, and its id is that of the earliest one."""

    __tablename__ = "event"
    __table_args__ = (
        CheckConstraint("first_day <= last_day", name="days_in_order"),
        Index(None, "first_day", "last_day"),
        Index(None, "country"),
        Index(None, "kind"),
    )

    id: Mapped[Id]
    name: Mapped[Name]
    kind: Mapped[EventKind] = mapped_column(enumeration(EventKind, "kind"))
    date: Mapped[Edtf | None] = mapped_column(comment="EDTF")
    first_day: Mapped[dt.date | None] = mapped_column(comment="first day that the date allows")
    last_day: Mapped[dt.date | None] = mapped_column(comment="last day that the date allows")
    place: Mapped[Name | None]
    country: Mapped[Code | None] = mapped_column(comment="ISO 3166-1 alpha-3 of where it is held")


class EventAlias(Base):
    """A name that articles give an event."""

    __tablename__ = "event_alias"
    __table_args__ = (UniqueConstraint("event_id", "name"),)

    id: Mapped[Id]
    event_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("event.id"))
    name: Mapped[Name]

    event: Mapped[Event] = relationship()


class EventMention(Base):
    """What one article says of one occasion; resolving connects mentions, and never changes them.

    Every id that an event ever had is the id of one of its mentions.
    """

    __tablename__ = "event_mention"
    __table_args__ = (
        CheckConstraint("first_day <= last_day", name="days_in_order"),
        CheckConstraint("start_offset >= 0 AND start_offset <= end_offset", name="offsets"),
        Index(None, "article_id"),
        Index(None, "event_id"),
        Index(None, "country", "window_first"),
    )

    id: Mapped[Id]
    article_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("article.id"))
    event_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("event.id"))
    name: Mapped[Name]
    kind: Mapped[EventKind] = mapped_column(enumeration(EventKind, "kind"))
    date: Mapped[Edtf | None] = mapped_column(comment="EDTF")
    first_day: Mapped[dt.date | None]
    last_day: Mapped[dt.date | None]
    place: Mapped[Name | None]
    country: Mapped[Code | None]
    window_first: Mapped[dt.date] = mapped_column(
        comment="first day that the occasion may be on, from its date or the publication date"
    )
    window_last: Mapped[dt.date] = mapped_column(comment="last such day")
    start_offset: Mapped[int]
    end_offset: Mapped[int] = mapped_column(comment="exclusive")

    article: Mapped[Article] = relationship()
    event: Mapped[Event] = relationship()


class Attendance(Base):
    """A participant at an event, with the status that follows from its claims."""

    __tablename__ = "attendance"
    __table_args__ = (
        UniqueConstraint("event_id", "participant_id"),
        Index(None, "participant_id", "event_id"),
    )

    id: Mapped[Id]
    event_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("event.id"))
    participant_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("participant.id"))
    status: Mapped[Status] = mapped_column(enumeration(Status, "status"))
    observed: Mapped[bool] = mapped_column(comment="what came of it, or what was planned")
    role: Mapped[Role | None] = mapped_column(enumeration(Role, "role"))

    event: Mapped[Event] = relationship()
    participant: Mapped[Participant] = relationship()
