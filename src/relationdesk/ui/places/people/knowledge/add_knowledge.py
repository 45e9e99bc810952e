"""The line in which something to remember is added: a feeling about something, a refusal or a fact."""

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.domain.drafts import DraftKey
from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import Polarity, PreferenceCategory, Source
from relationdesk.language.words import _
from relationdesk.ui.places.people.knowledge.kept_already import KeptAlready, Line, Told, kept_already
from relationdesk.ui.places.people.knowledge.knowledge_forms import reward_field
from relationdesk.ui.places.people.knowledge.knowledge_words import kept_words
from relationdesk.ui.places.people.knowledge.source_fields import BY_HAND
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button
from relationdesk.ui.widgets.choice_field import ChoiceField
from relationdesk.ui.widgets.drafts import Drafts
from relationdesk.ui.widgets.field import Field
from relationdesk.ui.widgets.field_draft import FieldDraft
from relationdesk.ui.widgets.flow_layout import FlowLayout
from relationdesk.ui.widgets.label import Label, Look
from relationdesk.ui.widgets.undo_line import announce
from relationdesk.work.people.told import Fact, Preference, Refusal


class _Other(Enum):
    REFUSAL = auto()
    FACT = auto()


class AddKnowledge(QWidget):
    """Says `added` with what was told; the words are kept while they are typed.

    What is kept already is said, and Enter says `kept_asked` with it; it is added again only on purpose.
    How something is known is a guess until the user says more.
    """

    added = Signal(object)
    kept_asked = Signal(object)

    def __init__(self, drafts: Drafts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[Line] = ()
        self._kept: Line | None = None
        kinds: list[tuple[Polarity | _Other, str]] = [(polarity, term(polarity)) for polarity in Polarity]
        others = [(_Other.REFUSAL, _("said no to")), (_Other.FACT, _("worth knowing"))]
        self._kind = ChoiceField(_("How they feel"), [*kinds, *others])
        self._kind.setObjectName("preference.kind")
        self._category = ChoiceField(_("About"), [(one, term(one)) for one in PreferenceCategory])
        self._category.setObjectName("preference.category")
        self._reward = reward_field()
        self._reward.setObjectName("preference.reward")
        self._how = ChoiceField(_("How you know"), [(source, term(source)) for source in BY_HAND])
        self._how.setObjectName("preference.how")
        self.already = KeptAlready()
        self.already.open_asked.connect(self._on_add)
        self.already.again_asked.connect(self._on_again)
        self.value = Field(_("What"), _("What? “long formats”"))
        self.value.setObjectName("preference.value")
        self.value.setMinimumWidth(110)
        self.draft = FieldDraft(drafts, self.value)
        self.value.textChanged.connect(self._look)
        self.value.returnPressed.connect(self._on_add)
        self.button = Button(_("Add"), icon=Icon.PLUS, name=_("Add something to remember"))
        self.button.setObjectName("preference.add")
        self.button.clicked.connect(self._on_add)
        line = QHBoxLayout()
        line.setSpacing(Space.SMALL)
        line.addWidget(self._kind)
        line.addWidget(self._category)
        line.addWidget(self.value, 1)
        line.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.SMALL)
        column.addLayout(line)
        column.addWidget(self._more())
        column.addWidget(self.already)
        for choice in (self._kind, self._category, self._reward):
            choice.chosen.connect(self._show_fields)
        self._how.show_value(Source.I_GUESS)
        self._show_fields()

    def belong_to(self, key: DraftKey) -> None:
        """Keep what is typed from here on under a key, and show what is kept there."""
        self._how.show_value(Source.I_GUESS)
        self.draft.belong_to(key)

    def show_kept(self, lines: Sequence[Line]) -> None:
        """Say from here on what of this is told anew."""
        self._lines = lines
        self._look()

    def _more(self) -> QWidget:
        room = QWidget()
        flow = FlowLayout(room, Space.SMALL, Space.SMALL)
        self._known = QWidget()
        known = QHBoxLayout(self._known)
        known.setContentsMargins(0, 0, 0, 0)
        known.setSpacing(Space.SMALL)
        known.addWidget(Label(self._how.accessibleName(), Look.HINT))
        known.addWidget(self._how)
        flow.addWidget(self._reward)
        flow.addWidget(self._known)
        return room

    @Slot()
    def _show_fields(self) -> None:
        is_preference = isinstance(self._kind.value, Polarity)
        self._category.setVisible(is_preference)
        self._reward.setVisible(is_preference and self._category.value is PreferenceCategory.REWARD)
        self._known.setVisible(self._kind.value is not _Other.REFUSAL)
        self._look()

    @Slot()
    def _look(self) -> None:
        """Say what is kept already of what is told now."""
        told = self._told()
        kept = None if told is None else kept_already(told, self._lines)
        sentence = "" if kept is None else kept_words(kept)
        if sentence and kept != self._kept:
            announce(self.value, sentence)
        self._kept = kept
        self.value.setAccessibleDescription(sentence)
        self.already.show_sentence(sentence)

    @Slot()
    def _on_add(self) -> None:
        told = self._told()
        if told is None:
            self.value.setFocus()
        elif self._kept is not None:
            self.kept_asked.emit(self._kept)
        else:
            self.added.emit(told)

    @Slot()
    def _on_again(self) -> None:
        if (told := self._told()) is not None:
            self.added.emit(told)

    def _told(self) -> Told | None:
        kind, category, value = self._kind.value, self._category.value, self.value.text().strip()
        is_reward = isinstance(kind, Polarity) and category is PreferenceCategory.REWARD
        reward = self._reward.value if is_reward else None
        if kind is None or category is None or not (value or reward):
            return None
        source = self._how.value or Source.I_GUESS
        if isinstance(kind, Polarity):
            return Preference(kind, category, value, reward, source=source)
        return Refusal(value) if kind is _Other.REFUSAL else Fact(value, source=source)
