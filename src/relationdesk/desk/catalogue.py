"""What each table of the desk is, in one place that undo, search, archive, subject access and erasing walk.

Every table and column is declared here; a test fails on one that is not.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto


class Undo(Enum):
    """How changes of a table take part in undo."""

    UNDOABLE = auto()
    QUIET = auto()
    """Written on the side (settings, drafts): undo leaves it alone."""
    FINAL = auto()
    """Only ever added to (blobs)."""
    DERIVED = auto()
    """Kept by triggers from what other tables hold; nothing else writes it."""


class Reach(Enum):
    """What decides who may read a row outside the desk."""

    BY_FIELD = auto()
    """A row of `field_audience` for each column; for a table beside the record, one for all its rows."""
    BY_ROW = auto()
    """The row's own `audience`."""
    ONLY_ME = auto()
    """Nobody else, ever."""
    NOT_PERSONAL = auto()
    """It tells nothing about a person."""


class Erase(Enum):
    """What becomes of a row when the person it is about is erased."""

    WITH_PERSON = auto()
    WITH_LAST_PERSON = auto()
    """It may be about several people and goes with the last of them."""
    KEEP = auto()


@dataclass(frozen=True, slots=True)
class Table:
    """One table: `owner` is the column that holds the person a row is about.

    `owned_by` is a column and the table that it points to, where the row there says whose this one is.

    Two copies of a desk are brought together by what stands here too: `together` names columns, several in
    one text, that are one thing to the user and so are taken from one side; `known_by` the column by which
    two rows are the same thing, where nothing in the file keeps them from being two. `held_by` is the table
    whose rows say whose a row is that may be several people's.

    `search` has the columns with words, and their weights: it gives the table its full-text index. With
    `found_on`, the column of the day that is told beside it or "" for none, the search at the top shows what
    it finds there as a text about the owner; without, the words only lead to people.
    """

    undo: Undo
    reach: Reach
    erase: Erase
    personal: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    owner: str | None = None
    owned_by: tuple[str, str] | None = None
    archived: bool = True
    together: tuple[str, ...] = ()
    known_by: str | None = None
    held_by: str | None = None
    search: Mapping[str, float] = field(default_factory=dict)
    found_on: str | None = None


def _about_person(
    personal: str,
    plain: str,
    *,
    reach: Reach = Reach.BY_ROW,
    owner: str | None = "person_id",
    owned_by: tuple[str, str] | None = None,
    together: tuple[str, ...] = (),
    found_on: str | None = None,
    **search: float,
) -> Table:
    return Table(
        undo=Undo.UNDOABLE,
        reach=reach,
        erase=Erase.WITH_PERSON,
        personal=tuple(personal.split()),
        plain=tuple(plain.split()),
        owner=owner,
        owned_by=owned_by,
        together=together,
        search=search,
        found_on=found_on,
    )


def _not_personal(
    plain: str,
    *,
    undo: Undo = Undo.UNDOABLE,
    together: tuple[str, ...] = (),
    known_by: str | None = None,
    **search: float,
) -> Table:
    return Table(
        undo=undo,
        reach=Reach.NOT_PERSONAL,
        erase=Erase.KEEP,
        plain=tuple(plain.split()),
        together=together,
        known_by=known_by,
        search=search,
    )


