"""How the program speaks and looks, and who the user is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from relationdesk.language.words import Language, _, current_language
from relationdesk.ui.places.settings.page import PageName, SettingsPage, setting_line
from relationdesk.ui.theme.theme import ThemeChoice
from relationdesk.ui.widgets.button import Button
from relationdesk.ui.widgets.choice_field import ChoiceField

_LANGUAGES = ((Language.ENGLISH, "English"), (Language.FRENCH, "Français"))


class GeneralPage(SettingsPage):
    """Says `language_chosen`, `look_chosen` and `details_asked`; the window does what is said."""

    language_chosen = Signal(object)
    look_chosen = Signal(object)
    details_asked = Signal()

    def __init__(self, look: ThemeChoice, parent: QWidget | None = None) -> None:
        super().__init__(PageName.GENERAL, _("General"), parent)
        window = self.add_card(_("Language and look"))
        language = ChoiceField(_("Language"), _LANGUAGES)
        language.setObjectName("settings.language")
        language.show_value(current_language())
        language.chosen.connect(self.language_chosen)
        window.body.addLayout(setting_line(_("Language"), language, _("Dossiers speak it too.")))
        self._look = ChoiceField(_("Look"), looks())
        self._look.setObjectName("settings.look")
        self._look.chosen.connect(self.look_chosen)
        window.body.addLayout(setting_line(_("Look"), self._look))
        you = self.add_card(_("About you"))
        details = Button(_("My details…"))
        details.setObjectName("settings.details")
        details.clicked.connect(self.details_asked)
        told = _("The letterhead of your dossiers, your signature, your time zone and languages.")
        you.body.addLayout(setting_line(_("My details"), details, told))
        self.show_look(look)

    def show_look(self, look: ThemeChoice) -> None:
        """Show the look that is in force."""
        self._look.show_value(look)


def looks() -> tuple[tuple[ThemeChoice, str], ...]:
    """Every look with its name."""
    return (
        (ThemeChoice.SYSTEM, _("As the system")),
        (ThemeChoice.LIGHT, _("Light")),
        (ThemeChoice.DARK, _("Dark")),
    )
