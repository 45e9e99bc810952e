"""Correcting what was noted: of what kind it was, who reached out, who asked or gave; or taking it out."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from relationdesk.domain.ids import InteractionId
from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import Audience, Direction, InteractionKind, Tone
from relationdesk.language.words import _
from relationdesk.ui.places.people.noting.exchange_words import direction_words, tone_words
from relationdesk.ui.places.people.timeline.timeline_words import KIND_ICONS
from relationdesk.ui.theme.icons import Icon, line_icon
from relationdesk.work.history.queries import EntryKind, TimelineEntry


@dataclass(frozen=True, slots=True)
class Correction:
    """How an interaction is to be told from now on."""

    id: InteractionId
    kind: InteractionKind
    direction: Direction
    tone: Tone


def correction_of(entry: TimelineEntry) -> Correction | None:
    """How an entry is told now; None for one that is no interaction."""
    if entry.kind is not EntryKind.INTERACTION:
        return None
    return Correction(
        InteractionId(entry.id), InteractionKind(entry.word), Direction(entry.state), Tone(entry.tone)
    )


class CorrectionMenu(QMenu):
    """Says `corrected` with how it is to be told, `edit_asked` or `removal_asked`; goes when it is closed.

    Says `audience_chosen` with who may read it from now on, where it is known who may by now.
    """

    corrected = Signal(object)
    audience_chosen = Signal(object)
    removal_asked = Signal(object)
    edit_asked = Signal(object)

    def __init__(
        self,
        now: Correction,
        name: str,
        parent: QWidget,
        audience: Audience | None = None,
        *,
        with_others: bool = False,
    ) -> None:
        """`with_others` says that somebody took part besides the person called `name`."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("timeline.correction")
        edit = self.addAction(line_icon(Icon.PENCIL_LINE), _("Edit…"))
        edit.triggered.connect(lambda: self.edit_asked.emit(now.id))
        kinds = self.addMenu(line_icon(KIND_ICONS[now.kind]), _("What it was"))
        self._offer(kinds, now, [(replace(now, kind=kind), _begun(term(kind))) for kind in InteractionKind])
        self.addSeparator()
        words = {one: direction_words(one, name, with_others=with_others) for one in Direction}
        self._offer(self, now, [(replace(now, direction=one), said) for one, said in words.items()])
        self.addSeparator()
        self._offer(self, now, [(replace(now, tone=one), tone_words(one)) for one in Tone])
        self.addSeparator()
        if audience is not None:
            self._offer_audiences(audience)
        remove = self.addAction(line_icon(Icon.TRASH_2), _("Remove from the history"))
        remove.triggered.connect(lambda: self.removal_asked.emit(now.id))

    def _offer_audiences(self, now: Audience) -> None:
        icon = Icon.EYE if now is Audience.SHARED else Icon.EYE_OFF
        menu = self.addMenu(line_icon(icon), _("Who may read this"))
        group = QActionGroup(self)
        for audience in Audience:
            action = menu.addAction(_begun(term(audience)))
            action.setCheckable(True)
            action.setChecked(audience is now)
            action.triggered.connect(lambda _on, one=audience: self.audience_chosen.emit(one))
            group.addAction(action)

    def _offer(self, menu: QMenu, now: Correction, choices: Iterable[tuple[Correction, str]]) -> None:
        group = QActionGroup(self)
        for told, words in choices:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(told == now)
            action.triggered.connect(lambda _on, one=told: self.corrected.emit(one))
            group.addAction(action)


def _begun(word: str) -> str:
    return word[:1].upper() + word[1:]
