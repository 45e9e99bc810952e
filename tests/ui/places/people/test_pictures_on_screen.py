import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from relationdesk.domain.card import Picture
from relationdesk.ui.places.people.header.frame_dialog import FrameDialog
from relationdesk.ui.places.people.header.frame_view import FrameView
from relationdesk.ui.widgets.person_row import PERSON_LINE
from relationdesk.work.people.errors import UnfitPictureError


def jpeg(colour, side=200):
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG")
    return bytes(buffer.data().data())


def middle_of(widget):
    return widget.grab().toImage().pixelColor(widget.width() // 2, widget.height() // 2)


def is_green(colour):
    return colour.green() > 110 and colour.red() < 40 and colour.blue() < 40


@pytest.fixture
def shown(add, place, settled):
    def opened(**card):
        lea = add("Léa Marchetti", **card)
        made = place()
        made.open_person(lea)
        settled()
        return made, lea

    return opened


def row_picture(place):
    return place.list.model.index(0, 0).data(PERSON_LINE).picture


def test_a_picture_that_came_with_an_address_book_is_shown_in_the_list_and_the_head(qtbot, qapp, shown):
    place, _lea = shown(picture=Picture("image/jpeg", jpeg("green")))

    qtbot.waitUntil(lambda: is_green(middle_of(place.screen_of_person.header.picture)))
    qtbot.waitUntil(lambda: row_picture(place) is not None)
    assert row_picture(place).width() == 30


def test_somebody_with_a_picture_that_cannot_be_opened_is_shown_by_initials(qtbot, qapp, shown, settled):
    place, _lea = shown(picture=Picture("image/png", b"\x89PNG\r\n\x1a\n" + bytes(50)))
    settled()

    assert row_picture(place) is None


@pytest.fixture
def framing(qtbot, shown, settled, tmp_path):
    """Choose a picture of two halves, green at the left, and have its square asked for."""

    def choose():
        place, lea = shown()
        image = QImage(3000, 1500, QImage.Format.Format_RGB32)
        image.fill(QColor("green"))
        painter = QPainter(image)
        painter.fillRect(1500, 0, 1500, 1500, QColor("blue"))
        painter.end()
        image.save(str(tmp_path / "lea.png"))
        place.screen_of_person.picture.choose(lea, "Léa Marchetti", tmp_path / "lea.png")
        settled()
        (dialog,) = place.findChildren(FrameDialog)
        return place, dialog

    return choose


def test_the_part_of_a_picture_is_chosen_by_the_mouse(qtbot, framing, settled):
    place, dialog = framing()
    view = dialog.findChild(FrameView)
    assert view.part == QRect(512, 0, 1024, 1024)

    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(20, 100))
    qtbot.mouseMove(view, QPoint(120, 100))
    qtbot.mouseMove(view, QPoint(310, 100))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(310, 100))
    assert view.part == QRect(0, 0, 1024, 1024)
    qtbot.mouseClick(dialog.findChild(QWidget, "frame.larger"), Qt.MouseButton.LeftButton)
    assert view.part.width() < 1024
    qtbot.mouseClick(dialog.findChild(QWidget, "frame.keep"), Qt.MouseButton.LeftButton)
    settled()

    qtbot.waitUntil(lambda: is_green(middle_of(place.screen_of_person.header.picture)))


def test_the_part_of_a_picture_is_chosen_by_keys(qtbot, framing, settled, desk):
    place, dialog = framing()
    view = dialog.findChild(FrameView)
    for _time in range(4):
        qtbot.keyClick(view, Qt.Key.Key_Plus)
    smaller = view.part.width()
    assert smaller < 700
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    assert smaller < view.part.width()
    for _time in range(30):
        qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.part.left() == 0
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.part.top() > 0
    qtbot.keyClick(view, Qt.Key.Key_Return)
    settled()

    qtbot.waitUntil(lambda: is_green(middle_of(place.screen_of_person.header.picture)))
    desk.undo()
    settled()
    assert place.screen_of_person.view.page.record.picture_hash is None


def half_green():
    image = QImage(800, 800, QImage.Format.Format_RGB32)
    image.fill(QColor("blue"))
    painter = QPainter(image)
    painter.fillRect(0, 0, 400, 800, QColor("green"))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def test_the_picture_that_somebody_has_is_cropped_anew(qtbot, shown, settled, desk):
    place, _lea = shown(picture=Picture("image/png", half_green()))
    before = place.screen_of_person.view.page.record.picture_hash
    place.screen_of_person.crop_picture()
    settled()
    (asked,) = place.findChildren(FrameDialog)
    view = asked.findChild(FrameView)
    for _time in range(6):
        qtbot.keyClick(view, Qt.Key.Key_Plus)
    for _time in range(60):
        qtbot.keyClick(view, Qt.Key.Key_Left)

    qtbot.keyClick(view, Qt.Key.Key_Return)
    settled()

    qtbot.waitUntil(lambda: is_green(middle_of(place.screen_of_person.header.picture)))
    desk.undo()
    settled()
    assert place.screen_of_person.view.page.record.picture_hash == before


def test_a_picture_that_is_given_up_changes_nothing(qtbot, framing, settled, desk):
    _place, dialog = framing()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    settled()

    assert desk.reader.number("SELECT count(*) FROM blob") == 0


def test_a_chosen_picture_is_shown_said_and_taken_back(qtbot, shown, settled, tmp_path, desk):
    place, lea = shown()
    (tmp_path / "lea.jpg").write_bytes(jpeg("green", 3000))

    with qtbot.waitSignal(place.said) as said:
        place.screen_of_person.picture.choose(lea, "Léa Marchetti", tmp_path / "lea.jpg")
        settled()
        place.findChild(FrameDialog).accept()
    settled()

    picture = place.screen_of_person.header.picture
    assert said.args == ["Picture changed"]
    qtbot.waitUntil(lambda: is_green(middle_of(picture)))
    assert 0 < desk.reader.number("SELECT size FROM blob") < 60_000
    desk.undo()
    settled()
    assert not is_green(middle_of(picture))


def test_a_file_that_is_no_picture_is_refused_and_nothing_changes(qtbot, shown, tmp_path, desk, tasks):
    place, lea = shown()
    (tmp_path / "lea.png").write_bytes(b"<svg xmlns='http://www.w3.org/2000/svg'/>")

    with qtbot.waitSignal(tasks.refused) as refused:
        place.screen_of_person.picture.choose(lea, "Léa Marchetti", tmp_path / "lea.png")

    assert isinstance(refused.args[0], UnfitPictureError)
    assert desk.reader.number("SELECT count(*) FROM blob") == 0


def test_the_menu_on_the_picture_takes_it_away(qtbot, qapp, shown, settled):
    place, _lea = shown(picture=Picture("image/jpeg", jpeg("green")))
    picture = place.screen_of_person.header.picture
    qtbot.waitUntil(lambda: is_green(middle_of(picture)))

    qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=QPoint(28, 28))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == [
        "Change picture…",
        "Crop picture…",
        "Remove picture",
    ]
    with qtbot.waitSignal(place.said) as said:
        menu.actions()[2].trigger()
    menu.close()
    settled()

    assert said.args == ["Picture removed"]
    assert not is_green(middle_of(picture))


def test_who_has_no_picture_has_none_to_crop_or_remove(qtbot, shown):
    place, _lea = shown()

    qtbot.mouseClick(place.screen_of_person.header.picture, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()

    assert [action.isEnabled() for action in menu.actions()] == [True, False, False]
    menu.close()
