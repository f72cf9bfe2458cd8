"""Articles, participants, events, who attends them, and what each article says of that."""

import sqlalchemy as sa
from alembic import op

from timeline.model.base import Identity, UtcDateTime

revision = "0001"
down_revision = None

PARTICIPANT_KINDS = "kind IN ('person', 'country', 'organization', 'group')"
EVENT_KINDS = (
    "kind IN ('parade', 'summit', 'conference', 'meeting', 'visit', 'ceremony', 'funeral', 'talks',"
    " 'exercise', 'election', 'protest', 'sport', 'other')"
)
STATUSES = (
    "status IN ('invited', 'tentative', 'expected', 'confirmed', 'attended', 'declined', 'absent')"
)
ROLES = "role IN ('host', 'speaker', 'guest')"
REPRESENTED = "ISO 3166-1 alpha-3: the country itself, or the one that the person represents"


def upgrade() -> None:
    create_articles()
    create_participants()
    create_events()
    create_attendance()


def downgrade() -> None:
    for name in (
        "claim",
        "attendance",
        "event_mention",
        "event_alias",
        "event",
        "participant_alias",
        "participant",
        "article",
        "source",
    ):
        op.drop_table(name)


def create_articles() -> None:
    op.create_table(
        "source",
        sa.Column("id", Identity(), nullable=False),
        sa.Column("name", sa.String(500), nullable=False, comment="host name or name"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source")),
        sa.UniqueConstraint("name", name=op.f("uq_source_name")),
    )
    op.create_table(
        "article",
        sa.Column("id", Identity(), nullable=False),
        sa.Column(
            "digest",
            sa.String(64),
            nullable=False,
            comment="SHA-256 of the text in NFC with white space folded",
        ),
        sa.Column("source_id", Identity()),
        sa.Column("external_id", sa.Text(), comment="the id that the input gave"),
        sa.Column("url", sa.Text()),
        sa.Column("title", sa.Text()),
        sa.Column("published", sa.Date(), comment="day of publication"),
        sa.Column("language", sa.String(8), comment="ISO 639-1"),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("imported_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article")),
        sa.UniqueConstraint("digest", name=op.f("uq_article_digest")),
        reference("article", "source_id", "source"),
    )
    index("article", "published")
    index("article", "source_id")


