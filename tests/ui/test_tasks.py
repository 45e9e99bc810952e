import contextvars
import threading
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QObject
from shiboken6 import Shiboken

from relationdesk.domain.errors import EmptyTextError, GivenUpError, NotFoundError
from relationdesk.language.words import Language, current_language, speaking
from relationdesk.ui.progress import Step
from relationdesk.ui.tasks import ClosedError, Tasks


class Desk:
    """A notebook of lines, and the threads that touched it."""

    def __init__(self):
        self.lines = []
        self.threads = []
        self.is_closed = False

    def write(self, line):
        self.threads.append(threading.current_thread().name)
        self.lines.append(line)
        return len(self.lines)

    def read(self):
        self.threads.append(threading.current_thread().name)
        return list(self.lines)

    @contextmanager
    def as_long_as(self, is_wanted):
        yield
        if not is_wanted():
            raise GivenUpError

    def close(self):
        self.threads.append(threading.current_thread().name)
        self.is_closed = True


@pytest.fixture
def desk():
    return Desk()


@pytest.fixture
def tasks(qapp, desk):
    made = Tasks(reader=lambda: desk, desk=lambda: desk)
    yield made
    made.close()
    qapp.processEvents()


@pytest.fixture
def owner(qapp):
    return QObject()


def until_idle(qtbot, tasks):
    qtbot.waitUntil(lambda: not tasks.is_busy)


def test_a_question_is_answered_on_the_interface_thread_from_the_reading_thread(qtbot, tasks, owner):
    told = []

    tasks.ask(
        owner,
        lambda _reader: threading.current_thread().name,
        lambda name: told.append((name, threading.current_thread() is threading.main_thread())),
    )
    until_idle(qtbot, tasks)

    assert told == [("reading_0", True)]


def test_a_question_that_is_asked_instead_of_another_ends_it_in_the_middle(qtbot, tasks, owner):
    begun, superseded, told, crashed = threading.Event(), threading.Event(), [], []
    tasks.crashed.connect(crashed.append)

    def question(_reader):
        begun.set()
        superseded.wait()
        return "first"

    first = tasks.ask(owner, question, told.append)
    begun.wait()
    tasks.ask(owner, lambda _reader: "second", told.append, instead_of=first)
    superseded.set()
    until_idle(qtbot, tasks)

    assert (told, crashed) == (["second"], [])


def test_an_answer_never_comes_before_the_question_was_asked_to_the_end(qtbot, tasks, owner):
    order = []

    tasks.ask(owner, lambda _reader: None, lambda _answer: order.append("answer"))
    order.append("asked")
    until_idle(qtbot, tasks)

    assert order == ["asked", "answer"]


def test_commands_run_in_the_order_in_which_they_were_given(qtbot, tasks, desk, owner):
    for number in range(20):
        tasks.change(owner, lambda desk, number=number: desk.write(number))
    until_idle(qtbot, tasks)

    assert desk.lines == list(range(20))
    assert set(desk.threads) == {"writing_0"}


def test_a_question_asked_after_a_change_was_acknowledged_sees_it(qtbot, tasks, owner):
    seen = []

    tasks.change(
        owner,
        lambda desk: desk.write("met"),
        lambda _count: tasks.ask(owner, lambda reader: reader.read(), seen.append),
    )
    qtbot.waitUntil(lambda: seen == [["met"]])


def test_a_question_is_answered_while_a_command_still_runs(qtbot, tasks, owner):
    gate = threading.Event()
    answers = []
    tasks.change(owner, lambda _desk: gate.wait(5))

    tasks.ask(owner, lambda _reader: "here", answers.append)
    qtbot.waitUntil(lambda: answers == ["here"])

    assert tasks.is_busy
    gate.set()
    until_idle(qtbot, tasks)


def test_the_answer_to_a_deleted_owner_is_dropped(qtbot, tasks):
    gate = threading.Event()
    owner = QObject()
    answers = []
    tasks.ask(owner, lambda _reader: gate.wait(5), answers.append)

    Shiboken.delete(owner)
    gate.set()
    until_idle(qtbot, tasks)

    assert answers == []


def test_a_cancelled_question_answers_nothing(qtbot, tasks, owner):
    gate = threading.Event()
    answers = []
    asked = tasks.ask(owner, lambda _reader: gate.wait(5), answers.append)

    asked.cancel()
    gate.set()
    until_idle(qtbot, tasks)

    assert answers == []


def test_of_questions_asked_instead_of_each_other_only_the_last_is_answered(qtbot, tasks, owner):
    gate = threading.Event()
    put, answers = [], []

    def question(text):
        put.append(text)
        gate.wait(5)
        return text

    asked = None
    for text in ("l", "le", "lea"):
        asked = tasks.ask(owner, lambda _reader, text=text: question(text), answers.append, instead_of=asked)
    qtbot.waitUntil(lambda: put != [])
    gate.set()
    until_idle(qtbot, tasks)

    assert answers == ["lea"]
    assert "le" not in put


def test_the_language_of_the_asker_is_spoken_on_every_thread(qtbot, tasks, owner):
    heard = []

    with speaking(Language.FRENCH):
        tasks.ask(owner, lambda _reader: current_language(), heard.append)
        tasks.change(owner, lambda _desk: current_language(), heard.append)
        tasks.run(owner, lambda _progress: current_language(), heard.append)
    until_idle(qtbot, tasks)

    assert heard == [Language.FRENCH] * 3
    assert contextvars.copy_context().run(current_language) is Language.ENGLISH


def raising(error):
    raise error


