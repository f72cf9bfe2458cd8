"""Trade figures that articles state."""

import sqlalchemy as sa
from alembic import op

from timeline.model.base import ExactDecimal, Identity

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "trade_figure",
        sa.Column("id", Identity(), nullable=False),
        sa.Column("article_id", Identity(), nullable=False),
        sa.Column(
            "reporter",
            sa.String(16),
            nullable=False,
            comment="ISO 3166-1 alpha-3 or a bloc's short name",
        ),
        sa.Column("partner", sa.String(16), nullable=False, comment="the same; WLD is the world"),
        sa.Column("flow", sa.String(16), nullable=False),
        sa.Column("measure", sa.String(16), nullable=False),
        sa.Column(
            "value",
            ExactDecimal(),
            nullable=False,
            comment="in full; falls and deficits are negative",
        ),
        sa.Column("unit", sa.String(16), nullable=False, comment="percent or an ISO 4217 code"),
        sa.Column("period", sa.String(64), comment="2023, 2023-08, 2024-01/2024-07, 2023-Q2"),
        sa.Column("period_first_day", sa.Date()),
        sa.Column("period_last_day", sa.Date()),
        sa.Column("approximate", sa.Boolean(), nullable=False),
        sa.Column("goods", sa.String(500), comment="the goods that the flow is limited to"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trade_figure")),
        sa.UniqueConstraint(
            "article_id",
            "reporter",
            "partner",
            "flow",
            "measure",
            "unit",
            "period",
            "goods",
            "value",
            name=op.f("uq_trade_figure_what_is_said"),
            postgresql_nulls_not_distinct=True,
        ),
        sa.CheckConstraint(
            "flow IN ('total', 'export', 'import')", name=op.f("ck_trade_figure_flow")
        ),
        sa.CheckConstraint(
            "measure IN ('share', 'value', 'growth', 'balance')",
            name=op.f("ck_trade_figure_measure"),
        ),
        sa.CheckConstraint(
            "period_first_day <= period_last_day", name=op.f("ck_trade_figure_days_in_order")
        ),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name=op.f("fk_trade_figure_article_id_article")
        ),
    )
    op.create_index(
        op.f("ix_trade_figure_reporter_partner"), "trade_figure", ["reporter", "partner"]
    )
    op.create_index(op.f("ix_trade_figure_partner"), "trade_figure", ["partner"])


def downgrade() -> None:
    op.drop_table("trade_figure")
