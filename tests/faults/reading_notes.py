"""Shows, prints and sets notes between two signs in the record of what the system was asked for.

Told the notes as JSON; says as JSON how many dots of the shouting colour it saw.
"""

import json
import os
import sys
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QApplication

from relationdesk.domain.vocabulary import InteractionKind
from relationdesk.dossier.content import Dossier, Face, HistoryEntry, Letterhead, PersonHead
from relationdesk.dossier.pdf import pages_as_png, pdf_of
from relationdesk.ui.places.people.timeline.opened_text import OpenedText
from relationdesk.ui.theme.fonts import load_fonts
from relationdesk.ui.widgets.safe_text import SafeText

SHOUTING = 0xFFFF00FF
HARMLESS = "# A\n**b** _c_ `d` [e](https://e.example) ![f](attachment:0)\n\n- g\n\n> h\n\n    i"


def shouts(image: QImage) -> int:
    """Dots of the colour that nothing of the program has."""
    plain = image.convertToFormat(QImage.Format.Format_ARGB32)
    return bytes(plain.constBits()).count(SHOUTING.to_bytes(4, sys.byteorder))


def shown(note: str) -> int:
    """A note in an opened line of the history."""
    text = OpenedText(note)
    text.resize(560, 460)
    text.show()
    QApplication.processEvents()
    return shouts(text.grab().toImage()) + printed(text.findChild(SafeText).document())


def printed(document: QTextDocument) -> int:
    """The pictures that come with a document on paper."""
    paper = QBuffer()
    paper.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(paper)
    document.print_(writer)
    return bytes(paper.data().data()).count(b"/Subtype /Image")


def read_as_markup(note: str) -> int:
    """What a note were, should it ever come to Qt as markup: the second wall."""
    text = SafeText("second")
    text.resize(560, 460)
    text.setHtml(note)
    text.show()
    QApplication.processEvents()
    seen = shouts(text.grab().toImage())
    text.setMarkdown(note)
    QApplication.processEvents()
    return seen + shouts(text.grab().toImage())


def set_in_type(note: str) -> int:
    """A note in a dossier."""
    entry = HistoryEntry(on=date(2026, 11, 24), kind=InteractionKind.NOTE, text=note)
    dossier = Dossier(
        face=Face.INTERNAL, made_on=date(2026, 11, 24), person=PersonHead("Léa"), letterhead=Letterhead()
    )
    dossier = replace(dossier, history=(entry,))
    pdf_of(dossier)
    return sum(shouts(QImage.fromData(page)) for page in pages_as_png(dossier))


def sign(name: str) -> None:
    """Leave a sign in the record: a file that is nowhere is asked for."""
    try:
        os.close(os.open(f"/sign-{name}", os.O_RDONLY))
    except FileNotFoundError:
        return


def main() -> None:
    """Read everything in with a harmless note first: what comes after is the work of the notes."""
    notes = json.loads(sys.stdin.read())
    QApplication(["notes"])
    load_fonts()
    for way in (shown, read_as_markup, set_in_type):
        way(HARMLESS)
    sign("begin")
    seen = {}
    for number, note in enumerate(notes):
        seen[number] = shown(note) + set_in_type(note)
        if len(note) < 10_000:
            seen[number] += read_as_markup(note)
    sign("end")
    sys.stdout.write(json.dumps(seen))


main()
