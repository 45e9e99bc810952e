"""A bar above the places, in a narrow window."""

from PySide6.QtWidgets import QLabel

from relationdesk.ui.shell.quiet_bar import QuietBar

TOLD = "A service copies the folder of your desk to other computers, which can damage the desk."


def test_a_sentence_that_is_longer_than_the_bar_goes_on_in_a_second_line(qtbot):
    bar = QuietBar(TOLD, "What can be done", "bar.act", may_go=True)
    qtbot.addWidget(bar)
    told = bar.findChild(QLabel)
    one_line = told.fontMetrics().lineSpacing()
    bar.resize(520, bar.heightForWidth(520))
    with qtbot.waitExposed(bar):
        bar.show()

    assert told.height() >= 2 * one_line
    assert told.height() >= told.heightForWidth(told.width())
