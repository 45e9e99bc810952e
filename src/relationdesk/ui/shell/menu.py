"""What the window can be told to do by keys and by the menu behind the three dots."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from relationdesk.language.words import Language, _, current_language
from relationdesk.ui.shell.flows import Flows
from relationdesk.ui.theme.theme import ThemeChoice

_LANGUAGES = {Language.ENGLISH: "English", Language.FRENCH: "Français"}


class Keys(QObject):
    """The window's shortcuts; they go when this goes."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def bind(self, name: str, keys: Sequence[str], act: Callable[[], object]) -> QAction:
        """Have `keys` do something while the window is active; `name` is what the action is called."""
        action = QAction(name, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(lambda _checked: act())
        self._window.addAction(action)
        return action


class MoreMenu(QMenu):
    """Import and export, language and look, the keys, and quitting."""

    def __init__(
        self,
        keys: Keys,
        flows: Flows,
        *,
        speak: Callable[[Language], None],
        look: tuple[ThemeChoice, Callable[[ThemeChoice], None]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("More"))
        self.addAction(keys.bind(_("Import…"), ["Ctrl+I"], flows.import_people))
        self.addSeparator()
        self.addAction(_("Export people as vCard…"), flows.export_people)
        self.addAction(_("Write the desk as an archive…"), flows.write_archive)
        self.addAction(_("Read an archive…"), flows.read_archive)
        self.addSeparator()
        self._add_languages(speak)
        self._add_looks(*look)

    def add_last(self, actions: Sequence[QAction]) -> None:
        """Add what comes below the last line."""
        self.addSeparator()
        self.addActions(actions)

    def _add_languages(self, speak: Callable[[Language], None]) -> None:
        menu = self.addMenu(_("Language"))
        group = QActionGroup(self)
        for language, name in _LANGUAGES.items():
            action = _choice(menu, group, name, is_chosen=language is current_language())
            action.triggered.connect(lambda _on, chosen=language: speak(chosen))

    def _add_looks(self, chosen: ThemeChoice, choose: Callable[[ThemeChoice], None]) -> None:
        menu = self.addMenu(_("Look"))
        group = QActionGroup(self)
        names = {
            ThemeChoice.SYSTEM: _("As the system"),
            ThemeChoice.LIGHT: _("Light"),
            ThemeChoice.DARK: _("Dark"),
        }
        for look, name in names.items():
            action = _choice(menu, group, name, is_chosen=look is chosen)
            action.triggered.connect(lambda _on, one=look: choose(one))


def _choice(menu: QMenu, group: QActionGroup, name: str, *, is_chosen: bool) -> QAction:
    action = menu.addAction(name)
    action.setCheckable(True)
    action.setChecked(is_chosen)
    group.addAction(action)
    return action
