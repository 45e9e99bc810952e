"""The language of the window: the program's sentences, and Qt's own in file dialogs and text fields."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from relationdesk.language.words import Language, use_language

_NAME = "qt_words"


def speak(language: Language) -> None:
    """Say the program's sentences and Qt's own in `language` from now on."""
    use_language(language)
    application = QCoreApplication.instance()
    if application is None:
        return
    for translator in application.findChildren(QTranslator, _NAME):
        application.removeTranslator(translator)
        translator.deleteLater()
    if language is not Language.ENGLISH:
        _add_translator(application, language)


def _add_translator(application: QCoreApplication, language: Language) -> None:
    translator = QTranslator(application)
    translator.setObjectName(_NAME)
    if translator.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)
