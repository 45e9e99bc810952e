"""The quiet line that offers to go on with what was being written."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from relationdesk.language.words import _
from relationdesk.ui.shell.unfinished import Unfinished, told
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Height, Space, Tint
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.card import IconMark
from relationdesk.ui.widgets.elided_label import ElidedLabel
from relationdesk.ui.widgets.label import Look
from relationdesk.ui.widgets.undo_line import announce


class DraftBar(QFrame):
    """Says `go_on_asked`, `throw_asked` or `take_back_asked`, and `put_away` for not now."""

    go_on_asked = Signal()
    throw_asked = Signal()
    take_back_asked = Signal()
    put_away = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "rail")
        self.setAccessibleName(_("What you were writing"))
        self._told = ElidedLabel("", Look.BODY)
        self._told.setObjectName("draft.told")
        self._go_on = self._button(_("Go on"), Icon.PENCIL_LINE, "draft.go_on")
        self._throw = self._button(_("Throw away"), Icon.TRASH_2, "draft.throw_away")
        self._take_back = self._button(_("Take back"), Icon.UNDO_2, "draft.take_back")
        self._close = Button("", Role.QUIET, Icon.X, compact=True, name=_("Not now"))
        self._close.setObjectName("draft.not_now")
        self._close.setFixedWidth(Height.HIT)
        self._go_on.clicked.connect(self.go_on_asked)
        self._throw.clicked.connect(self.throw_asked)
        self._take_back.clicked.connect(self.take_back_asked)
        self._close.clicked.connect(self.put_away)
        line = QHBoxLayout(self)
        line.setContentsMargins(Space.LARGE, Space.TIGHT, Space.LARGE, Space.TIGHT)
        line.setSpacing(Space.SMALL)
        line.addWidget(IconMark(Icon.PENCIL_LINE, Tint.ACCENT))
        line.addWidget(self._told, 1)
        for button in (self._go_on, self._throw, self._take_back, self._close):
            line.addWidget(button)
        self.hide()

    @property
    def words(self) -> str:
        """What it says; empty while it is hidden."""
        return "" if self.isHidden() else self._told.accessibleName()

    def offer(self, left: Unfinished) -> None:
        """Offer to go on, without taking the focus."""
        self._go_on.setText(_("Put back and go on") if left.is_trashed else _("Go on"))
        self._go_on.updateGeometry()
        self._say(told(left), is_thrown=False)

    def tell_thrown(self, left: Unfinished) -> None:
        """Say that it was thrown away, which can be taken back."""
        text = " ".join(left.drafts[0].text.split())
        self._say(_("Thrown away: “{text}”").format(text=text), is_thrown=True)

    def _say(self, words: str, *, is_thrown: bool) -> None:
        self._told.setText(words)
        self._told.setAccessibleName(words)
        self._go_on.setVisible(not is_thrown)
        self._throw.setVisible(not is_thrown)
        self._take_back.setVisible(is_thrown)
        self.show()
        announce(self._told, words)

    def _button(self, words: str, icon: Icon, object_name: str) -> Button:
        button = Button(words, icon=icon, compact=True)
        button.setObjectName(object_name)
        return button
