"""The fields for one new person: filled from what was read, or by hand."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QWidget

from relationdesk.domain.card import Card
from relationdesk.domain.drafts import DraftField, DraftKey, named_subject
from relationdesk.language.words import _
from relationdesk.ui.places.people.adding.alike_panel import AlikePanel
from relationdesk.ui.places.people.adding.form_of_card import beside_the_fields, card_with, texts_of
from relationdesk.ui.places.people.adding.framed_text import FramedText
from relationdesk.ui.theme.tokens import Space
from relationdesk.ui.widgets.drafts import Drafts
from relationdesk.ui.widgets.field import Field
from relationdesk.ui.widgets.field_draft import FieldDraft, TextField
from relationdesk.ui.widgets.label import Label, Look


class PersonFields(QWidget):
    """What the user wrote in a field is never overwritten by what is read elsewhere; Enter says `kept`.

    First and family name follow the name where it surely tells them.
    """

    kept = Signal()

    def __init__(self, drafts: Drafts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all_drafts = drafts
        self._drafts: dict[str, FieldDraft] = {}
        self._read = Card()
        self._written: set[str] = set()
        self.name = self._field(_("Name"), _("Name"), "name")
        self.given = self._field(_("First name"), _("First name"), "given")
        self.family = self._field(_("Family name"), _("Family name"), "family")
        self.name.textChanged.connect(self._part)
        self.email = self._field(_("E-mail"), "", "email")
        self.phone = self._field(_("Phone"), "", "phone")
        self.handle = self._field(_("Handle"), "@", "handle")
        self.platform = self._field(_("Platform"), _("Platform"), "platform")
        self.topics = self._field(_("Topics"), _("trail running, food"), "topics")
        self.city = self._field(_("City"), "", "city")
        self.how_met = self._field(_("How we met"), "", "how_met")
        self.note = FramedText(_("Note"), "", "new.note")
        self.note.kept.connect(self.kept)
        self._join("note", self.note.text)
        self.alike = AlikePanel()
        self._beside = Label("", Look.SECONDARY, wraps=True)
        self._arrange()
        self._part()

    def fill(self, card: Card) -> None:
        """Show what was read, but for what the user wrote."""
        self._read = card
        texts = texts_of(card)
        for key, draft in self._drafts.items():
            if key not in self._written:
                draft.fill(texts[key])
        self._part()
        beside = beside_the_fields(card)
        self._beside.setText(_("Also kept: {what}").format(what=beside))
        self._beside.setVisible(bool(beside))

    def card(self) -> Card:
        """The person as the fields tell, with what was read and has no field."""
        texts = {key: field.text().strip() for key, field in self._fields().items()}
        return card_with(self._read, texts | {"note": self.note.words})

    def forget(self) -> None:
        """Be empty, for the next person."""
        self._written.clear()
        self.fill(Card())

    @property
    def telling_apart(self) -> tuple[Field, ...]:
        """The fields by which somebody may be known already."""
        return (self.name, self.email, self.phone, self.handle, self.platform)

    @property
    def told_apart_by(self) -> tuple[str, ...]:
        """What stands in them, the name first."""
        return tuple(field.text().strip() for field in self.telling_apart)

    @property
    def draft_keys(self) -> list[DraftKey]:
        """Under which keys what is written here is kept until it is saved."""
        return [_draft_key(name) for name in self._drafts]

    @Slot()
    def _part(self) -> None:
        """Show the parts of the name, but for those that the user wrote."""
        name, read = self.name.text().strip(), self._read
        if name == read.display_name:
            parts = (read.given_name, read.family_name)
        else:
            # The words of introductions are read in for the first name.
            from relationdesk.domain.introductions.naming import parts_of_name  # noqa: PLC0415 - see above

            parts = parts_of_name(name)
        for key, part in zip(("given", "family"), parts, strict=True):
            if key not in self._written:
                self._drafts[key].fill(part)

    def _join(self, key: str, field: TextField) -> None:
        draft = self._drafts[key] = FieldDraft(self._all_drafts, field, _draft_key(key))
        draft.typed.connect(lambda: self._written.add(key))
        draft.shown.connect(lambda: self._written.add(key))
        if self._all_drafts.draft(_draft_key(key)).text:
            self._written.add(key)

    def _fields(self) -> dict[str, Field]:
        return {
            "name": self.name,
            "given": self.given,
            "family": self.family,
            "email": self.email,
            "phone": self.phone,
            "handle": self.handle,
            "platform": self.platform,
            "topics": self.topics,
            "city": self.city,
            "how_met": self.how_met,
        }

    def _field(self, name: str, hint: str, key: str) -> Field:
        field = Field(name, hint)
        field.setObjectName(f"new.{key}")
        self._join(key, field)
        field.returnPressed.connect(self.kept)
        return field

    def _arrange(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setHorizontalSpacing(Space.LARGE)
        form.setVerticalSpacing(Space.SMALL)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        account = QHBoxLayout()
        account.setSpacing(Space.SMALL)
        account.addWidget(self.handle, 3)
        account.addWidget(self.platform, 2)
        parts = QHBoxLayout()
        parts.setSpacing(Space.SMALL)
        parts.addWidget(self.given, 2)
        parts.addWidget(self.family, 3)
        form.addRow(_("Name"), self.name)
        form.addRow("", parts)
        form.addRow("", self.alike)
        for name, field in ((_("E-mail"), self.email), (_("Phone"), self.phone)):
            form.addRow(name, field)
        form.addRow(_("Handle"), account)
        for name, field in (
            (_("Topics"), self.topics),
            (_("City"), self.city),
            (_("How we met"), self.how_met),
        ):
            form.addRow(name, field)
        form.addRow(_("Note"), self.note)
        self._beside.hide()
        form.addRow("", self._beside)


def _draft_key(name: str) -> DraftKey:
    return DraftKey(DraftField.NEW_PERSON, named_subject(name))
