"""What can be done about the person who is looked at, from the palette: each leads to where it is done."""

from typing import TYPE_CHECKING

from relationdesk.domain.drafts import DraftField
from relationdesk.language.words import _
from relationdesk.ui.widgets.deed import Deed

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from relationdesk.ui.places.people.person_screen import PersonScreen
    from relationdesk.ui.places.people.record.keeping import KeepingCard

    PersonDeed = Deed[PersonScreen]


def person_deeds() -> "tuple[PersonDeed, ...]":
    """All of them, in the words of the current language."""
    return (*_tabs(), *_history(), *_known(), *_kept(), *_picture(), *_leaving())


def _tabs() -> "tuple[PersonDeed, ...]":
    return (
        Deed(_("Show the history"), _("tab, timeline"), lambda on: _show(on, on.history)),
        Deed(_("Show the partnerships"), _("tab, agreements"), lambda on: _show(on, on.partnerships)),
        Deed(_("Show the preferences"), _("tab, likes, facts"), lambda on: _show(on, on.preferences)),
        Deed(_("Show the relations"), _("tab, knows"), lambda on: _show(on, on.relations)),
        Deed(_("Show the files"), _("tab, attachments"), lambda on: _show(on, on.files)),
        Deed(_("Show the record"), _("tab, card, details"), lambda on: _show(on, on.record)),
        Deed(_("Show what to remember"), _("tab, next steps, promises"), _remember),
    )


def _history() -> "tuple[PersonDeed, ...]":
    return (
        Deed(_("Write a note"), _("history, what happened, log"), lambda on: on.begin(DraftField.NOTE)),
        Deed(
            _("Filter the history by kind…"),
            _("only meetings, calls, messages, files"),
            _filter_history,
            _has_kinds,
        ),
        Deed(_("Add files…"), _("attach, document"), _add_files),
        Deed(_("Write a dossier…"), _("document, PDF, brief, export"), lambda on: on.write_dossier()),
    )


def _known() -> "tuple[PersonDeed, ...]":
    return (
        Deed(
            _("Add a partnership"),
            _("client, agreement, campaign"),
            lambda on: on.begin(DraftField.PARTNERSHIP_CLIENT),
        ),
        Deed(_("Add a relation"), _("knows, family, introduced"), _add_relation),
        Deed(_("Walk the circle"), _("relations, who knows whom"), _walk_circle, _has_circle),
        Deed(_("How often to be in touch"), _("rhythm, cadence"), _in_touch),
        Deed(_("Quiet days and hours"), _("leave in peace, when not to write"), _quiet_times),
    )


def _kept() -> "tuple[PersonDeed, ...]":
    return (
        Deed(_("Add an organisation to the record"), _("role, employer, agency, medium"), _add_role),
        Deed(_("Add an account"), _("handle, platform, profile, followers"), _add_account),
        Deed(_("Add a field to every record"), _("own, custom"), _add_own_field),
        Deed(_("Do not contact…"), _("leave alone, refuse, stop"), _do_not_contact),
        Deed(_("Why their data is kept"), _("lawful basis, GDPR, reason"), _lawful_basis),
        Deed(_("Add a consent"), _("agreed, lawful, GDPR"), _add_consent),
        Deed(_("Until when the record is kept"), _("retention, delete on, GDPR"), _keep_until),
        Deed(_("What others may read"), _("shared, audience, eye, private"), _shared, _is_any_shared),
    )


def _picture() -> "tuple[PersonDeed, ...]":
    return (
        Deed(_("Change the picture…"), _("photo, portrait"), lambda on: on.change_picture()),
        Deed(
            _("Crop the picture…"),
            _("photo, portrait, cut, zoom"),
            lambda on: on.crop_picture(),
            _has_picture,
        ),
        Deed(_("Remove the picture"), _("photo, initials"), lambda on: on.remove_picture(), _has_picture),
    )


