"""Who on the desk somebody about to be added looks like."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from relationdesk.domain.ids import PersonId
from relationdesk.language.words import _
from relationdesk.ui.places.people.adding.new_people import likeness_words
from relationdesk.ui.places.people.listing.list_model import subtitle_of
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.widgets.card import Card as Panel
from relationdesk.ui.widgets.label import Label
from relationdesk.ui.widgets.text_button import TextButton
from relationdesk.work.people.queries import PersonLine

if TYPE_CHECKING:
    from relationdesk.work.people.likeness import Alike


class AlikePanel(QWidget):
    """Hidden while nobody looks alike; says `person_asked` for somebody who is there already.

    Says `put_back_asked` with who looks alike and is in the trash.
    """

    person_asked = Signal(object)
    put_back_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panel = Panel()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._panel)
        self.hide()

    def show_alike(self, namesakes: Sequence[PersonLine], alike: "Alike | None") -> bool:
        """Show the namesakes, and whom an e-mail, a phone or an account tells; False when there is nobody."""
        others = [line for line in namesakes if alike is None or line.id != alike.person_id]
        old, self._panel = self._panel, Panel()
        self._column.replaceWidget(old, self._panel)
        old.hide()
        old.deleteLater()
        if alike is not None and alike.is_trashed:
            self._add_way_back(alike)
        elif alike is not None and alike.person_id is not None:
            self._say(_("This looks like somebody who is here already:"))
            self._add_way_to(alike.person_id, alike.name, likeness_words(alike), "")
        if others:
            self._say(_("Somebody of this name is here already:"))
        for line in others:
            self._add_way_to(line.id, line.name, line.name, subtitle_of(line.topic, line.platform))
        self.setVisible(bool(others) or alike is not None)
        return bool(others) or alike is not None

    def _say(self, sentence: str) -> None:
        self._panel.body.addWidget(Label(sentence, wraps=True))

    def _add_way_back(self, alike: "Alike") -> None:
        self._say(_("This looks like somebody in the trash:"))
        self._say(likeness_words(alike))
        words = _("Put {name} back").format(name=alike.name)
        button = TextButton(words, "", words, Icon.UNDO_2)
        button.setObjectName("new.put_back")
        button.clicked.connect(lambda: self.put_back_asked.emit(alike))
        self._panel.body.addWidget(button)

    def _add_way_to(self, person: PersonId, name: str, words: str, detail: str) -> None:
        button = TextButton(words, detail, _("Open {name}").format(name=name), Icon.USER)
        button.clicked.connect(lambda: self.person_asked.emit(person))
        self._panel.body.addWidget(button)
