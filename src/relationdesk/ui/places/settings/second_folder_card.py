"""The second folder, into which every backup is copied."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from relationdesk.domain.errors import ExpectedError
from relationdesk.language.words import _
from relationdesk.ui.places.settings.backup_words import second_text
from relationdesk.ui.places.settings.page import side_by_side
from relationdesk.ui.tasks import Tasks
from relationdesk.ui.theme.tokens import Tone
from relationdesk.ui.widgets.button import Button
from relationdesk.ui.widgets.card import Card
from relationdesk.ui.widgets.elided_label import ElidedLabel
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.work import backups, settings
from relationdesk.work.backups.making import BackedUp
from relationdesk.work.backups.second_folder import FolderFacts
from relationdesk.work.backups.source import Source
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.errors import sentence


class SecondFolderCard(Card):
    """Says `chosen` when another folder was chosen, into which a first copy may go."""

    chosen = Signal()

    def __init__(self, tasks: Tasks[Reader, Desk], source: Source, parent: QWidget | None = None) -> None:
        super().__init__(_("A second folder"), parent=parent)
        self._tasks = tasks
        self._source = source
        self._folder: Path | None = None
        told = _(
            "A stick or a second disk, into which every backup is copied. When it is away, nothing is lost: "
            "the next backup is copied when it is back."
        )
        self._where = ElidedLabel()
        self._where.setObjectName("backups.second")
        self._told = Label("", Look.HINT, wraps=True)
        self._told.setObjectName("backups.second.told")
        self._wrong = Label("", Look.BODY, wraps=True)
        self._wrong.setObjectName("backups.second.wrong")
        self._choose = Button(_("Choose a folder…"))
        self._choose.setObjectName("backups.second.choose")
        self._choose.clicked.connect(self._on_choose)
        self._stop = Button(_("Stop"))
        self._stop.setObjectName("backups.second.stop")
        self._stop.setAccessibleDescription(_("Copy backups into the second folder no more"))
        self._stop.clicked.connect(lambda: self._keep(None))
        for part in (Label(told, Look.HINT, wraps=True), self._where, self._told, self._wrong):
            self.body.addWidget(part)
        self.body.addWidget(side_by_side(self._choose, self._stop), 0, Qt.AlignmentFlag.AlignLeft)
        self._say("", Tone.NEUTRAL)

    def read(self) -> None:
        """Read which folder was chosen."""
        self._tasks.ask(self, settings.queries.second_backup_folder, self._show)

    def show_made(self, made: BackedUp | None) -> None:
        """Tell what became of the last copy."""
        told = second_text(made) if self._folder is not None else ""
        self._told.setText(told)
        self._told.setVisible(bool(told))

    def choose(self, folder: Path) -> None:
        """Try a folder, and copy backups into it from now on where it can take them."""
        self._tasks.run(
            self,
            lambda _progress: backups.second_folder.facts_about(folder, self._source.files),
            lambda facts: self._on_facts(folder, facts),
            self._on_unfit,
        )

    @Slot()
    def _on_choose(self) -> None:
        dialog = QFileDialog(self, _("Choose a folder for copies of the backups"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: self.choose(Path(name)))
        dialog.open()

    def _on_facts(self, folder: Path, facts: FolderFacts) -> None:
        if facts.service is not None:
            self._say(
                _(
                    "{service} keeps this folder the same on several computers: a backup that is deleted on "
                    "one of them is deleted here too."
                ).format(service=facts.service),
                Tone.WARN,
            )
        elif facts.is_on_same_disk:
            self._say(
                _("This folder is on the same disk as your desk: when the disk fails, both are lost."),
                Tone.WARN,
            )
        else:
            self._say("", Tone.NEUTRAL)
        self._keep(folder)

    def _on_unfit(self, error: ExpectedError) -> None:
        self._say(sentence(error), Tone.BAD)

    def _keep(self, folder: Path | None) -> None:
        def kept(_none: object) -> None:
            self._show(folder)
            if folder is None:
                self._say("", Tone.NEUTRAL)
            else:
                self.chosen.emit()

        self._tasks.change(
            self, lambda desk: settings.commands.choose_second_backup_folder(desk, folder), kept
        )

    def _show(self, folder: Path | None) -> None:
        self._folder = folder
        self._where.setText(_("None is chosen.") if folder is None else str(folder))
        self._stop.setVisible(folder is not None)
        if folder is None:
            self._told.hide()

    def _say(self, text: str, tone: Tone) -> None:
        self._wrong.setText(text)
        self._wrong.show_tone(tone)
        self._wrong.setVisible(bool(text))