CATALOGUE: Mapping[str, Table] = {
    "person": _about_person(
        "display_name given_name family_name phonetic_name pronouns names_key sort_key city country "
        "time_zone form_of_address addressed_by_title birth_year birth_month birth_day picture_hash how_met "
        "lawful_basis lawful_basis_note do_not_contact do_not_contact_reason retain_until "
        "quiet_days quiet_from quiet_until",
        "id ideal_gap_days longest_gap_days archived_at trashed_at created_at",
        reach=Reach.BY_FIELD,
        owner="id",
        together=(
            "display_name given_name family_name phonetic_name names_key sort_key",
            "form_of_address addressed_by_title",
            "birth_year birth_month birth_day",
            "ideal_gap_days longest_gap_days",
            "lawful_basis lawful_basis_note",
            "do_not_contact do_not_contact_reason",
            "quiet_from quiet_until",
        ),
        names_key=10,
        city=2,
    ),
    "person_kind": _about_person("kind", "person_id", reach=Reach.BY_FIELD),
    "person_language": _about_person("language rank", "person_id", reach=Reach.BY_FIELD),
    "field_audience": _about_person("", "person_id field audience", reach=Reach.ONLY_ME),
    "consent": _about_person("what given_on withdrawn_on source", "id person_id", reach=Reach.ONLY_ME),
    "own_field": _not_personal("id name name_key kind rank", together=("name name_key",)),
    "own_value": _about_person(
        "value",
        "id person_id own_field_id audience",
        found_on="",
        value=2,
    ),
    "contact_point": _about_person(
        "kind label value value_key doubtful preferred rank",
        "id person_id audience",
        together=("kind value value_key doubtful",),
        value=4,
    ),
    "postal_address": _about_person(
        "label street city region postcode country preferred",
        "id person_id audience",
        together=("street city region postcode country",),
        city=1,
    ),
    "handle": _about_person(
        "platform name link rank",
        "id person_id audience",
        together=("platform name link",),
        name=8,
        platform=2,
    ),
    "reading": _about_person(
        "taken_on followers source",
        "id handle_id",
        reach=Reach.BY_ROW,
        owner=None,
        owned_by=("handle_id", "handle"),
        together=("taken_on followers source",),
    ),
    "organisation": _not_personal(
        "id name sort_key kind website notes trashed_at",
        together=("name sort_key",),
        known_by="sort_key",
        name=5,
        notes=1,
    ),
    "role": _about_person(
        "kind title since until",
        "id person_id organisation_id audience",
        together=("kind organisation_id",),
        found_on="",
        title=2,
    ),
    "topic": _not_personal(
        "id name name_key ideal_gap_days longest_gap_days",
        together=("name name_key", "ideal_gap_days longest_gap_days"),
        name=3,
    ),
    "person_topic": _about_person("topic_id rank", "person_id", reach=Reach.BY_FIELD),
    "tag": _not_personal(
        "id name name_key ideal_gap_days longest_gap_days",
        together=("name name_key", "ideal_gap_days longest_gap_days"),
        name=3,
    ),
    "person_tag": _about_person("tag_id", "person_id", reach=Reach.ONLY_ME),
    "preference": _about_person(
        "polarity category value amount currency source source_interaction_id noted_on reward rank",
        "id person_id audience",
        together=("polarity category value amount currency reward", "source source_interaction_id noted_on"),
        found_on="noted_on",
        value=3,
    ),
    "refusal": _about_person(
        "what why said_by client_id reward said_on until source_interaction_id",
        "id person_id audience",
        together=("what client_id reward", "said_by said_on source_interaction_id"),
        found_on="said_on",
        what=2,
        why=1,
    ),
    "fact": _about_person(
        "label value source source_interaction_id noted_on",
        "id person_id audience",
        together=("label value", "source source_interaction_id noted_on"),
        found_on="noted_on",
        label=1,
        value=3,
    ),
    "relation": _about_person(
        "other_id kind note",
        "id person_id audience",
        together=("person_id other_id kind",),
        found_on="",
        note=1,
    ),
    "interaction": Table(
        undo=Undo.UNDOABLE,
        reach=Reach.BY_ROW,
        erase=Erase.WITH_LAST_PERSON,
        personal=("kind", "happened_on", "title", "text", "place", "direction", "tone"),
        plain=("id", "partnership_id", "audience", "noted_at"),
        held_by="participant",
        search={"title": 3, "text": 2, "place": 1},
        found_on="happened_on",
    ),
    "participant": _about_person(
        "line", "id interaction_id person_id", reach=Reach.ONLY_ME, found_on="", line=2
    ),
    "mention": _about_person(
        "name", "id interaction_id person_id", reach=Reach.ONLY_ME, together=("name person_id",)
    ),
    "follow_up": _about_person(
        "action reason planned_on due_on due_at zone repeat_rule repeat_anchor state closing_word closed_on",
        "id person_id origin_interaction_id closing_interaction_id created_at",
        reach=Reach.ONLY_ME,
        together=(
            "action reason",
            "planned_on due_on due_at zone",
            "repeat_rule repeat_anchor",
            "state closing_word closed_on closing_interaction_id",
        ),
        found_on="due_on",
        reason=2,
        closing_word=1,
    ),
    "notified": Table(
        undo=Undo.QUIET, reach=Reach.ONLY_ME, erase=Erase.WITH_PERSON, plain=("follow_up_id", "moment")
    ),
    "promise": _about_person(
        "side what made_on due_on state closed_on",
        "id person_id origin_interaction_id audience",
        together=("side what", "state closed_on"),
        found_on="made_on",
        what=2,
    ),
    "partnership": _about_person(
        "client_id title stage stage_since reward reward_note amount currency agreed_on starts_on ends_on "
        "embargo_until return_on returned_on published_on closed_reason outcome lesson",
        "id person_id audience trashed_at created_at",
        together=(
            "stage stage_since closed_reason",
            "reward reward_note amount currency",
            "return_on returned_on",
        ),
        found_on="stage_since",
        title=3,
        outcome=2,
        lesson=2,
    ),
    "blob": _not_personal("hash media_type size content", undo=Undo.FINAL),
    "attachment": _about_person(
        "name added_at",
        "id person_id interaction_id blob_hash audience",
        together=("name blob_hash added_at",),
        found_on="",
        name=1,
    ),
    "import_batch": _not_personal(
        "id file_name format columns imported_at taken_back_at people_added people_known rows_unreadable"
    ),
    "imported": _not_personal("id batch_id line table_name row_id"),
    "merger": _about_person(
        "other_name", "id kept_id other_id merged_at", reach=Reach.ONLY_ME, owner="kept_id"
    ),
    "merged_row": _about_person(
        "before after picture_hash",
        "id merger_id table_name",
        reach=Reach.ONLY_ME,
        owner=None,
        together=("table_name before after picture_hash",),
    ),
    "not_same": _about_person("other_id", "person_id", reach=Reach.ONLY_ME),
    "my_details": _not_personal("id name business email phone address website signature home_zone languages"),
    "saved_view": _not_personal("id name name_key typed rank", together=("name name_key",)),
    "carrying": _not_personal("id made_at taken_over_at"),
    "erased": Table(
        undo=Undo.FINAL,
        reach=Reach.NOT_PERSONAL,
        erase=Erase.KEEP,
        plain=("mark", "erased_on"),
        archived=False,
    ),
    "setting": _not_personal("name value", undo=Undo.QUIET),
    "draft": Table(
        undo=Undo.QUIET,
        reach=Reach.ONLY_ME,
        erase=Erase.WITH_PERSON,
        personal=("text", "aside"),
        plain=("field", "subject", "person_id", "typed_at", "rests"),
        owner="person_id",
    ),
    "last_talk": Table(
        undo=Undo.DERIVED,
        reach=Reach.ONLY_ME,
        erase=Erase.WITH_PERSON,
        personal=("day", "contact"),
        plain=("person_id", "distant_after", "kinds", "stale"),
        owner="person_id",
        archived=False,
    ),
}
