"""My details are a key away, and offered once when a dossier lacks them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from relationdesk.work import settings
from relationdesk.work.settings.queries import MyDetails


@pytest.fixture
def write_dossier(window, office, until_idle, tmp_path):
    window.open_person(office.people["Léa Marchetti"])
    until_idle()

    def write():
        screen = window.people.screen_of_person
        screen.dossier.write(screen.view, tmp_path / "lea.pdf")
        until_idle()

    return write


def offer(window):
    return window.frame.letterhead


def test_my_details_open_from_the_settings(qtbot, window, until_idle):
    qtbot.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    qtbot.mouseClick(window.findChild(QWidget, "settings.details"), Qt.MouseButton.LeftButton)
    until_idle()

    dialog = window.findChild(QDialog, "details.dialog")
    assert dialog.isVisible()
    dialog.accept()


def test_the_first_dossier_without_a_letterhead_offers_one_this_once(
    qtbot, window, write_dossier, until_idle
):
    write_dossier()
    assert offer(window).isVisible()

    qtbot.mouseClick(window.findChild(QWidget, "letterhead.offer.not_now"), Qt.MouseButton.LeftButton)
    assert not offer(window).isVisible()
    write_dossier()
    assert not offer(window).isVisible()


def test_the_offer_leads_to_my_details(qtbot, window, write_dossier, until_idle):
    write_dossier()

    qtbot.mouseClick(window.findChild(QWidget, "letterhead.offer"), Qt.MouseButton.LeftButton)
    until_idle()

    dialog = window.findChild(QDialog, "details.dialog")
    assert dialog.isVisible()
    assert not offer(window).isVisible()
    dialog.accept()


def test_whose_letterhead_is_told_is_not_asked(window, office, write_dossier):
    settings.commands.keep_my_details(office.desk, MyDetails(name="Anouk Verdier"))

    write_dossier()

    assert not offer(window).isVisible()
