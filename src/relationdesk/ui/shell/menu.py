"""The menu behind the three dots, and the palette's words for what is in it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from relationdesk.language.words import Language, _, current_language
from relationdesk.ui.shell.bundle_flows import BundleFlows
from relationdesk.ui.shell.commands import Commands
from relationdesk.ui.shell.dialogs import Dialogs
from relationdesk.ui.shell.flows import Flows
from relationdesk.ui.theme.theme import ThemeChoice

_LANGUAGES = {Language.ENGLISH: "English", Language.FRENCH: "Français"}


class MoreMenu(QMenu):
    """Import and export, language and look, the keys, and quitting."""

    def __init__(
        self,
        commands: Commands,
        flows: Flows,
        dialogs: Dialogs,
        bundles: BundleFlows,
        *,
        speak: Callable[[Language], None],
        look: tuple[ThemeChoice, Callable[[ThemeChoice], None]],
        leave: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("More"))
        self._commands = commands
        self._looks: dict[ThemeChoice, QAction] = {}
        self.addActions(self._ways_in_and_out(flows))
        self.insertSeparator(self.actions()[1])
        if bundles.is_possible:
            self.addSeparator()
            self.addActions(self._ways_of_bundles(bundles))
        self.addSeparator()
        self.addAction(
            commands.add(
                _("My details…"),
                [],
                dialogs.ask_my_details,
                also=_("letterhead, signature"),
                is_useful=True,
            )
        )
        self._add_languages(speak)
        self._add_looks(*look)
        self.addSeparator()
        add, show, also = commands.add, dialogs.show_keys, _("damage, test the file")
        self.addAction(add(_("Check the desk…"), [], dialogs.check_desk, also=also))
        self.addAction(add(_("Keys"), ["?", "F1"], show, also=_("shortcuts, help"), is_useful=True))
        self.addAction(add(_("Quit"), ["Ctrl+Q"], leave, also=_("close, exit")))

    def show_look(self, look: ThemeChoice) -> None:
        """Mark the look that is in force."""
        self._looks[look].setChecked(True)

    def _ways_in_and_out(self, flows: Flows) -> list[QAction]:
        add = self._commands.add
        return [
            add(
                _("Import…"),
                ["Ctrl+I"],
                flows.import_people,
                also=_("bring people in, address book, contacts"),
                is_useful=True,
            ),
            add(_("Duplicates…"), [], flows.find_duplicates, also=_("merge, twice, same person")),
            add(
                _("Export people…"),
                [],
                flows.export_people,
                also=_("save contacts, vCard, table, CSV, Excel, JSON"),
            ),
            add(_("Write the desk as an archive…"), [], flows.write_archive, also=_("export everything")),
            add(_("Read an archive…"), [], flows.read_archive, also=_("import everything")),
        ]

    def _ways_of_bundles(self, bundles: BundleFlows) -> list[QAction]:
        add = self._commands.add
        also = _("bundle, laptop, travel")
        along = add(_("Take this desk to another computer…"), [], bundles.take_along, also=also)
        also = _("merge, compare, other computer")
        return [along, add(_("Bring a bundle back…"), [], bundles.bring_back, also=also)]

    def _add_languages(self, speak: Callable[[Language], None]) -> None:
        menu = self.addMenu(_("Language"))
        group = QActionGroup(self)
        for language, name in _LANGUAGES.items():
            action = _choice(menu, group, name, is_chosen=language is current_language())
            action.triggered.connect(lambda _on, chosen=language: speak(chosen))
            title = _("Language: {name}").format(name=name)
            self._commands.add(title, [], action.trigger, can=partial(_is_other, action))

    def _add_looks(self, chosen: ThemeChoice, choose: Callable[[ThemeChoice], None]) -> None:
        menu = self.addMenu(_("Look"))
        group = QActionGroup(self)
        names = {
            ThemeChoice.SYSTEM: _("As the system"),
            ThemeChoice.LIGHT: _("Light"),
            ThemeChoice.DARK: _("Dark"),
        }
        for look, name in names.items():
            action = self._looks[look] = _choice(menu, group, name, is_chosen=look is chosen)
            action.triggered.connect(lambda _on, one=look: choose(one))
            title = _("Look: {name}").format(name=name)
            self._commands.add(
                title, [], action.trigger, also=_("theme, colours"), can=partial(_is_other, action)
            )


def _is_other(action: QAction) -> bool:
    return not action.isChecked()


def _choice(menu: QMenu, group: QActionGroup, name: str, *, is_chosen: bool) -> QAction:
    action = menu.addAction(name)
    action.setCheckable(True)
    action.setChecked(is_chosen)
    group.addAction(action)
    return action