def test_an_error_of_the_world_goes_to_the_one_who_asked(qtbot, tasks, owner):
    told = []

    tasks.ask(owner, lambda _reader: raising(NotFoundError("person", 7)), told.append, told.append)
    until_idle(qtbot, tasks)

    (error,) = told
    assert (error.kind, error.row_id) == ("person", 7)


def test_an_error_of_the_world_that_nobody_handles_is_said_as_refused(qtbot, tasks, owner):
    with qtbot.waitSignal(tasks.refused) as refused:
        tasks.change(owner, lambda _desk: raising(EmptyTextError("name")))

    assert refused.args[0].field == "name"


def test_the_refusal_of_a_command_is_said_even_when_its_place_is_gone(qtbot, tasks):
    gate = threading.Event()
    owner = QObject()
    told = []

    def command(_desk):
        gate.wait(5)
        raise EmptyTextError("note")

    with qtbot.waitSignal(tasks.refused) as refused:
        tasks.change(owner, command, failed=told.append)
        Shiboken.delete(owner)
        gate.set()

    assert refused.args[0].field == "note"
    assert told == []


def test_a_mistake_of_ours_is_said_as_crashed_with_its_traceback(qtbot, tasks, owner):
    with qtbot.waitSignal(tasks.crashed) as crashed:
        tasks.ask(owner, lambda _reader: 1 // 0, lambda _answer: None)

    assert isinstance(crashed.args[0], ZeroDivisionError)
    assert crashed.args[0].__traceback__ is not None


def test_a_failed_command_does_not_hold_up_the_next(qtbot, tasks, desk, owner):
    with qtbot.waitSignal(tasks.crashed):
        tasks.change(owner, lambda _desk: 1 // 0)
        tasks.change(owner, lambda desk: desk.write("next"))
    until_idle(qtbot, tasks)

    assert desk.lines == ["next"]


def test_a_desk_that_cannot_be_opened_is_tried_again_with_the_next_command(qtbot, owner, desk):
    tries = []

    def opened():
        tries.append(None)
        if len(tries) == 1:
            raise NotFoundError("desk", 0)
        return desk

    tasks = Tasks(reader=lambda: desk, desk=opened)
    with qtbot.waitSignal(tasks.refused):
        tasks.change(owner, lambda desk: desk.write("first"))
    tasks.change(owner, lambda desk: desk.write("second"))
    tasks.close()

    assert desk.lines == ["second"]


def test_being_busy_is_said_once_at_the_start_and_once_at_the_end(qtbot, tasks, owner):
    said = []
    tasks.busy_changed.connect(said.append)

    for _again in range(5):
        tasks.ask(owner, lambda reader: reader.read(), lambda _lines: None)
    until_idle(qtbot, tasks)

    assert said == [True, False]


def test_closing_waits_for_every_command_and_closes_both_ends_on_their_threads(owner, qapp, desk):
    gate = threading.Event()

    class Reader(Desk):
        def close(self):
            super().close()
            gate.set()

    reader = Reader()
    tasks = Tasks(reader=lambda: reader, desk=lambda: desk)
    answers = []
    opened = threading.Event()
    tasks.ask(owner, lambda _reader: opened.set(), answers.append)
    tasks.change(owner, lambda _desk: gate.wait(5))
    tasks.change(owner, lambda desk: desk.write("kept"), answers.append)
    assert opened.wait(5)

    tasks.close()
    qapp.processEvents()

    assert desk.lines == ["kept"]
    assert desk.threads == ["writing_0", "writing_0"]
    assert reader.threads == ["reading_0"]
    assert desk.is_closed
    assert reader.is_closed
    assert answers == []


def test_after_closing_questions_are_dropped_and_commands_are_a_mistake(owner, tasks, desk):
    tasks.close()

    asked = tasks.ask(owner, lambda reader: reader.read(), lambda _lines: None)
    with pytest.raises(ClosedError):
        tasks.change(owner, lambda desk: desk.write("lost"))

    assert asked.is_wanted
    assert desk.threads == []
    assert not tasks.is_busy


def test_slow_work_tells_its_latest_step_and_then_its_answer(qtbot, tasks, owner):
    told = []

    def work(progress):
        for done in range(1, 1001):
            progress.step(done, 1000)
        return "written"

    tasks.run(owner, work, told.append, progressed=told.append)
    until_idle(qtbot, tasks)

    assert told[-1] == "written"
    assert told[-2] == Step(1000, 1000)


def test_steps_are_not_piled_up_while_the_interface_is_occupied(qtbot, tasks, owner):
    steps = []
    stepped = threading.Event()

    def work(progress):
        for done in range(10_000):
            progress.step(done, 10_000)
        stepped.set()

    tasks.run(owner, work, progressed=steps.append)
    assert stepped.wait(5)
    until_idle(qtbot, tasks)

    assert steps == [Step(9_999, 10_000)]


def test_cancelled_slow_work_stops_at_its_next_step(qtbot, tasks, owner):
    started, cancelled = threading.Event(), threading.Event()
    done = []

    def work(progress):
        for part in range(100):
            progress.step(part, 100)
            started.set()
            cancelled.wait(5)
            done.append(part)
        return "all"

    asked = tasks.run(owner, work, done.append)
    assert started.wait(5)
    asked.cancel()
    cancelled.set()
    until_idle(qtbot, tasks)

    assert done == [0]


def test_closing_stops_slow_work(qtbot, tasks, owner):
    started = threading.Event()

    def work(progress):
        started.set()
        while True:
            progress.step(0, 1)

    tasks.run(owner, work)
    assert started.wait(5)

    tasks.close()
