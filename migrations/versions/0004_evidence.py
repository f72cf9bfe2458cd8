"""The words that prove a mention, a claim and a figure, and the rule that found them.

What is stored already was found somewhere in its article: its words are the whole text. Which rule
found it was not written down, so nothing is known of how often such rows are right.
"""

import sqlalchemy as sa
from alembic import op

from timeline.migrate.guard import announce_dropped_rows
from timeline.model.base import Identity

revision = "0004"
down_revision = "0003"

UNRECORDED = {
    "start_offset": 0,
    "extractor": "unrecorded",
    "extractor_version": "unrecorded",
    "confidence": 0.5,
}
NOT_EMPTY = "start_offset >= 0 AND start_offset < end_offset"
MAY_BE_EMPTY = "start_offset >= 0 AND start_offset <= end_offset"
SAID = ["article_id", "event_mention_id", "participant_alias_id"]


def upgrade() -> None:
    add_columns("event_mention", offsets(None, "exclusive"))
    add_columns("trade_figure", [*evidence(), *provenance("figures")])
    add_columns("claim", [*evidence(), *provenance("claims")])
    with op.batch_alter_table("event_mention") as table:
        table.create_check_constraint(op.f("ck_event_mention_offsets"), MAY_BE_EMPTY)
    for name in ("trade_figure", "claim"):
        with op.batch_alter_table(name) as table:
            table.create_check_constraint(op.f(f"ck_{name}_offsets"), NOT_EMPTY)
            table.create_check_constraint(
                op.f(f"ck_{name}_confidence"), "confidence >= 0 AND confidence <= 1"
            )
    make_claims_unique_by([*SAID, "start_offset", "end_offset"])


def downgrade() -> None:
    keep_first_claims()
    make_claims_unique_by(SAID)
    for name in ("claim", "trade_figure"):
        with op.batch_alter_table(name) as table:
            table.drop_constraint(op.f(f"ck_{name}_confidence"), type_="check")
            table.drop_constraint(op.f(f"ck_{name}_offsets"), type_="check")
        drop_columns(name, [*evidence(), *provenance(name)])
    with op.batch_alter_table("event_mention") as table:
        table.drop_constraint(op.f("ck_event_mention_offsets"), type_="check")
    drop_columns("event_mention", offsets(None, None))


def offsets(start: str | None, end: str | None) -> list[sa.Column]:
    return [
        sa.Column("start_offset", sa.Integer(), comment=start),
        sa.Column("end_offset", sa.Integer(), comment=end),
    ]


def evidence() -> list[sa.Column]:
    return [
        sa.Column("quoted", sa.Text(), comment="who is quoted as saying so"),
        *offsets("where the quote begins in article.text", "where it ends, exclusive"),
    ]


def provenance(rows: str) -> list[sa.Column]:
    return [
        sa.Column("extractor", sa.String(64), comment="the rule that found it"),
        sa.Column("extractor_version", sa.String(32)),
        sa.Column("confidence", sa.Double(), comment=f"how often such {rows} are right, 0 to 1"),
    ]


def add_columns(name: str, columns: list[sa.Column]) -> None:
    """Add columns, give the rows that are there what is true of them, then demand a value."""
    with op.batch_alter_table(name) as table:
        for column in columns:
            table.add_column(column)
    required = [column for column in columns if column.name != "quoted"]
    rows = sa.table(name, sa.column("article_id", Identity()), *map(sa.column, UNRECORDED))
    article = sa.table("article", sa.column("id", Identity()), sa.column("text", sa.Text()))
    length = sa.select(sa.func.length(article.c.text)).where(article.c.id == rows.c.article_id)
    values = {each.name: UNRECORDED[each.name] for each in required if each.name in UNRECORDED}
    rows.append_column(sa.column("end_offset"))
    op.execute(rows.update().values(end_offset=length.scalar_subquery(), **values))
    with op.batch_alter_table(name) as table:
        for column in required:
            table.alter_column(
                column.name,
                existing_type=column.type,
                existing_comment=column.comment,
                nullable=False,
            )


def drop_columns(name: str, columns: list[sa.Column]) -> None:
    with op.batch_alter_table(name) as table:
        for column in columns:
            table.drop_column(column.name)


def make_claims_unique_by(columns: list[str]) -> None:
    with op.batch_alter_table("claim") as claim:
        claim.drop_constraint(op.f("uq_claim_what_is_said"), type_="unique")
        claim.create_unique_constraint(op.f("uq_claim_what_is_said"), columns)


def keep_first_claims() -> None:
    """Keep the first of several claims in one article that only their offsets tell apart."""
    claim = sa.table(
        "claim",
        sa.column("id", Identity()),
        *(sa.column(name, Identity()) for name in SAID),
        sa.column("start_offset"),
        sa.column("end_offset"),
    )
    order = sa.func.row_number().over(
        partition_by=[claim.c[name] for name in SAID],
        order_by=[claim.c.start_offset, claim.c.end_offset],
    )
    numbered = sa.select(claim.c.id, order.label("number")).subquery()
    later = sa.select(numbered.c.id).where(numbered.c.number > 1)
    connection = op.get_bind()
    dropped = connection.execute(claim.delete().where(claim.c.id.in_(later))).rowcount
    announce_dropped_rows(connection, "claim", dropped)
