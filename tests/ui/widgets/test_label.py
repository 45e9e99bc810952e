from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from relationdesk.ui.widgets.elided_label import ElidedLabel
from relationdesk.ui.widgets.label import Label
from relationdesk.ui.widgets.painting import drawable, plain_tip


def test_labels_show_marks_as_they_are(qtbot, hostile):
    for label in (Label(hostile), ElidedLabel(hostile)):
        qtbot.addWidget(label)
        assert label.textFormat() is Qt.TextFormat.PlainText
        assert label.text() == hostile


def test_an_elided_label_is_cut_where_its_room_ends_and_tells_the_rest(qtbot, spoken, tip_of):
    label = ElidedLabel("Coffee at the fair, twenty minutes")
    qtbot.addWidget(label)
    label.resize(label.sizeHint())
    assert not label.is_cut()
    assert tip_of(label) == ""

    label.resize(60, 20)

    assert label.is_cut()
    assert "twenty minutes" in tip_of(label)
    assert spoken(label) == "Coffee at the fair, twenty minutes"
    label.grab()


def test_a_tool_tip_shows_marks_as_they_are(hostile):
    assert "<img" not in plain_tip(hostile)


@given(st.text(max_size=2_000))
def test_what_is_drawn_is_one_short_line(text):
    assert "\n" not in drawable(text)
    assert len(drawable(text)) <= 300
