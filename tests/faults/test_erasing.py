"""Erased is erased (promise 16)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from needles import MARK, needle
from sqlalchemy import text

from real_desk import clock_at
from relationdesk.desk.backups.shelf import backups_of, backups_on, shelf_in
from relationdesk.desk.desk import Desk
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.key import new_key
from relationdesk.desk.making import make_desk
from relationdesk.desk.opening import look, open_desk
from relationdesk.desk.salvage.pages import Pages
from relationdesk.desk.vault import new_vault, read_vault
from relationdesk.domain.card import Card, ContactEntry, FactEntry, HandleEntry, PreferenceEntry, RoleEntry
from relationdesk.domain.drafts import Draft, DraftField, DraftKey
from relationdesk.domain.ids import PersonId
from relationdesk.domain.labels import Label
from relationdesk.domain.recovery_code import new_code
from relationdesk.domain.vocabulary import (
    Action,
    ContactKind,
    InteractionKind,
    Polarity,
    PreferenceCategory,
    PromiseSide,
)
from relationdesk.work import drafts, erasing, follow_ups, history, people
from relationdesk.work.backups.making import back_up
from relationdesk.work.backups.source import source_of
from relationdesk.work.settings.commands import choose_second_backup_folder

_FILES = (
    "INSERT INTO blob (hash, media_type, size, content) VALUES ('aa', 'text/plain', 30, :content)",
    """INSERT INTO attachment (id, person_id, blob_hash, name, added_at, audience)
    VALUES (1, :lea, 'aa', :name, '2026-11-24T09:00:00.000Z', 'only_me')""",
)
NEEDLES = iter(range(1, 10_000))


def word() -> str:
    return needle(next(NEEDLES))


def told_of(desk: Desk, entries: int) -> PersonId:
    """Somebody of whom a needle stands everywhere that text of a person is kept."""
    lea = people.commands.create_person(
        desk,
        Card(
            display_name=f"Léa {word()}",
            given_name="Léa",
            family_name=word(),
            pronouns=word(),
            city=word(),
            how_met=word(),
            contacts=(ContactEntry(ContactKind.EMAIL, f"{word()}@trails.example"),),
            handles=(HandleEntry("instagram", f"{MARK}.one"),),
            roles=(RoleEntry("Sentier", word()),),
            preferences=(PreferenceEntry(Polarity.LIKES, PreferenceCategory.PRODUCT, word()),),
            facts=(FactEntry(word(), word()),),
            tags=("runners",),
        ),
    )
    day = desk.today()
    for number in range(entries):
        history.commands.log_interaction(
            desk,
            people=[lea],
            kind=InteractionKind.CALL,
            title=word(),
            text=f"{word()} said {'much ' * (number % 90)}{word()}",
            happened_on=day,
            place=word(),
        )
    follow_ups.commands.set_follow_up(
        desk, person_id=lea, action=Action.CALL, reason=word(), due_on=day, due_at=None
    )
    follow_ups.commands.make_promise(desk, person_id=lea, side=PromiseSide.I_OWE, what=word())
    drafts.commands.keep_drafts(desk, [Draft(DraftKey(DraftField.NOTE, lea, lea), word())])
    with desk.change(Label.EDIT_PERSON) as session:
        for statement in _FILES:
            session.execute(
                text(statement), {"lea": lea, "content": f"A file of {word()}".encode(), "name": word()}
            )
    return lea


def shared_with(desk: Desk, lea: PersonId) -> PersonId:
    """Somebody who was there too, once."""
    noor = people.commands.create_person(desk, Card(display_name="Noor Benali", tags=("runners",)))
    history.commands.log_interaction(
        desk,
        people=[lea, noor],
        kind=InteractionKind.MEETING,
        title="Breakfast",
        text="Three at one table",
        happened_on=desk.today(),
    )
    with desk.change(Label.LOG_INTERACTION) as session:
        session.execute(
            text("UPDATE participant SET line = :line WHERE person_id = :id"), {"line": word(), "id": lea}
        )
    return noor


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    files, key = DeskFiles(tmp_path / "my.desk"), new_key()
    make_desk(files, key, new_vault(key, new_code()))
    opened = open_desk(look(files), key, clock_at())
    yield opened
    opened.close()


def traces(files: DeskFiles, key) -> int:
    """How many pages of a desk file and its log hold a needle."""
    with Pages(files.desk, key) as pages:
        found = [pages.page(number) or b"" for number in range(1, pages.count + 1)]
    return sum(MARK.encode() in page.lower() for page in found)


@pytest.mark.parametrize("entries", [20, 520])
def test_nothing_of_somebody_who_was_erased_is_left_anywhere(desk: Desk, tmp_path: Path, entries: int):
    lea = told_of(desk, entries)
    noor = shared_with(desk, lea)
    source, files, key = source_of(desk), desk.files, desk.key
    (tmp_path / "stick").mkdir()
    choose_second_backup_folder(desk, tmp_path / "stick")
    back_up(source)
    people.commands.set_cadence(desk, lea, ideal_days=30, longest_days=60)
    copies = [
        *backups_of(files),
        *backups_on(shelf_in(tmp_path / "stick", files), read_vault(files.vault).desk_id),
    ]
    assert traces(files, key) > 10
    assert [traces(copy.files, key) > 10 for copy in copies] == [True, True]

    erasing.commands.erase(desk, lea)
    holding = erasing.in_backups.backups_with(source, desk.reader, lea)
    rewritten = erasing.in_backups.rewrite(source, holding, lea)

    assert (rewritten.done, rewritten.left) == (2, 0)
    assert desk.undo_state().undo is None
    assert history.queries.timeline_head(desk.reader, noor)
    assert erasing.in_backups.backups_with(source, desk.reader, lea) == []
    assert traces(files, key) == 0
    desk.close()
    assert traces(files, key) == 0
    assert [traces(copy.files, key) for copy in copies] == [0, 0]
