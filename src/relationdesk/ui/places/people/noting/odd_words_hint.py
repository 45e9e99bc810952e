"""The quiet line below a note that points out words which do not belong in a record."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from relationdesk.domain.hygiene import OddWord, WordKind
from relationdesk.language.words import _, plural
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.label import Label, Look

_MOST_NAMED = 3


class OddWordsHint(Label):
    """Shows nothing where there is nothing to point out; it never stands in the way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", Look.HINT, parent, wraps=True)
        self.setObjectName("note.hygiene")
        self.setContentsMargins(0, Space.TIGHT, 0, 0)
        self.hide()

    def show_words(self, found: Sequence[OddWord], name: str) -> None:
        """Point out the words found in a note about the person called `name`."""
        self.setText(hint_of(found, name) if found else "")
        self.setVisible(bool(found))


def hint_of(found: Sequence[OddWord], name: str) -> str:
    """What is said of the words found, the first few by name, each with why it is pointed out."""
    listed = [_("“{word}” ({kind})").format(word=odd.text, kind=kind_words(odd.kind)) for odd in found]
    words = ", ".join(listed[:_MOST_NAMED])
    more = len(listed) - _MOST_NAMED
    if more > 0:
        words = plural("{words} and {n} more", "{words} and {n} more", more).format(words=words)
    return _("{words}: does it belong in a record? {name} may read it one day.").format(
        words=words, name=name
    )


def kind_words(kind: WordKind) -> str:
    """Why a word is pointed out."""
    return {
        WordKind.HEALTH: _("health"),
        WordKind.BELIEF: _("belief"),
        WordKind.INSULT: _("insult"),
        WordKind.PRIVATE_LIFE: _("private life"),
        WordKind.OWN: _("your own list"),
    }[kind]
