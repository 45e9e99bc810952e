"""A person's circle: drawn, walked by mouse and keys, added to and taken back."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from relationdesk.domain.terms import relation_term
from relationdesk.domain.vocabulary import RelationKind
from relationdesk.language.words import Language, speaking
from relationdesk.ui.places.people.relations.circle import MOST_DRAWN, label_at
from relationdesk.ui.places.people.relations.circle_node import WIDTH
from relationdesk.ui.places.people.relations.relation_form import readings
from relationdesk.ui.theme.fonts import font
from relationdesk.ui.theme.tokens import FontSize
from relationdesk.ui.widgets.button import Button
from relationdesk.ui.widgets.painting import text_width
from relationdesk.work.people.record import person_page
from relationdesk.work.people.relations import add_relation

_RELATIONS = 3


@pytest.fixture
def lea(add):
    return add("Léa Marchetti")


@pytest.fixture
def opened(qtbot, place, lea, settled):
    def open_lea():
        made = place()
        with qtbot.waitActive(made.window()):
            made.window().activateWindow()
        made.open_person(lea)
        settled()
        screen = made.screen_of_person
        screen.tabs.setCurrentIndex(_RELATIONS)
        settled()
        return screen

    return open_lea


def relations(desk, person):
    lines = person_page(desk.reader, person, desk.today()).relations
    return [(line.name, relation_term(line.kind, outgoing=line.outgoing)) for line in lines]


def test_each_kind_reads_from_both_sides(desk, lea, add):
    hugo = add("Hugo Dray")
    add_relation(desk, hugo, lea, RelationKind.AGENT_OF)

    assert relations(desk, hugo) == [("Léa Marchetti", "is the agent of")]
    assert relations(desk, lea) == [("Hugo Dray", "has as agent")]
    with speaking(Language.FRENCH):
        assert relations(desk, lea) == [("Hugo Dray", "a pour agent")]


def test_every_reading_can_be_chosen_once():
    words = [word for _reading, word in readings()]
    assert len(words) == len(set(words))
    assert {"manages", "is managed by", "introduced", "was introduced by", "family"} <= set(words)


def test_a_relation_that_is_known_is_not_kept_twice_and_nobody_is_their_own(desk, lea, add):
    noor = add("Noor Benali")
    first = add_relation(desk, lea, noor, RelationKind.KNOWS)

    assert add_relation(desk, noor, lea, RelationKind.KNOWS, outgoing=False) == first
    with pytest.raises(ValueError, match=str(lea)):
        add_relation(desk, lea, lea, RelationKind.KNOWS)


def test_who_walks_the_circle_by_the_keyboard_stays_in_it_and_stands_on_whom_they_came_from(  # noqa: PLR0917 - fixtures
    qtbot, desk, lea, add, opened, settled
):
    theo, hugo = add("Théo Bastide"), add("Hugo Dray")
    for one, another in ((lea, hugo), (lea, theo), (theo, hugo)):
        add_relation(desk, one, another, RelationKind.KNOWS)
    screen = opened()
    circle = screen.relations.circle
    node = next(node for node in circle.nodes if node.person == theo)
    node.setFocus()

    qtbot.keyClick(node, Qt.Key.Key_Return)
    settled()

    assert screen.view.id == theo
    assert [(node.person, node.hasFocus()) for node in circle.nodes if node.hasFocus()] == [(lea, True)]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settled()
    assert screen.view.id == lea
    assert next(node.person for node in circle.nodes if node.hasFocus()) == theo


def test_everybody_of_the_circle_is_a_named_child(desk, lea, add, opened):
    noor = add("Noor Benali")
    add_relation(desk, lea, noor, RelationKind.MANAGES)
    add_relation(desk, noor, lea, RelationKind.KNOWS)
    circle = opened().relations.circle

    (node,) = circle.nodes
    assert node.accessibleName() == "Noor Benali, manages · is known by"
    assert QAccessible.queryAccessibleInterface(circle).childCount() == 2
    assert circle.accessibleName() == "The circle of Léa Marchetti"


def test_arrows_move_in_the_circle_and_enter_goes_to_the_person(qtbot, desk, lea, add, opened):
    for name in ("Amal Roux", "Bea Lind", "Cleo Park", "Dan Ives"):
        add_relation(desk, lea, add(name), RelationKind.KNOWS)
    screen = opened()
    top, right, bottom, left = screen.relations.circle.nodes
    top.setFocus()

    for key, at in (
        (Qt.Key.Key_Right, right),
        (Qt.Key.Key_Down, bottom),
        (Qt.Key.Key_Left, left),
        (Qt.Key.Key_Left, left),
        (Qt.Key.Key_Up, top),
        (Qt.Key.Key_Right, right),
    ):
        qtbot.keyClick(QApplication.focusWidget(), key)
        assert QApplication.focusWidget() is at
    qtbot.keyClick(right, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: screen.view.name == "Bea Lind")
    assert [node.text() for node in screen.relations.circle.nodes] == ["Léa Marchetti"]


def test_a_large_circle_draws_a_few_and_the_list_has_all(desk, lea, add, opened):
    for number in range(MOST_DRAWN + 3):
        add_relation(desk, lea, add(f"Person {number}"), RelationKind.KNOWS)
    screen = opened()
    nodes = screen.relations.circle.nodes

    assert len(nodes) == MOST_DRAWN
    shapes = [node.geometry() for node in nodes]
    assert not any(one.intersects(other) for one in shapes for other in shapes if one is not other)
    removing = [b for b in screen.relations.findChildren(Button) if b.accessibleName().startswith("Remove")]
    assert len(removing) == MOST_DRAWN + 3


def test_a_relation_is_added_by_keys_and_undone_on_both_sides(  # noqa: PLR0917 - fixtures
    qtbot, desk, lea, add, opened, settled
):
    noor = add("Noor Benali")
    form = opened().relations.form
    form.reading.show_value((RelationKind.MANAGES, False))
    form.name.setFocus()
    qtbot.keyClicks(form.name, "noor")
    qtbot.waitUntil(lambda: [button.words for button in form.found] == ["Noor Benali"])
    settled()
    qtbot.keyClick(form.name, Qt.Key.Key_Down)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    settled()

    assert relations(desk, lea) == [("Noor Benali", "is managed by")]
    assert relations(desk, noor) == [("Léa Marchetti", "manages")]
    desk.undo()
    assert relations(desk, lea) == relations(desk, noor) == []


def test_a_relation_is_removed_from_the_list_and_comes_back_by_undo(  # noqa: PLR0917 - fixtures
    qtbot, desk, lea, add, opened, settled
):
    noor = add("Noor Benali")
    add_relation(desk, lea, noor, RelationKind.FAMILY_OF)
    tab = opened().relations
    remove = next(b for b in tab.findChildren(Button) if b.accessibleName() == "Remove: family, Noor Benali")
    qtbot.mouseClick(remove, Qt.MouseButton.LeftButton)
    settled()

    assert relations(desk, noor) == []
    desk.undo()
    assert relations(desk, noor) == [("Léa Marchetti", "family")]


def test_nobody_is_offered_as_their_own_relation(qtbot, add, opened):
    add("Léa Moreau")
    form = opened().relations.form
    qtbot.keyClicks(form.name, "lea")
    qtbot.waitUntil(lambda: bool(form.found))

    assert [button.words for button in form.found] == ["Léa Moreau"]


@pytest.mark.parametrize("kind", list(RelationKind))
def test_what_somebody_is_stands_clear_of_their_name_on_a_level_line(qapp, kind):
    for language in Language:
        with speaking(language):
            for outgoing in (True, False):
                words = text_width(relation_term(kind, outgoing=outgoing), font(FontSize.TINY))
                away = QPointF(240, 70)
                centre = away.x() * label_at(away)
                assert centre + words / 2 <= away.x() - WIDTH / 2
