"""Where on a person's screen the line of something stands that may be shared."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from relationdesk.domain.sharing import PersonField, Shareable
from relationdesk.ui.places.people.eyes import Target

if TYPE_CHECKING:
    from relationdesk.ui.places.people.person_screen import PersonScreen


def part_of(screen: "PersonScreen", target: Target) -> QWidget:
    """The tab, or the part beside the tabs, that has the line."""
    kind = target if isinstance(target, PersonField) else target[0]
    parts: dict[PersonField | Shareable, QWidget] = {
        PersonField.PICTURE: screen.header,
        PersonField.QUIET_TIMES: screen.preferences,
        Shareable.PREFERENCE: screen.preferences,
        Shareable.REFUSAL: screen.preferences,
        Shareable.FACT: screen.preferences,
        Shareable.RELATION: screen.relations,
        Shareable.PARTNERSHIP: screen.partnerships,
        Shareable.ATTACHMENT: screen.files,
        Shareable.PROMISE: screen.remember if _is_open(screen, target) else screen.history,
        Shareable.INTERACTION: screen.history,
    }
    return parts.get(kind, screen.record)


def _is_open(screen: "PersonScreen", target: Target) -> bool:
    """Whether it is a promise that is open: of the others the history tells."""
    promises = screen.view.promises if screen.view is not None else ()
    return any((Shareable.PROMISE, one.id) == target for one in promises)
