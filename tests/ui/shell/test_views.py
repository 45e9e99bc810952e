"""The saved views in the rail and in the palette."""

import pytest
from PySide6.QtCore import Qt

from relationdesk.ui.shell.place import PlaceName
from relationdesk.work.views.commands import save_view
from relationdesk.work.views.queries import saved_views


@pytest.fixture
def views(qtbot, window, office, until_idle):
    for name, typed in (("Annecy", "city:annecy"), ("Trail", "topic:trail")):
        save_view(office.desk, name=name, typed=typed)
    window.read_again()
    until_idle()
    return window.frame.rail.views


def names(office):
    return [view.name for view in saved_views(office.desk.reader)]


def item(views, place):
    return views._items[place]


def test_a_view_leads_to_people_filtered_by_it(qtbot, window, views, until_idle):
    assert [item(views, place).accessibleName() for place in range(2)] == ["Annecy", "Trail"]

    qtbot.mouseClick(item(views, 1), Qt.MouseButton.LeftButton)
    until_idle()

    assert window.current is PlaceName.PEOPLE
    assert window.people.list.filter.text() == "topic:trail"


def test_the_palette_finds_a_view(qtbot, window, views, until_idle):
    window.commands.offered[-1].action.trigger()
    until_idle()

    assert window.commands.offered[-1].title == "View “Trail”"
    assert window.people.list.filter.text() == "topic:trail"


def test_a_view_is_moved_renamed_and_deleted_by_keys_and_undone(qtbot, window, views, office, until_idle):
    item(views, 0).setFocus()
    qtbot.keyClick(item(views, 0), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    until_idle()
    assert names(office) == ["Trail", "Annecy"]
    assert item(views, 1).hasFocus()

    qtbot.keyClick(item(views, 1), Qt.Key.Key_F2)
    assert views._name.hasFocus()
    qtbot.keyClicks(views._name, "Lake")
    qtbot.keyClick(views._name, Qt.Key.Key_Return)
    until_idle()
    assert names(office) == ["Trail", "Lake"]

    qtbot.keyClick(item(views, 0), Qt.Key.Key_Delete)
    until_idle()
    assert names(office) == ["Lake"]
    assert len(views.views) == 1
    office.desk.undo()
    until_idle()
    assert names(office) == ["Trail", "Lake"]


def test_escape_leaves_a_name_as_it_was(qtbot, views, office, until_idle):
    qtbot.keyClick(item(views, 0), Qt.Key.Key_F2)
    qtbot.keyClicks(views._name, "x")
    qtbot.keyClick(views._name, Qt.Key.Key_Escape)
    until_idle()

    assert names(office) == ["Annecy", "Trail"]
    assert not views._name.isVisible()


def test_the_menu_of_a_view_offers_what_can_be_done(views):
    menu = views.menu_of(views.views[0])

    assert [(action.text(), action.isEnabled()) for action in menu.actions()] == [
        ("Rename", True),
        ("Move up", False),
        ("Move down", True),
        ("Delete the view", True),
    ]
    menu.deleteLater()


def test_a_folded_rail_shows_the_icon_of_a_view(window, views, until_idle):
    window.resize(700, 600)
    until_idle()

    assert item(views, 0).width() == item(views, 0).minimumSizeHint().width()
    assert not views._title.isVisible()
