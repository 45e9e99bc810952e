"""Keeping what is being typed; none of it is a step of undo."""

from collections.abc import Iterable

from relationdesk.desk.desk import Desk
from relationdesk.desk.moments import moment_text
from relationdesk.domain.drafts import Draft, DraftKey
from relationdesk.domain.labels import Label

_KEEP = """
    INSERT INTO draft (field, subject, person_id, text, aside, typed_at, rests)
    SELECT :field, :subject, :person, :text, :aside, :now, 0
    WHERE :person IS NULL OR EXISTS (SELECT 1 FROM person WHERE id = :person)
    ON CONFLICT (field, subject) DO UPDATE SET person_id = excluded.person_id, text = excluded.text,
      aside = excluded.aside, typed_at = excluded.typed_at, rests = 0
"""
_FORGET = "DELETE FROM draft WHERE field = :field AND subject = :subject"
_REST = "UPDATE draft SET rests = 1 WHERE field = :field AND subject = :subject"


def keep_drafts(desk: Desk, drafts: Iterable[Draft]) -> None:
    """Keep these texts as they stand now in their fields, and forget those that are blank.

    A text about somebody who is gone altogether is passed over.
    """
    now = moment_text(desk.clock.now())
    with desk.change_plainly(Label.LOG_INTERACTION) as connection:
        for draft in drafts:
            if draft.text.strip() or draft.has_choices:
                connection.execute(_KEEP, _place(draft.key) | _content(draft) | {"now": now})
            else:
                connection.execute(_FORGET, _place(draft.key))


def let_rest(desk: Desk, keys: Iterable[DraftKey]) -> None:
    """Offer these texts by themselves no more, until they are typed at again."""
    with desk.change_plainly(Label.LOG_INTERACTION) as connection:
        for key in keys:
            connection.execute(_REST, _place(key))


def _place(key: DraftKey) -> dict[str, object]:
    return {"field": key.field.value, "subject": key.subject}


def _content(draft: Draft) -> dict[str, object]:
    readable = draft.text.encode("utf-8", "replace").decode()  # no file keeps half a character
    return {"person": draft.key.person, "text": readable, "aside": draft.aside}
