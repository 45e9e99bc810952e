import pytest
from PySide6.QtCore import Qt

from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import LIGHT, Height, Tone
from relationdesk.ui.widgets.chip import Chip, ChipButton, ChipText, chip_size


@pytest.mark.parametrize("tone", list(Tone))
def test_a_chip_has_the_ground_of_its_tone(qtbot, tone, spoken, colours_in):
    chip = Chip(ChipText("4 days late", tone, Icon.CLOCK))
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())

    assert LIGHT.toned(tone).ground in colours_in(chip.grab().toImage())
    assert spoken(chip) == "4 days late"


def test_a_chip_that_is_cut_shows_its_words_in_the_tool_tip(qtbot, tip_of, hostile):
    chip = Chip(ChipText(hostile))
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    assert tip_of(chip) == ""

    chip.resize(40, 19)

    assert "&lt;b&gt;" in tip_of(chip)


def test_a_chip_with_an_icon_is_wider(qapp):
    assert chip_size(ChipText("warm", icon=Icon.HEART)).width() > chip_size(ChipText("warm")).width()


def test_a_chip_button_is_pressed_by_mouse_and_space(qtbot, spoken):
    chip = ChipButton(ChipText("+ filter"))
    qtbot.addWidget(chip)
    chip.show()
    chip.resize(chip.sizeHint())

    with qtbot.waitSignals([chip.clicked, chip.clicked]):
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
        qtbot.keyClick(chip, Qt.Key.Key_Space)

    assert chip.height() >= Height.HIT
    assert spoken(chip) == "+ filter"
