from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import LIGHT
from relationdesk.ui.widgets.rail_item import RailItem
from relationdesk.ui.widgets.tab_bar import TabBar


def test_a_rail_item_says_what_waits(qtbot, spoken, colours_in):
    item = RailItem("Today", Icon.SUN)
    qtbot.addWidget(item)
    assert spoken(item) == "Today"

    item.show_count(6)

    assert spoken(item) == "Today, 6"
    assert LIGHT.line in colours_in(item.grab().toImage())


def test_the_rail_item_of_the_shown_place_is_lit(qtbot, colours_in):
    item = RailItem("People", Icon.USERS)
    qtbot.addWidget(item)
    item.resize(175, 33)
    assert LIGHT.selection not in colours_in(item.grab().toImage())

    item.setChecked(True)

    assert LIGHT.selection in colours_in(item.grab().toImage())


def test_the_active_tab_has_room_for_its_strong_letters(qtbot):
    tabs = TabBar("Parts of the page")
    qtbot.addWidget(tabs)
    for text in ("History", "Partnerships 3"):
        tabs.addTab(text)
    widths = [tabs.tabRect(row).width() for row in (0, 1)]

    tabs.setCurrentIndex(1)

    assert [tabs.tabRect(row).width() for row in (0, 1)] == widths
    assert tabs.accessibleName() == "Parts of the page"


def test_seven_tabs_stand_close_in_a_small_window_and_apart_again(qtbot):
    tabs = TabBar("Parts of the page")
    qtbot.addWidget(tabs)
    for title in ("Historique", "Partenariats", "Préférences", "Relations", "Fichiers", "Fiche", "À retenir"):
        tabs.addTab(title)
    tabs.show()
    apart = tabs.sizeHint().width()

    tabs.stand_close(is_tight=True)
    assert tabs.sizeHint().width() < 552 < apart
    tabs.stand_close(is_tight=False)
    assert tabs.sizeHint().width() == apart
