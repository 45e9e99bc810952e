"""How the desk is backed up, which backups there are, and the ways back."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QProgressBar, QWidget

from relationdesk.domain.clock import Clock
from relationdesk.language.words import _
from relationdesk.ui.backing_state import BackingState
from relationdesk.ui.places.settings.backup_dialog import BackupDialog
from relationdesk.ui.places.settings.backup_list import BackupList
from relationdesk.ui.places.settings.backup_words import standing_text
from relationdesk.ui.places.settings.page import PageName, SettingsPage, setting_line, side_by_side
from relationdesk.ui.places.settings.second_folder_card import SecondFolderCard
from relationdesk.ui.progress import Step
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.tokens import Tone
from relationdesk.ui.widgets.button import Button
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.work.backups.making import BackedUp
from relationdesk.work.backups.source import Source
from relationdesk.work.desks import Changes, Desk, Reader
from relationdesk.work.errors import sentence


class BackupsPage(SettingsPage):
    """Says `make_asked` and `cancel_asked`, and `restore_asked` with the backup for the whole desk."""

    make_asked = Signal()
    cancel_asked = Signal()
    restore_asked = Signal(object)

    def __init__(
        self, tasks: Tasks[Reader, Desk], source: Source, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(PageName.BACKUPS, _("Backups"), parent)
        self._tasks = tasks
        self._source = source
        self._clock = clock
        self._made: BackedUp | None = None
        self._build_making()
        self._build_list()
        self._second = SecondFolderCard(tasks, source)
        self._second.chosen.connect(self.make_asked)
        self.take_card(self._second)
        self._build_elsewhere()
        self.refresh(None)

    def refresh(self, changes: Changes | None) -> None:
        """Read anew which backups there are, and the second folder."""
        if changes is None:
            self.list.read()
            self._second.read()

    @Slot(object)
    def show_state(self, state: BackingState) -> None:
        """Say how well the desk is backed up, and whether it is being backed up."""
        if state.standing is not None:
            self._told.setText(standing_text(state.standing, self._clock))
        self._trouble.setText("" if state.trouble is None else sentence(state.trouble))
        self._trouble.setVisible(state.trouble is not None)
        self._show_making(is_making=state.is_making)
        if not state.is_making:
            self._bar.setRange(0, 0)
        if state.made is not None and state.made is not self._made:
            self._made = state.made
            self.list.read()
        self._second.show_made(state.made)

    def _show_making(self, *, is_making: bool) -> None:
        """The focus goes from one button to the other, and nowhere else."""
        has_focus = self._make.hasFocus() or self._cancel.hasFocus()
        for control in (self._bar, self._cancel):
            control.setVisible(is_making)
        self._make.setEnabled(not is_making)
        if has_focus:
            (self._cancel if is_making else self._make).setFocus()

    @Slot(object)
    def show_step(self, step: Step) -> None:
        """Show how far the backup is."""
        self._bar.setRange(0, max(step.total, 1))
        self._bar.setValue(step.done)

    def look_into(self, path: Path) -> None:
        """Show what a backup holds, and the ways back."""
        dialog = BackupDialog(self._tasks, self._source, self._clock, path, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.said.connect(self.said)
        dialog.restore_asked.connect(self.restore_asked)
        dialog.open()

    def _build_making(self) -> None:
        card = self.add_card(_("Backups of your desk"))
        self._told = Label("", Look.BODY, wraps=True)
        self._told.setObjectName("backups.told")
        self._trouble = Label("", Look.BODY, wraps=True)
        self._trouble.setObjectName("backups.trouble")
        self._trouble.show_tone(Tone.BAD)
        self._trouble.hide()
        self._make = Button(_("Back up now"))
        self._make.setObjectName("backups.make")
        self._make.clicked.connect(self.make_asked)
        self._cancel = Button(_("Cancel"))
        self._cancel.setObjectName("backups.cancel")
        self._cancel.clicked.connect(self.cancel_asked)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Backing up"))
        for label in (self._told, self._trouble):
            card.body.addWidget(label)
        hint = _(
            "By themselves: a few minutes after you pause, when you leave, and before an import. Each is "
            "encrypted like the desk, and is proved good before an older one goes."
        )
        buttons = side_by_side(self._make, self._cancel)
        card.body.addLayout(setting_line(_("When they are made"), buttons, hint))
        card.body.addWidget(self._bar)
        for control in (self._bar, self._cancel):
            control.hide()

    def _build_list(self) -> None:
        told = _("Everything of two days stays, then one a day for a week, and one a week for four weeks.")
        card = self.add_card(_("What there is"), told)
        self.list = BackupList(self._tasks, self._source, self._clock)
        self.list.look_asked.connect(self.look_into)
        card.body.addWidget(self.list)

    def _build_elsewhere(self) -> None:
        card = self.add_card(_("From another place"))
        choose = Button(_("Choose a backup…"))
        choose.setObjectName("backups.elsewhere")
        choose.clicked.connect(self._on_choose)
        hint = _("From the second folder, a stick or another disk. You look inside before anything changes.")
        card.body.addLayout(setting_line(_("A backup that lies elsewhere"), choose, hint))

    @Slot()
    def _on_choose(self) -> None:
        dialog = QFileDialog(self, _("Choose a backup"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(_("Backup of a desk (*.desk)"))
        dialog.fileSelected.connect(lambda name: self.look_into(Path(name)))
        dialog.open()
