"""A card while it is gathered from an introduction."""

from dataclasses import dataclass, field, replace

from relationdesk.domain.card import AddressEntry, Card, ContactEntry, HandleEntry, RoleEntry
from relationdesk.domain.introductions.naming import Name, name_of_handle, name_of_mailbox
from relationdesk.domain.vocabulary import ContactKind, PersonKind


@dataclass(slots=True)
class Sketch:
    """What is known so far; `aside` is what belongs to a letter and not to a person."""

    name: Name | None = None
    title: str = ""
    organisation: str = ""
    kinds: list[PersonKind] = field(default_factory=list)
    contacts: list[ContactEntry] = field(default_factory=list)
    handles: list[HandleEntry] = field(default_factory=list)
    address: AddressEntry | None = None
    notes: list[str] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)

    def card(self) -> Card:
        """The card; somebody without a name is called by the best that is known."""
        name = self.name or self._makeshift_name()
        return Card(
            display_name=name.display,
            given_name=name.given,
            family_name=name.family,
            kinds=tuple(dict.fromkeys(self.kinds)),
            city=self.address.city if self.address else "",
            contacts=_with_preferred(tuple(dict.fromkeys(self.contacts))),
            addresses=(self.address,) if self.address else (),
            handles=tuple(dict.fromkeys(self.handles)),
            roles=(RoleEntry(self.organisation, self.title),) if self.organisation else (),
            notes=tuple("\n".join(lines) for lines in (self.notes, self.aside) if lines),
        )

    def _makeshift_name(self) -> Name:
        mails = [contact.value for contact in self.contacts if contact.kind is ContactKind.EMAIL]
        handles = [name_of_handle(handle.platform, handle.name) for handle in self.handles]
        readable = [*(name_of_mailbox(mail) for mail in mails), *(name for name, sure in handles if sure)]
        others = [self._bare(contact) for contact in self.contacts]
        known = [name for name in readable if name] + [name for name, _ in handles] + others
        return Name(known[0] if known else self.organisation)

    @staticmethod
    def _bare(contact: ContactEntry) -> str:
        if contact.kind is not ContactKind.LINK:
            return contact.value
        return contact.value.partition("://")[2].removeprefix("www.").rstrip("/") or contact.value


def _with_preferred(contacts: tuple[ContactEntry, ...]) -> tuple[ContactEntry, ...]:
    """The first e-mail is the preferred one."""
    first = next((entry for entry in contacts if entry.kind is ContactKind.EMAIL), None)
    return tuple(replace(entry, preferred=True) if entry is first else entry for entry in contacts)
