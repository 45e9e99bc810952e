import pytest

from relationdesk.domain.errors import EmptyTextError, NotFoundError
from relationdesk.domain.ids import FollowUpId, PromiseId
from relationdesk.domain.vocabulary import Action, PromiseSide
from relationdesk.work.follow_ups.commands import drop_follow_up, make_promise, release_promise, set_follow_up
from relationdesk.work.follow_ups.rewording import reword_follow_up, reword_promise
from relationdesk.work.history.queries import timeline


def test_a_released_promise_has_other_words_and_stays_released(desk, add):
    lea = add("Léa Marchetti")
    promise = make_promise(desk, person_id=lea, side=PromiseSide.THEY_OWE, what="A film")
    release_promise(desk, promise)

    reword_promise(desk, promise, what=" A short film ")

    (entry,) = timeline(desk.reader, lea)
    assert (entry.text, entry.state) == ("A short film", "released")
    desk.undo()
    assert timeline(desk.reader, lea)[0].text == "A film"


def test_a_dropped_follow_up_has_other_words_and_stays_dropped(desk, add):
    lea = add("Léa Marchetti")
    follow_up = set_follow_up(desk, person_id=lea, action=Action.CALL, reason="Ask", due_on=desk.today())
    drop_follow_up(desk, follow_up, why="No")

    reword_follow_up(desk, follow_up, reason="Ask again", word="")

    (entry,) = timeline(desk.reader, lea)
    assert (entry.title, entry.text, entry.state) == ("Ask again", "", "dropped")


def test_no_words_and_what_is_gone_are_refused(desk):
    with pytest.raises(EmptyTextError):
        reword_promise(desk, PromiseId(1), what=" ")
    with pytest.raises(EmptyTextError):
        reword_follow_up(desk, FollowUpId(1), reason=" ", word="")
    with pytest.raises(NotFoundError):
        reword_promise(desk, PromiseId(1), what="A film")
    with pytest.raises(NotFoundError):
        reword_follow_up(desk, FollowUpId(1), reason="Ask", word="")
