"""What the tables and columns of a desk are called when a user is told what changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from relationdesk.language.words import Language, _, current_language, in_context, speaking


@dataclass(frozen=True, slots=True)
class Thing:
    """What a row is called, and which columns tell it from others.

    `word_in` is the column whose word of the vocabulary takes the place of `word`.
    """

    word: str
    shown: tuple[str, ...]
    word_in: str | None = None


def thing(table: str) -> Thing | None:
    """What a row of a table is called; None for what is kept for the program's own use."""
    return _things_in(current_language()).get(table)


def label(table: str, columns: tuple[str, ...]) -> str:
    """What the value in some columns, which are one thing to the user, is called."""
    told = _labels_in(current_language())
    for column in columns:
        if found := told.get(f"{table}.{column}") or told.get(column):
            return found
    return columns[0]


UNTOLD = frozenset({"imported", "carrying", "merger", "merged_row", "not_same"})
"""Tables of which the user is told nothing: the program's own memory of what came in, and who was merged."""
QUIET = frozenset({"created_at", "noted_at", "imported_at", "rank"})
"""Columns of which the user is told nothing: they follow from the rest."""


@cache
def _things_in(language: Language) -> Mapping[str, Thing]:
    with speaking(language):
        return _things()


@cache
def _labels_in(language: Language) -> Mapping[str, str]:
    with speaking(language):
        return _labels()


def _things() -> Mapping[str, Thing]:
    return {
        "person": Thing(_("person"), ("display_name",)),
        "person_kind": Thing(_("kind"), ("kind",)),
        "person_language": Thing(_("language"), ("language",)),
        "field_audience": Thing(_("who may read a field"), ("field", "audience")),
        "consent": Thing(_("consent"), ("what", "given_on")),
        "own_field": Thing(_("own field"), ("name",)),
        "own_value": Thing(_("own field"), ("own_field_id", "value")),
        "contact_point": Thing("", ("value",), word_in="kind"),
        "postal_address": Thing(_("address"), ("street", "postcode", "city")),
        "handle": Thing(_("account"), ("platform", "name")),
        "reading": Thing(_("followers"), ("handle_id", "followers", "taken_on")),
        "organisation": Thing(_("organisation"), ("name",)),
        "role": Thing("", ("organisation_id", "title"), word_in="kind"),
        "topic": Thing(_("topic"), ("name",)),
        "person_topic": Thing(_("topic"), ("topic_id",)),
        "tag": Thing(_("tag"), ("name",)),
        "person_tag": Thing(_("tag"), ("tag_id",)),
        "preference": Thing("", ("reward", "value", "amount", "currency"), word_in="polarity"),
        "refusal": Thing(_("refusal"), ("what", "reward", "client_id")),
        "fact": Thing(_("fact"), ("label", "value")),
        "relation": Thing("", ("other_id", "note"), word_in="kind"),
        "interaction": Thing("", ("happened_on", "title", "text"), word_in="kind"),
        "participant": Thing(_("took part in"), ("interaction_id", "line")),
        "mention": Thing(_("named in"), ("interaction_id", "name")),
        "follow_up": Thing(_("follow-up"), ("due_on", "reason")),
        "promise": Thing(_("promise"), ("side", "what")),
        "partnership": Thing(_("partnership"), ("client_id", "title")),
        "attachment": Thing(_("file"), ("name",)),
        "import_batch": Thing(_("import"), ("file_name",)),
        "saved_view": Thing(in_context("people", "view"), ("name", "typed")),
        "my_details": Thing(_("my details"), ("name", "business")),
    }


def _labels() -> Mapping[str, str]:
    return {
        "display_name": _("Name"),
        "name": _("Name"),
        "pronouns": _("Pronouns"),
        "city": _("City"),
        "country": _("Country"),
        "time_zone": _("Time zone"),
        "form_of_address": _("Form of address"),
        "birth_year": _("Birthday"),
        "picture_hash": _("Picture"),
        "how_met": _("How we met"),
        "ideal_gap_days": _("How often to be in touch"),
        "lawful_basis": _("Lawful basis"),
        "do_not_contact": _("Do not contact"),
        "retain_until": _("Keep until"),
        "quiet_days": _("Quiet days"),
        "quiet_from": _("Quiet hours"),
        "why": _("Why"),
        "said_by": _("Who said it"),
        "archived_at": _("Put in the archive"),
        "trashed_at": _("Put in the trash"),
        "person_id": _("Person"),
        "audience": _("Who may read it"),
        "what": _("What"),
        "own_field_id": _("Own field"),
        "given_on": _("Given on"),
        "withdrawn_on": _("Withdrawn on"),
        "source": _("Source"),
        "value": _("Value"),
        "label": _("Label"),
        "preferred": _("Preferred"),
        "street": _("Address"),
        "platform": _("Account"),
        "handle_id": _("Account"),
        "followers": _("Followers"),
        "kind": _("Kind"),
        "website": _("Website"),
        "notes": _("Notes"),
        "organisation_id": _("Organisation"),
        "title": _("Title"),
        "since": _("Since"),
        "until": _("Until"),
        "other_id": _("Relation"),
        "note": in_context("relation", "Note"),
        "happened_on": _("Day"),
        "text": _("Text"),
        "place": _("Place"),
        "direction": _("Who reached out"),
        "tone": _("Asked or gave"),
        "partnership_id": _("Partnership"),
        "interaction_id": _("What happened"),
        "line": _("Line"),
        "reason": _("Reason"),
        "due_on": _("Due"),
        "repeat_rule": _("Repeats"),
        "state": _("State"),
        "origin_interaction_id": _("Where it came from"),
        "side": _("Promise"),
        "made_on": _("Promised on"),
        "client_id": _("Client"),
        "stage": _("Stage"),
        "reward": _("Reward"),
        "agreed_on": _("Agreed on"),
        "starts_on": _("Begins"),
        "ends_on": _("Ends"),
        "embargo_until": _("Embargo until"),
        "return_on": _("Comes back on"),
        "returned_on": _("Came back on"),
        "published_on": _("Published on"),
        "outcome": _("What both sides thought"),
        "lesson": _("Lesson for next time"),
        "file_name": _("File"),
        "format": _("Form of the file"),
        "columns": _("Columns"),
        "taken_back_at": _("Taken back"),
        "people_added": _("New people"),
        "people_known": _("Known people"),
        "rows_unreadable": _("Unreadable lines"),
        "typed": _("Filter"),
        "business": _("Business"),
        "email": _("E-mail"),
        "phone": _("Phone"),
        "address": _("Address"),
        "signature": _("Signature"),
        "home_zone": _("Home zone"),
        "languages": _("Languages"),
    }
