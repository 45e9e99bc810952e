"""The pages of a desk that is damaged or gone: what is the matter, what may be done, and what came of it."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from relationdesk.language.words import _
from relationdesk.ui.shell.rescue_words import harm_text, harm_title, held_text, made_text, since_text
from relationdesk.ui.shell.start_page import WIDTH, StartPage, way, wrapped
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space, Tone
from relationdesk.ui.widgets.button import Button
from relationdesk.ui.widgets.card import Card
from relationdesk.ui.widgets.choice_field import ChoiceField
from relationdesk.ui.widgets.label import Look
from relationdesk.ui.widgets.undo_line import announce
from relationdesk.work.desks.rescue import Harm, Offer, Plight

_IN_CARD = WIDTH - 2 * Space.LARGE


class RescuePage(StartPage):
    """What is the matter with a desk, and the ways on.

    Says `backup_chosen` to have a backup looked into, `restore_asked` with one that is to be put back,
    `save_asked`, `again_asked` and `quit_asked`.
    """

    backup_chosen = Signal(object)
    restore_asked = Signal(object)
    save_asked = Signal()
    again_asked = Signal()
    quit_asked = Signal()

    def __init__(self, plight: Plight, parent: QWidget | None = None) -> None:
        super().__init__(Icon.TRIANGLE_ALERT, harm_title(plight.harm), harm_text(plight), parent)
        self._offered: Path | None = None
        self._backups = [(backup.path, made_text(backup.made, plight.zone)) for backup in plight.backups]
        self._choice = ChoiceField[Path](_("Backup"), self._backups)
        self._choice.setObjectName("rescue.backup")
        self._choice.chosen.connect(self.backup_chosen)
        self._held = wrapped("", Look.BODY, _IN_CARD)
        self._held.setObjectName("rescue.held")
        self._since = wrapped("", Look.SECONDARY, _IN_CARD)
        self._since.setObjectName("rescue.since")
        self.restore = way(_("Restore this backup"), "rescue.restore")
        self.restore.clicked.connect(self._on_restore)
        self.body.addWidget(self._restoring())
        if plight.harm is not Harm.MISSING:
            self.body.addWidget(self._saving())
        self.add_wrong()
        again = way(_("Look again"), "rescue.again", is_primary=False)
        again.clicked.connect(self.again_asked)
        leave = way(_("Quit"), "rescue.quit", is_primary=False)
        leave.clicked.connect(self.quit_asked)
        self.add_ways(again, leave)
        self.show_offer(plight.newest)
        self.setFocusProxy(self.restore if plight.newest else again)

    def show_offer(self, offer: Offer | None) -> None:
        """Show what a backup holds; None when there is none that is good."""
        self.show_wrong("")
        self._offered = None if offer is None else offer.held.path
        self.restore.setEnabled(offer is not None)
        if offer is None:
            self._held.setText(_("There is no backup beside the desk that can be put back."))
            self._tell_since(_("If you keep one in another place, choose it there."))
            return
        if offer.held.path not in dict(self._backups):
            self._backups.append((offer.held.path, offer.held.path.name))
            self._choice.show_choices(self._backups)
        self._choice.show_value(offer.held.path)
        self._choice.setVisible(True)
        self._held.setText(held_text(offer.held))
        self._tell_since(since_text(offer.since))

    def refuse_offer(self, sentence: str) -> None:
        """Say why the backup that was chosen cannot be put back."""
        self._offered = None
        self.restore.setEnabled(False)
        self._held.setText(_("This backup cannot be put back."))
        self._tell_since(sentence, Tone.BAD)
        announce(self._since, sentence)

    def _tell_since(self, sentence: str, tone: Tone = Tone.NEUTRAL) -> None:
        self._since.setText(sentence)
        self._since.show_tone(tone)

    def _restoring(self) -> Card:
        card = Card(_("Put a backup back"), Icon.HISTORY)
        elsewhere = way(_("From another place…"), "rescue.elsewhere", is_primary=False)
        elsewhere.clicked.connect(self._on_elsewhere)
        for part in (self._choice, self._held, self._since):
            card.body.addWidget(part)
        self._choice.setVisible(bool(self._backups))
        card.body.addLayout(_beside_each_other(self.restore, elsewhere))
        return card

    def _saving(self) -> Card:
        card = Card(_("Save what can be read"), Icon.LIST_CHECKS)
        told = _(
            "Everything that can be read comes into a fresh desk, with what is in no backup yet. You see "
            "what was saved and what is missing; the damaged file stays beside it."
        )
        card.body.addWidget(wrapped(told, Look.SECONDARY, _IN_CARD))
        save = Button(_("Save what can be read"))
        save.setObjectName("rescue.save")
        save.clicked.connect(self.save_asked)
        card.body.addLayout(_beside_each_other(save))
        return card

    @Slot()
    def _on_restore(self) -> None:
        if self._offered is not None:
            self.restore_asked.emit(self._offered)

    @Slot()
    def _on_elsewhere(self) -> None:
        dialog = QFileDialog(self, _("Choose a backup"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(f"{_('Backup of a desk')} (*.desk)")
        dialog.fileSelected.connect(lambda name: self.backup_chosen.emit(Path(name)))
        dialog.open()


class OutcomePage(StartPage):
    """How it ended, a line each; says `open_asked`."""

    open_asked = Signal()

    def __init__(self, title: str, lines: list[str], parent: QWidget | None = None) -> None:
        super().__init__(Icon.SHIELD_CHECK, title, lines[0], parent)
        self._lines = lines
        for line in lines[1:]:
            self.body.addWidget(wrapped(line, Look.BODY))
        self.add_wrong()
        go_on = way(_("Open the desk"), "rescue.open")
        go_on.clicked.connect(self.open_asked)
        copy = way(_("Copy this report"), "rescue.copy", is_primary=False)
        copy.clicked.connect(self._on_copy)
        self.add_ways(go_on, *([copy] if len(lines) > 1 else []))
        self.setFocusProxy(go_on)

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self._lines))


def _beside_each_other(*buttons: QWidget) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(Space.SMALL)
    for button in buttons:
        line.addWidget(button)
    line.addStretch(1)
    return line
