"""Finding other words for what is closed: it stays closed, on its day."""

from relationdesk.desk.desk import Desk
from relationdesk.desk.tables import FollowUpRow, PromiseRow
from relationdesk.domain.errors import EmptyTextError
from relationdesk.domain.ids import FollowUpId, PromiseId
from relationdesk.domain.labels import Label
from relationdesk.work.rows import fetch


def reword_promise(desk: Desk, promise_id: PromiseId, *, what: str) -> None:
    """Say otherwise what was promised.

    Raises:
        EmptyTextError: it does not say what.
        NotFoundError: it was deleted meanwhile.
    """
    if not what.strip():
        raise EmptyTextError("what")
    with desk.change(Label.EDIT_PROMISE) as session:
        fetch(session, PromiseRow, promise_id).what = what.strip()


def reword_follow_up(desk: Desk, follow_up_id: FollowUpId, *, reason: str, word: str) -> None:
    """Say otherwise what was to be done, and the word with which it was closed.

    Raises:
        EmptyTextError: neither says anything.
        NotFoundError: it was deleted meanwhile.
    """
    if not (reason.strip() or word.strip()):
        raise EmptyTextError("reason")
    with desk.change(Label.EDIT_INTERACTION) as session:
        row = fetch(session, FollowUpRow, follow_up_id)
        row.reason, row.closing_word = reason.strip(), word.strip()
