"""What can be set about the tray, joined with where it is kept."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from relationdesk.domain.errors import ExpectedError
from relationdesk.language.words import _
from relationdesk.ui.places.settings.background_card import BackgroundCard
from relationdesk.ui.shell.remembered import Remembered
from relationdesk.ui.tasks import Tasks
from relationdesk.work.desks import Desk, Reader
from relationdesk.work.errors import sentence

if TYPE_CHECKING:
    from relationdesk.ui.places.settings.place import SettingsPlace
    from relationdesk.work.desks.machine import Autostart


class TraySettings(QObject):
    """Kept on this computer, not on the desk: another computer may have no tray."""

    def __init__(
        self,
        place: "SettingsPlace",
        tasks: Tasks[Reader, Desk],
        remembered: Remembered,
        autostart: "Autostart",
        *,
        has_tray: bool,
    ) -> None:
        super().__init__(place)
        self._place = place
        self._tasks = tasks
        self._remembered = remembered
        self._autostart = autostart
        self._card = BackgroundCard(has_tray=has_tray, can_start=autostart.is_possible)
        self._card.show_state(stays=remembered.stays_in_tray, starts=autostart.is_on)
        self._card.stay_chosen.connect(remembered.keep_stay_in_tray)
        self._card.start_chosen.connect(self._on_start_chosen)
        place.general.take_card(self._card)

    @Slot(bool)
    def _on_start_chosen(self, is_on: bool) -> None:  # noqa: FBT001 - Qt's
        self._tasks.run(
            self._card,
            lambda _progress: self._autostart.turn(on=is_on),
            lambda _none: self._say_changed(is_on=is_on),
            self._on_refused,
        )

    def _say_changed(self, *, is_on: bool) -> None:
        self._place.said.emit(
            _("RelationDesk starts with this computer from now on")
            if is_on
            else _("RelationDesk starts with this computer no more")
        )

    def _on_refused(self, error: ExpectedError) -> None:
        self._card.show_state(stays=self._remembered.stays_in_tray, starts=self._autostart.is_on)
        self._place.said.emit(sentence(error))
