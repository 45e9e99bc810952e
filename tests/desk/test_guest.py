"""A desk used by another thread beside its own: one journal, one writer, two readers."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest

from relationdesk.desk.desk import Desk
from relationdesk.desk.guest import GuestDesk
from relationdesk.domain.card import Card
from relationdesk.domain.labels import Label
from relationdesk.work.people.commands import create_person


class Turns:
    """Gives the place of one thread that writes, as the window does, and counts."""

    def __init__(self) -> None:
        self.writing = ThreadPoolExecutor(1)
        self.given = 0

    @contextmanager
    def one(self) -> Iterator[None]:
        granted, done = threading.Event(), threading.Event()
        self.writing.submit(lambda: (granted.set(), done.wait(20)))
        assert granted.wait(20)
        self.given += 1
        try:
            yield
        finally:
            done.set()


@pytest.fixture
def turns() -> Iterator[Turns]:
    made = Turns()
    yield made
    made.writing.shutdown()


@pytest.fixture
def guest(desk: Desk, turns: Turns) -> Iterator[Desk]:
    made = GuestDesk(desk, turns.one)
    yield made
    made.close()


def names(desk: Desk) -> list[str]:
    return [row[0] for row in desk.reader._rows("SELECT display_name FROM person ORDER BY id", {})]


def test_what_a_guest_changes_is_a_step_of_the_host(
    desk: Desk, guest: Desk, add: Callable[[str], object], turns: Turns
):
    heard = []
    guest.listen(heard.append)
    add("Léa Marchetti")

    create_person(guest, Card(display_name="Noor Benali"))

    assert names(desk) == names(guest) == ["Léa Marchetti", "Noor Benali"]
    assert [changes.label for changes in heard] == [Label.ADD_PERSON, Label.ADD_PERSON]
    desk.undo()
    assert names(guest) == ["Léa Marchetti"]
    assert guest.undo_state() == desk.undo_state()
    guest.redo()
    guest.undo()
    guest.undo()
    assert names(desk) == []
    guest.forget_steps()
    assert desk.redo() is None


def test_what_a_guest_keeps_on_the_side_or_does_for_good_waits_for_its_turn(
    desk: Desk, guest: Desk, add: Callable[[str], object], turns: Turns
):
    add("Léa Marchetti")

    with guest.change_plainly(Label.EDIT_MY_DETAILS) as connection:
        connection.execute("INSERT INTO setting (name, value) VALUES ('a', '1')")
    assert turns.given == 1
    with guest.change_for_good(Label.REMOVE_FOR_GOOD) as connection:
        connection.execute("DELETE FROM person")
    assert turns.given == 2
    guest.ready_for_changes()
    assert turns.given == 3

    assert desk.reader.number("SELECT count(*) FROM setting WHERE name = 'a'") == 1
    assert names(desk) == []
    assert desk.undo_state().undo is None


def test_a_guest_whose_turn_does_not_come_changes_nothing(desk: Desk):
    @contextmanager
    def never() -> Iterator[None]:
        raise InterruptedError
        yield

    guest = GuestDesk(desk, never)
    with pytest.raises(InterruptedError):
        create_person(guest, Card(display_name="Noor Benali"))
    guest.close()

    assert names(desk) == []
    assert desk.undo_state().undo is None


def test_a_change_that_fails_leaves_nothing_and_gives_its_turn_back(desk: Desk, guest: Desk, turns: Turns):
    with pytest.raises(ZeroDivisionError), guest.change(Label.EDIT_PERSON):
        guest.fresh_ids(guest.fresh_id() // 0)  # inside the turn, without another

    assert turns.given == 1
    assert turns.writing.submit(lambda: 7).result(20) == 7
    create_person(guest, Card(display_name="Noor Benali"))
    assert names(desk) == ["Noor Benali"]


def test_host_and_guest_change_a_desk_at_the_same_time(desk: Desk, guest: Desk, turns: Turns):
    def work_of_the_host() -> None:
        for number in range(30):
            turns.writing.submit(create_person, desk, Card(display_name=f"Host {number}")).result(20)

    host = threading.Thread(target=work_of_the_host)
    host.start()
    for number in range(30):
        create_person(guest, Card(display_name=f"Guest {number}"))
    host.join(60)

    assert sorted(names(desk)) == sorted([f"{who} {n}" for who in ("Host", "Guest") for n in range(30)])
    for _ in range(60):
        turns.writing.submit(desk.undo).result(20)
    assert names(desk) == []


def test_a_guest_that_goes_leaves_the_host_open(desk: Desk, turns: Turns, add: Callable[[str], object]):
    GuestDesk(desk, turns.one).close()

    add("Léa Marchetti")
    assert names(desk) == ["Léa Marchetti"]
