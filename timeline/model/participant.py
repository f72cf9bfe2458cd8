"""Those who attend: persons, countries, organizations and groups, and every spelling met of them."""

import uuid
from datetime import date

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from timeline.model.base import Base, Code, Id, Name, enumeration
from timeline.records import ParticipantKind


class Participant(Base):
    """A person, country, organization or group; its id is that of its earliest spelling."""

    __tablename__ = "participant"
    __table_args__ = (
        UniqueConstraint("kind", "name", "country", postgresql_nulls_not_distinct=True),
        Index(None, "country"),
    )

    id: Mapped[Id]
    kind: Mapped[ParticipantKind] = mapped_column(enumeration(ParticipantKind, "kind"))
    name: Mapped[Name]
    country: Mapped[Code | None] = mapped_column(
        comment="ISO 3166-1 alpha-3: the country itself, or the one that the person represents"
    )


class ParticipantAlias(Base):
    """A spelling as articles have it; claims point here, so that merging loses no spelling.

    Every id that a participant ever had is the id of one of its aliases.
    """

    __tablename__ = "participant_alias"
    __table_args__ = (
        UniqueConstraint("kind", "name", "country", postgresql_nulls_not_distinct=True),
        Index(None, "participant_id"),
        Index(None, "key"),
        Index(None, "first_block"),
        Index(None, "last_block"),
    )

    id: Mapped[Id]
    participant_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("participant.id"))
    kind: Mapped[ParticipantKind] = mapped_column(enumeration(ParticipantKind, "kind"))
    name: Mapped[Name]
    country: Mapped[Code | None]
    key: Mapped[Name] = mapped_column(
        comment="the name in lower case, without accents, hyphens and titles"
    )
    first_block: Mapped[Code] = mapped_column(
        comment="how the first word of the key begins; spellings of one person share one of the two"
    )
    last_block: Mapped[Code] = mapped_column(comment="how the last word of the key begins")
    articles: Mapped[int] = mapped_column(comment="number of articles that have the spelling")
    first_published: Mapped[date | None] = mapped_column(
        comment="publication day of the earliest article that has the spelling"
    )
    first_article_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("article.id"))

    participant: Mapped[Participant] = relationship()
