"""How often to be in touch, by tag and by topic."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.domain.cadence import LabelKind
from relationdesk.language.dates import gap_words
from relationdesk.language.words import _, plural
from relationdesk.ui.places.settings.page import setting_line
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Height, Space
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.cadence_field import CadenceField
from relationdesk.ui.widgets.cadence_words import NOTHING_SAID, Gap
from relationdesk.ui.widgets.choice_field import ChoiceField
from relationdesk.ui.widgets.flow_layout import FlowLayout
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.work import people
from relationdesk.work.desks import Changes, Desk, Reader
from relationdesk.work.people.rhythms import LabelLine, labels_of_people

_FIELD_WIDTH = 196
_SHOWN_TABLES = frozenset({"tag", "topic", "person_tag", "person_topic"})


class SharedCadences(QWidget):
    """Lists the tags and topics that say how often, and lets another one; says `said` once it is kept."""

    said = Signal(str)

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._nothing = Label(_("Tags and topics come with the people who have them."), Look.HINT, wraps=True)
        self._which: ChoiceField[LabelLine] = ChoiceField(_("Tag or topic"), ())
        self._which.setObjectName("cadences.label")
        self._which.setMinimumWidth(_FIELD_WIDTH)
        self._gap = CadenceField(_("How often to be in touch"))
        self._gap.setMinimumWidth(_FIELD_WIDTH)
        self._add = Button(_("Add"), icon=Icon.PLUS)
        self._add.setObjectName("cadences.add")
        self._add.setAccessibleName(_("Let this tag or topic say how often"))
        self._add.clicked.connect(self._on_add)
        self._gap.chosen.connect(self._on_gap)
        self._adding = QWidget()
        line = FlowLayout(self._adding, Space.SMALL, Space.SMALL)
        for widget in (self._which, self._gap, self._add):
            line.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SMALL)
        column.addLayout(self._rows)
        column.addWidget(self._adding)
        column.addWidget(self._nothing)

    def refresh(self, changes: Changes | None) -> None:
        """Read again which of them there are."""
        if changes is None or changes.tables & _SHOWN_TABLES:
            self._tasks.ask(self, labels_of_people, self._show)

    def _show(self, lines: list[LabelLine]) -> None:
        said = [line for line in lines if line.ideal_gap_days is not None]
        others = [line for line in lines if line.ideal_gap_days is None]
        while (item := self._rows.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        for line in said:
            self._rows.addWidget(self._row(line))
        self._which.show_choices([(line, _named(line)) for line in others])
        self._adding.setVisible(bool(others))
        self._nothing.setVisible(not lines)

    def _row(self, line: LabelLine) -> QWidget:
        field = CadenceField(_("How often, for {name}").format(name=_named(line)))
        field.setFixedWidth(_FIELD_WIDTH)
        field.show_gap((line.ideal_gap_days, line.longest_gap_days))
        field.chosen.connect(partial(self._set, line))
        remove = Button(
            "", Role.QUIET, Icon.X, compact=True, name=_("Let {name} say nothing").format(name=_named(line))
        )
        remove.setObjectName("cadences.remove")
        remove.setFixedWidth(Height.HIT)
        remove.clicked.connect(partial(self._set, line, NOTHING_SAID))
        controls = QWidget()
        across = QHBoxLayout(controls)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(Space.TIGHT)
        across.addWidget(field)
        across.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        row = QWidget()
        told = plural("{n} person", "{n} people", line.people)
        row.setLayout(setting_line(_named(line), controls, told))
        return row

    @Slot(object)
    def _on_gap(self, _gap: Gap) -> None:
        """Another rhythm was told with two numbers: it stands in the field until it is added."""
        self._gap.show_gap(_gap)

    @Slot()
    def _on_add(self) -> None:
        line, gap = self._which.value, self._gap.gap
        if line is not None and gap is not None:
            self._set(line, gap)

    def _set(self, line: LabelLine, gap: Gap, *_checked: object) -> None:
        ideal, longest = gap
        self._tasks.change(
            self,
            lambda desk: people.commands.set_shared_cadence(
                desk, line.kind, line.id, ideal_days=ideal, longest_days=longest
            ),
            lambda _none: self.said.emit(_told(line, gap)),
        )


def _told(line: LabelLine, gap: Gap) -> str:
    if gap[0] is None:
        return _("{name} no longer says how often").format(name=_named(line))
    return _("{name}: {gap} from now on").format(name=_named(line), gap=gap_words(gap[0]))


def _named(line: LabelLine) -> str:
    if line.kind is LabelKind.TAG:
        return _("{name} (tag)").format(name=line.name)
    return _("{name} (topic)").format(name=line.name)
