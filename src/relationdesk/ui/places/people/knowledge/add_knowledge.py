"""The line in which something to remember is added: a feeling about something, a refusal or a fact."""

from enum import Enum, auto

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relationdesk.domain.drafts import DraftKey
from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import Polarity, PreferenceCategory
from relationdesk.language.words import _
from relationdesk.ui.places.people.knowledge.knowledge_forms import Told, reward_field
from relationdesk.ui.theme.icons import Icon
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.button import Button
from relationdesk.ui.widgets.choice_field import ChoiceField
from relationdesk.ui.widgets.drafts import Drafts
from relationdesk.ui.widgets.field import Field
from relationdesk.ui.widgets.field_draft import FieldDraft
from relationdesk.work.people.told import Fact, Preference, Refusal


class _Other(Enum):
    REFUSAL = auto()
    FACT = auto()


class AddKnowledge(QWidget):
    """Says `added` with what was told; the words are kept while they are typed."""

    added = Signal(object)

    def __init__(self, drafts: Drafts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        kinds: list[tuple[Polarity | _Other, str]] = [(polarity, term(polarity)) for polarity in Polarity]
        others = [(_Other.REFUSAL, _("said no to")), (_Other.FACT, _("worth knowing"))]
        self._kind = ChoiceField(_("How they feel"), [*kinds, *others])
        self._kind.setObjectName("preference.kind")
        self._category = ChoiceField(_("About"), [(one, term(one)) for one in PreferenceCategory])
        self._category.setObjectName("preference.category")
        self._reward = reward_field()
        self._reward.setObjectName("preference.reward")
        self.value = Field(_("What"), _("What? “long formats”"))
        self.value.setObjectName("preference.value")
        self.value.setMinimumWidth(110)
        self.draft = FieldDraft(drafts, self.value)
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
        column.addWidget(self._reward, 0, Qt.AlignmentFlag.AlignLeft)
        for choice in (self._kind, self._category):
            choice.chosen.connect(self._show_fields)
        self._show_fields()

    def belong_to(self, key: DraftKey) -> None:
        """Keep what is typed from here on under a key, and show what is kept there."""
        self.draft.belong_to(key)

    @Slot()
    def _show_fields(self) -> None:
        is_preference = isinstance(self._kind.value, Polarity)
        self._category.setVisible(is_preference)
        self._reward.setVisible(is_preference and self._category.value is PreferenceCategory.REWARD)

    @Slot()
    def _on_add(self) -> None:
        told = self._told()
        if told is None:
            self.value.setFocus()
        else:
            self.added.emit(told)

    def _told(self) -> Told | None:
        kind, category, value = self._kind.value, self._category.value, self.value.text().strip()
        is_reward = isinstance(kind, Polarity) and category is PreferenceCategory.REWARD
        reward = self._reward.value if is_reward else None
        if kind is None or category is None or not (value or reward):
            return None
        if isinstance(kind, Polarity):
            return Preference(kind, category, value, reward)
        return Refusal(value) if kind is _Other.REFUSAL else Fact(value)
