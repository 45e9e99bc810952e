"""The window of somebody who has just begun."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from relationdesk.desk.desk import Desk
from relationdesk.desk.errors import WrongSecretError
from relationdesk.desk.files import DeskFiles
from relationdesk.desk.vault import read_vault
from relationdesk.system.keychain import NoKeychain
from relationdesk.ui.shell.place import PlaceName
from relationdesk.ui.shell.window import MainWindow
from relationdesk.ui.widgets.button import Button
from relationdesk.work import settings
from relationdesk.work.desks import opening


@pytest.fixture
def files(tmp_path):
    return DeskFiles(tmp_path / "own.desk")


@pytest.fixture
def first_code(files, clock):
    made = opening.make(files, clock, NoKeychain(), passphrase="four quiet words here")
    settings.commands.remind_of_recovery_code(made.desk)
    made.desk.close()
    return made.recovery_code


@pytest.fixture
def desk(files, clock, first_code):
    key = read_vault(files.vault).key_by_recovery(first_code)
    opened = Desk(files, key, clock)
    yield opened
    opened.close()


@pytest.fixture
def window(qtbot, qapp, tasks, clock, remembered, until_idle):  # noqa: PLR0917 - fixtures
    made = MainWindow(tasks, clock, qapp.property("theme"), remembered)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitActive(made)
    qtbot.waitUntil(lambda: made.has_begun)
    until_idle()
    made.today.show_again()
    return made


def part(window, name):
    found = window.findChild(QWidget, name)
    assert found is not None, name
    return found


def click(qtbot, window, name):
    qtbot.mouseClick(part(window, name), Qt.MouseButton.LeftButton)


def test_an_empty_desk_asks_who_comes_first(window):
    shown = [label.text() for label in window.today.findChildren(QLabel) if label.isVisible()]

    assert "Your desk is ready" in shown
    assert part(window, "welcome.import").hasFocus()


@pytest.mark.parametrize("size", [(640, 480), (1280, 800)])
def test_the_three_ways_to_begin_fit_the_window(qtbot, window, size):
    window.resize(*size)
    qtbot.waitUntil(lambda: (window.width(), window.height()) == size)

    for name in ("welcome.import", "welcome.new", "welcome.sample"):
        button = part(window, name)
        assert button.mapTo(window, button.rect().topRight()).x() < size[0]


def test_bringing_people_in_is_one_click_away(qtbot, window):
    click(qtbot, window, "welcome.import")

    dialog = window.findChild(QDialog, "import.dialog")
    assert dialog.isVisible()
    dialog.reject()


def test_the_first_person_is_one_click_away(qtbot, window, until_idle):
    click(qtbot, window, "welcome.new")
    until_idle()

    assert window.current is PlaceName.PEOPLE
    assert window.people.form.isVisible()


def test_the_sample_desk_is_one_click_away_and_easy_to_leave(  # noqa: PLR0917 - fixtures
    qtbot, window, qapp, tasks, clock, remembered
):
    with qtbot.waitSignal(window.sample_asked):
        click(qtbot, window, "welcome.sample")

    sample = MainWindow(tasks, clock, qapp.property("theme"), remembered, is_sample=True)
    qtbot.addWidget(sample)
    sample.show()
    told = [label.text() for label in sample.findChildren(QLabel)]
    assert "This is a sample desk: everybody on it is invented." in told
    with qtbot.waitSignal(sample.own_asked):
        click(qtbot, sample, "sample.own")


def test_ones_own_desk_has_no_bar_of_the_sample(window):
    assert window.findChild(Button, "sample.own") is None


def test_the_rail_reminds_of_the_recovery_code_until_one_is_tested(  # noqa: PLR0917 - fixtures
    qtbot, window, files, clock, first_code, until_idle
):
    assert part(window, "rail.recovery").isVisible()
    click(qtbot, window, "rail.recovery")
    dialog = window.findChild(QDialog, "recovery.dialog")
    code = part(dialog, "recovery.code").text()
    assert code != first_code
    click(qtbot, dialog, "recovery.next")
    assert not part(dialog, "recovery.go").isEnabled()

    qtbot.keyClicks(part(dialog, "recovery.test"), code[-9:])
    click(qtbot, dialog, "recovery.go")
    until_idle()

    assert not part(window, "rail.recovery").isVisible()
    vault = read_vault(files.vault)
    assert vault.fits(vault.key_by_recovery(code))
    with pytest.raises(WrongSecretError):
        vault.key_by_recovery(first_code)


def test_a_code_that_was_not_tested_leaves_the_former_one_good(qtbot, window, files, first_code, until_idle):
    click(qtbot, window, "rail.recovery")
    dialog = window.findChild(QDialog, "recovery.dialog")

    click(qtbot, dialog, "recovery.later")
    until_idle()

    assert part(window, "rail.recovery").isVisible()
    vault = read_vault(files.vault)
    assert vault.fits(vault.key_by_recovery(first_code))


def test_the_code_of_the_first_day_can_be_tested_later(  # noqa: PLR0917 - fixtures
    qtbot, window, files, first_code, until_idle, desk
):
    click(qtbot, window, "rail.recovery")
    click(qtbot, window.findChild(QDialog, "recovery.dialog"), "recovery.have")
    dialog = window.findChild(QDialog, "trial.dialog")
    qtbot.keyClicks(part(dialog, "trial.code"), "0" * 28)
    click(qtbot, dialog, "trial.go")
    qtbot.waitUntil(lambda: "slip" in part(dialog, "trial.wrong").text())
    assert part(window, "rail.recovery").isVisible()
    before = files.vault.read_bytes()

    part(dialog, "trial.code").clear()
    qtbot.keyClicks(part(dialog, "trial.code"), first_code.lower())
    click(qtbot, dialog, "trial.go")
    qtbot.waitUntil(lambda: not part(window, "rail.recovery").isVisible())

    assert files.vault.read_bytes() == before
    assert not settings.queries.recovery_code_waits(desk.reader)


def test_whoever_has_no_code_gets_a_new_one(qtbot, window):
    click(qtbot, window, "rail.recovery")
    click(qtbot, window.findChild(QDialog, "recovery.dialog"), "recovery.have")
    click(qtbot, window.findChild(QDialog, "trial.dialog"), "trial.new")

    shown = [one for one in window.findChildren(QDialog, "recovery.dialog") if one.isVisible()]
    assert len(shown) == 1
    shown[0].reject()
