from PySide6.QtCore import Qt

from relationdesk.ui.widgets.choice_field import ChoiceField


def test_a_choice_is_announced_only_when_the_user_chose(qtbot):
    choice = ChoiceField("Cadence", [(4, "every 4 weeks"), (6, "every 6 weeks")])
    qtbot.addWidget(choice)
    choice.show()
    told = []
    choice.chosen.connect(told.append)

    choice.show_value(6)
    assert (choice.value, told) == (6, [])
    qtbot.keyClick(choice, Qt.Key.Key_Up)

    assert (choice.value, told) == (4, [4])
    choice.show_value(9)
    assert choice.value is None


def test_a_choice_keeps_its_value_when_other_words_come(qtbot):
    choice = ChoiceField("Language", [("en", "English"), ("fr", "French")])
    qtbot.addWidget(choice)
    choice.show_value("fr")

    choice.show_choices([("de", "allemand"), ("fr", "français")])

    assert choice.value == "fr"
    assert choice.currentText() == "français"
