"""Whatever the keyboard reaches has a name and a role, in reading order, and what happens is announced."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPushButton,
    QTabBar,
    QWidget,
)
from shiboken6.Shiboken import delete

from relationdesk.desk.backups.making import make_backup
from relationdesk.domain.card import Card
from relationdesk.domain.recovery_code import new_code
from relationdesk.domain.vocabulary import OrganisationKind
from relationdesk.language.words import Language, use_language
from relationdesk.system.keychain import NoKeychain
from relationdesk.ui.backing_state import BackingState
from relationdesk.ui.places.duplicates.dialog import DuplicatesDialog
from relationdesk.ui.places.duplicates.merge_dialog import MergeDialog
from relationdesk.ui.places.imports.dialog import ImportDialog
from relationdesk.ui.places.people.parting.apart_flow import ApartDialog
from relationdesk.ui.places.settings.backup_dialog import BackupDialog
from relationdesk.ui.places.settings.backups_page import BackupsPage
from relationdesk.ui.places.settings.bring_back_dialog import BringBackDialog
from relationdesk.ui.places.settings.passphrase_dialog import PassphraseDialog, Purpose
from relationdesk.ui.places.settings.protection_page import ProtectionPage
from relationdesk.ui.places.settings.restore_dialog import RestoreDialog
from relationdesk.ui.shell.check_dialog import CheckDialog
from relationdesk.ui.shell.place import PlaceName
from relationdesk.ui.shell.recovery import RecoveryDialog, TrialDialog
from relationdesk.ui.shell.remembered import Remembered
from relationdesk.ui.shell.rescue_pages import OutcomePage, RescuePage
from relationdesk.ui.shell.window import MainWindow
from relationdesk.ui.widgets.undo_line import UndoLine
from relationdesk.work import people
from relationdesk.work.backups.making import back_up
from relationdesk.work.backups.queries import holdings
from relationdesk.work.backups.source import source_of
from relationdesk.work.desks.rescue import Harm, Rescue
from relationdesk.work.history.queries import EntryKind
from relationdesk.work.organisations.commands import add_organisation

MEANINGLESS = {
    QAccessible.Role.NoRole,
    QAccessible.Role.Client,
    QAccessible.Role.Graphic,
    QAccessible.Role.Window,
}


def stops(root: QWidget) -> list[QWidget]:
    """What Tab reaches in a window, in its order; the parts of a field count as the field."""
    found = []
    widget = root
    while True:
        widget = widget.nextInFocusChain()
        if widget is root or widget in found:
            return found
        reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled()
        is_part = isinstance(widget.parent(), (QAbstractSpinBox, QComboBox))
        if reached and root.isAncestorOf(widget) and not is_part and widget.focusProxy() is None:
            found.append(widget)


def told(widget: QWidget) -> tuple[str, QAccessible.Role]:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name), interface.role()


def faults(root: QWidget) -> list[str]:
    """What a screen reader could not tell of the stops of a window."""
    found = []
    for widget in stops(root):
        name, role = told(widget)
        path = f"{type(widget).__name__} {widget.objectName() or ''} in {type(widget.parent()).__name__}"
        if not name.strip():
            found.append(f"{path} has no name")
        if role in MEANINGLESS:
            found.append(f"{path} has the role {role.name}")
    return found


@pytest.fixture
def window(qtbot, qapp, tasks, clock, office, tmp_path, until_idle):  # noqa: PLR0917 - fixtures
    made = MainWindow(tasks, clock, qapp.property("theme"), Remembered(tmp_path))
    made.resize(1280, 800)
    with qtbot.waitActive(made):
        made.show()
    qtbot.waitUntil(lambda: made.has_begun)
    until_idle()
    yield made
    made.close()
    until_idle()
    delete(made)


@pytest.fixture
def person(window, office, until_idle):
    window.open_person(office.people["Léa Marchetti"])
    until_idle()
    QApplication.processEvents()
    return window


def test_a_control_without_a_name_would_be_found(qtbot):
    room = QWidget()
    qtbot.addWidget(room)
    QPushButton("Keep", room)
    QLineEdit(room)
    room.show()

    (found,) = faults(room)

    assert "QLineEdit" in found


def test_today_is_told(window):
    assert len(stops(window)) > 12
    assert faults(window) == []


@pytest.mark.parametrize("tab", range(5))
def test_every_tab_of_a_person_is_told(qtbot, person, until_idle, tab):
    person.people.screen_of_person.tabs.setCurrentIndex(tab)
    until_idle()
    QApplication.processEvents()

    assert len(stops(person)) > 12
    assert faults(person) == []


def test_an_entry_that_is_read_or_edited_is_told_in_its_order(qtbot, person, until_idle):
    view = person.people.screen_of_person.history.timeline
    entries = (view.rows.entry_at(row) for row in range(view.rows.rowCount()))
    happened = (entry is not None and entry.kind is EntryKind.INTERACTION for entry in entries)
    view.show_row(next(row for row, is_one in enumerate(happened) if is_one))
    until_idle()
    assert "timeline.edit" in {stop.objectName() for stop in stops(person)}
    assert faults(person) == []

    qtbot.keyClick(view, Qt.Key.Key_E)
    qtbot.waitUntil(lambda: view.is_covered)
    until_idle()
    QApplication.processEvents()

    assert faults(person) == []
    names = [stop.objectName() for stop in stops(person)]
    first = names.index("timeline.list")
    within = [name for name in names[first : first + 10] if name.startswith(("entry.", "note."))]
    assert within == [
        "note.kind",
        "entry.title",
        "note.day",
        "entry.text",
        "note.direction",
        "note.tone",
        "note.with",
        "entry.place",
        "entry.keep",
    ]


def test_a_person_in_a_narrow_window_is_told(person, until_idle):
    person.resize(800, 600)
    QApplication.processEvents()
    tabs = person.people.screen_of_person.tabs
    tabs.setCurrentIndex(tabs.count() - 1)
    until_idle()

    assert faults(person) == []


def test_somebody_new_is_told(window, until_idle):
    window.go(PlaceName.PEOPLE)
    window.people.new_person()
    until_idle()
    QApplication.processEvents()

    assert len(stops(window.people.form)) > 5
    assert faults(window) == []


def test_the_page_of_protection_is_told(qtbot, tasks, until_idle):
    page = ProtectionPage(tasks, NoKeychain(), session_tells=True)
    qtbot.addWidget(page)
    page.show()
    until_idle()

    assert len(stops(page)) > 5
    assert faults(page) == []


def test_the_page_of_backups_and_its_dialogs_are_told(qtbot, tasks, desk, office, until_idle):
    source = source_of(desk)
    path = back_up(source).backup.path
    page = BackupsPage(tasks, source, desk.clock)
    dialog = BackupDialog(tasks, source, desk.clock, path, page)
    bring = BringBackDialog(tasks, source, desk.clock, path, office.people["Noor Benali"], page)
    restore = RestoreDialog(holdings(path, source.key), desk.clock, page)
    qtbot.addWidget(page)
    page.show_state(BackingState(None, None, None, is_making=True))
    for shown in (page, dialog, bring, restore):
        with qtbot.waitExposed(shown):
            shown.show()
        for _ in range(8):
            until_idle()

        assert len(stops(shown)) > 1
        assert faults(shown) == []


@pytest.mark.parametrize("purpose", Purpose)
def test_every_dialog_for_a_passphrase_is_told(qtbot, purpose):
    dialog = PassphraseDialog(purpose)
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()

    assert len(stops(dialog)) > 3
    assert faults(dialog) == []


def test_the_dialogs_of_the_recovery_code_are_told(qtbot):
    offer, trial = RecoveryDialog(new_code()), TrialDialog()
    for dialog in (offer, trial):
        qtbot.addWidget(dialog)
        dialog.show()
        QApplication.processEvents()
        assert len(stops(dialog)) > 3
        assert faults(dialog) == []

    offer.findChild(QPushButton, "recovery.next").click()
    QApplication.processEvents()
    assert faults(offer) == []


def test_the_place_of_organisations_is_told(window, office, until_idle):
    window.go(PlaceName.ORGANISATIONS)
    until_idle()
    window.new_organisation()
    QApplication.processEvents()
    assert faults(window) == []
    assert "organisation.new_name" in {stop.objectName() for stop in stops(window)}

    client = office.desk.reader.number("SELECT id FROM organisation WHERE name = 'Olivade'")
    window.open_organisation(client)
    until_idle()
    QApplication.processEvents()

    assert faults(window) == []
    assert {
        "organisations.list",
        "organisation.more",
        "organisation.website",
        "organisation.person",
    } <= {stop.objectName() for stop in stops(window)}

    window.rooms.organisations.screen_of_organisation.ask_with_which()
    which = window.findChild(QDialog, "organisation.which_dialog")
    assert faults(which) == []
    which.taken.emit(add_organisation(office.desk, "Olivade SA", OrganisationKind.BRAND))
    which.reject()
    until_idle()
    joining = window.findChild(QDialog, "organisation.join_dialog")
    assert faults(joining) == []
    assert {"organisation.name.0", "organisation.kind.0", "organisation.join"} <= {
        stop.objectName() for stop in stops(joining)
    }
    joining.reject()


def test_the_trash_is_told(window, office, until_idle):
    window.go(PlaceName.TRASH)
    until_idle()
    assert faults(window) == []
    for name in ("Léa Marchetti", "Noor Benali"):
        people.commands.trash_person(office.desk, office.people[name])
    window.read_again()
    until_idle()

    assert {"trash.list", "trash.put_back", "trash.remove"} <= {stop.objectName() for stop in stops(window)}
    assert faults(window) == []


def test_every_page_of_the_settings_is_told(qtbot, window, until_idle):
    window.go(PlaceName.SETTINGS)
    tabs = window.findChild(QTabBar, "settings.tabs")
    for page in range(tabs.count()):
        tabs.setCurrentIndex(page)
        until_idle()
        QApplication.processEvents()
        assert faults(window) == []


def test_the_window_in_french_is_told(window, until_idle):
    window.speak(Language.FRENCH)
    until_idle()
    try:
        assert faults(window) == []
    finally:
        use_language(Language.ENGLISH)


def test_bringing_people_in_is_told(qtbot, tasks, clock, qapp):
    dialog = ImportDialog(tasks)
    qtbot.addWidget(dialog)
    dialog.show()

    assert stops(dialog)
    assert faults(dialog) == []


def test_the_dialogs_of_merging_are_told(qtbot, tasks, office, until_idle):
    known, again = office.people["Léa Marchetti"], Card(display_name="Lea Marcheti", how_met="On a ferry")
    other = people.commands.create_person(office.desk, again)
    pairs = DuplicatesDialog(tasks)
    pairs.look()
    until_idle()
    both = people.sides.sides(office.desk.reader, known, other)
    assert both is not None
    merger = people.merging.merge(office.desk, known, other, {})
    merged = people.merging.mergers_of(office.desk.reader, known)
    assert [one.id for one in merged] == [merger]

    for dialog in (pairs, MergeDialog(both), ApartDialog("Léa Marchetti", merged)):
        qtbot.addWidget(dialog)
        dialog.show()
        assert stops(dialog)
        assert faults(dialog) == []


def test_the_check_of_the_desk_is_told(qtbot, tasks):
    dialog = CheckDialog(tasks)
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.waitSignal(dialog.checked, timeout=20_000):
        dialog.begin()

    assert stops(dialog)
    assert faults(dialog) == []


def test_the_pages_of_a_damaged_desk_are_told(qtbot, desk, clock):
    make_backup(desk.files, desk.key, clock.now())
    plight = replace(Rescue(desk.files, desk.key, clock).look(), harm=Harm.PAGES, pages=9, broken_pages=1)
    ways, end = RescuePage(plight), OutcomePage("Done", ["One thing", "and another"])
    for page, parts in ((ways, 6), (end, 2)):
        qtbot.addWidget(page)
        page.show()
        qtbot.waitExposed(page)
        assert len(stops(page)) == parts
        assert faults(page) == []
    assert [told(stop)[0] for stop in stops(ways)] == [
        "Tuesday 24 November, 09:00",
        "Restore this backup",
        "From another place…",
        "Save what can be read",
        "Look again",
        "Quit",
    ]


def test_tab_goes_through_a_person_in_reading_order(person):
    """From the list to the head, then the tabs, then what is below them, then the column beside."""
    place = person.people
    screen = place.screen_of_person
    inside = [widget for widget in stops(person) if place.isAncestorOf(widget)]
    regions = (place.list, screen.header, screen.tabs, screen.history, screen.remember)
    visited = [
        next(number for number, region in enumerate(regions) if region is w or region.isAncestorOf(w))
        for w in inside
    ]

    assert visited == sorted(visited)
    assert set(visited) == set(range(len(regions)))


def test_within_a_line_tab_goes_from_left_to_right(person):
    header = person.people.screen_of_person.header
    across = [w.mapTo(header, QPoint()).x() for w in stops(person) if header.isAncestorOf(w)]

    assert across == sorted(across)


def test_the_rows_of_lists_read_as_sentences(person):
    for view in person.people.findChildren(QAbstractItemView):
        model = view.model()
        if not view.isVisible() or model is None:
            continue
        said = [
            model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())
        ]
        assert said
        assert all(said)


def test_a_change_is_announced(qtbot, monkeypatch):
    line = UndoLine()
    qtbot.addWidget(line)
    heard = []

    def update(event: QAccessibleAnnouncementEvent) -> None:
        heard.append(event.message())

    monkeypatch.setattr("PySide6.QtGui.QAccessible.updateAccessibility", update)
    line.show_message("Note kept")

    assert heard == ["Note kept"]
    assert QAccessible.queryAccessibleInterface(line._message).text(QAccessible.Text.Name) == "Note kept"