def _leaving() -> "tuple[PersonDeed, ...]":
    return (
        Deed(
            _("Move to the archive"),
            _("put away, hide from the list"),
            lambda on: on.ask_for_archive(),
            lambda on: not _is_archived(on),
        ),
        Deed(
            _("Take out of the archive"),
            _("bring back into the list"),
            lambda on: on.ask_for_archive(),
            _is_archived,
        ),
        Deed(_("Take apart…"), _("unmerge, split, two people"), lambda on: on.ask_for_parting(), _is_merged),
        Deed(_("Erase this person…"), _("delete for good, forget, GDPR"), lambda on: on.ask_for_erasing()),
    )


def _show(on: "PersonScreen", page: "QWidget") -> None:
    """Open a tab; the keyboard goes to the tabs, from where it leads on into it."""
    on.open_page(page)
    on.tabs.setFocus()


def _remember(on: "PersonScreen") -> None:
    if on.is_folded:
        _show(on, on.remember)
    else:
        on.remember.take_focus()


def _filter_history(on: "PersonScreen") -> None:
    on.open_page(on.history)
    on.history.kinds.click()


def _has_kinds(on: "PersonScreen") -> bool:
    return not on.history.kinds.isHidden()


def _add_files(on: "PersonScreen") -> None:
    on.open_page(on.files)
    on.files.page.choose_files()


def _add_relation(on: "PersonScreen") -> None:
    on.open_page(on.relations)
    on.relations.form.name.setFocus()


def _walk_circle(on: "PersonScreen") -> None:
    on.open_page(on.relations)
    on.relations.circle.nodes[0].setFocus()


def _has_circle(on: "PersonScreen") -> bool:
    return on.view is not None and bool(on.view.page.relations)


def _in_touch(on: "PersonScreen") -> None:
    if on.is_folded:
        on.open_page(on.remember)
    on.remember.in_touch.open()


def _quiet_times(on: "PersonScreen") -> None:
    on.open_page(on.preferences)
    on.preferences.show_quiet_times()


def _add_role(on: "PersonScreen") -> None:
    from relationdesk.ui.places.people.record.organisations import OrganisationsCard  # noqa: PLC0415 - late tab

    on.open_page(on.record)
    on.record.page.show_card(OrganisationsCard).open_form()


def _add_account(on: "PersonScreen") -> None:
    from relationdesk.ui.places.people.record.accounts import AccountsCard  # noqa: PLC0415 - late tab

    on.open_page(on.record)
    on.record.page.show_card(AccountsCard).take_focus()


def _add_own_field(on: "PersonScreen") -> None:
    from relationdesk.ui.places.people.record.own_fields import OwnFieldsCard  # noqa: PLC0415 - late tab

    on.open_page(on.record)
    on.record.page.show_card(OwnFieldsCard).open_form(None)


def _do_not_contact(on: "PersonScreen") -> None:
    _keeping(on).alone.setFocus()


def _lawful_basis(on: "PersonScreen") -> None:
    _keeping(on).basis.setFocus()


def _add_consent(on: "PersonScreen") -> None:
    _keeping(on).consents.open_form(None)


def _keep_until(on: "PersonScreen") -> None:
    _keeping(on).until.field.setFocus()


def _shared(on: "PersonScreen") -> None:
    _keeping(on).shared.open()


def _is_any_shared(on: "PersonScreen") -> bool:
    return on.eyes.is_any_shared


def _keeping(on: "PersonScreen") -> "KeepingCard":
    from relationdesk.ui.places.people.record.keeping import KeepingCard  # noqa: PLC0415 - late tab

    on.open_page(on.record)
    return on.record.page.show_card(KeepingCard)


def _has_picture(on: "PersonScreen") -> bool:
    return on.view is not None and on.view.page.record.picture_hash is not None


def _is_archived(on: "PersonScreen") -> bool:
    return on.view is not None and on.view.page.record.is_archived


def _is_merged(on: "PersonScreen") -> bool:
    return on.view is not None and on.view.is_merged
