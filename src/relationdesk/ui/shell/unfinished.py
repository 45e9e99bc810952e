"""What was left unfinished, put together as the user thinks of it, and the words for it."""

from collections.abc import Iterable
from dataclasses import dataclass

from relationdesk.domain.drafts import Draft, DraftField, DraftKey
from relationdesk.domain.ids import PersonId
from relationdesk.domain.noting import read_picks
from relationdesk.language.words import _
from relationdesk.work.drafts.queries import KeptDraft

_SOMEBODY_NEW = (DraftField.INTRODUCTION, DraftField.NEW_PERSON)
_TOGETHER = {
    DraftField.NEW_PERSON: DraftField.INTRODUCTION,
    DraftField.PARTNERSHIP_TITLE: DraftField.PARTNERSHIP_CLIENT,
    DraftField.ORGANISATION_WEBSITE: DraftField.ORGANISATION_NAME,
    DraftField.ORGANISATION_NOTES: DraftField.ORGANISATION_NAME,
}
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Something that was being written, in one field or in several that belong together."""

    drafts: tuple[Draft, ...]
    name: str
    is_trashed: bool
    rests: bool

    @property
    def key(self) -> DraftKey:
        """The field that was typed in last."""
        return self.drafts[0].key

    @property
    def keys(self) -> tuple[DraftKey, ...]:
        """Every field that it stands in."""
        return tuple(draft.key for draft in self.drafts)

    @property
    def person(self) -> PersonId | None:
        """Whom it is about; None for somebody new, for an organisation, and for the user."""
        return self.key.person

    @property
    def is_about_organisation(self) -> bool:
        """Whether it is about an organisation, or was to become one."""
        return self.key.organisation is not None or self.key.field is DraftField.NEW_ORGANISATION

    @property
    def is_about_somebody_new(self) -> bool:
        """Whether it was to become a person."""
        return self.key.field in _SOMEBODY_NEW


def unfinished(kept: Iterable[KeptDraft]) -> list[Unfinished]:
    """What can be offered by itself, in the order of `kept`; the tag of an import waits for its file."""
    groups: dict[tuple[DraftField, int], list[KeptDraft]] = {}
    for one in kept:
        if one.field is not DraftField.IMPORT_TAG:
            groups.setdefault(_group_of(one), []).append(one)
    return [
        Unfinished(
            tuple(one.draft for one in group),
            group[0].name,
            group[0].is_trashed,
            all(one.rests for one in group),
        )
        for group in groups.values()
    ]


def told(left: Unfinished) -> str:
    """What was left, in a sentence: `You were writing about Léa Marchetti: “She asked for…”`."""
    draft = left.drafts[0]
    text = " ".join((draft.text or read_picks(draft.aside).title).split())[:_LONGEST]
    if left.is_about_somebody_new:
        return _("You were writing about somebody new: “{text}”").format(text=text)
    if left.is_about_organisation:
        said = _("You were writing about {name}: “{text}”")
        return said.format(name=left.name or _("an organisation"), text=text)
    if left.person is None:
        return _("You were writing your own details: “{text}”").format(text=text)
    if left.is_trashed:
        said = _("You were writing about {name}, who is in the trash: “{text}”")
        return said.format(name=left.name, text=text)
    return _("You were writing about {name}: “{text}”").format(name=left.name, text=text)


def going_on(left: Unfinished) -> str:
    """What the palette calls going on with it."""
    if left.is_about_somebody_new:
        return _("Go on writing about somebody new")
    if left.is_about_organisation:
        return _("Go on writing about {name}").format(name=left.name or _("an organisation"))
    if left.person is None:
        return _("Go on writing your own details")
    if left.is_trashed:
        return _("Put {name} back and go on writing").format(name=left.name)
    return _("Go on writing about {name}").format(name=left.name)


def _group_of(one: KeptDraft) -> tuple[DraftField, int]:
    field = _TOGETHER.get(one.field, one.field)
    if field is DraftField.INTRODUCTION or field is DraftField.MY_DETAILS:
        return field, 0
    return field, one.subject
