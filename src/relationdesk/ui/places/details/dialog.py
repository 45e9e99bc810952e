"""The dialog in which the user tells who they are; it saves by itself."""

from dataclasses import asdict, fields

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from relationdesk.domain.drafts import DraftField, DraftKey, named_subject
from relationdesk.language.words import _
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.choice_field import ChoiceField
from relationdesk.ui.widgets.drafts import drafts_of
from relationdesk.ui.widgets.field import Field
from relationdesk.ui.widgets.field_draft import FieldDraft
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.zones import zone_choices
from relationdesk.work import settings
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.settings.queries import MyDetails

_WIDTH, _HEIGHT = 560, 620
_LINES_HEIGHT = 76
_LETTERHEAD = ("name", "business", "email", "phone", "website", "address")
_SEVERAL_LINES = frozenset({"address", "signature"})


class MyDetailsDialog(QDialog):
    """Each field is kept when it is left, and all of them when the dialog closes; says `said` then.

    What was typed in a field and never left is shown again.
    """

    said = Signal(str)

    def __init__(self, tasks: Tasks[Reader, Desk], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drafts = drafts_of(tasks)
        self._kept: MyDetails | None = None
        self.setObjectName("details.dialog")
        self.setWindowTitle(_("My details"))
        self._fields: dict[str, Field | Lines | ChoiceField[str]] = {
            name: self._field(name, words) for name, words in _names().items()
        }
        self._inside = QWidget()
        self._arrange()
        self._inside.setEnabled(False)
        tasks.ask(self, settings.queries.my_details, self._show)

    @property
    def details(self) -> MyDetails:
        """What the fields tell."""
        return MyDetails(**{name: _told_in(field).strip() for name, field in self._fields.items()})

    def done(self, result: int) -> None:
        """Keep what was told last, and close."""
        self._keep()
        super().done(result)

    def _show(self, details: MyDetails) -> None:
        self._kept = details
        for name, told in asdict(details).items():
            _show_in(self._fields[name], told)
        for name, field in self._fields.items():
            if not isinstance(field, ChoiceField):
                FieldDraft(self._drafts, field, _draft_key(name))
        self._inside.setEnabled(True)
        self._fields["name"].setFocus()

    @Slot()
    def _keep(self) -> None:
        details, written = self.details, [_draft_key(name) for name in self._fields]
        if self._kept is None:
            return
        if details == self._kept:
            self._drafts.forget(written)
            return
        self._kept = details
        self._drafts.hand_over(
            self.parent() or self,
            written,
            lambda desk: settings.commands.keep_my_details(desk, details),
            lambda _none: None,
            empties=False,
        )

    def _field(self, name: str, words: str) -> "Field | Lines | ChoiceField[str]":
        field: Field | Lines | ChoiceField[str]
        if name == "home_zone":
            field = ChoiceField(words, zone_choices())
            field.chosen.connect(self._keep)
        elif name in _SEVERAL_LINES:
            field = Lines(words)
            field.left.connect(self._keep)
        else:
            field = Field(words, _hints().get(name, ""))
            field.editingFinished.connect(self._keep)
        field.setObjectName(f"details.{name}")
        return field

    def _arrange(self) -> None:
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(Space.WIDE, Space.WIDE, Space.WIDE, Space.LARGE)
        column.setSpacing(Space.MEDIUM)
        others = tuple(field.name for field in fields(MyDetails) if field.name not in _LETTERHEAD)
        groups = (
            (_("Letterhead"), _("It stands at the head of every dossier."), _LETTERHEAD),
            (_("About you"), _("For messages and appointments."), others),
        )
        for title, told, names in groups:
            column.addWidget(Label(title, Look.HEADING))
            column.addWidget(Label(told, Look.HINT, wraps=True))
            column.addLayout(self._form(names))
            column.addSpacing(Space.SMALL)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, Space.LARGE)
        whole.addWidget(scroll, 1)
        whole.addLayout(self._end())
        room = self.screen().availableSize()
        self.resize(min(_WIDTH, room.width()), min(_HEIGHT, room.height()))

    def _form(self, names: tuple[str, ...]) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(Space.LARGE)
        form.setVerticalSpacing(Space.SMALL)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for name in names:
            form.addRow(Label(_names()[name], Look.SECONDARY), self._fields[name])
        return form

    def _end(self) -> QHBoxLayout:
        close = Button(_("Close"), Role.PRIMARY)
        close.setObjectName("details.close")
        close.setAutoDefault(False)
        close.clicked.connect(self.accept)
        line = QHBoxLayout()
        line.setContentsMargins(Space.WIDE, Space.SMALL, Space.WIDE, 0)
        line.addWidget(Label(_("Everything is saved by itself."), Look.HINT), 1)
        line.addWidget(close)
        return line


class Lines(QPlainTextEdit):
    """A few lines; says `left` when the focus goes on."""

    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFixedHeight(_LINES_HEIGHT)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


def _draft_key(name: str) -> DraftKey:
    return DraftKey(DraftField.MY_DETAILS, named_subject(name))


def _names() -> dict[str, str]:
    return {
        "name": _("Name"),
        "business": _("Business"),
        "email": _("E-mail"),
        "phone": _("Phone"),
        "website": _("Website"),
        "address": _("Address"),
        "signature": _("Signature"),
        "home_zone": _("Home time zone"),
        "languages": _("Languages"),
    }


def _hints() -> dict[str, str]:
    return {"languages": _("English, French…"), "business": _("The name you work under")}


def _told_in(field: Field | Lines | ChoiceField[str]) -> str:
    if isinstance(field, Lines):
        return field.toPlainText()
    return field.text() if isinstance(field, Field) else field.value or ""


def _show_in(field: Field | Lines | ChoiceField[str], told: str) -> None:
    if isinstance(field, Lines):
        field.setPlainText(told)
    elif isinstance(field, Field):
        field.setText(told)
    else:
        field.show_value(told)
