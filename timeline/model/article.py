"""Stored texts, their publishers, and the runs of the importer that brought them."""

import uuid
from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from timeline.model.base import Base, Id, Name


class Source(Base):
    """A publisher."""

    __tablename__ = "source"

    id: Mapped[Id]
    name: Mapped[Name] = mapped_column(unique=True, comment="host name or name")


class ImportRun(Base):
    """One run of the importer and its counts."""

    __tablename__ = "import_run"

    id: Mapped[Id]
    started_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
    reader_version: Mapped[str] = mapped_column(String(32))
    new_articles: Mapped[int] = mapped_column(default=0)
    known_articles: Mapped[int] = mapped_column(default=0)
    failures: Mapped[int] = mapped_column(default=0)


class ImportFailure(Base):
    """An input that could not be read, and why."""

    __tablename__ = "import_failure"
    __table_args__ = (Index(None, "import_run_id"),)

    id: Mapped[Id]
    import_run_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("import_run.id"))
    input: Mapped[str] = mapped_column(Text, comment="path, with the line where there is one")
    cause: Mapped[str] = mapped_column(String(32), comment="a short stable word")
    message: Mapped[str] = mapped_column(Text)
    failed_at: Mapped[datetime]


class Article(Base):
    """A stored text; ``text[start:end]`` of a claim's offsets is its quote."""

    __tablename__ = "article"
    __table_args__ = (Index(None, "published"), Index(None, "source_id"))

    id: Mapped[Id]
    digest: Mapped[str] = mapped_column(
        String(64), unique=True, comment="SHA-256 of the text in NFC with white space folded"
    )
    source_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("source.id"))
    import_run_id: Mapped[uuid.UUID | None] = mapped_column(ForeignKey("import_run.id"))
    external_id: Mapped[str | None] = mapped_column(Text, comment="the id that the input gave")
    url: Mapped[str | None] = mapped_column(Text)
    title: Mapped[str | None] = mapped_column(Text)
    published: Mapped[date | None] = mapped_column(comment="day of publication")
    language: Mapped[str | None] = mapped_column(String(8), comment="ISO 639-1")
    text: Mapped[str] = mapped_column(Text)
    imported_at: Mapped[datetime]

    source: Mapped[Source | None] = relationship()
