"""Claims: what one article says of one attendance, with the words that say it."""

import uuid

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from timeline.model.article import Article
from timeline.model.base import Base, Id, enumeration
from timeline.model.event import Attendance, EventMention
from timeline.model.participant import ParticipantAlias
from timeline.records import Role, Status


class Claim(Base):
    """What one article says of one attendance; never changed once it is written.

    Only ``attendance_id`` follows the resolving: it is the attendance of the event of the mention by
    the participant of the alias.
    """

    __tablename__ = "claim"
    __table_args__ = (
        UniqueConstraint(
            "article_id",
            "event_mention_id",
            "participant_alias_id",
            "start_offset",
            "end_offset",
            name="uq_claim_what_is_said",
        ),
        CheckConstraint("start_offset >= 0 AND start_offset < end_offset", name="offsets"),
        CheckConstraint("confidence >= 0 AND confidence <= 1", name="confidence"),
        Index(None, "attendance_id"),
        Index(None, "event_mention_id"),
        Index(None, "participant_alias_id"),
    )

    id: Mapped[Id]
    article_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("article.id"))
    attendance_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("attendance.id"))
    event_mention_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("event_mention.id"))
    participant_alias_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("participant_alias.id"))
    status: Mapped[Status] = mapped_column(enumeration(Status, "status"))
    observed: Mapped[bool] = mapped_column(comment="what came of it, or what was planned")
    role: Mapped[Role | None] = mapped_column(enumeration(Role, "role"))
    represented_by_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("participant_alias.id"), comment="who comes in their place"
    )
    quoted: Mapped[str | None] = mapped_column(Text, comment="who is quoted as saying so")
    start_offset: Mapped[int] = mapped_column(comment="where the quote begins in article.text")
    end_offset: Mapped[int] = mapped_column(comment="where it ends, exclusive")
    extractor: Mapped[str] = mapped_column(String(64), comment="the rule that found it")
    extractor_version: Mapped[str] = mapped_column(String(32))
    confidence: Mapped[float] = mapped_column(comment="how often such claims are right, 0 to 1")

    article: Mapped[Article] = relationship()
    attendance: Mapped[Attendance] = relationship()
    event_mention: Mapped[EventMention] = relationship()
    alias: Mapped[ParticipantAlias] = relationship(foreign_keys=[participant_alias_id])
