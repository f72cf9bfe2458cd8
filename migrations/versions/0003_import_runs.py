"""Runs of the importer, what they could not read, and which run brought an article."""

import sqlalchemy as sa
from alembic import op

from timeline.model.base import Identity, UtcDateTime

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "import_run",
        sa.Column("id", Identity(), nullable=False),
        sa.Column("started_at", UtcDateTime(), nullable=False),
        sa.Column("finished_at", UtcDateTime()),
        sa.Column("reader_version", sa.String(32), nullable=False),
        sa.Column("new_articles", sa.Integer(), nullable=False),
        sa.Column("known_articles", sa.Integer(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_run")),
    )
    op.create_table(
        "import_failure",
        sa.Column("id", Identity(), nullable=False),
        sa.Column("import_run_id", Identity(), nullable=False),
        sa.Column(
            "input", sa.Text(), nullable=False, comment="path, with the line where there is one"
        ),
        sa.Column("cause", sa.String(32), nullable=False, comment="a short stable word"),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("failed_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_failure")),
        sa.ForeignKeyConstraint(
            ["import_run_id"],
            ["import_run.id"],
            name=op.f("fk_import_failure_import_run_id_import_run"),
        ),
    )
    op.create_index(op.f("ix_import_failure_import_run_id"), "import_failure", ["import_run_id"])
    # Articles that are there already came in a run that nobody wrote down.
    with op.batch_alter_table("article") as article:
        article.add_column(sa.Column("import_run_id", Identity()))
        article.create_foreign_key(
            op.f("fk_article_import_run_id_import_run"), "import_run", ["import_run_id"], ["id"]
        )


def downgrade() -> None:
    with op.batch_alter_table("article") as article:
        article.drop_constraint(op.f("fk_article_import_run_id_import_run"), type_="foreignkey")
        article.drop_column("import_run_id")
    op.drop_table("import_failure")
    op.drop_table("import_run")
