"""What would suit a person, sentence by sentence with where it is from, and what to ask them next time."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from relationdesk.domain.suiting.answer import Answer, Clause, Origin, OriginKind, Question
from relationdesk.domain.suiting.question_words import question_text
from relationdesk.domain.suiting.wording import origin_text, sentence
from relationdesk.language.words import _, plural
from relationdesk.ui.places.people.person_view import PersonView
from relationdesk.ui.theme.tokens import FontSize, Space, Tint
from relationdesk.ui.widgets.button import Button, Role
from relationdesk.ui.widgets.flow_layout import FlowLayout
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.text_button import EDGE
from relationdesk.ui.widgets.text_link import TextLink

_MOST_SOURCES = 3
_MOST_QUESTIONS = 2


class WhatWouldSuit(QWidget):
    """Says `origin_asked` with the origin of a sentence, for what happened or was agreed then."""

    origin_asked = Signal(object)

    def __init__(self, view: PersonView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.setObjectName("person.suits")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(EDGE, 0, EDGE, 0)
        self._column.setSpacing(0)
        self._show(view.suits)

    def _show(self, answer: Answer) -> None:
        self.setAccessibleName(" ".join(map(sentence, answer.clauses)))
        for clause in answer.clauses:
            self._add_clause(clause)
        if answer.questions:
            self._column.addSpacing(Space.SMALL)
            self._column.addWidget(Label(_("To ask next time"), Look.HINT))
        self._ask(answer.questions[:_MOST_QUESTIONS])
        more = answer.questions[_MOST_QUESTIONS:]
        if more:
            show = Button(plural("Show {n} more", "Show {n} more", len(more)), Role.QUIET, compact=True)
            show.setObjectName("suits.more")
            show.clicked.connect(partial(self._on_more, show, more))
            self._column.addWidget(show)

    def _ask(self, questions: Sequence[Question]) -> None:
        for question in questions:
            self._add_line(question_text(question), question.origins)

    def _on_more(self, show: Button, more: Sequence[Question], *_checked: object) -> None:
        show.hide()
        self._ask(more)

    def _add_clause(self, clause: Clause) -> None:
        self._add_line(sentence(clause), clause.origins)

    def _add_line(self, text: str, origins: tuple[Origin, ...]) -> None:
        self._column.addSpacing(Space.TIGHT)
        self._column.addWidget(Label(text, Look.SECONDARY, wraps=True))
        told = {origin_text(origin, self._view.today): origin for origin in reversed(origins)}
        if not told:
            return
        sources = QWidget()
        line = FlowLayout(sources, Space.SMALL, 0)
        for words, origin in list(reversed(told.items()))[:_MOST_SOURCES]:
            line.addWidget(self._source(words, origin))
        self._column.addWidget(sources)

    def _source(self, words: str, origin: Origin) -> QWidget:
        if origin.interaction_id is None and origin.kind is not OriginKind.PARTNERSHIP:
            return Label(words, Look.TINY)
        link = TextLink(words, FontSize.TINY, tint=Tint.INK3)
        link.setObjectName("suits.source")
        is_agreed = origin.interaction_id is None
        link.setAccessibleDescription(
            _("Show the partnership") if is_agreed else _("Show what happened then")
        )
        link.clicked.connect(partial(self._on_clicked, origin))
        return link

    def _on_clicked(self, origin: Origin) -> None:
        self.origin_asked.emit(origin)
