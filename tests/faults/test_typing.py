"""Nothing typed is lost (promise 18)."""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from shiboken6.Shiboken import delete
from typists import ENTRY, NOTE, TEXT, Bureau, Killed, bureau

from real_desk import Made, clock_at, made_in
from relationdesk.desk.errors import FullDiskError
from relationdesk.desk.vault import sample_vault, write_vault
from relationdesk.domain.card import Card
from relationdesk.domain.drafts import Draft, DraftField, DraftKey
from relationdesk.domain.vocabulary import InteractionKind
from relationdesk.ui.shell.remembered import Remembered
from relationdesk.ui.shell.window import MainWindow
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.widgets.drafts import drafts_of
from relationdesk.work.drafts.queries import kept_drafts
from relationdesk.work.history.commands import log_interaction
from relationdesk.work.people.commands import create_person

KILLS = 100 if os.environ.get("RELATIONDESK_FULL") else 10
ENTRIES = 20 if os.environ.get("RELATIONDESK_FULL") else 3
AT_ONCE = 5
MOST_LOST = 2.0
"""Seconds of typing."""


@pytest.fixture(scope="module")
def right_bureau() -> Iterator[Bureau]:
    with bureau() as opened:
        yield opened


def desk_in(folder: Path) -> tuple[Made, int]:
    """A desk with a person on it, which opens without a question."""
    folder.mkdir()
    made = made_in(folder)
    write_vault(made.files.vault, sample_vault(made.key))
    desk = made.opened()
    person = create_person(desk, Card(display_name="Léa Marchetti"))
    log_interaction(desk, people=[person], kind=InteractionKind.MEETING, text="", title="Breakfast")
    desk.close()
    return made, person


def typed_and_killed(
    where: Bureau, folder: Path, seeds: Sequence[int], after: Sequence[float]
) -> list[tuple[Made, Killed, str]]:
    made, people = zip(*(desk_in(folder / f"{seed}") for seed in seeds), strict=True)
    killed = where.killed([one.files.desk for one in made], people, seeds, after)
    return [(one, end, kept_on(one)) for one, end in zip(made, killed, strict=True)]


def kept_on(made: Made) -> str:
    desk = made.opened()
    text = "".join(kept.text for kept in kept_drafts(desk.reader))
    desk.close()
    return text


@pytest.mark.parametrize(
    "seeds", [range(first, first + AT_ONCE) for first in range(0, KILLS, AT_ONCE)], ids=str
)
def test_at_most_two_seconds_of_typing_are_lost(right_bureau, tmp_path, seeds, open_again):
    after = [Random(seed).uniform(0.4, 6.0) for seed in seeds]
    for made, killed, kept in typed_and_killed(right_bureau, tmp_path, seeds, after):
        assert TEXT.startswith(kept)
        assert len(kept) >= killed.due(MOST_LOST), f"{killed.behind(kept):.2f} s behind"
        if kept.strip():
            assert open_again(made) == kept


@pytest.mark.parametrize("first", range(0, ENTRIES, AT_ONCE))
def test_at_most_two_seconds_of_editing_an_entry_are_lost(tmp_path, open_again, first):
    seeds = range(first, min(first + AT_ONCE, ENTRIES))
    after = [Random(seed).uniform(0.4, 6.0) for seed in seeds]
    with bureau(field=ENTRY) as opened:
        ends = typed_and_killed(opened, tmp_path, seeds, after)

    for made, killed, kept in ends:
        assert TEXT.startswith(kept)
        assert len(kept) >= killed.due(MOST_LOST), f"{killed.behind(kept):.2f} s behind"
        if kept.strip():
            assert open_again(made, ENTRY) == kept


def test_the_harness_notices_a_text_that_waits_for_a_pause(tmp_path):
    with bureau("without the longest wait") as hasty:
        ends = typed_and_killed(hasty, tmp_path, (1, 3), (4.0, 4.0))

    assert [len(kept) < killed.due(MOST_LOST) for _made, killed, kept in ends] == [True, True]


def test_a_full_disk_is_told_once_and_the_text_is_kept_when_there_is_room(qtbot, qapp, small_disk):
    made = made_in(small_disk)
    desk = made.opened()
    tasks = Tasks(lambda: desk.reader, lambda: desk)
    drafts, refused = drafts_of(tasks), []
    tasks.refused.connect(refused.append)
    key = DraftKey(DraftField.INTRODUCTION)
    fill_up(small_disk)

    for length in (200_000, 200_001):
        drafts.write(Draft(key, "x" * length))
        drafts.save()
        qtbot.waitUntil(lambda: not tasks.is_busy)
    assert [type(error) for error in refused] == [FullDiskError]
    assert kept_drafts(desk.reader) == []

    (small_disk / "ballast").unlink()
    drafts.save()
    qtbot.waitUntil(lambda: not tasks.is_busy)
    assert [len(kept.text) for kept in kept_drafts(desk.reader)] == [200_001]
    tasks.close()
    qapp.processEvents()


def fill_up(disk: Path) -> None:
    with (disk / "ballast").open("ab", buffering=0) as ballast, suppress(OSError):
        while True:
            ballast.write(bytes(4096))


@pytest.fixture
def open_again(qtbot, qapp, tmp_path):
    """Start the program again on a desk and go on with what it offers; what stands in the field then."""

    def opened(made: Made, field: str = NOTE) -> str:
        clock = clock_at()
        desk = made.opened(clock)
        tasks = Tasks(lambda: desk.reader, lambda: desk)
        window = MainWindow(tasks, clock, qapp.property("theme"), Remembered(tmp_path))
        window.show()
        bar = window.frame.drafts
        qtbot.waitUntil(bar.isVisible)
        bar.go_on_asked.emit()
        qtbot.waitUntil(lambda: window.people.screen_of_person.view is not None)
        qtbot.waitUntil(lambda: window.people.findChild(QPlainTextEdit, field) is not None)
        text = window.people.findChild(QPlainTextEdit, field).toPlainText()
        window.close()
        tasks.close()
        delete(window)
        qapp.processEvents()
        return text

    return opened
