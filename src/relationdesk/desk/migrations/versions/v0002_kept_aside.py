"""What the desk keeps on the side: texts being typed, the last talk with each person, bundles taken over.

Those who have a topic or a tag are found by its index alone, and a topic or a tag may say how often to be in
touch with them.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of drafts, of last talks and of bundles, and find the trash at once.

    `desk.last_talk` fills the second.
    """
    op.create_table(
        "draft",
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("subject", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("aside", sa.Text(), nullable=False),
        sa.Column("typed_at", sa.Text(), nullable=False),
        sa.Column("rests", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("field", "subject"),
    )
    op.create_table(
        "carrying",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("taken_over_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "erased",
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("erased_on", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("mark"),
    )
    for pair, first in (("person_topic", "topic_id"), ("person_tag", "tag_id")):
        op.drop_index(op.f(f"ix_{pair}_{first}"), pair)
        op.create_index(f"ix_{pair}_people", pair, [first, "person_id"], unique=False)
    for table in ("topic", "tag"):
        op.add_column(table, sa.Column("ideal_gap_days", sa.Integer(), nullable=True))
        op.add_column(table, sa.Column("longest_gap_days", sa.Integer(), nullable=True))
    op.create_index(op.f("ix_draft_person_id"), "draft", ["person_id"], unique=False)
    op.create_table(
        "last_talk",
        sa.Column("person_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("day", sa.Text(), nullable=True),
        sa.Column("distant_after", sa.Integer(), nullable=True),
        sa.Column("stale", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person_id"),
    )
    op.create_index(
        "ix_last_talk_distant",
        "last_talk",
        ["day", "person_id", "distant_after"],
        unique=False,
        sqlite_where=sa.text("distant_after IS NOT NULL"),
    )
    op.create_index("ix_last_talk_stale", "last_talk", ["stale"], unique=False, sqlite_where=sa.text("stale"))
    op.create_index(
        "ix_follow_up_next",
        "follow_up",
        ["person_id", "due_on"],
        unique=False,
        sqlite_where=sa.text("state = 'open'"),
    )
    for table in ("person", "organisation", "partnership"):
        op.create_index(
            f"ix_{table}_trashed",
            table,
            ["trashed_at"],
            unique=False,
            sqlite_where=sa.text("trashed_at IS NOT NULL"),
        )
