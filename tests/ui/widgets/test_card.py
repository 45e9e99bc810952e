from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.widgets.card import Card, Hairline
from relationdesk.ui.widgets.label import Label


def test_a_card_puts_a_hairline_between_its_rows(qtbot):
    card = Card(has_rows=True)
    qtbot.addWidget(card)
    for name in ("Léa", "Théo", "Noor"):
        card.add_row(Label(name))

    assert len(card.findChildren(Hairline)) == 2


def test_a_card_is_called_by_its_heading(qtbot, spoken):
    card = Card("This week", Icon.CALENDAR)
    qtbot.addWidget(card)

    assert spoken(card) == "This week"
