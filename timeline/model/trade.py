"""Trade figures that articles state."""

import uuid
from datetime import date
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from timeline.model.article import Article
from timeline.model.base import Base, Code, Edtf, Id, Name, enumeration
from timeline.records import Flow, Measure


class TradeFigure(Base):
    """A number that an article states; two articles that state it are two rows."""

    __tablename__ = "trade_figure"
    __table_args__ = (
        UniqueConstraint(
            "article_id",
            "reporter",
            "partner",
            "flow",
            "measure",
            "unit",
            "period",
            "goods",
            "value",
            name="uq_trade_figure_what_is_said",
            postgresql_nulls_not_distinct=True,
        ),
        CheckConstraint("start_offset >= 0 AND start_offset < end_offset", name="offsets"),
        CheckConstraint("confidence >= 0 AND confidence <= 1", name="confidence"),
        CheckConstraint("period_first_day <= period_last_day", name="days_in_order"),
        Index(None, "reporter", "partner"),
        Index(None, "partner"),
    )

    id: Mapped[Id]
    article_id: Mapped[uuid.UUID] = mapped_column(ForeignKey("article.id"))
    reporter: Mapped[Code] = mapped_column(comment="ISO 3166-1 alpha-3 or a bloc's short name")
    partner: Mapped[Code] = mapped_column(comment="the same; WLD is the world")
    flow: Mapped[Flow] = mapped_column(enumeration(Flow, "flow"))
    measure: Mapped[Measure] = mapped_column(enumeration(Measure, "measure"))
    value: Mapped[Decimal] = mapped_column(comment="in full; falls and deficits are negative")
    unit: Mapped[str] = mapped_column(String(16), comment="percent or an ISO 4217 code")
    period: Mapped[Edtf | None] = mapped_column(comment="2023, 2023-08, 2024-01/2024-07, 2023-Q2")
    period_first_day: Mapped[date | None]
    period_last_day: Mapped[date | None]
    approximate: Mapped[bool]
    goods: Mapped[Name | None] = mapped_column(comment="the goods that the flow is limited to")
    quoted: Mapped[str | None] = mapped_column(Text, comment="who is quoted as saying so")
    start_offset: Mapped[int] = mapped_column(comment="where the quote begins in article.text")
    end_offset: Mapped[int] = mapped_column(comment="where it ends, exclusive")
    extractor: Mapped[str] = mapped_column(String(64), comment="the rule that found it")
    extractor_version: Mapped[str] = mapped_column(String(32))
    confidence: Mapped[float] = mapped_column(comment="how often such figures are right, 0 to 1")

    article: Mapped[Article] = relationship()
