"""What two organisations are as one: whatever either of them tells is kept."""

from collections.abc import Iterator
from dataclasses import replace

from relationdesk.domain.contact import contact_key
from relationdesk.domain.folding import fold
from relationdesk.domain.terms import term
from relationdesk.domain.texts import one_line
from relationdesk.domain.vocabulary import ContactKind, OrganisationKind
from relationdesk.language.words import _
from relationdesk.work.organisations.queries import OrganisationHead
from relationdesk.work.organisations.told import Chosen


def together(kept: OrganisationHead, other: OrganisationHead, chosen: Chosen) -> OrganisationHead:
    """The kept organisation as it is afterwards.

    Notes are put one below the other; a name, a kind or a website that was not chosen goes into a line there.
    """
    whole = replace(
        kept,
        name=one_line(chosen.name) or kept.name,
        kind=chosen.kind or (other.kind if kept.kind is OrganisationKind.OTHER else kept.kind),
        website=chosen.website or kept.website or other.website,
    )
    notes = "" if other.notes in kept.notes else other.notes
    lines = [kept.notes, notes]
    lines += [line for line in _left_over(kept, other, whole) if line not in kept.notes and line not in notes]
    return replace(whole, notes="\n".join(line for line in lines if line))


def is_same_site(one: str, other: str) -> bool:
    """Whether two websites differ by no more than how they are written."""
    key, other_key = (contact_key(ContactKind.LINK, site, "") for site in (one, other))
    return key == other_key


def _left_over(kept: OrganisationHead, other: OrganisationHead, whole: OrganisationHead) -> Iterator[str]:
    """What both tell and the whole does not, each in a line of its own."""
    for one in (kept, other):
        if fold(one.name) not in fold(whole.name):
            yield _("Also called {name}").format(name=one.name)
        if one.kind not in (OrganisationKind.OTHER, whole.kind):
            yield _("Also kept as: {kind}").format(kind=term(one.kind))
        if one.website and not is_same_site(one.website, whole.website):
            yield _("Another website: {website}").format(website=one.website)
