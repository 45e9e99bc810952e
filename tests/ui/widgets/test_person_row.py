import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QTableView

from relationdesk.domain.ids import PersonId
from relationdesk.ui.theme.tokens import LIGHT, Height
from relationdesk.ui.widgets.avatar import colours_of
from relationdesk.ui.widgets.person_row import PERSON_LINE, PersonLine, PersonRowDelegate, spoken_line


class People(QAbstractTableModel):
    def __init__(self, lines):
        super().__init__()
        self.lines = lines

    def rowCount(self, parent=QModelIndex()):  # noqa: B008, N802 - Qt's own default
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent=QModelIndex()):  # noqa: B008, N802 - Qt's own default
        return 0 if parent.isValid() else 1

    def data(self, index, role):
        return self.lines[index.row()] if role == PERSON_LINE else None


@pytest.fixture
def list_of(qtbot):
    def made(*lines):
        view = QTableView()
        qtbot.addWidget(view)
        model = People(list(lines))
        QAbstractItemModelTester(model, view)
        model.setParent(view)
        view.setModel(model)
        view.setItemDelegate(PersonRowDelegate(view))
        view.verticalHeader().setDefaultSectionSize(Height.PERSON_ROW)
        view.setShowGrid(False)
        view.horizontalHeader().setStretchLastSection(True)
        view.resize(300, 250)
        return view

    return made


def row_of(view, row):
    index = view.model().index(row, 0)
    return view.viewport().grab(view.visualRect(index)).toImage()


def test_a_row_shows_the_person_and_a_hairline(list_of, colours_in):
    view = list_of(PersonLine(PersonId(3), "Léa Marchetti", "Trail running", "12 Nov"))

    picture = row_of(view, 0)

    assert picture.height() == Height.PERSON_ROW
    assert {colours_of(PersonId(3)).ground, LIGHT.line} <= colours_in(picture)


def test_a_selected_row_has_the_ground_of_selections(list_of, colours_in):
    view = list_of(PersonLine(PersonId(1), "Léa"), PersonLine(PersonId(2), "Noor"))

    view.selectRow(1)

    assert LIGHT.selection not in colours_in(row_of(view, 0))
    assert LIGHT.selection in colours_in(row_of(view, 1))


def test_a_row_that_is_not_read_yet_is_blank(list_of, colours_in):
    view = list_of(None)

    assert colours_in(row_of(view, 0)) == {LIGHT.bg, LIGHT.line}


def test_a_monstrous_name_is_drawn_without_harm(list_of, hostile):
    view = list_of(
        PersonLine(PersonId(1), "a" + "\u0301" * 10_000, hostile * 200, "12 Nov"),
        PersonLine(PersonId(2), "x" * 10_000, "\n\n", "y" * 500),
    )

    assert not view.grab().isNull()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (PersonLine(PersonId(1), "Léa", "trail", "4 days late"), "Léa, trail, 4 days late"),
        (PersonLine(PersonId(1), "Léa", "trail"), "Léa, trail"),
        (PersonLine(PersonId(1), "Léa", when="12 Nov"), "Léa, 12 Nov"),
        (PersonLine(PersonId(1), "Léa"), "Léa"),
    ],
)
def test_a_row_is_read_as_one_line(line, said):
    assert spoken_line(line) == said
