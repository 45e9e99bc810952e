"""What the desk keeps on the side: texts being typed, saved views, the last talk with each person, bundles.

Those who have a topic or a tag are found by its index alone, and a topic or a tag may say how often to be in
touch with them. What would suit a person has room: rewards, ranked channels, quiet times and refusals, and
so do the fields that the user adds to the record. A partnership has the day on which an embargo ends, and
those on which a loan is to come back and did.
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
    op.create_table(
        "saved_view",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("typed", sa.Text(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name_key"),
    )
    _add_mergers()
    _add_mentions()
    for pair, first in (("person_topic", "topic_id"), ("person_tag", "tag_id")):
        op.drop_index(op.f(f"ix_{pair}_{first}"), pair)
        op.create_index(f"ix_{pair}_people", pair, [first, "person_id"], unique=False)
    for table in ("topic", "tag"):
        op.add_column(table, sa.Column("ideal_gap_days", sa.Integer(), nullable=True))
        op.add_column(table, sa.Column("longest_gap_days", sa.Integer(), nullable=True))
    _add_what_would_suit()
    _add_days_of_partnerships()
    op.add_column("contact_point", sa.Column("rank", sa.Integer(), nullable=True))
    _add_own_fields()
    op.create_index(op.f("ix_draft_person_id"), "draft", ["person_id"], unique=False)
    op.create_table(
        "last_talk",
        sa.Column("person_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("day", sa.Text(), nullable=True),
        sa.Column("distant_after", sa.Integer(), nullable=True),
        sa.Column("contact", sa.Text(), nullable=True),
        sa.Column("kinds", sa.Integer(), nullable=False),
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
    op.create_index(
        "ix_last_talk_contact",
        "last_talk",
        ["contact", "person_id"],
        unique=False,
        sqlite_where=sa.text("contact IS NOT NULL"),
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


def _add_what_would_suit() -> None:
    """Make room for rewards by their kind, ranked channels, quiet times, and what was refused."""
    op.add_column("preference", sa.Column("reward", sa.Text(), nullable=True))
    op.add_column("preference", sa.Column("rank", sa.Integer(), nullable=True))
    for column in ("quiet_days", "quiet_from", "quiet_until"):
        op.add_column("person", sa.Column(column, sa.Text(), nullable=True))
    op.create_table(
        "refusal",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("said_by", sa.Text(), nullable=False),
        sa.Column("client_id", sa.Integer(), nullable=True),
        sa.Column("reward", sa.Text(), nullable=True),
        sa.Column("said_on", sa.Text(), nullable=True),
        sa.Column("until", sa.Text(), nullable=True),
        sa.Column("source_interaction_id", sa.Integer(), nullable=True),
        sa.Column("audience", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["organisation.id"], ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["source_interaction_id"], ["interaction.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
    )
    for column in ("client_id", "person_id", "source_interaction_id"):
        op.create_index(op.f(f"ix_refusal_{column}"), "refusal", [column], unique=False)


def _add_mentions() -> None:
    """Make room for the people whom a text names."""
    op.create_table(
        "mention",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("interaction_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["interaction_id"], ["interaction.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("interaction_id", "name"),
    )
    for column in ("interaction_id", "person_id"):
        op.create_index(op.f(f"ix_mention_{column}"), "mention", [column], unique=False)


def _add_days_of_partnerships() -> None:
    """Make room for the end of an embargo, and for when what was lent is to come back and came."""
    for column in ("embargo_until", "return_on", "returned_on"):
        op.add_column("partnership", sa.Column(column, sa.Text(), nullable=True))
    op.create_index(
        "ix_partnership_embargo_until",
        "partnership",
        ["embargo_until"],
        unique=False,
        sqlite_where=sa.text("embargo_until IS NOT NULL"),
    )
    op.create_index(
        "ix_partnership_out_until",
        "partnership",
        ["return_on"],
        unique=False,
        sqlite_where=sa.text("return_on IS NOT NULL AND returned_on IS NULL"),
    )


def _add_own_fields() -> None:
    """Make room for the fields that the user adds to the record."""
    op.create_table(
        "own_field",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name_key"),
    )
    op.create_table(
        "own_value",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("own_field_id", sa.Integer(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("audience", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["own_field_id"], ["own_field.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_own_value_person_id"), "own_value", ["person_id"], unique=False)
    op.create_index("ix_own_value_held", "own_value", ["own_field_id", "value", "person_id"], unique=False)


def _add_mergers() -> None:
    """Make room for who was merged, as they were before, and for who only looks alike."""
    op.create_table(
        "merger",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kept_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("other_name", sa.Text(), nullable=False),
        sa.Column("merged_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["kept_id"], ["person.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_merger_kept_id"), "merger", ["kept_id"], unique=False)
    op.create_table(
        "merged_row",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("merger_id", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("picture_hash", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["merger_id"], ["merger.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["picture_hash"], ["blob.hash"]),
        sa.PrimaryKeyConstraint("id"),
    )
    for column in ("merger_id", "picture_hash"):
        op.create_index(op.f(f"ix_merged_row_{column}"), "merged_row", [column], unique=False)
    op.create_table(
        "not_same",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["other_id"], ["person.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person_id", "other_id"),
    )
    op.create_index(op.f("ix_not_same_other_id"), "not_same", ["other_id"], unique=False)
