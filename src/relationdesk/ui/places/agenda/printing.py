"""The agenda on paper: a line for each thing, under its day."""

from html import escape

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QPageLayout, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from relationdesk.language.dates import full_day
from relationdesk.language.words import _
from relationdesk.ui.places.agenda.grid import Days
from relationdesk.ui.places.agenda.words import words_of

_STYLE = """
body { font-family: Inter; font-size: 10pt; color: #23211E; }
h1 { font-size: 16pt; } h2 { font-size: 11pt; margin-top: 10pt; margin-bottom: 2pt; }
p { margin-top: 1pt; margin-bottom: 1pt; }
"""


class _Paper(QTextDocument):
    """A document that loads nothing, whatever its text says."""

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        return ""


def paper(title: str, days: Days) -> QTextDocument:
    """The days that have something on them, as a document; every text stands in it as it is."""
    document = _Paper()
    document.setDefaultStyleSheet(_STYLE)
    parts = [f"<h1>{escape(title)}</h1>"]
    for day, items in days.items():
        if items:
            parts.append(f"<h2>{escape(full_day(day))}</h2>")
            parts.extend(f"<p>{escape(words_of(item).spoken)}</p>" for item in items)
    if len(parts) == 1:
        parts.append(f"<p>{escape(_('Nothing is planned.'))}</p>")
    document.setHtml("".join(parts))
    return document


def ask_and_print(title: str, days: Days, parent: QWidget) -> None:
    """Ask for a printer, and print."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: paper(title, days).print_(printer))
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()
