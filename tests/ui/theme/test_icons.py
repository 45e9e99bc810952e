import gc

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPainter

from relationdesk.language.resources import resource
from relationdesk.ui.theme.icons import Icon, line_icon
from relationdesk.ui.theme.theme import ThemeChoice
from relationdesk.ui.theme.tokens import DARK, LIGHT, Tint


def darkest(picture: QImage) -> str:
    colours = [picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height())]
    return max(colours, key=lambda colour: colour.alpha()).name().upper()


def image_of(icon: QIcon, side: int, scale: float = 1.0, mode: QIcon.Mode = QIcon.Mode.Normal) -> QImage:
    return icon.pixmap(QSize(side, side), scale, mode).toImage()


@pytest.mark.parametrize("icon", list(Icon))
def test_every_icon_draws_something(qapp, icon):
    picture = image_of(line_icon(icon), 32)

    assert any(picture.pixelColor(x, y).alpha() for x in range(32) for y in range(32))


def test_the_folder_holds_the_icons_and_their_licence_and_nothing_else():
    names = {path.name for path in resource("icons").iterdir() if path.is_file()}

    assert names == {f"{icon}.svg" for icon in Icon} | {"LICENSE"}


def test_an_icon_has_the_colour_of_the_text_and_follows_the_theme(qapp):
    icon = line_icon(Icon.CHECK)
    assert darkest(image_of(icon, 64)) == LIGHT.ink

    qapp.property("theme").choose(ThemeChoice.DARK)
    try:
        assert darkest(image_of(icon, 64)) == DARK.ink
    finally:
        qapp.property("theme").choose(ThemeChoice.LIGHT)


def test_a_disabled_icon_is_pale_and_a_tinted_one_tinted(qapp):
    assert darkest(image_of(line_icon(Icon.CHECK), 64, mode=QIcon.Mode.Disabled)) == LIGHT.ink3
    assert darkest(image_of(line_icon(Icon.BAN, Tint.BAD), 64)) == LIGHT.bad


def test_an_icon_is_drawn_anew_for_a_fine_screen(qapp):
    fine = line_icon(Icon.SUN).pixmap(QSize(16, 16), 2.0)

    assert (fine.size(), fine.devicePixelRatio()) == (QSize(32, 32), 2.0)
    blown_up = image_of(line_icon(Icon.SUN), 16).scaled(
        32, 32, mode=Qt.TransformationMode.SmoothTransformation
    )
    assert fine.toImage() != blown_up


def test_an_icon_outlives_its_copies_and_its_detaching(qapp):
    icon = line_icon(Icon.GIFT)
    for _again in range(50):
        copy = QIcon(icon)
        copy.addFile("nowhere.png")
        del copy
    gc.collect()

    assert darkest(image_of(icon, 64)) == LIGHT.ink


def test_an_icon_can_be_painted_into_a_picture(qapp):
    picture = QImage(20, 20, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    line_icon(Icon.PHONE).paint(painter, 2, 2, 16, 16)
    painter.end()

    assert darkest(picture) != "#000000"