def create_participants() -> None:
    op.create_table(
        "participant",
        sa.Column("id", Identity(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("name", sa.String(500), nullable=False),
        sa.Column("country", sa.String(16), comment=REPRESENTED),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participant")),
        sa.UniqueConstraint(
            "kind",
            "name",
            "country",
            name=op.f("uq_participant_kind_name_country"),
            postgresql_nulls_not_distinct=True,
        ),
        sa.CheckConstraint(PARTICIPANT_KINDS, name=op.f("ck_participant_kind")),
    )
    index("participant", "country")
    op.create_table(
        "participant_alias",
        sa.Column("id", Identity(), nullable=False),
        sa.Column("participant_id", Identity(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("name", sa.String(500), nullable=False),
        sa.Column("country", sa.String(16)),
        sa.Column(
            "key",
            sa.String(500),
            nullable=False,
            comment="the name in lower case, without accents, hyphens and titles",
        ),
        sa.Column(
            "first_block",
            sa.String(16),
            nullable=False,
            comment="how the first word of the key begins; spellings of one person share one of the two",
        ),
        sa.Column(
            "last_block",
            sa.String(16),
            nullable=False,
            comment="how the last word of the key begins",
        ),
        sa.Column(
            "articles",
            sa.Integer(),
            nullable=False,
            comment="number of articles that have the spelling",
        ),
        sa.Column(
            "first_published",
            sa.Date(),
            comment="publication day of the earliest article that has the spelling",
        ),
        sa.Column("first_article_id", Identity(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_participant_alias")),
        sa.UniqueConstraint(
            "kind",
            "name",
            "country",
            name=op.f("uq_participant_alias_kind_name_country"),
            postgresql_nulls_not_distinct=True,
        ),
        sa.CheckConstraint(PARTICIPANT_KINDS, name=op.f("ck_participant_alias_kind")),
        reference("participant_alias", "participant_id", "participant"),
        reference("participant_alias", "first_article_id", "article"),
    )
    index("participant_alias", "participant_id")
    index("participant_alias", "key")
    index("participant_alias", "first_block")
    index("participant_alias", "last_block")


def create_events() -> None:
    op.create_table(
        "event",
        sa.Column("id", Identity(), nullable=False),
        sa.Column("name", sa.String(500), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("date", sa.String(64), comment="EDTF"),
        sa.Column("first_day", sa.Date(), comment="first day that the date allows"),
        sa.Column("last_day", sa.Date(), comment="last day that the date allows"),
        sa.Column("place", sa.String(500)),
        sa.Column("country", sa.String(16), comment="ISO 3166-1 alpha-3 of where it is held"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
        sa.CheckConstraint("first_day <= last_day", name=op.f("ck_event_days_in_order")),
        sa.CheckConstraint(EVENT_KINDS, name=op.f("ck_event_kind")),
    )
    index("event", "first_day", "last_day")
    index("event", "country")
    index("event", "kind")
    op.create_table(
        "event_alias",
        sa.Column("id", Identity(), nullable=False),
        sa.Column("event_id", Identity(), nullable=False),
        sa.Column("name", sa.String(500), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_alias")),
        sa.UniqueConstraint("event_id", "name", name=op.f("uq_event_alias_event_id_name")),
        reference("event_alias", "event_id", "event"),
    )
    op.create_table(
        "event_mention",
        sa.Column("id", Identity(), nullable=False),
        sa.Column("article_id", Identity(), nullable=False),
        sa.Column("event_id", Identity(), nullable=False),
        sa.Column("name", sa.String(500), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("date", sa.String(64), comment="EDTF"),
        sa.Column("first_day", sa.Date()),
        sa.Column("last_day", sa.Date()),
        sa.Column("place", sa.String(500)),
        sa.Column("country", sa.String(16)),
        sa.Column(
            "window_first",
            sa.Date(),
            nullable=False,
            comment="first day that the occasion may be on, from its date or the publication date",
        ),
        sa.Column("window_last", sa.Date(), nullable=False, comment="last such day"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_mention")),
        sa.CheckConstraint("first_day <= last_day", name=op.f("ck_event_mention_days_in_order")),
        sa.CheckConstraint(EVENT_KINDS, name=op.f("ck_event_mention_kind")),
        reference("event_mention", "article_id", "article"),
        reference("event_mention", "event_id", "event"),
    )
    index("event_mention", "article_id")
    index("event_mention", "event_id")
    index("event_mention", "country", "window_first")


def create_attendance() -> None:
    op.create_table(
        "attendance",
        sa.Column("id", Identity(), nullable=False),
        sa.Column("event_id", Identity(), nullable=False),
        sa.Column("participant_id", Identity(), nullable=False),
        *said("attendance"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance")),
        sa.UniqueConstraint(
            "event_id", "participant_id", name=op.f("uq_attendance_event_id_participant_id")
        ),
        reference("attendance", "event_id", "event"),
        reference("attendance", "participant_id", "participant"),
    )
    index("attendance", "participant_id", "event_id")
    op.create_table(
        "claim",
        sa.Column("id", Identity(), nullable=False),
        sa.Column("article_id", Identity(), nullable=False),
        sa.Column("attendance_id", Identity(), nullable=False),
        sa.Column("event_mention_id", Identity(), nullable=False),
        sa.Column("participant_alias_id", Identity(), nullable=False),
        *said("claim"),
        sa.Column("represented_by_id", Identity(), comment="who comes in their place"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim")),
        sa.UniqueConstraint(
            "article_id",
            "event_mention_id",
            "participant_alias_id",
            name=op.f("uq_claim_what_is_said"),
        ),
        reference("claim", "article_id", "article"),
        reference("claim", "attendance_id", "attendance"),
        reference("claim", "event_mention_id", "event_mention"),
        reference("claim", "participant_alias_id", "participant_alias"),
        reference("claim", "represented_by_id", "participant_alias"),
    )
    index("claim", "attendance_id")
    index("claim", "event_mention_id")
    index("claim", "participant_alias_id")


def said(table: str) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column(
            "observed",
            sa.Boolean(),
            nullable=False,
            comment="what came of it, or what was planned",
        ),
        sa.Column("role", sa.String(16)),
        sa.CheckConstraint(STATUSES, name=op.f(f"ck_{table}_status")),
        sa.CheckConstraint(ROLES, name=op.f(f"ck_{table}_role")),
    ]


def reference(table: str, column: str, parent: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{parent}.id"], name=op.f(f"fk_{table}_{column}_{parent}")
    )


def index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, list(columns))
